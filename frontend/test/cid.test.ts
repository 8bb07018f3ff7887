import { expect, test } from 'vitest';
import { cidOf, digestOf } from '../src/cid';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the CIDs of known content', () => {
  expect(cidOf(bytes(''))).toBe('bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku');
  expect(cidOf(bytes('hello world'))).toBe('bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e');
});

test('the digest is the SHA-256', () => {
  expect(digestOf(bytes(''))).toBe('0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
