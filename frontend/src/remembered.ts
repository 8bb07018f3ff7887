import { isHash } from 'viem';
import type { Hex } from './provider';
import type { Sent } from './transaction';

/**
 * A gift on its way stays in the page's own address (`#tx=0x…`), so that a reload, a bookmark or another device finds
 * it again. What only this browser needs rests in the history entry. Nothing is stored anywhere else.
 */
export function remember(sent: Partial<Sent> & { hash: Hex }): void {
  history.replaceState({ ...history.state, gift: sent }, '', `#tx=${sent.hash}`);
}

export function remembered(): (Partial<Sent> & { hash: Hex }) | undefined {
  const hash = new URLSearchParams(location.hash.slice(1)).get('tx');
  if (!hash || !isHash(hash)) return undefined;
  const kept = (history.state as { gift?: Sent } | null)?.gift;
  return kept?.hash === hash ? kept : { hash };
}

export function forget(): void {
  history.replaceState({ ...history.state, gift: undefined }, '', location.pathname + location.search);
}
