import type { Account } from './account';
import type { Call } from './calls';
import type { Hex } from './provider';

/** What a beneficiary is about to say on the chain. */
export interface Statement {
  call: Call;
  beneficiary: Hex;
  number: bigint;
  /** SHA-256 of the announced manifest; a closing has none. */
  digest: Hex | undefined;
}

/** How one form comes to its statement. */
export interface StatementSource {
  /** Whatever must be right before a wallet is asked; false if the person has to correct something first. */
  ready(): Promise<boolean>;
  statementOf(account: Account): Promise<Statement>;
  /** The statement has arrived: nothing has to be kept any more. */
  done(): void;
}

/** Only the beneficiary's own account can speak for its campaign. */
export class OtherAccount extends Error {
  override name = 'OtherAccount';
}

interface Campaign {
  contentHash: string;
  contentAvailable: boolean;
  closed: boolean;
}

/** Whether this node shows what was said, text included. */
export async function isShown({ beneficiary, number, digest }: Omit<Statement, 'call'>): Promise<boolean> {
  const answer = await fetch(`/api/v1/campaigns/${beneficiary.toLowerCase()}/${number}`);
  if (!answer.ok) return false;
  const { campaign } = (await answer.json()) as { campaign: Campaign };
  if (!digest) return campaign.closed;
  return campaign.contentHash === digest && campaign.contentAvailable && !campaign.closed;
}
