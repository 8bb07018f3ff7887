import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calmly } from '../src/calm';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('the kinds of one change are done together, and at once', async () => {
  const work = vi.fn(async () => {});
  const soon = calmly(work);
  soon('block');
  soon('ledger');
  soon('block');
  await vi.advanceTimersByTimeAsync(20);
  expect(work.mock.calls).toEqual([[['block', 'ledger']]]);
});

test('of many changes in a moment the last one is done', async () => {
  const work = vi.fn(async () => {});
  const soon = calmly(work);
  for (let change = 0; change < 50; change++) {
    soon('block');
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(300);
  expect(work.mock.calls.length).toBeGreaterThan(2);
  expect(work.mock.calls.length).toBeLessThan(7);
});

test('a slow answer is not overtaken by the one after it', async () => {
  const events: string[] = [];
  const slow = [1_000, 10];
  const soon = calmly(async (kinds) => {
    events.push(`asks for ${kinds}`);
    await new Promise((resolve) => setTimeout(resolve, slow.shift()));
    events.push(`shows ${kinds}`);
  });
  soon('block');
  await vi.advanceTimersByTimeAsync(500);
  soon('ledger');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(events).toEqual(['asks for block', 'shows block', 'asks for ledger', 'shows ledger']);
});

test('what fails holds nothing up', async () => {
  const work = vi.fn(async () => {
    throw new Error('no network');
  });
  const soon = calmly(work);
  soon('block');
  await vi.advanceTimersByTimeAsync(500);
  soon('ledger');
  await vi.advanceTimersByTimeAsync(500);
  expect(work.mock.calls).toEqual([[['block']], [['ledger']]]);
});
