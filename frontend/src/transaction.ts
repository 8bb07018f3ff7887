import type { Account } from './account';
import type { Call } from './calls';
import { ask, type Hex, type Provider } from './provider';

/** A transaction that a wallet said it sent, and what is needed to find out what became of it. */
export interface Sent {
  hash: Hex;
  from: Hex;
  to: Hex;
  value: string;
  data: Hex;
  /** The account's nonce; when another transaction has used it, this one cannot come any more. */
  nonce: number;
  /** The head of the chain when it was sent. */
  since: number;
}

export interface Receipt {
  status: Hex;
  blockNumber: Hex;
}

export async function send(account: Account, call: Call): Promise<Sent> {
  const nonce = Number(await account.nonce('pending'));
  const since = await headOf(account.provider);
  const hash = await account.send(call);
  const { to, data, value } = call;
  const sent = { hash, from: account.address, to, data, value: value.toString(), nonce, since };
  const seen = await ask<{ nonce: Hex } | null>(account.provider, 'eth_getTransactionByHash', hash).catch(() => null);
  return seen ? { ...sent, nonce: Number(seen.nonce) } : sent;
}

export const receiptOf = (provider: Provider, hash: Hex) =>
  ask<Receipt | null>(provider, 'eth_getTransactionReceipt', hash);

export const headOf = async (provider: Provider) => Number(await ask<Hex>(provider, 'eth_blockNumber'));

/** Waits for a step that must be on the chain before the next one; false if it failed. */
export async function untilIncluded(provider: Provider, hash: Hex, pause = 1000): Promise<boolean> {
  for (;;) {
    const receipt = await receiptOf(provider, hash);
    if (receipt) return Number(receipt.status) === 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The transaction that took this one's place: same account, same nonce, other hash. */
export async function successorOf(provider: Provider, sent: Sent): Promise<{ hash: Hex; isSame: boolean } | undefined> {
  const used = Number(await ask<Hex>(provider, 'eth_getTransactionCount', sent.from, 'latest'));
  if (used <= sent.nonce) return undefined;
  const head = await headOf(provider);
  for (let number = Math.max(sent.since, head - 50); number <= head; number++) {
    const block = await ask<{ transactions: Mined[] } | null>(
      provider,
      'eth_getBlockByNumber',
      `0x${number.toString(16)}`,
      true,
    );
    const mined = block?.transactions.find(
      ({ from, nonce }) => from.toLowerCase() === sent.from.toLowerCase() && Number(nonce) === sent.nonce,
    );
    if (mined) return { hash: mined.hash, isSame: isSame(mined, sent) };
  }
  return undefined;
}

interface Mined {
  hash: Hex;
  from: Hex;
  to: Hex | null;
  nonce: Hex;
  value: Hex;
  input: Hex;
}

const isSame = (mined: Mined, sent: Sent) =>
  mined.to?.toLowerCase() === sent.to.toLowerCase() &&
  BigInt(mined.value) === BigInt(sent.value) &&
  mined.input.toLowerCase() === sent.data.toLowerCase();
