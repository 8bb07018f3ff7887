import { element } from './parts';
import type { Texts } from './text';
import { findWallets, type Wallet } from './wallets';

/**
 * One submit button for each wallet of this browser, in the order in which they announce themselves. Names are text and
 * icons are `data:` pictures: what a wallet says of itself can neither run nor load anything.
 */
export class WalletButtons {
  private readonly wallets = new Map<string, Wallet>();

  constructor(
    private readonly list: HTMLElement,
    private readonly texts: Texts,
  ) {}

  start(first: () => void, none: () => void): void {
    findWallets((wallet) => {
      if (this.wallets.size === 0) first();
      this.wallets.set(wallet.id, wallet);
      this.list.append(element('li', {}, this.buttonFor(wallet)));
    }, none);
  }

  /** The wallet whose button submitted the form. */
  chosenBy(event: SubmitEvent): Wallet | undefined {
    const id = (event.submitter as HTMLButtonElement | null)?.value;
    return this.wallets.get(id ?? '') ?? this.wallets.values().next().value;
  }

  all(): Wallet[] {
    return [...this.wallets.values()];
  }

  private buttonFor({ id, name, icon }: Wallet): HTMLButtonElement {
    const label = this.texts('walletButton', { wallet: name || this.texts('browserWallet') });
    const button = element('button', { type: 'submit', value: id, className: 'wallet' });
    if (icon) button.append(element('img', { src: icon, alt: '', width: 24, height: 24 }));
    button.append(element('span', { textContent: label }));
    return button;
  }
}
