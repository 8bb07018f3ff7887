import { isAddress, isHash } from 'viem';
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

/**
 * Keeps a statement on its way in this browser, so that a reload or a closed tab leads back to it rather than to a text
 * that could be announced a second time. One for each address of a form.
 */
export class KeptStatement {
  private readonly key = `urunan-statement:${location.pathname}`;

  /** Browsers may forbid storing: then a reload forgets it, and nothing else changes. */
  keep(statement: OnItsWay): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(statement));
    } catch {
      // Nothing to do: this page itself goes on.
    }
  }

  load(): OnItsWay | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return isOnItsWay(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  drop(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was stored either.
    }
  }
}

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
