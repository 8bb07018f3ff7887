import type { Account } from './account';
import { approve, type Call, contractPermit } from './calls';
import { signPermit } from './permit';
import { type Gift, type Plan, Refused } from './plan';
import { type Sent, send, untilIncluded } from './transaction';

/** What the donor is waiting for. */
export type Step = 'confirmPermit' | 'confirmReset' | 'confirmAllowance' | 'waitAllowance' | 'confirm';

/** Carries out a plan: an allowance of exactly the amount where one is needed, then the gift itself. */
export async function perform(account: Account, gift: Gift, plan: Plan, says: (step: Step) => void): Promise<Sent> {
  let { call } = plan;
  if (plan.before === 'permit') {
    says('confirmPermit');
    const permit = await signPermit(account, plan.domain, gift.contract, gift.amount);
    call = contractPermit(gift.contract, gift.campaign, gift.token.address, gift.amount, permit);
  }
  if (plan.before === 'allowance') {
    if (plan.isReset) await allow(account, gift, 0n, says);
    await allow(account, gift, gift.amount, says);
  }
  if (plan.before !== 'nothing') await check(account, call);
  says('confirm');
  return send(account, call);
}

async function allow(account: Account, gift: Gift, amount: bigint, says: (step: Step) => void): Promise<void> {
  says(amount === 0n ? 'confirmReset' : 'confirmAllowance');
  const { hash } = await send(account, approve(gift.token.address, gift.contract, amount));
  says('waitAllowance');
  if (!(await untilIncluded(account.provider, hash))) throw new Refused('wouldFail');
}

async function check(account: Account, call: Call): Promise<void> {
  if (!(await account.wouldSucceed(call))) throw new Refused('wouldFail');
}
