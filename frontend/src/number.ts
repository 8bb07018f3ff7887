import { type Abi, encodeEventTopics } from 'viem';
import { abi as donationsAbi } from '../../contracts/out/IDonations.sol/IDonations.json';
import type { Account } from './account';
import { campaignIdOf } from './calls';
import { ask, type Hex } from './provider';

/** No number could be chosen for certain: announcing an existing one would overwrite that campaign's text. */
export class NumberUnsure extends Error {
  override name = 'NumberUnsure';
}

/**
 * The next free number of an account. This node knows all numbers up to the block it has read; for what happened since,
 * the chain is asked, and an account whose other transaction is still on its way has to wait for it.
 */
export async function nextNumber(account: Account, contract: Hex): Promise<bigint> {
  if ((await account.nonce('pending')) !== (await account.nonce('latest'))) throw new NumberUnsure();
  const answer = await fetch(`/campaigns/number?beneficiary=${account.address}`);
  if (!answer.ok) throw new NumberUnsure();
  const known = (await answer.json()) as { next: string; asOf: { number: number } };
  let number = BigInt(known.next);
  while (await isAnnouncedSince(account, contract, number, known.asOf.number)) number++;
  return number;
}

async function isAnnouncedSince(account: Account, contract: Hex, number: bigint, block: number): Promise<boolean> {
  const campaignId = campaignIdOf({ beneficiary: account.address, number });
  const topics = encodeEventTopics({ abi: donationsAbi as Abi, eventName: 'CampaignAnnounced', args: { campaignId } });
  const fromBlock = `0x${(block + 1).toString(16)}`;
  try {
    const head = Number(await ask<Hex>(account.provider, 'eth_blockNumber'));
    if (head <= block) return false;
    const filter = { address: contract, topics, fromBlock, toBlock: `0x${head.toString(16)}` };
    return (await ask<unknown[]>(account.provider, 'eth_getLogs', filter)).length > 0;
  } catch {
    throw new NumberUnsure();
  }
}
