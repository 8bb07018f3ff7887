import type { Provider } from './provider';

/** A wallet that announced itself (EIP-6963). Its name and icon are its own words: shown, never believed. */
export interface Wallet {
  id: string;
  name: string;
  /** A `data:image/…` address; other pictures are not shown, because they would be fetched from elsewhere. */
  icon: string | undefined;
  provider: Provider;
}

const NAME_LENGTH = 40;
const PATIENCE = 400;

/** Calls back once for each wallet; `none` if there is still none after a moment. */
export function findWallets(found: (wallet: Wallet) => void, none: () => void): void {
  const known = new Set<string>();
  window.addEventListener('eip6963:announceProvider', (event) => {
    const wallet = walletOf((event as CustomEvent<unknown>).detail);
    if (!wallet || known.has(wallet.id)) return;
    known.add(wallet.id);
    found(wallet);
  });
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  window.setTimeout(() => {
    if (known.size > 0) return;
    const old = (window as { ethereum?: Provider }).ethereum;
    if (typeof old?.request === 'function') found({ id: 'window.ethereum', name: '', icon: undefined, provider: old });
    else none();
  }, PATIENCE);
}

export function walletOf(detail: unknown): Wallet | undefined {
  const { info, provider } = (detail ?? {}) as { info?: Record<string, unknown>; provider?: Provider };
  if (typeof info?.uuid !== 'string' || typeof info.name !== 'string') return undefined;
  if (typeof provider?.request !== 'function') return undefined;
  const icon = typeof info.icon === 'string' && /^data:image\//i.test(info.icon) ? info.icon : undefined;
  return { id: info.uuid, name: info.name.slice(0, NAME_LENGTH), icon, provider };
}
