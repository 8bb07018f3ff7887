import { expect, test } from 'vitest';
import { authorizationNonce, readAuthorizationNonce } from '../src/authorization-nonce';

const LARGEST = 2n ** 96n - 1n;

test('a nonce is the number, the random part and eight zero bytes', () => {
  expect(authorizationNonce(7n, 0x5eedn)).toBe('0x000000000000000000000007000000000000000000005eed0000000000000000');
});

test('the largest parts fit', () => {
  expect(authorizationNonce(LARGEST, LARGEST)).toBe(`0x${'f'.repeat(48)}${'0'.repeat(16)}`);
});

test('what was written can be read', () => {
  for (const number of [0n, 1n, 2n ** 64n, LARGEST]) {
    const random = LARGEST - number;
    expect(readAuthorizationNonce(authorizationNonce(number, random))).toEqual({ number, random });
  }
});

test('two gifts to one campaign have two nonces', () => {
  const nonces = Array.from({ length: 100 }, () => authorizationNonce(7n));
  expect(new Set(nonces).size).toBe(100);
  for (const nonce of nonces) expect(readAuthorizationNonce(nonce)?.number).toBe(7n);
});

test('a nonce without eight zero bytes is none of ours', () => {
  for (let bit = 0n; bit < 64n; bit++) {
    const end = (1n << bit).toString(16).padStart(16, '0');
    expect(readAuthorizationNonce(`0x${'0'.repeat(48)}${end}`)).toBeUndefined();
  }
  expect(readAuthorizationNonce(`0x${'0'.repeat(62)}`)).toBeUndefined();
});

test('parts that do not fit are refused', () => {
  expect(() => authorizationNonce(LARGEST + 1n)).toThrow(RangeError);
  expect(() => authorizationNonce(-1n)).toThrow(RangeError);
  expect(() => authorizationNonce(1n, LARGEST + 1n)).toThrow(RangeError);
});
