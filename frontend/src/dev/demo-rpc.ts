import type { Provider } from '../provider';

/** The development chain through this node's own address, since pages may not talk to any other. */
export class RpcError extends Error {
  override name = 'RpcError';
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export const developmentChain: Provider = {
  async request({ method, params = [] }) {
    const answer = await fetch('/dev/rpc', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const { result, error } = (await answer.json()) as { result?: unknown; error?: { code: number; message: string } };
    if (error) throw new RpcError(error.code, error.message);
    return result;
  },
};
