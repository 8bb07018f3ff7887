import { element } from '../parts';
import type { Line } from './explain';

const STYLE = `
  dialog { max-width: min(34rem, calc(100vw - 2rem)); padding: 1.25rem; border: 2px solid #b4560f; border-radius: .8rem;
    background: #fffdf9; color: #20282a; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  dialog::backdrop { background: rgb(0 0 0 / 45%); }
  h2 { margin: 0 0 .25rem; font-size: 1.2rem; }
  p { margin: 0 0 .75rem; color: #566064; }
  dl { margin: 0 0 1rem; }
  dt { color: #566064; font-size: .875rem; }
  dd { margin: 0 0 .5rem; font-family: ui-monospace, monospace; }
  label { display: block; padding: .35rem 0; }
  button { min-height: 2.75rem; margin: .25rem .5rem 0 0; padding: .4rem 1.2rem; border: 1px solid #a8430e;
    border-radius: .5rem; background: #a8430e; color: #fff; font: 600 1rem system-ui, sans-serif; cursor: pointer; }
  button[value=reject] { background: transparent; color: #a8430e; }
`;

export interface Asked {
  title: string;
  lines: Line[];
  approve: string;
  /** To choose from; the answer is the chosen one's index. */
  choices?: string[];
  chosen?: number;
}

let host: HTMLElement | undefined;

/** Opens the wallet's window and waits for the person: the chosen index (0 without choices), or undefined if rejected. */
export function askPerson({ title, lines, approve, choices = [], chosen = 0 }: Asked): Promise<number | undefined> {
  const dialog = element('dialog', { lang: 'en' });
  const heading = element('h2', { id: 'title', textContent: title });
  const facts = element('dl');
  for (const [name, value] of lines) facts.append(element('dt', {}, name), element('dd', {}, value));
  const form = element(
    'form',
    { method: 'dialog' },
    facts,
    ...choices.map((name, index) => choice(name, index, chosen)),
  );
  form.append(element('button', { value: 'approve', textContent: approve }));
  form.append(element('button', { value: 'reject', textContent: 'Reject' }));
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.append(heading, element('p', { textContent: `${location.host} asks. Demo wallet: play money only.` }), form);
  shadow().replaceChildren(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const picked = form.querySelector<HTMLInputElement>('input:checked');
      dialog.remove();
      resolve(dialog.returnValue === 'approve' ? Number(picked?.value ?? 0) : undefined);
    });
  });
}

function choice(name: string, index: number, chosen: number): HTMLLabelElement {
  const input = element('input', { type: 'radio', name: 'choice', value: `${index}`, checked: index === chosen });
  return element('label', {}, input, ` ${name}`);
}

/** Apart from the page's own styles, which do not fit a wallet's window. */
function shadow(): ShadowRoot {
  if (!host) {
    host = element('div');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    document.body.append(host);
  }
  return host.shadowRoot as ShadowRoot;
}
