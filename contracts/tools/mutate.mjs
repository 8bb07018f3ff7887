#!/usr/bin/env node
// Breaks Donations.sol in one place at a time, and expects the tests to notice.
//
//   npm run mutate               every mutant: a quarter of an hour on two cores
//   npm run mutate -- --fast     the first mutant of each line: some minutes
//   npm run mutate -- 81 107     the mutants of these lines only
//
// Prints for each mutant how many tests fail and one of them; ends with 1 if one survives that is not listed below.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './foundry.mjs';
import { mutantsOf } from './mutants.mjs';

/** Mutants that change nothing that anyone could observe, and why. */
const HARMLESS = new Map([
  [
    'swap beneficiary = _receiverOf(id); and emit Donation(id, msg.sender, token, amount);',
    'if the check fails, the event is undone',
  ],
  [
    'swap _receiverOf(to); and emit CampaignMoved(campaignIdOf(msg.sender, number), to);',
    'if the check fails, the event is undone',
  ],
]);

/** A mutant may leave a parameter unused, which is only a warning. */
const SETTINGS = {
  FOUNDRY_DENY: 'never',
  FOUNDRY_FUZZ_RUNS: '32',
  FOUNDRY_INVARIANT_SHRINK_RUN_LIMIT: '0',
  FOUNDRY_INVARIANT_RUNS: '3',
  FOUNDRY_INVARIANT_DEPTH: '25',
};

const options = process.argv.slice(2);
const onlyLines = options.filter((option) => /^\d+$/.test(option)).map(Number);
const folder = join(home, 'cache', 'mutants');
const target = join(folder, 'src/Donations.sol');
const original = readFileSync(join(home, 'src/Donations.sol'), 'utf8');

prepare();
const { failures, problem } = runTests(original);
if (problem || failures.length > 0) throw new Error(`The tests fail without any mutation: ${problem ?? failures[0]}`);

const survivors = [];
const count = { killed: 0, harmless: 0, 'does not compile': 0 };
for (const mutant of chosen(mutantsOf(original))) {
  console.log(`${String(mutant.line).padStart(3)}  ${mutant.what}\n       ${verdictOn(mutant)}`);
}
console.log(`\n${Object.entries(count).map((entry) => entry.reverse().join(' ')).join(', ')}`);
for (const { line, what } of survivors) console.log(`SURVIVED  ${line}  ${what}`);
process.exit(survivors.length > 0 ? 1 : 0);

function chosen(mutants) {
  if (onlyLines.length > 0) return mutants.filter(({ line }) => onlyLines.includes(line));
  if (!options.includes('--fast')) return mutants;
  return mutants.filter(({ line }, i) => mutants.findIndex((other) => other.line === line) === i);
}

function verdictOn({ line, what, source }) {
  const { failures, problem } = runTests(source);
  if (problem) {
    count['does not compile']++;
    return `does not compile: ${problem}`;
  }
  if (failures.length > 0) {
    count.killed++;
    return `killed by ${failures.length}, for example ${failures[0]}`;
  }
  if (HARMLESS.has(what)) {
    count.harmless++;
    return `harmless: ${HARMLESS.get(what)}`;
  }
  survivors.push({ line, what });
  return 'SURVIVED';
}

/** A copy, so that nobody who works here meanwhile meets a mutant. Its build is kept for the next time. */
function prepare() {
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'test']) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(home, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  }
  for (const part of ['bin', 'tools', 'node_modules', 'foundry.toml', 'package.json']) {
    rmSync(join(folder, part), { force: true });
    symlinkSync(join(home, part), join(folder, part));
  }
}

/** The tests of what it does; not of what it costs, since any change costs something else. */
function runTests(source) {
  writeFileSync(target, source);
  for (const memory of ['fuzz', 'invariant']) rmSync(join(folder, 'cache', memory), { recursive: true, force: true });
  const args = ['test', '--json', '--no-match-contract', 'GasTest'];
  const env = { ...process.env, ...SETTINGS };
  const run = spawnSync(join(home, 'bin/forge'), args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const at = run.stdout.lastIndexOf('\n{"');
  const json = run.stdout.slice(at + 1);
  if (!json.startsWith('{"test/')) return { failures: [], problem: firstErrorIn(run.stdout + run.stderr) };
  const failures = Object.entries(JSON.parse(json)).flatMap(([suite, { test_results }]) =>
    Object.entries(test_results)
      .filter(([, { status }]) => status === 'Failure')
      .map(([name]) => `${suite.replace(/^test\/|\.sol:.*$/g, '').replace(/\.t$/, '')}.${name.replace(/\(.*/, '')}`),
  );
  return { failures };
}

function firstErrorIn(output) {
  return output.match(/^Error(?: \(\d+\))?: (?!Compiler).*/m)?.[0] ?? output.trim().slice(-200);
}
