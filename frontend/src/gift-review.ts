import type { Account } from './account';
import { showAmount } from './amount';
import { part, showAddress } from './parts';
import type { Gift, Plan } from './plan';
import type { Texts } from './text';

/** What the donor reads before the wallet opens: exact amount, in words too, the full address, and what will be asked. */
export class GiftReview {
  constructor(
    private readonly root: HTMLElement,
    private readonly texts: Texts,
    private readonly wordsUrl: string,
  ) {}

  show(account: Account, gift: Gift, plan: Plan): void {
    const decimal = showAmount(gift.amount, gift.token.decimals);
    this.fill('review-amount', `${decimal} ${gift.token.symbol}`);
    this.fill('review-words', '');
    if (gift.token.isNative) this.fill('review-token', this.texts('nativeCoin'));
    else showAddress(part(this.root, 'review-token'), gift.token.address);
    showAddress(part(this.root, 'review-from'), account.address);
    this.fill('review-way', this.texts(wayKey(plan)));
    const isSelf = account.address.toLowerCase() === gift.campaign.beneficiary.toLowerCase();
    part(this.root, 'review-self').hidden = !isSelf;
    void this.sayInWords(decimal, gift.token.symbol);
    part(this.root, 'review-title').focus();
  }

  /** The figures above are what counts; without the words the gift is as exact. */
  private async sayInWords(decimal: string, symbol: string): Promise<void> {
    const answer = await fetch(`${this.wordsUrl}&amount=${decimal}`).catch(() => undefined);
    if (answer?.ok) this.fill('review-words', `${await answer.text()} ${symbol}`);
  }

  private fill(name: string, text: string): void {
    part(this.root, name).textContent = text;
  }
}

function wayKey(plan: Plan): string {
  if (plan.before === 'permit') return 'wayPermit';
  if (plan.before === 'allowance') return plan.isReset ? 'wayResetAllowance' : 'wayAllowance';
  return plan.way === 'tagged' ? 'wayTagged' : 'wayContract';
}
