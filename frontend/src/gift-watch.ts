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
    const entry = await entryOf(this.sent.hash).catch(() => undefined);
    if (entry) return { entry };
    const wallet = await this.seenByWallet().catch(() => ({}));
    return { entry, ...wallet };
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

/** The ledger's first entry of this transaction, as `GET /api/v1/tx/{hash}` tells it. */
async function entryOf(hash: Hex): Promise<Seen['entry']> {
  const answer = await fetch(`/api/v1/tx/${hash}`, { headers: { Accept: 'application/json' } });
  if (answer.status === 404) return null;
  if (!answer.ok) return undefined;
  const { entries = [] } = (await answer.json()) as { entries?: { final: boolean; confirmations: number }[] };
  const [first] = entries;
  return first ? { isFinal: first.final, confirmations: first.confirmations } : null;
}
