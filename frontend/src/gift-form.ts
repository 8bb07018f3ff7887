import { readAmount } from './amount';
import { part } from './parts';
import type { Token } from './plan';
import type { Hex } from './provider';
import type { Texts } from './text';

/** The amount and token that a donor chose. A reason is beside the field while it is not an amount. */
export class GiftForm {
  private readonly amount: HTMLInputElement;
  private readonly choice: HTMLSelectElement;
  private readonly says: HTMLElement;

  constructor(
    form: HTMLFormElement,
    private readonly texts: Texts,
  ) {
    this.amount = form.elements.namedItem('amount') as HTMLInputElement;
    this.choice = form.elements.namedItem('token') as HTMLSelectElement;
    this.says = part(form, 'amount-says');
    this.amount.addEventListener('input', () => this.sayReason(''));
    this.choice.addEventListener('change', () => this.sayReason(''));
  }

  read(): { token: Token; amount: bigint } | undefined {
    const token = this.token();
    const read = readAmount(this.amount.value, token.decimals);
    if ('amount' in read) {
      this.sayReason('');
      return { token, amount: read.amount };
    }
    this.sayReason(this.texts(read.refused, { decimals: `${token.decimals}`, symbol: token.symbol }));
    this.amount.focus();
    return undefined;
  }

  focus(): void {
    this.amount.focus();
  }

  private sayReason(reason: string): void {
    this.says.textContent = reason;
    if (reason === '') this.amount.removeAttribute('aria-invalid');
    else this.amount.setAttribute('aria-invalid', 'true');
  }

  token(): Token {
    const option = this.choice.selectedOptions[0];
    if (!option) throw new Error('This node lists no token');
    const { symbol = '', decimals, native, permit } = option.dataset;
    return {
      address: option.value as Hex,
      symbol,
      decimals: Number(decimals),
      isNative: native === 'true',
      hasPermit: permit === 'true',
    };
  }
}
