import type { Account } from './account';
import type { Chain } from './chain';
import { chainOf, connect, isStillChosen } from './connect';
import { NumberUnsure } from './number';
import { part, showOnly } from './parts';
import { Refused } from './plan';
import { messageOf } from './provider';
import { type Sentence, sentenceOf } from './sentence';
import { isShown, OtherAccount, type Statement, type StatementSource } from './statement';
import { StatementProgress } from './statement-progress';
import { reviewStatement } from './statement-review';
import { Status } from './status';
import { Tasks } from './tasks';
import { type Texts, textsOf } from './text';
import { send } from './transaction';
import { UploadRefused } from './upload';
import { WalletButtons } from './wallet-buttons';

/** From a form to the chain: wallet, review of what is signed, waiting until this node shows it. One of them is shown. */
export class StatementPanel {
  readonly texts: Texts;
  readonly status: Status;
  private readonly chain: Chain;
  private readonly buttons: WalletButtons;
  private prepared: { account: Account; statement: Statement } | undefined;

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
    const progress = new StatementProgress(this.root, this.status, this.chain.id, () => source.done());
    const tasks = new Tasks(this.root, (error) => this.tell(error));
    tasks.onSubmit('form', (event) => this.prepare(source, event));
    tasks.onSubmit('review', () => this.say(progress));
    part(this.root, 'change').addEventListener('click', () => this.change());
    const leftOver = progress.leftOver();
    this.show(leftOver ? 'progress' : 'form');
    this.buttons.start(
      () => this.showNoWallet(false),
      () => this.showNoWallet(!leftOver),
    );
    if (leftOver) progress.follow(leftOver, () => this.buttons.all()[0]?.provider, true);
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
    this.show('review');
    reviewStatement(this.root, statement);
  }

  private async say(progress: StatementProgress): Promise<void> {
    if (!this.prepared) return;
    const { account, statement } = this.prepared;
    if (!(await isStillChosen(account))) {
      this.change();
      return this.status.plain('accountChanged');
    }
    const { beneficiary, number, digest } = statement;
    const isNews = !(await isShown(statement).catch(() => false));
    const expected = { beneficiary, number: `${number}`, digest, isNews };
    progress.expect(expected);
    this.status.plain('confirmStatement');
    const sent = await send(account, statement.call).catch((error: unknown) => {
      progress.drop();
      throw error;
    });
    this.show('progress');
    progress.follow({ ...expected, sent }, () => account.provider, false);
  }

  private change(): void {
    this.prepared = undefined;
    this.status.clear();
    this.show('form');
    part(this.root, 'wallets').querySelector('button')?.focus();
  }

  private show(name: 'form' | 'review' | 'progress'): void {
    showOnly(part(this.root, name), ...['form', 'review', 'progress'].map((each) => part(this.root, each)));
  }

  private showNoWallet(isShown: boolean): void {
    part(this.root, 'no-wallet').hidden = !isShown;
  }

  private tell(error: unknown): void {
    this.status.say(this.sentenceOf(error));
  }

  private sentenceOf(error: unknown): Sentence {
    if (error instanceof NumberUnsure) return { key: 'numberUnsure', tone: 'alarm' };
    if (error instanceof OtherAccount) return { key: 'otherAccount', tone: 'alarm' };
    if (!(error instanceof UploadRefused)) return sentenceOf(error, this.chain);
    const message = messageOf(error);
    return message === ''
      ? { key: 'uploadFailed', tone: 'alarm' }
      : { key: 'asIs', tone: 'alarm', values: { message } };
  }
}
