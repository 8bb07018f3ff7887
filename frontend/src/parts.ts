/** An element that a part of the page must have: `data-part="name"`. */
export function part<T extends HTMLElement = HTMLElement>(root: ParentNode, name: string): T {
  const found = root.querySelector<T>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part "${name}"`);
  return found;
}

/** Shows one of several elements and hides the others. */
export function showOnly(shown: HTMLElement, ...all: HTMLElement[]): void {
  for (const element of all) element.hidden = element !== shown;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A full address in groups of four, as the server shows them; copied, it has no spaces in it. */
export function showAddress(place: HTMLElement, address: string): void {
  const groups = [address.slice(0, 6), ...(address.slice(6).match(/.{1,4}/g) ?? [])];
  place.replaceChildren(...groups.map((group) => element('span', { textContent: group })));
}
