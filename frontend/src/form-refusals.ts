import { element } from './parts';

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Why a field is refused, to be said beside it. */
export interface Refusal {
  field: string;
  message: string;
}

export const fieldsOf = (form: HTMLFormElement): Field[] => [
  ...form.querySelectorAll<Field>('input[name], select[name], textarea[name]'),
];

/** The refusals beside a form's fields: each has a place of its own, `data-error="name"`, and goes when one types. */
export class FormRefusals {
  constructor(private readonly form: HTMLFormElement) {
    form.addEventListener('input', (event) => this.clear((event.target as Field).name));
  }

  /** Says each, instead of what was said before, and goes to the first; what belongs to no field is returned. */
  show(refusals: Refusal[]): Refusal[] {
    this.clearAll();
    for (const { field, message } of refusals) this.say(field, message);
    const first = fieldsOf(this.form).find((field) => field.getAttribute('aria-invalid') === 'true');
    first?.focus();
    return refusals.filter(({ field }) => !this.placeFor(field));
  }

  private say(name: string, message: string): void {
    const place = this.placeFor(name);
    if (!place) return;
    place.replaceChildren(element('span', { textContent: message }));
    fieldsOf(this.form)
      .find((field) => field.name === name)
      ?.setAttribute('aria-invalid', 'true');
  }

  private clear(name: string): void {
    this.placeFor(name)?.replaceChildren();
    for (const field of fieldsOf(this.form)) if (field.name === name) field.removeAttribute('aria-invalid');
  }

  private clearAll(): void {
    for (const place of this.form.querySelectorAll('[data-error]')) place.replaceChildren();
    for (const field of fieldsOf(this.form)) field.removeAttribute('aria-invalid');
  }

  private placeFor(name: string): Element | null {
    return this.form.querySelector(`[data-error="${CSS.escape(name)}"]`);
  }
}
