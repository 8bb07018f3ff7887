import { part, showAddress } from './parts';
import type { Statement } from './statement';

/** What the beneficiary reads before the wallet opens: what exactly is said, and for whom. */
export function reviewStatement(root: HTMLElement, { beneficiary, number, digest }: Statement): void {
  showAddress(part(root, 'review-beneficiary'), beneficiary);
  part(root, 'review-number').textContent = `${number}`;
  const shown = root.querySelector<HTMLElement>('[data-part="review-digest"]');
  if (shown) shown.textContent = digest ?? '';
  part(root, 'review-title').focus();
}
