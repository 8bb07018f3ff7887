import { hexToBytes, sha256 } from 'viem';
import type { Hex } from './provider';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** CIDv1, raw, SHA-256 with 32 bytes. */
const PREFIX = [0x01, 0x55, 0x12, 0x20];

export const digestOf = (content: Uint8Array): Hex => sha256(content);

/** The one spelling of a CID that nodes accept: CIDv1, raw, SHA-256, base32. */
export function cidOf(content: Uint8Array): string {
  let text = 'b';
  let buffer = 0;
  let bits = 0;
  for (const byte of [...PREFIX, ...hexToBytes(digestOf(content))]) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  return text + ALPHABET.charAt((buffer << (5 - bits)) & 31);
}
