import type { Hex } from './provider';

/** The bytes of the nonce of a gift by authorization (EIP-3009): the number (12), a random part (12), zeros (8). */
const PART_DIGITS = 24;
const ZEROS = '0'.repeat(16);
const NONCE = /^0x([0-9a-f]{24})([0-9a-f]{24})0{16}$/i;
const LIMIT = 2n ** 96n;

/** Names the campaign that an authorization is for, next to what makes the nonce of each gift its own. */
export interface AuthorizationNonce {
  number: bigint;
  random: bigint;
}

/**
 * The nonce to sign. The zero bytes make it valid for tokens, too, whose last eight bytes count upwards from zero for
 * each key of the first 24.
 *
 * @param number the beneficiary's own number of the campaign, 0 … 2^96 − 1
 * @param random unpredictable unless given: two gifts with the same nonce are one gift
 */
export function authorizationNonce(number: bigint, random: bigint = randomPart()): Hex {
  return `0x${digitsOf(number)}${digitsOf(random)}${ZEROS}`;
}

/** What a nonce says; nothing if it does not end in eight zero bytes, because then it is not one of these. */
export function readAuthorizationNonce(nonce: Hex): AuthorizationNonce | undefined {
  const [, number, random] = NONCE.exec(nonce) ?? [];
  if (number === undefined || random === undefined) return undefined;
  return { number: BigInt(`0x${number}`), random: BigInt(`0x${random}`) };
}

function randomPart(): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(PART_DIGITS / 2));
  return bytes.reduce((part, byte) => (part << 8n) | BigInt(byte), 0n);
}

function digitsOf(part: bigint): string {
  if (part < 0n || part >= LIMIT) throw new RangeError(`A part of a nonce is between 0 and 2^96 - 1: ${part}`);
  return part.toString(16).padStart(PART_DIGITS, '0');
}
