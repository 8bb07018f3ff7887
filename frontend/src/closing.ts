import type { Account } from './account';
import { close } from './calls';
import type { Hex } from './provider';
import { OtherAccount, type Statement, type StatementSource } from './statement';

/** Says on the chain that a campaign is over. */
export class Closing implements StatementSource {
  constructor(private readonly root: HTMLElement) {}

  ready(): Promise<boolean> {
    return Promise.resolve(true);
  }

  statementOf(account: Account): Promise<Statement> {
    const { contract, beneficiary, number } = this.root.dataset;
    if (beneficiary?.toLowerCase() !== account.address.toLowerCase()) return Promise.reject(new OtherAccount());
    const own = BigInt(number ?? '');
    const call = close(contract as Hex, own);
    return Promise.resolve({ call, beneficiary: beneficiary as Hex, number: own, digest: undefined });
  }

  done(): void {}
}
