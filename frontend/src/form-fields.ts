import { type Field, FormRefusals, fieldsOf, type Refusal } from './form-refusals';
import type { Problem, Typed } from './manifest';
import { part } from './parts';
import type { Texts } from './text';

/** The fields of the campaign form: named like the manifest's members, each with a place for its refusal beside it. */
export class FormFields {
  private readonly refusals: FormRefusals;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly texts: Texts,
  ) {
    this.refusals = new FormRefusals(form);
    part(form, 'add-link').addEventListener('click', () => this.addLink(true));
  }

  typed(pictures: string[]): Typed {
    const goal = this.field('goal.token') as HTMLSelectElement;
    const { decimals, symbol = '' } = goal.selectedOptions[0]?.dataset ?? {};
    return {
      language: this.value('language'),
      title: this.value('title'),
      summary: this.value('summary'),
      story: this.value('story'),
      category: this.value('category'),
      place: this.value('place'),
      goalAmount: this.value('goal.amount'),
      goalToken: goal.value,
      goalDecimals: Number(decimals),
      goalSymbol: symbol,
      endDate: this.value('endDate'),
      pictures,
      links: this.links(),
    };
  }

  /** Everything as it stands, to be put back later. */
  values(): Record<string, string> {
    return Object.fromEntries(this.all().map((field) => [field.name, field.value]));
  }

  restore(values: Record<string, unknown>): void {
    while (this.links().length < 5 && `links[${this.links().length}].url` in values) this.addLink(false);
    for (const field of this.all()) {
      const value = values[field.name];
      if (typeof value === 'string') field.value = value;
    }
  }

  sentenceFor({ field, key, values }: Problem): Refusal {
    return { field, message: this.texts(key, values) };
  }

  /** Puts each refusal beside its field and goes to the first; what belongs to no field is returned. */
  refuse(refusals: Refusal[]): Refusal[] {
    const rows = this.filledLinks();
    const placed = refusals.map(({ field, message }) => {
      const name = field.replace(/^links\[(\d+)\]/, (_, index) => `links[${rows[Number(index)] ?? index}]`);
      return { field: name.replace(/^pictures\[.*/, 'pictures'), message };
    });
    return this.refusals.show(placed);
  }

  private links(): { label: string; url: string }[] {
    const count = this.all().filter(({ name }) => name.endsWith('].url')).length;
    return Array.from({ length: count }, (_, index) => ({
      label: this.value(`links[${index}].label`),
      url: this.value(`links[${index}].url`),
    }));
  }

  /** Rows left empty are not announced, so the manifest counts only the others. */
  private filledLinks(): number[] {
    return this.links().flatMap(({ label, url }, row) => (label.trim() === '' && url.trim() === '' ? [] : [row]));
  }

  private addLink(isAsked: boolean): void {
    const rows = part(this.form, 'links');
    const index = this.links().length;
    const template = part<HTMLTemplateElement>(this.form, 'link-row');
    const row = document.importNode(template.content, true);
    for (const each of row.querySelectorAll<HTMLElement>('[id], [for], [name], [data-error]')) {
      for (const { name, value } of [...each.attributes]) each.setAttribute(name, value.replaceAll('#', `${index}`));
    }
    rows.append(row);
    if (index >= 4) part(this.form, 'add-link').hidden = true;
    if (isAsked) this.field(`links[${index}].label`).focus();
  }

  private all(): Field[] {
    return fieldsOf(this.form);
  }

  private field(name: string): Field {
    const found = this.all().find((field) => field.name === name);
    if (!found) throw new Error(`The form has no field "${name}"`);
    return found;
  }

  private value(name: string): string {
    return this.field(name).value;
  }
}
