/**
 * `<button data-copy="text" data-copied="Copied." data-select="#id">`: copies the text and says so in the button's
 * own `[data-copy-says]` or the element named by `aria-describedby`. Without permission, selects the text instead.
 */
export function startCopying(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (button) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const says = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    if (says) says.textContent = button.dataset.copied ?? '';
  } catch {
    const shown = document.querySelector(button.dataset.select ?? '');
    if (shown) getSelection()?.selectAllChildren(shown);
    if (says) says.textContent = button.dataset.selected ?? '';
  }
}
