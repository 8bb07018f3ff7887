import { type GiftState, isOver } from './gift-state';
import { GiftWatch } from './gift-watch';
import { part } from './parts';
import type { Hex } from './provider';
import { remember } from './remembered';
import type { Sentence } from './sentence';
import type { Status } from './status';
import type { Sent } from './transaction';
import type { Wallet } from './wallets';

/** Shows what becomes of a gift that was sent, with its hash and the page that tells the same without JavaScript. */
export class GiftProgress {
  constructor(
    private readonly root: HTMLElement,
    private readonly status: Status,
    private readonly chainId: number,
    private readonly wallets: () => Wallet[],
  ) {}

  follow(sent: Partial<Sent> & { hash: Hex }, wallet?: Wallet): void {
    let current = sent;
    remember(current);
    const provider = () => (wallet ?? this.wallets()[0])?.provider;
    new GiftWatch(sent, this.chainId, provider, (state, hash) => {
      this.status.say(sentenceFor(state));
      this.showHash(state.is === 'replaced' ? state.by : hash);
      if (state.is === 'replaced') {
        current = { ...current, hash: state.by };
        remember(current);
      }
      part(this.root, 'again').hidden = !(isOver(state) || state.is === 'confirmed') || state.is === 'replaced';
    }).start();
  }

  private showHash(hash: Hex): void {
    const link = part<HTMLAnchorElement>(this.root, 'hash');
    link.textContent = hash;
    link.href = `${this.root.dataset.txUrl}${hash}${this.root.dataset.langQuery ?? ''}`;
    part(this.root, 'progress').hidden = false;
  }
}

function sentenceFor(state: GiftState): Sentence {
  switch (state.is) {
    case 'confirmed':
      return {
        key: state.confirmations === 1 ? 'confirmedOnce' : 'confirmed',
        tone: 'good',
        values: { n: `${state.confirmations}` },
      };
    case 'final':
      return { key: 'final', tone: 'good' };
    case 'failed':
    case 'notCounted':
      return { key: state.is, tone: 'alarm' };
    default:
      return { key: state.is, tone: 'plain' };
  }
}
