import { part } from './parts';

/** One thing at a time; whatever happens, the buttons work again and the focus is where it was. */
export class Tasks {
  private isBusy = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly say: (error: unknown) => void,
  ) {}

  /** The form of this name begins the task instead of being sent. */
  onSubmit(form: string, task: (event: SubmitEvent) => Promise<void>): void {
    part<HTMLFormElement>(this.root, form).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run(() => task(event), event.submitter);
    });
  }

  private async run(task: () => Promise<void>, button: HTMLElement | null): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.root.setAttribute('aria-busy', 'true');
    try {
      await task();
    } catch (error) {
      this.say(error);
      button?.focus();
    } finally {
      this.isBusy = false;
      this.root.removeAttribute('aria-busy');
    }
  }
}
