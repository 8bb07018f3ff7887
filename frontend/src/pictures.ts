import { element, part } from './parts';
import type { Texts } from './text';
import { thumbnailOf } from './thumbnail';
import { UploadRefused, upload } from './upload';

const MOST = 4;

export interface Chosen {
  cid: string;
  /** What the form shows: the picture that this node serves, or a small copy of the file. */
  shown: string;
}

/** Pictures are uploaded when they are chosen; this node encodes them anew and answers with their CID. */
export class Pictures {
  private chosen: Chosen[] = [];
  private readonly input: HTMLInputElement;

  constructor(
    private readonly form: HTMLElement,
    private readonly texts: Texts,
    private readonly lang: string,
    private readonly changed: () => void,
  ) {
    this.input = part<HTMLInputElement>(form, 'picture-file');
    this.input.addEventListener('change', () => void this.add([...(this.input.files ?? [])]));
  }

  all(): Chosen[] {
    return [...this.chosen];
  }

  cids(): string[] {
    return this.chosen.map(({ cid }) => cid);
  }

  restore(kept: unknown): void {
    if (!Array.isArray(kept)) return;
    this.chosen = kept.filter(isChosen).slice(0, MOST);
    this.show();
  }

  private async add(files: File[]): Promise<void> {
    this.say('');
    for (const file of files) await this.addOne(file);
    this.input.value = '';
  }

  private async addOne(file: File): Promise<void> {
    if (this.chosen.length >= MOST) return this.say(this.texts('tooMany', { most: `${MOST}` }));
    const progress = part<HTMLProgressElement>(this.form, 'picture-progress');
    progress.value = 0;
    progress.hidden = false;
    try {
      const { cid } = await upload(file, this.lang, (share) => {
        progress.value = share;
      });
      if (this.cids().includes(cid)) return;
      this.chosen.push({ cid, shown: await thumbnailOf(file) });
      this.show();
      this.changed();
    } catch (error) {
      const sentence = error instanceof UploadRefused ? error.message : '';
      this.say(sentence || this.texts('uploadFailed'));
    } finally {
      progress.hidden = true;
    }
  }

  private show(): void {
    part(this.form, 'pictures').replaceChildren(...this.chosen.map((chosen, index) => this.item(chosen, index + 1)));
  }

  private item({ cid, shown }: Chosen, n: number): HTMLLIElement {
    const picture = element('img', { src: shown, alt: this.texts('pictureAlt', { n: `${n}` }) });
    const textContent = this.texts('removePicture', { n: `${n}` });
    const remove = element('button', { type: 'button', className: 'button-quiet', textContent });
    remove.addEventListener('click', () => {
      this.chosen = this.chosen.filter((other) => other.cid !== cid);
      this.show();
      this.changed();
      this.input.focus();
    });
    return element('li', {}, picture, remove);
  }

  private say(sentence: string): void {
    part(this.form, 'picture-says').textContent = sentence;
  }
}

/** Drafts are read back from a store that others on this site's address could have written. */
function isChosen(kept: unknown): kept is Chosen {
  const { cid, shown } = (kept ?? {}) as Partial<Chosen>;
  return typeof cid === 'string' && typeof shown === 'string' && /^(data:image\/|\/pictures\/)/.test(shown);
}
