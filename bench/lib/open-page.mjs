/**
 * What an open page of the node does, without a browser: hears the stream, waits until the kinds of one change are
 * there (frontend/src/live.ts), fetches the page again, and shows it.
 */
const TOGETHER = 10;
const CALM = 300;

export class OpenPage {
  #waiting = null;
  #timer = null;
  #last = Number.NEGATIVE_INFINITY;
  #stop = new AbortController();

  static async open(site, path) {
    const page = new OpenPage();
    page.url = `${site}${path}`;
    const stream = await fetch(`${site}/api/v1/stream`, { headers: { Accept: 'text/event-stream' }, signal: page.#stop.signal });
    page.#listen(stream.body).catch(() => {});
    return page;
  }

  /** @returns when the page first shows this text, or null */
  shows(text, patience) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#found(null), patience);
      this.#waiting = { text, resolve, timer };
    });
  }

  close() {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  async #listen(body) {
    const decoder = new TextDecoder();
    for await (const part of body) {
      if (decoder.decode(part).includes('event:')) this.#refreshSoon();
    }
  }

  #refreshSoon() {
    this.#timer ??= setTimeout(() => this.#refresh(), Math.max(TOGETHER, this.#last + CALM - performance.now()));
  }

  async #refresh() {
    this.#timer = null;
    this.#last = performance.now();
    const html = await (await fetch(this.url, { headers: { Accept: 'text/html' } })).text();
    if (this.#waiting && html.includes(this.#waiting.text)) this.#found(performance.now());
  }

  #found(at) {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.resolve(at);
  }
}
