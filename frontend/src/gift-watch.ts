import { isOn } from './chain';
import { type GiftState, isOver, nextState, type Seen } from './gift-state';
import type { Hex, Provider } from './provider';
import { receiptOf, type Sent, successorOf } from './transaction';

const PAUSE = 2000;

/**
 * Follows a gift until nothing more can happen to it, in the ledger of this node and, as far as it answers, in the
 * donor's wallet. A sped-up gift goes on under its new hash.
 */
export class GiftWatch {
  private state: GiftState = { is: 'pending' };
  private isAsking = false;
  private timer = 0;

  constructor(
    private sent: Pick<Sent, 'hash'> & Partial<Sent>,
    private readonly chainId: number,
    private readonly provider: () => Provider | undefined,
    private readonly changed: (state: GiftState, hash: Hex) => void,
  ) {}

  start(): void {
    this.changed(this.state, this.sent.hash);
    document.addEventListener('urunan:block', () => void this.look());
    this.timer = window.setInterval(() => void this.look(), PAUSE);
    void this.look();
  }

  private async look(): Promise<void> {
    if (this.isAsking || isOver(this.state)) return;
    this.isAsking = true;
    try {
      this.become(nextState(this.state, await this.seen()));
    } finally {
      this.isAsking = false;
    }
  }

  private become(state: GiftState): void {
    this.state = state;
    this.changed(state, this.sent.hash);
    if (state.is === 'replaced') {
      this.sent = { ...this.sent, hash: state.by };
      this.state = { is: 'pending' };
    } else if (isOver(state)) {
      window.clearInterval(this.timer);
    }
  }

  private async seen(): Promise<Seen> {
    const ledger = await seenByLedger(this.sent.hash).catch((): Seen => ({}));
    if (ledger.entry || ledger.isRejected) return ledger;
    const wallet = await this.seenByWallet().catch((): Seen => ({}));
    return { ...ledger, ...wallet };
  }

  private async seenByWallet(): Promise<Seen> {
    const provider = this.provider();
    if (!provider || !(await isOn(provider, { id: this.chainId }))) return {};
    const receipt = await receiptOf(provider, this.sent.hash);
    if (receipt) return { receipt: { isSuccess: Number(receipt.status) === 1 } };
    const successor = isWhole(this.sent) ? await successorOf(provider, this.sent) : undefined;
    return { receipt: null, successor: successor?.hash === this.sent.hash ? undefined : successor };
  }
}

const isWhole = (sent: Partial<Sent>): sent is Sent => sent.nonce !== undefined;

/** What `GET /api/v1/tx/{hash}` tells: the first entry counts for the gift. */
async function seenByLedger(hash: Hex): Promise<Seen> {
  const answer = await fetch(`/api/v1/tx/${hash}`, { headers: { Accept: 'application/json' } });
  if (answer.status === 404) return { entry: null };
  if (!answer.ok) return {};
  const { entries, rejected } = (await answer.json()) as ApiTx;
  const [first] = entries;
  if (!first) return { entry: null, isRejected: rejected.length > 0 };
  return { entry: { isFinal: first.final, confirmations: first.confirmations } };
}

interface ApiTx {
  entries: { final: boolean; confirmations: number }[];
  rejected: unknown[];
}
