#!/usr/bin/env node
// Writes the figures of snapshots/gas.json into the tables of docs/gas.md: `npm run gas` measures them before.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './foundry.mjs';

const page = join(home, '../docs/gas.md');

/** The page with the present figures in its tables: each cell that is a snapshot's name in a comment gets its figure. */
export function withFigures(text) {
  const gas = JSON.parse(readFileSync(join(home, 'snapshots/gas.json'), 'utf8'));
  return text.replace(/[\d,]+<!-- (.+?)(?: \/ (\d+))? -->/g, (_, name, parts = 1) => {
    if (!gas[name]) throw new Error(`docs/gas.md names "${name}", which is not measured`);
    return `${Math.ceil(gas[name] / parts).toLocaleString('en')}<!-- ${name}${parts > 1 ? ` / ${parts}` : ''} -->`;
  });
}

export const readPage = () => readFileSync(page, 'utf8');

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(page, withFigures(readPage()));
