import { getAddress, isAddress } from 'viem';
import { Account } from './account';
import { type Chain, ensureChain } from './chain';
import { ask, type Hex } from './provider';
import type { Wallet } from './wallets';

/** Asks the wallet for the account it lets this site see, and brings it to the chain. */
export async function connect({ provider }: Wallet, chain: Chain): Promise<Account> {
  const address = await firstAccount(ask(provider, 'eth_requestAccounts'));
  await ensureChain(provider, chain);
  return new Account(provider, address, chain);
}

/** Whether the wallet would still act for the same account: people change it between two steps. */
export async function isStillChosen(account: Account): Promise<boolean> {
  const chosen = await firstAccount(ask(account.provider, 'eth_accounts')).catch(() => undefined);
  return chosen?.toLowerCase() === account.address.toLowerCase();
}

async function firstAccount(answer: Promise<unknown>): Promise<Hex> {
  const accounts = await answer;
  const first: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  if (typeof first !== 'string' || !isAddress(first, { strict: false })) throw new Error('no account');
  return getAddress(first);
}

/** What the page says of the chain: `data-chain-id`, `data-chain-name`, `data-coin-…`, `data-rpc-url`. */
export function chainOf({ dataset }: HTMLElement): Chain {
  return {
    id: Number(dataset.chainId),
    name: dataset.chainName ?? '',
    coin: {
      name: dataset.coinName ?? '',
      symbol: dataset.coinSymbol ?? '',
      decimals: Number(dataset.coinDecimals ?? 18),
    },
    rpcUrl: dataset.rpcUrl || undefined,
  };
}
