import { fetchDocument } from './fragment';
import { part } from './parts';

const CALM = 600;

/** Shows the story as its page will, rendered by this node, a moment after the last letter was typed. */
export function previewStory(form: HTMLElement): void {
  const story = part<HTMLTextAreaElement>(form, 'story');
  let timer = 0;
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void show(form, story.value), CALM);
  };
  story.addEventListener('input', soon);
  soon();
}

async function show(form: HTMLElement, markdown: string): Promise<void> {
  const place = part(form, 'preview');
  try {
    const answer = await fetchDocument(place.dataset.src ?? '', markdown);
    const fresh = answer.getElementById('preview');
    if (fresh) place.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  } catch {
    // The old preview stays; the text itself is in the field.
  }
}
