import type { TypedDataDomain } from 'viem';
import type { Account } from './account';
import { approve, type Call, type Campaign, contractNative, contractToken, taggedNative, taggedToken } from './calls';
import { permitDomain } from './permit';
import type { Hex } from './provider';

export interface Token {
  address: Hex;
  symbol: string;
  decimals: number;
  isNative: boolean;
  hasPermit: boolean;
}

export interface Gift {
  contract: Hex;
  campaign: Campaign;
  token: Token;
  amount: bigint;
  /** Whether this node finds plain transfers of the coin; otherwise only the contract's events tell it. */
  isPlainNativeFound: boolean;
}

/** How this donor gives this gift, and what must happen before. */
export type Plan =
  | { way: 'tagged' | 'contract'; call: Call; before: 'nothing' }
  | { way: 'contract'; call: Call; before: 'permit'; domain: TypedDataDomain }
  | { way: 'contract'; call: Call; before: 'allowance'; isReset: boolean };

export type Refusal = 'notEnough' | 'wouldFail' | 'tokenDiffers';

export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly reason: Refusal,
    readonly available = 0n,
  ) {
    super(reason);
  }
}

/** Decided from what the chain says of donor, beneficiary and token, through the donor's own wallet. */
export async function planOf(account: Account, gift: Gift): Promise<Plan> {
  await checkFunds(account, gift);
  const code = await account.code();
  const plan = gift.token.isNative ? await nativePlan(account, gift, code) : await tokenPlan(account, gift, code);
  if (plan.before === 'nothing' && !(await account.wouldSucceed(plan.call))) throw new Refused('wouldFail');
  return plan;
}

async function checkFunds(account: Account, { token, amount }: Gift): Promise<void> {
  if (!token.isNative && (await account.read<number>(token.address, 'decimals')) !== token.decimals) {
    throw new Refused('tokenDiffers');
  }
  const available = token.isNative
    ? await account.balance()
    : await account.read<bigint>(token.address, 'balanceOf', account.address);
  if (available < amount) throw new Refused('notEnough', available);
}

/** A tag is data, which a beneficiary with code might refuse and a donor's own code might mistake. */
async function nativePlan(account: Account, gift: Gift, code: Hex): Promise<Plan> {
  const { contract, campaign, amount, isPlainNativeFound } = gift;
  const isPlain = isPlainNativeFound && isKeyOnly(code) && isKeyOnly(await account.code(campaign.beneficiary));
  return isPlain
    ? { way: 'tagged', call: taggedNative(campaign, amount), before: 'nothing' }
    : { way: 'contract', call: contractNative(contract, campaign, amount), before: 'nothing' };
}

async function tokenPlan(account: Account, gift: Gift, code: Hex): Promise<Plan> {
  const { contract, campaign, token, amount } = gift;
  const tagged = taggedToken(campaign, token.address, amount);
  if (isKeyOnly(code) && (await account.wouldSucceed(tagged)))
    return { way: 'tagged', call: tagged, before: 'nothing' };

  const call = contractToken(contract, campaign, token.address, amount);
  const allowed = await account.read<bigint>(token.address, 'allowance', account.address, contract);
  if (allowed >= amount) return { way: 'contract', call, before: 'nothing' };
  const domain = token.hasPermit && hasKey(code) ? await permitDomain(account, token.address) : undefined;
  if (domain) return { way: 'contract', call, before: 'permit', domain };
  // Tokens like USDT change an allowance only from zero or to zero.
  const isReset = allowed > 0n && !(await account.wouldSucceed(approve(token.address, contract, amount)));
  return { way: 'contract', call, before: 'allowance', isReset };
}

const isKeyOnly = (code: Hex) => code === '0x';

/** An EIP-7702 delegation is code, but the account still signs with its key. */
const hasKey = (code: Hex) => isKeyOnly(code) || code.startsWith('0xef0100');
