import { describe, expect, test } from 'vitest';
import { type Heard, isOver, nextState, type StatementState } from '../src/statement-state';

const asked: StatementState = { is: 'asked' };
const pending: StatementState = { is: 'pending' };
const included: StatementState = { is: 'included' };
const mined = { receipt: { isSuccess: true } };

describe('what a beneficiary is told', () => {
  test.each<[string, StatementState, Heard, StatementState]>([
    ['nothing heard after the wallet was asked', asked, {}, asked],
    ['this node does not show it yet', pending, { isShown: false, receipt: null }, pending],
    ['in a block that this node has not read', pending, { isShown: false, ...mined }, included],
    ['the block was replaced', included, { receipt: null }, pending],
    ['nobody answers', included, {}, included],
    ['shown', pending, { isShown: true, receipt: null }, { is: 'arrived' }],
    ['shown, though the page was left while the wallet asked', asked, { isShown: true }, { is: 'arrived' }],
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
  ])('%s', (_, before, heard, after) => {
    expect(nextState(before, heard, true)).toEqual(after);
  });

  test('what was shown before it was sent has arrived only with a receipt', () => {
    expect(nextState(pending, { isShown: true, receipt: null }, false)).toEqual(pending);
    expect(nextState(pending, { isShown: true, ...mined }, false)).toEqual({ is: 'arrived' });
  });

  test('only what cannot change any more is over', () => {
    const all: StatementState['is'][] = ['asked', 'pending', 'included', 'arrived', 'cancelled', 'failed'];
    expect(all.filter((is) => isOver({ is } as StatementState))).toEqual(['arrived', 'cancelled', 'failed']);
  });
});
