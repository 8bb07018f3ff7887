// The panel through which a donor gives: parts/give.html.
import { GiftPanel } from './gift-panel';

for (const root of document.querySelectorAll<HTMLElement>('[data-give]')) new GiftPanel(root).start();
