import { cidOf } from './cid';
import { element, part } from './parts';
import type { Texts } from './text';
import { UploadRefused, upload } from './upload';

const MOST = 4;

/** Pictures are uploaded when they are chosen; what is shown are the bytes that the node made of them, checked by hash. */
export class Pictures {
  private cids: string[] = [];

  constructor(
    private readonly form: HTMLElement,
    private readonly texts: Texts,
    private readonly lang: string,
    private readonly changed: () => void,
  ) {
    const input = part<HTMLInputElement>(form, 'picture-file');
    input.addEventListener('change', () => void this.add([...(input.files ?? [])]).then(() => this.reset(input)));
  }

  all(): string[] {
    return [...this.cids];
  }

  restore(cids: unknown): void {
    if (Array.isArray(cids)) for (const cid of cids.slice(0, MOST)) if (typeof cid === 'string') this.show(cid);
  }

  private async add(files: File[]): Promise<void> {
    for (const file of files) {
      if (this.cids.length >= MOST) return this.say(this.texts('tooMany', { most: `${MOST}` }));
      await this.addOne(file);
    }
  }

  private async addOne(file: File): Promise<void> {
    const progress = part<HTMLProgressElement>(this.form, 'picture-progress');
    progress.hidden = false;
    this.say('');
    try {
      const uploaded = await upload(file, this.lang, (share) => {
        progress.value = share;
      });
      const answer = await fetch(`/ipfs/${uploaded.cid}?format=raw`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (!answer.ok || cidOf(bytes) !== uploaded.cid) return this.say(this.texts('wrongHash'));
      if (!this.cids.includes(uploaded.cid)) this.show(uploaded.cid);
      this.changed();
    } catch (error) {
      const sentence = error instanceof UploadRefused ? error.message : '';
      this.say(sentence || this.texts('uploadFailed'));
    } finally {
      progress.hidden = true;
    }
  }

  private show(cid: string): void {
    this.cids.push(cid);
    const picture = element('img', {
      src: `/pictures/${cid}`,
      alt: this.texts('pictureAlt', { n: `${this.cids.length}` }),
    });
    const remove = element('button', { type: 'button', className: 'button-quiet', textContent: this.texts('remove') });
    const item = element('li', {}, picture, remove);
    remove.addEventListener('click', () => {
      this.cids = this.cids.filter((other) => other !== cid);
      item.remove();
      part<HTMLInputElement>(this.form, 'picture-file').focus();
      this.changed();
    });
    part(this.form, 'pictures').append(item);
  }

  private say(sentence: string): void {
    part(this.form, 'picture-says').textContent = sentence;
  }

  private reset(input: HTMLInputElement): void {
    input.value = '';
  }
}
