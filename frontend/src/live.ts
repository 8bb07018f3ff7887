import { fetchDocument } from './fragment';

/**
 * `<section id="totals" data-live="ledger" data-live-src="/fragment">`: whenever the stream says that something of this
 * kind changed, the element is fetched again (from its own page unless `data-live-src` says otherwise) and put in the
 * old one's place. Several kinds are separated by spaces.
 */
const CALM = 300;

let stream: EventSource | undefined;
const waiting = new Map<string, number>();

export function startLiveLines(): void {
  const kinds = new Set([...document.querySelectorAll<HTMLElement>('[data-live]')].flatMap(kindsOf));
  for (const kind of kinds) onChange(kind, () => refreshSoon(kind));
}

/** Calls back whenever the stream says that something of this kind changed, with what it said. */
export function onChange(kind: string, changed: (data: string) => void): void {
  stream ??= new EventSource('/api/v1/stream');
  stream.addEventListener(kind, (event) => changed((event as MessageEvent<string>).data));
}

/** Several changes in a moment become one request. */
function refreshSoon(kind: string): void {
  if (waiting.has(kind)) return;
  waiting.set(
    kind,
    window.setTimeout(() => {
      waiting.delete(kind);
      void refresh(kind);
    }, CALM),
  );
}

async function refresh(kind: string): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')].filter((part) =>
    kindsOf(part).includes(kind),
  );
  const sources = new Map<string, Promise<Document>>();
  for (const part of parts) {
    const source = part.dataset.liveSrc ?? location.pathname + location.search;
    const answer = sources.get(source) ?? fetchDocument(source);
    sources.set(source, answer);
    // A missed refresh is made up for by the next change: the page stays as it was.
    await answer.then((fresh) => replace(part, fresh)).catch(() => {});
  }
}

function replace(part: HTMLElement, fresh: Document): void {
  const next = fresh.getElementById(part.id);
  if (next && !part.contains(document.activeElement)) part.replaceWith(document.adoptNode(next));
}

function kindsOf(part: HTMLElement): string[] {
  return (part.dataset.live ?? '').split(' ').filter(Boolean);
}
