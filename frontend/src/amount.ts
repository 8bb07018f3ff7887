/**
 * Amounts as people type them, read strictly: `1,5` is `1.5`, and whatever could mean two things is refused with a
 * reason. Nothing is ever rounded.
 */
export type AmountRefusal =
  | 'amountEmpty'
  | 'amountNegative'
  | 'amountNotDigits'
  | 'amountTwoSeparators'
  | 'amountIncomplete'
  | 'amountLeadingZero'
  | 'amountAmbiguous'
  | 'amountTooManyDecimals'
  | 'amountZero'
  | 'amountTooLarge';

export type AmountRead = { amount: bigint } | { refused: AmountRefusal };

const MAX = 2n ** 256n - 1n;

export function readAmount(typed: string, decimals: number): AmountRead {
  const text = typed.trim();
  const refused = refusal(text, decimals);
  if (refused) return { refused };
  const [whole = '', fraction = ''] = text.split(/[.,]/);
  const amount = BigInt(whole + fraction.padEnd(decimals, '0'));
  if (amount === 0n) return { refused: 'amountZero' };
  if (amount > MAX) return { refused: 'amountTooLarge' };
  return { amount };
}

function refusal(text: string, decimals: number): AmountRefusal | undefined {
  if (text === '') return 'amountEmpty';
  if (/^[-−–]/.test(text)) return 'amountNegative';
  if (!/^[0-9.,]+$/.test(text)) return 'amountNotDigits';
  const parts = text.split(/[.,]/);
  const [whole = '', fraction] = parts;
  if (parts.length > 2) return 'amountTwoSeparators';
  if (whole === '' || fraction === '') return 'amountIncomplete';
  if (/^0[0-9]/.test(whole)) return 'amountLeadingZero';
  if (fraction?.length === 3 && /^[1-9][0-9]{0,2}$/.test(whole)) return 'amountAmbiguous';
  if ((fraction?.length ?? 0) > decimals) return 'amountTooManyDecimals';
  return undefined;
}

/** The exact decimal value without trailing zeros, the same in every language: `1.5`. */
export function showAmount(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const fraction = digits.slice(at).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, at) : `${digits.slice(0, at)}.${fraction}`;
}
