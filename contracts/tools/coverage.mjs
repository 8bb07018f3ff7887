#!/usr/bin/env node
// Measures which lines and branches of Donations the tests run, prints it, and fails below all of them.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forge, home } from './foundry.mjs';

const folder = join('cache', 'coverage');
const report = join(folder, 'lcov.info');
process.env.FOUNDRY_OUT = join(folder, 'out');
process.env.FOUNDRY_CACHE_PATH = join(folder, 'cache');
mkdirSync(join(home, folder), { recursive: true });
const leaveOut = '^test/|^node_modules/|^src/dev/';
const options = ['--report', 'lcov', '--report-file', report, '--no-match-coverage', leaveOut];
forge('coverage', ...options, '--no-match-contract', 'GasTest|InvariantsTest');

const lines = readFileSync(join(home, report), 'utf8').split('\n');
const percent = { line: percentOf('LF', 'LH'), branch: percentOf('BRF', 'BRH') };
console.log(`Donations.sol: ${percent.line} % of lines, ${percent.branch} % of branches`);
if (percent.line < 100 || percent.branch < 100) process.exit(1);

function percentOf(found, hit) {
  return (100 * sum(hit)) / sum(found);
}

function sum(name) {
  const counts = lines.filter((line) => line.startsWith(`${name}:`)).map((line) => Number(line.split(':')[1]));
  if (counts.length === 0) throw new Error(`No ${name} in ${report}`);
  return counts.reduce((one, other) => one + other);
}
