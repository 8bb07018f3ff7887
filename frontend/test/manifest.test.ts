import { describe, expect, test } from 'vitest';
import { type Typed, write } from '../src/manifest';

const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';

const complete: Typed = {
  language: 'en',
  title: 'A well for Lembata',
  summary: 'Clean water for 300 families',
  story: 'We dig.\n\n**Together.**',
  category: 'community',
  place: 'Lembata',
  goalAmount: '2500,5',
  goalToken: USDC,
  goalDecimals: 6,
  goalSymbol: 'USDC',
  endDate: '2026-12-31',
  pictures: ['bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'],
  links: [{ label: 'Our page', url: 'https://example.org/well' }],
};

const problemsOf = (changes: Partial<Typed>) => {
  const written = write({ ...complete, ...changes });
  return 'problems' in written ? written.problems.map(({ field, key }) => `${field} ${key}`) : [];
};

test('the manifest has exactly the members that were filled in', () => {
  const written = write(complete);
  expect('manifest' in written && JSON.parse(written.manifest)).toEqual({
    version: 1,
    language: 'en',
    title: 'A well for Lembata',
    summary: 'Clean water for 300 families',
    story: 'We dig.\n\n**Together.**',
    category: 'community',
    place: 'Lembata',
    goal: { token: USDC, amount: '2500500000' },
    endDate: '2026-12-31',
    pictures: ['bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'],
    links: [{ label: 'Our page', url: 'https://example.org/well' }],
  });
});

test('goal and end date may be left open', () => {
  const written = write({ ...complete, goalAmount: ' ', endDate: '', links: [{ label: '', url: '' }] });
  expect('manifest' in written && Object.keys(JSON.parse(written.manifest))).toEqual([
    ...['version', 'language', 'title', 'summary', 'story', 'category', 'place', 'pictures', 'links'],
  ]);
});

test('stray spaces and split letters are mended, not refused', () => {
  const written = write({ ...complete, title: '  Cafe\u0301   for   all ' });
  expect('manifest' in written && JSON.parse(written.manifest).title).toBe('Café for all');
});

describe('what is wrong is told for its field', () => {
  test.each<[Partial<Typed>, string[]]>([
    [{ title: ' ' }, ['title empty']],
    [{ title: 'x'.repeat(81) }, ['title tooLong']],
    [{ title: '💧'.repeat(80) }, []],
    [{ summary: '', story: '' }, ['summary empty', 'story empty']],
    [{ place: '' }, []],
    [{ goalAmount: '1.500' }, ['goal.amount amountAmbiguous']],
    [{ goalAmount: '0' }, ['goal.amount amountZero']],
    [{ links: [{ label: 'x', url: 'http://example.org' }] }, ['links[0].url notHttps']],
    [{ links: [{ label: 'x', url: 'https://me:pass@example.org' }] }, ['links[0].url notHttps']],
    [{ links: [{ label: 'x', url: 'javascript:alert(1)' }] }, ['links[0].url notHttps']],
    [{ links: [{ label: '', url: 'https://example.org' }] }, ['links[0].label empty']],
  ])('%o', (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });
});
