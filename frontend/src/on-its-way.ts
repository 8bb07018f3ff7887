import { isAddress, isHash } from 'viem';
import { Kept } from './kept';
import type { Hex } from './provider';
import type { Sent } from './transaction';

/** A statement that a wallet was asked to send, from then until it has arrived or is given up. */
export interface OnItsWay {
  beneficiary: Hex;
  number: string;
  digest: Hex | undefined;
  /** This node did not show it before. */
  isNews: boolean;
  /** Absent while nobody knows whether the wallet sent it: the page was left while the wallet asked. */
  sent?: Sent | undefined;
}

/** So that a reload or a closed tab leads back to it rather than to a text that could be announced a second time. */
export const keptStatement = (): Kept<OnItsWay> => new Kept('urunan-statement', isOnItsWay);

function isOnItsWay(kept: unknown): kept is OnItsWay {
  const { beneficiary, number, sent } = (kept ?? {}) as Partial<Record<keyof OnItsWay, unknown>>;
  const hash = (sent as Partial<Sent> | undefined)?.hash;
  return (
    typeof beneficiary === 'string' &&
    isAddress(beneficiary, { strict: false }) &&
    typeof number === 'string' &&
    /^\d{1,29}$/.test(number) &&
    (sent === undefined || (typeof hash === 'string' && isHash(hash)))
  );
}
