import type { Gift } from './plan';
import type { Hex } from './provider';

/** Where the page says its gifts go: `data-contract`, `data-beneficiary`, `data-number`, `data-plain-native`. */
export function destinationOf({ dataset }: HTMLElement): Omit<Gift, 'token' | 'amount'> {
  return {
    contract: dataset.contract as Hex,
    isPlainNativeFound: dataset.plainNative === 'true',
    campaign: { beneficiary: dataset.beneficiary as Hex, number: BigInt(dataset.number ?? '') },
  };
}
