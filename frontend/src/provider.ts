/** What a page knows of a wallet: EIP-1193. */
export interface Provider {
  request(request: { method: string; params?: readonly unknown[] }): Promise<unknown>;
}

export type Hex = `0x${string}`;

export const REJECTED = 4001;
export const UNKNOWN_CHAIN = 4902;
export const ALREADY_PENDING = -32002;

/**
 * Whether a wallet's error has this code, itself or inside: some wrap what another layer said in -32603
 * (`data.originalError.code`), libraries in `cause`.
 */
export function hasCode(error: unknown, code: number, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code: own, data, cause, originalError, error: inner } = error as Record<string, unknown>;
  return own === code || [data, cause, originalError, inner].some((next) => hasCode(next, code, depth + 1));
}

/** The message of a wallet's error, as it put it: shown as plain text only. */
export function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message.slice(0, 300) : String(error).slice(0, 300);
}

export async function ask<T>(provider: Provider, method: string, ...params: unknown[]): Promise<T> {
  return (await provider.request({ method, params })) as T;
}
