import { keptStatement, type OnItsWay } from './on-its-way';
import { part } from './parts';
import type { Provider } from './provider';
import type { Sentence } from './sentence';
import { isOver, type StatementState } from './statement-state';
import { StatementWatch } from './statement-watch';
import type { Status } from './status';

/** Shows what becomes of a statement that a wallet was asked to send, before and after a reload. */
export class StatementProgress {
  private readonly kept = keptStatement();
  private watch: StatementWatch | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly status: Status,
    private readonly chainId: number,
    private readonly arrived: () => void,
  ) {
    for (const name of ['give-up', 'back']) part(root, name).addEventListener('click', () => this.leave());
  }

  /** What an earlier visit of this page left on its way. */
  leftOver(): OnItsWay | undefined {
    return this.kept.load();
  }

  /** Before the wallet opens: it may take the person elsewhere, and the page with it. */
  expect(statement: OnItsWay): void {
    this.kept.keep(statement);
  }

  drop(): void {
    this.watch?.stop();
    this.kept.drop();
  }

  follow(statement: OnItsWay, provider: () => Provider | undefined, isLeftOver: boolean): void {
    this.kept.keep(statement);
    this.watch = new StatementWatch(statement, this.chainId, provider, (state, current, isFirst) => {
      this.status.say(sentenceFor(state));
      this.show(state, current);
      if (state.is === 'replaced') this.kept.keep(current);
      if (state.is === 'arrived') this.arrive(current, isLeftOver && isFirst);
    });
    this.watch.start();
  }

  private show(state: StatementState, { beneficiary, number, sent }: OnItsWay): void {
    const link = part<HTMLAnchorElement>(this.root, 'progress-hash');
    link.textContent = sent?.hash ?? '';
    link.href = `/tx/${sent?.hash ?? ''}${this.langQuery()}`;
    part(this.root, 'progress-sent').hidden = !sent;
    part<HTMLAnchorElement>(this.root, 'progress-page').href = this.pathOf({ beneficiary, number });
    part(this.root, 'progress-page').hidden = state.is !== 'arrived';
    part(this.root, 'waiting').hidden = isOver(state);
    part(this.root, 'back').hidden = !isOver(state);
  }

  /** Whoever comes back long after it arrived wants to know it, not to be taken there. */
  private arrive(statement: OnItsWay, isLongAgo: boolean): void {
    this.kept.drop();
    this.arrived();
    if (!isLongAgo) location.assign(this.pathOf(statement));
  }

  private leave(): void {
    this.drop();
    location.reload();
  }

  private pathOf({ beneficiary, number }: Pick<OnItsWay, 'beneficiary' | 'number'>): string {
    return `/campaigns/${beneficiary}/${number}${this.langQuery()}`;
  }

  private langQuery(): string {
    return this.root.dataset.langQuery ?? '';
  }
}

function sentenceFor(state: StatementState): Sentence {
  const key = `statement-${state.is}`;
  if (state.is === 'arrived') return { key, tone: 'good' };
  return { key, tone: state.is === 'failed' || state.is === 'cancelled' ? 'alarm' : 'plain' };
}
