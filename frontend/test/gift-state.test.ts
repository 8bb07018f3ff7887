import { describe, expect, test } from 'vitest';
import { type GiftState, isOver, nextState, type Seen } from '../src/gift-state';

const pending: GiftState = { is: 'pending' };
const entry = (confirmations: number, isFinal = false) => ({ entry: { confirmations, isFinal } });

describe('what a donor is told', () => {
  test.each<[string, GiftState, Seen, GiftState]>([
    ['nothing seen yet', pending, {}, pending],
    ['the wallet knows no receipt yet', pending, { receipt: null }, pending],
    ['in a block before the ledger read it', pending, { receipt: { isSuccess: true } }, { is: 'included' }],
    ['in the ledger', pending, entry(1), { is: 'confirmed', confirmations: 1 }],
    ['deeper', { is: 'confirmed', confirmations: 1 }, entry(12), { is: 'confirmed', confirmations: 12 }],
    ['final', { is: 'confirmed', confirmations: 63 }, entry(64, true), { is: 'final' }],
    ['moved, and not counted', pending, { entry: null, isRejected: true }, { is: 'notCounted' }],
    ['the chain refused it', pending, { receipt: { isSuccess: false } }, { is: 'failed' }],
    [
      'sped up by the wallet',
      pending,
      { receipt: null, successor: { hash: '0x02', isSame: true } },
      { is: 'replaced', by: '0x02' },
    ],
    [
      'cancelled in the wallet',
      pending,
      { receipt: null, successor: { hash: '0x02', isSame: false } },
      { is: 'cancelled' },
    ],
    [
      'its block was replaced',
      { is: 'confirmed', confirmations: 2 },
      { entry: null, receipt: null },
      { is: 'dropped' },
    ],
    ['replaced before the ledger read it', { is: 'included' }, { entry: null, receipt: null }, { is: 'dropped' }],
    ['dropped and not back', { is: 'dropped' }, { entry: null, receipt: null }, { is: 'dropped' }],
    ['the node does not answer', { is: 'confirmed', confirmations: 2 }, {}, { is: 'confirmed', confirmations: 2 }],
    ['the node lags behind the wallet', { is: 'included' }, { entry: null }, { is: 'included' }],
    ['dropped and back', { is: 'dropped' }, entry(1), { is: 'confirmed', confirmations: 1 }],
    [
      'the ledger lost it, and no wallet to ask',
      { is: 'confirmed', confirmations: 2 },
      { entry: null },
      { is: 'dropped' },
    ],
  ])('%s', (_, before, seen, after) => {
    expect(nextState(before, seen)).toEqual(after);
  });
});

test('only what can still change is watched', () => {
  const over = (['pending', 'included', 'dropped', 'final', 'cancelled', 'failed'] as const).filter((is) =>
    isOver({ is }),
  );
  expect(over).toEqual(['final', 'cancelled', 'failed']);
  expect(isOver({ is: 'replaced', by: '0x02' })).toBe(true);
  expect(isOver({ is: 'confirmed', confirmations: 3 })).toBe(false);
});
