import type { Sentence } from './sentence';
import type { Texts } from './text';

/** The one live region of a part: says what is happening, in the page's words. */
export class Status {
  constructor(
    private readonly line: HTMLElement,
    private readonly texts: Texts,
  ) {}

  say(sentence: Sentence): void {
    const text = this.texts(sentence.key, sentence.values);
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.className = sentence.tone === 'plain' ? 'note note-plain' : `note note-${sentence.tone}`;
    this.line.dataset.says = sentence.key;
  }

  plain(key: string, values: Record<string, string> = {}): void {
    this.say({ key, tone: 'plain', values });
  }

  clear(): void {
    this.line.textContent = '';
    this.line.className = '';
    delete this.line.dataset.says;
  }
}
