import type { Hex } from './provider';

/** What can be known of a gift at one moment: from the ledger, and from the donor's own wallet if it answers. */
export interface Seen {
  /** The ledger's entry. `null`: asked, and there is none. `undefined`: could not be asked. */
  entry?: { isFinal: boolean; confirmations: number } | null | undefined;
  /** The ledger knows the transaction and counts nothing of it. */
  isRejected?: boolean | undefined;
  /** What the wallet says; `null` and `undefined` as above. */
  receipt?: { isSuccess: boolean } | null | undefined;
  /** The mined transaction of the same account and nonce, if it is not this one. */
  successor?: { hash: Hex; isSame: boolean } | undefined;
}

export type GiftState =
  | { is: 'pending' }
  /** In a block that the ledger has not read yet. */
  | { is: 'included' }
  | { is: 'confirmed'; confirmations: number }
  | { is: 'final' }
  | { is: 'replaced'; by: Hex }
  | { is: 'cancelled' }
  | { is: 'failed' }
  /** It moved, and does not count; the transaction's page says why. */
  | { is: 'notCounted' }
  /** It was in a block that is no longer part of the chain; it may come back. */
  | { is: 'dropped' };

/** States after which nothing more can happen to this hash. */
export const isOver = ({ is }: GiftState): boolean =>
  is === 'final' || is === 'replaced' || is === 'cancelled' || is === 'failed' || is === 'notCounted';

export function nextState(before: GiftState, seen: Seen): GiftState {
  if (seen.entry?.isFinal) return { is: 'final' };
  if (seen.entry) return { is: 'confirmed', confirmations: seen.entry.confirmations };
  if (seen.isRejected) return { is: 'notCounted' };
  if (seen.receipt) return seen.receipt.isSuccess ? { is: 'included' } : { is: 'failed' };
  if (seen.successor) return seen.successor.isSame ? { is: 'replaced', by: seen.successor.hash } : { is: 'cancelled' };
  return hasVanished(before, seen) ? { is: 'dropped' } : before;
}

/** Whoever said that it is in a block says that it is in none: silence alone means nothing. */
function hasVanished({ is }: GiftState, { entry, receipt }: Seen): boolean {
  return (is === 'confirmed' && entry === null) || (is === 'included' && receipt === null);
}
