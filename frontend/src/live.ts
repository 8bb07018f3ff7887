import { calmly } from './calm';
import { fetchDocument } from './fragment';

/**
 * `<section id="totals" data-live="ledger" data-live-src="/fragment">`: whenever the stream says that something of this
 * kind changed, the element is fetched again (from its own page unless `data-live-src` says otherwise) and put in the
 * old one's place. Several kinds are separated by spaces.
 */
const refreshSoon = calmly(refresh);

/** Other scripts hear of the same changes as `urunan:kind` events of the document. */
export function startLiveLines(): void {
  const kinds = new Set([...document.querySelectorAll<HTMLElement>('[data-live]')].flatMap(kindsOf));
  if (kinds.size === 0) return;
  const stream = new EventSource('/api/v1/stream');
  for (const kind of kinds) {
    stream.addEventListener(kind, () => {
      document.dispatchEvent(new CustomEvent(`urunan:${kind}`));
      refreshSoon(kind);
    });
  }
}

async function refresh(kinds: string[]): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')].filter((part) =>
    kindsOf(part).some((kind) => kinds.includes(kind)),
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
