import { ask, hasCode, type Provider, UNKNOWN_CHAIN } from './provider';

/** The chain that this node reads, as a wallet wants to be told (EIP-3085). */
export interface Chain {
  id: number;
  name: string;
  coin: { name: string; symbol: string; decimals: number };
  /** An endpoint that wallets may use; without one, the chain can be switched to but not added. */
  rpcUrl: string | undefined;
}

export class WrongChain extends Error {
  override name = 'WrongChain';
}

/** Returns only when the wallet says, after everything, that it is on this chain. */
export async function ensureChain(provider: Provider, chain: Chain): Promise<void> {
  if (await isOn(provider, chain)) return;
  try {
    await switchTo(provider, chain);
  } catch (error) {
    if (!hasCode(error, UNKNOWN_CHAIN)) throw error;
    if (!chain.rpcUrl) throw new WrongChain();
    await add(provider, chain);
    if (!(await isOn(provider, chain))) await switchTo(provider, chain);
  }
  await requireChain(provider, chain);
}

/** To be asked again right before anything is sent: the person may have changed it meanwhile. */
export async function requireChain(provider: Provider, chain: Chain): Promise<void> {
  if (!(await isOn(provider, chain))) throw new WrongChain();
}

export async function isOn(provider: Provider, chain: Pick<Chain, 'id'>): Promise<boolean> {
  const id = await ask<unknown>(provider, 'eth_chainId');
  return (typeof id === 'string' || typeof id === 'number') && Number(id) === chain.id;
}

const switchTo = (provider: Provider, chain: Chain) =>
  ask(provider, 'wallet_switchEthereumChain', { chainId: hexId(chain) });

const add = (provider: Provider, chain: Chain) =>
  ask(provider, 'wallet_addEthereumChain', {
    chainId: hexId(chain),
    chainName: chain.name,
    nativeCurrency: chain.coin,
    rpcUrls: [chain.rpcUrl],
  });

const hexId = (chain: Chain) => `0x${chain.id.toString(16)}`;
