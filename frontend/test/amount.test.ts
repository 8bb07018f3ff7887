import { describe, expect, test } from 'vitest';
import { readAmount, showAmount } from '../src/amount';

describe('an amount is read exactly', () => {
  test.each([
    ['1.5', 6, 1_500_000n],
    ['1,5', 6, 1_500_000n],
    [' 25 ', 6, 25_000_000n],
    ['0.000001', 6, 1n],
    ['0,125', 6, 125_000n],
    ['1234.567', 6, 1_234_567_000n],
    ['1.50', 6, 1_500_000n],
    ['1', 0, 1n],
    ['0.000000000000000001', 18, 1n],
    ['115792089237316195423570985008687907853269984665640564039457584007913129639935', 0, 2n ** 256n - 1n],
  ])('%s with %i decimals', (typed, decimals, amount) => {
    expect(readAmount(typed, decimals)).toEqual({ amount });
  });
});

describe('an amount that is not certain is refused with its reason', () => {
  test.each([
    ['', 'amountEmpty'],
    ['   ', 'amountEmpty'],
    ['-1', 'amountNegative'],
    ['−1', 'amountNegative'],
    ['1e3', 'amountNotDigits'],
    ['0x10', 'amountNotDigits'],
    ['+1', 'amountNotDigits'],
    ['1 000', 'amountNotDigits'],
    ['١٢٣', 'amountNotDigits'],
    ['１', 'amountNotDigits'],
    ['Infinity', 'amountNotDigits'],
    ['1,000.5', 'amountTwoSeparators'],
    ['1.000.000', 'amountTwoSeparators'],
    ['.5', 'amountIncomplete'],
    ['5.', 'amountIncomplete'],
    [',', 'amountIncomplete'],
    ['007', 'amountLeadingZero'],
    ['1.500', 'amountAmbiguous'],
    ['1,000', 'amountAmbiguous'],
    ['12.345', 'amountAmbiguous'],
    ['1.0000005', 'amountTooManyDecimals'],
    ['1.0000000', 'amountTooManyDecimals'],
    ['0', 'amountZero'],
    ['0.0', 'amountZero'],
    [`1${'0'.repeat(78)}`, 'amountTooLarge'],
  ])('%s: %s', (typed, refused) => {
    expect(readAmount(typed, 6)).toEqual({ refused });
  });
});

test('what is shown is what would be read again', () => {
  for (const [amount, decimals, shown] of [
    [1_500_000n, 6, '1.5'],
    [1n, 18, '0.000000000000000001'],
    [10n, 0, '10'],
    [1_000_000n, 6, '1'],
  ] as const) {
    expect(showAmount(amount, decimals)).toBe(shown);
    expect(readAmount(shown, decimals)).toEqual({ amount });
  }
});
