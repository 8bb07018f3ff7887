import type { Account } from './account';
import { type Chain, WrongChain } from './chain';
import { chainOf, connect, isStillChosen } from './connect';
import { NumberUnsure } from './number';
import { part, showAddress, showOnly } from './parts';
import { Refused } from './plan';
import { messageOf } from './provider';
import { type Sentence, sentenceOf } from './sentence';
import { isShown, OtherAccount, type Statement, type StatementSource } from './statement';
import { Status } from './status';
import { type Texts, textsOf } from './text';
import { send, untilIncluded } from './transaction';
import { UploadRefused } from './upload';
import { WalletButtons } from './wallet-buttons';

const PAUSE = 1000;

/** From a form to the chain: wallet, review of what is signed, waiting until this node shows it, and there. */
export class StatementPanel {
  readonly texts: Texts;
  readonly status: Status;
  private readonly chain: Chain;
  private readonly buttons: WalletButtons;
  private prepared: { account: Account; statement: Statement } | undefined;
  private isBusy = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly source: (panel: StatementPanel) => StatementSource,
  ) {
    this.texts = textsOf(root);
    this.chain = chainOf(root);
    this.status = new Status(part(root, 'says'), this.texts);
    this.buttons = new WalletButtons(part(root, 'wallets'), this.texts);
  }

  start(): void {
    const source = this.source(this);
    this.on('form', (event) => this.busily(() => this.prepare(source, event), event.submitter));
    this.on('review', (event) => this.busily(() => this.say(source), event.submitter));
    part(this.root, 'change').addEventListener('click', () => this.change());
    part(this.root, 'form').hidden = false;
    this.buttons.start(
      () => this.showNoWallet(false),
      () => this.showNoWallet(true),
    );
  }

  private async prepare(source: StatementSource, event: SubmitEvent): Promise<void> {
    const wallet = this.buttons.chosenBy(event);
    this.status.clear();
    if (!(await source.ready()) || !wallet) return;
    this.status.plain('connecting');
    const account = await connect(wallet, this.chain);
    this.status.plain('checking');
    const statement = await source.statementOf(account);
    if (!(await account.wouldSucceed(statement.call))) throw new Refused('wouldFail');
    this.prepared = { account, statement };
    this.status.clear();
    this.review(statement);
  }

  private review({ beneficiary, number, digest }: Statement): void {
    showOnly(part(this.root, 'review'), part(this.root, 'form'), part(this.root, 'review'));
    showAddress(part(this.root, 'review-beneficiary'), beneficiary);
    part(this.root, 'review-number').textContent = `${number}`;
    const shown = this.root.querySelector<HTMLElement>('[data-part="review-digest"]');
    if (shown) shown.textContent = digest ?? '';
    part(this.root, 'review-title').focus();
  }

  private async say(source: StatementSource): Promise<void> {
    if (!this.prepared) return;
    const { account, statement } = this.prepared;
    if (!(await isStillChosen(account))) {
      this.change();
      return this.status.plain('accountChanged');
    }
    this.status.plain('confirmStatement');
    const { hash } = await send(account, statement.call);
    part(this.root, 'review').hidden = true;
    this.status.plain('statementPending', { hash });
    if (!(await untilIncluded(account.provider, hash))) throw new Refused('wouldFail');
    this.status.plain('statementIncluded');
    await this.untilShown(statement);
    source.done();
    const { beneficiary, number } = statement;
    location.assign(`/campaigns/${beneficiary}/${number}${this.root.dataset.langQuery ?? ''}`);
  }

  private async untilShown(statement: Statement): Promise<void> {
    while (!(await isShown(statement).catch(() => false))) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  private change(): void {
    this.prepared = undefined;
    this.status.clear();
    showOnly(part(this.root, 'form'), part(this.root, 'form'), part(this.root, 'review'));
    part(this.root, 'wallets').querySelector('button')?.focus();
  }

  private showNoWallet(isShown: boolean): void {
    part(this.root, 'no-wallet').hidden = !isShown;
  }

  private async busily(task: () => Promise<void>, button: HTMLElement | null): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.root.setAttribute('aria-busy', 'true');
    try {
      await task();
    } catch (error) {
      const values = { chain: this.chain.name, chainId: `${this.chain.id}`, available: '' };
      const sentence = this.sentenceOf(error);
      this.status.say({ ...sentence, values: { ...values, ...sentence.values } });
      if (this.prepared) part(this.root, 'review').hidden = false;
      button?.focus();
    } finally {
      this.isBusy = false;
      this.root.removeAttribute('aria-busy');
    }
  }

  private sentenceOf(error: unknown): Sentence {
    if (error instanceof NumberUnsure) return { key: 'numberUnsure', tone: 'alarm' };
    if (error instanceof OtherAccount) return { key: 'otherAccount', tone: 'alarm' };
    if (error instanceof WrongChain && !this.chain.rpcUrl) return { key: 'wrongChainByHand', tone: 'alarm' };
    if (!(error instanceof UploadRefused)) return sentenceOf(error);
    const message = messageOf(error);
    return message === ''
      ? { key: 'uploadFailed', tone: 'alarm' }
      : { key: 'asIs', tone: 'alarm', values: { message } };
  }

  private on(name: string, submitted: (event: SubmitEvent) => void): void {
    part<HTMLFormElement>(this.root, name).addEventListener('submit', (event) => {
      event.preventDefault();
      submitted(event);
    });
  }
}
