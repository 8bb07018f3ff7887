// docs/gas.md says what was measured.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage, withFigures } from '../gas.mjs';

test('docs/gas.md has the figures of snapshots/gas.json', () => {
  assert.equal(withFigures(readPage()), readPage(), 'run `npm run gas`');
});
