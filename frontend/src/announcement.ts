import type { Account } from './account';
import { announce } from './calls';
import { FormFields } from './form-fields';
import { Kept } from './kept';
import { write } from './manifest';
import { nextNumber } from './number';
import { part } from './parts';
import { type Chosen, Pictures } from './pictures';
import type { Hex } from './provider';
import { OtherAccount, type Statement, type StatementSource } from './statement';
import type { StatementPanel } from './statement-panel';
import { previewStory } from './story-preview';
import { isNamedRight, UploadRefused, upload } from './upload';

/** The form of a new or a revised campaign: its text goes to this node, its hash to the chain. */
export class Announcement implements StatementSource {
  private readonly draft = new Kept('urunan-draft', isRecord);
  private readonly fields: FormFields;
  private readonly pictures: Pictures;
  private readonly lang: string;
  private digest: Hex | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly panel: StatementPanel,
  ) {
    const form = part<HTMLFormElement>(root, 'form');
    this.lang = document.documentElement.lang;
    this.fields = new FormFields(form, panel.texts);
    this.pictures = new Pictures(form, panel.texts, this.lang, () => this.keep());
    this.recall();
    form.addEventListener('input', () => this.keep());
    part(root, 'drop-draft').addEventListener('click', () => this.startOver());
    previewStory(form);
  }

  async ready(): Promise<boolean> {
    const written = write(this.fields.typed(this.pictures.cids()));
    if ('problems' in written) {
      this.fields.refuse(written.problems.map((problem) => this.fields.sentenceFor(problem)));
      return false;
    }
    this.panel.status.plain('uploading');
    const bytes = new TextEncoder().encode(written.manifest);
    this.digest = await this.uploaded(bytes);
    return this.digest !== undefined;
  }

  async statementOf(account: Account): Promise<Statement> {
    const { contract, beneficiary, number: existing } = this.root.dataset;
    if (beneficiary && beneficiary.toLowerCase() !== account.address.toLowerCase()) throw new OtherAccount();
    const number = existing ? BigInt(existing) : await nextNumber(account, contract as Hex);
    const digest = this.digest as Hex;
    const call = announce(contract as Hex, number, digest);
    return { call, beneficiary: (beneficiary as Hex | undefined) ?? account.address, number, digest };
  }

  done(): void {
    this.draft.drop();
  }

  /** Undefined when the node names fields to be corrected; they are told beside the fields. */
  private async uploaded(bytes: Uint8Array<ArrayBuffer>): Promise<Hex | undefined> {
    try {
      const answer = await upload(new Blob([bytes], { type: 'application/json' }), this.lang);
      if (!isNamedRight(bytes, answer)) throw new UploadRefused(this.panel.texts('wrongHash'), []);
      return answer.digest;
    } catch (error) {
      if (!(error instanceof UploadRefused) || error.errors.length === 0) throw error;
      const rest = this.fields.refuse(error.errors).map(({ message }) => message);
      const message = [error.message, ...rest].join(' ');
      this.panel.status.say({ key: 'asIs', tone: 'alarm', values: { message } });
      return undefined;
    }
  }

  private keep(): void {
    this.draft.keep({ fields: this.fields.values(), pictures: this.pictures.all() });
  }

  private recall(): void {
    const kept = this.draft.load();
    this.pictures.restore(kept?.pictures ?? this.announcedPictures());
    if (!kept) return;
    this.fields.restore((kept.fields ?? {}) as Record<string, unknown>);
    part(this.root, 'draft').hidden = false;
  }

  private announcedPictures(): Chosen[] {
    const cids = (this.root.dataset.pictures ?? '').split(' ').filter(Boolean);
    return cids.map((cid) => ({ cid, shown: `/pictures/${cid}` }));
  }

  private startOver(): void {
    this.draft.drop();
    location.reload();
  }
}

function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null;
}
