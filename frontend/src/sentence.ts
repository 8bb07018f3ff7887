import { type Chain, WrongChain } from './chain';
import { Refused } from './plan';
import { ALREADY_PENDING, hasCode, messageOf, REJECTED } from './provider';

/** What a person is told: the key of a sentence, and how it is meant. */
export interface Sentence {
  key: string;
  tone: 'plain' | 'good' | 'alarm';
  values?: Record<string, string>;
}

/** Declining is a choice, not a fault; what the wallet says itself is shown as its own words. */
export function sentenceOf(error: unknown, chain: Chain): Sentence {
  if (hasCode(error, REJECTED)) return { key: 'rejected', tone: 'plain' };
  if (hasCode(error, ALREADY_PENDING)) return { key: 'walletPending', tone: 'plain' };
  if (error instanceof WrongChain) return wrongChain(chain);
  if (error instanceof Refused) return { key: error.reason, tone: 'alarm' };
  return { key: 'walletError', tone: 'alarm', values: { message: messageOf(error) } };
}

/** A chain that this node cannot introduce to a wallet must be added by hand. */
function wrongChain({ id, name, rpcUrl }: Chain): Sentence {
  return {
    key: rpcUrl ? 'wrongChain' : 'wrongChainByHand',
    tone: 'alarm',
    values: { chain: name, chainId: `${id}` },
  };
}
