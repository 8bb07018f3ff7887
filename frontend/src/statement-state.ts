import type { Hex } from './provider';

/** What can be known of a statement at one moment: from this node, and from the wallet if it answers. */
export interface Heard {
  /** This node shows what was said, text included. */
  isShown?: boolean | undefined;
  /** What the wallet says. `null`: asked, and there is none. `undefined`: could not be asked. */
  receipt?: { isSuccess: boolean } | null | undefined;
  /** The mined transaction of the same account and nonce, if it is not this one. */
  successor?: { hash: Hex; isSame: boolean } | undefined;
}

export type StatementState =
  /** The wallet was asked; whether it sent anything is not known. */
  | { is: 'asked' }
  | { is: 'pending' }
  /** In a block that this node does not show yet. */
  | { is: 'included' }
  | { is: 'arrived' }
  /** Sped up in the wallet: the same, under another hash. */
  | { is: 'replaced'; by: Hex }
  | { is: 'cancelled' }
  | { is: 'failed' };

/** States after which nothing more can happen. */
export const isOver = ({ is }: StatementState): boolean => is === 'arrived' || is === 'cancelled' || is === 'failed';

/** `isNews`: this node did not show it before it was sent, so that showing it means that it arrived. */
export function nextState(before: StatementState, heard: Heard, isNews: boolean): StatementState {
  if (heard.isShown && (isNews || heard.receipt?.isSuccess)) return { is: 'arrived' };
  if (heard.receipt) return heard.receipt.isSuccess ? { is: 'included' } : { is: 'failed' };
  if (heard.successor)
    return heard.successor.isSame ? { is: 'replaced', by: heard.successor.hash } : { is: 'cancelled' };
  return before.is === 'included' && heard.receipt === null ? { is: 'pending' } : before;
}
