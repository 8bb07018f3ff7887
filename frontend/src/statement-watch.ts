import { isOn } from './chain';
import type { OnItsWay } from './on-its-way';
import type { Provider } from './provider';
import { isShown } from './statement';
import { type Heard, isOver, nextState, type StatementState } from './statement-state';
import { receiptOf, successorOf } from './transaction';

const PAUSE = 1000;

/** Follows a statement until it has arrived or cannot any more: at this node, and in the wallet as far as it answers. */
export class StatementWatch {
  private state: StatementState;
  private isAsking = false;
  private timer = 0;

  constructor(
    private statement: OnItsWay,
    private readonly chainId: number,
    private readonly provider: () => Provider | undefined,
    private readonly changed: (state: StatementState, statement: OnItsWay, isFirst: boolean) => void,
  ) {
    this.state = { is: statement.sent ? 'pending' : 'asked' };
  }

  start(): void {
    this.changed(this.state, this.statement, false);
    this.timer = window.setInterval(() => void this.look(false), PAUSE);
    void this.look(true);
  }

  stop(): void {
    window.clearInterval(this.timer);
  }

  private async look(isFirst: boolean): Promise<void> {
    if (this.isAsking || isOver(this.state)) return;
    this.isAsking = true;
    try {
      this.become(nextState(this.state, await this.heard(), this.statement.isNews), isFirst);
    } finally {
      this.isAsking = false;
    }
  }

  private become(state: StatementState, isFirst: boolean): void {
    this.state = state;
    const { sent } = this.statement;
    if (state.is === 'replaced' && sent) this.statement = { ...this.statement, sent: { ...sent, hash: state.by } };
    if (isOver(state)) this.stop();
    this.changed(state, this.statement, isFirst);
  }

  private async heard(): Promise<Heard> {
    const { beneficiary, number, digest } = this.statement;
    const shown = await isShown({ beneficiary, number: BigInt(number), digest }).catch(() => undefined);
    const wallet = await this.heardOfWallet().catch((): Heard => ({}));
    return { ...wallet, isShown: shown };
  }

  private async heardOfWallet(): Promise<Heard> {
    const provider = this.provider();
    const { sent } = this.statement;
    if (!sent || !provider || !(await isOn(provider, { id: this.chainId }))) return {};
    const receipt = await receiptOf(provider, sent.hash);
    if (receipt) return { receipt: { isSuccess: Number(receipt.status) === 1 } };
    const successor = await successorOf(provider, sent);
    return { receipt: null, successor: successor?.hash === sent.hash ? undefined : successor };
  }
}
