// The forms of beneficiaries: a new campaign, a revised one, a closed one.
import { Announcement } from './announcement';
import { Closing } from './closing';
import { StatementPanel } from './statement-panel';

for (const root of document.querySelectorAll<HTMLElement>('[data-announcement]')) {
  new StatementPanel(root, (panel) => new Announcement(root, panel)).start();
}
for (const root of document.querySelectorAll<HTMLElement>('[data-closing]')) {
  new StatementPanel(root, () => new Closing(root)).start();
}
