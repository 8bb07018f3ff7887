import type { Account } from './account';
import { showAmount } from './amount';
import type { Chain } from './chain';
import { chainOf, connect, isStillChosen } from './connect';
import { destinationOf } from './destination';
import { GiftForm } from './gift-form';
import { GiftProgress } from './gift-progress';
import { GiftReview } from './gift-review';
import { part, showOnly } from './parts';
import { perform } from './perform';
import { type Gift, type Plan, planOf, Refused } from './plan';
import { forget, remembered } from './remembered';
import { sentenceOf } from './sentence';
import { Status } from './status';
import { Tasks } from './tasks';
import { type Texts, textsOf } from './text';
import { WalletButtons } from './wallet-buttons';
import type { Wallet } from './wallets';

interface Prepared {
  wallet: Wallet;
  account: Account;
  gift: Gift;
  plan: Plan;
}

/** The panel of `parts/give.html`: amount and wallet, review, and what becomes of the gift. One of them is shown. */
export class GiftPanel {
  private readonly texts: Texts;
  private readonly chain: Chain;
  private readonly status: Status;
  private readonly buttons: WalletButtons;
  private readonly form: GiftForm;
  private readonly review: GiftReview;
  private readonly progress: GiftProgress;
  private prepared: Prepared | undefined;

  constructor(private readonly root: HTMLElement) {
    this.texts = textsOf(root);
    this.chain = chainOf(root);
    this.status = new Status(part(root, 'says'), this.texts);
    this.buttons = new WalletButtons(part(root, 'wallets'), this.texts);
    this.form = new GiftForm(part<HTMLFormElement>(root, 'form'), this.texts);
    this.review = new GiftReview(root, this.texts, root.dataset.wordsUrl ?? '');
    this.progress = new GiftProgress(root, this.status, this.chain.id, () => this.buttons.all());
  }

  start(): void {
    const tasks = new Tasks(this.root, (error) => this.say(error));
    tasks.onSubmit('form', (event) => this.prepare(event));
    tasks.onSubmit('review', () => this.give());
    part(this.root, 'change').addEventListener('click', () => this.change());
    part(this.root, 'again').addEventListener('click', () => this.change());
    this.buttons.start(
      () => this.welcome(),
      () => this.show('no-wallet'),
    );
  }

  private welcome(): void {
    part(this.root, 'no-wallet').hidden = true;
    const sent = remembered();
    this.show(sent ? 'progress' : 'form');
    if (sent) this.progress.follow(sent);
  }

  private async prepare(event: SubmitEvent): Promise<void> {
    const wallet = this.buttons.chosenBy(event);
    const chosen = this.form.read();
    if (!wallet || !chosen) return this.status.clear();
    this.status.plain('connecting');
    const account = await connect(wallet, this.chain);
    this.status.plain('checking');
    const gift = { ...chosen, ...destinationOf(this.root) };
    const plan = await planOf(account, gift);
    this.prepared = { wallet, account, gift, plan };
    this.status.clear();
    this.show('review');
    this.review.show(account, gift, plan);
  }

  private async give(): Promise<void> {
    if (!this.prepared) return;
    const { wallet, account, gift, plan } = this.prepared;
    if (!(await isStillChosen(account))) {
      this.change();
      return this.status.plain('accountChanged');
    }
    const sent = await perform(account, gift, plan, (step) => this.status.plain(step));
    this.show('progress');
    this.progress.follow(sent, wallet);
  }

  private change(): void {
    forget();
    this.prepared = undefined;
    this.status.clear();
    this.show('form');
    this.form.focus();
  }

  private say(error: unknown): void {
    const sentence = sentenceOf(error, this.chain);
    if (error instanceof Refused) sentence.values = { available: this.shown(error.available) };
    this.status.say(sentence);
  }

  private shown(amount: bigint): string {
    const { symbol, decimals } = this.form.token();
    return `${showAmount(amount, decimals)} ${symbol}`;
  }

  private show(name: 'form' | 'review' | 'progress' | 'no-wallet'): void {
    const shown = part(this.root, name);
    showOnly(shown, ...['form', 'review', 'progress', 'no-wallet'].map((each) => part(this.root, each)));
  }
}
