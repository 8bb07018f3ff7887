// Proves that a production node's ledger is that of the chain: see bin/prove.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../lib/processes.mjs';
import { Databases } from './databases.mjs';
import { Proof } from './proof.mjs';
import { startWorld } from './world.mjs';

const COUNT = { type: 'string' };
const { values } = parseArgs({
  options: {
    seed: { ...COUNT, default: `${Date.now() % 2 ** 32}` },
    transactions: { ...COUNT, default: '400' },
    rounds: { ...COUNT, default: '3' },
    postgresql: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
const [seed, transactions, rounds] = [values.seed, values.transactions, values.rounds].map(Number);

const settings = Object.fromEntries(values.set.map((one) => one.split('=')));

console.log(`Seed ${seed}: ${rounds} rounds of ${transactions} transactions.`);
const folder = mkdtempSync(join(tmpdir(), 'urunan-prove-'));
const databases = new Databases(values.postgresql);
const world = await startWorld();
const proof = new Proof(world, seed, { databases, folder, settings });
try {
  await proof.run(transactions, rounds);
} finally {
  await endAll();
  await databases.dropAll();
  world.stop();
}
if (proof.failures > 0) {
  console.error(`${proof.failures} differences, with --seed ${seed} --transactions ${transactions} --rounds ${rounds}. The nodes' logs are in ${folder}.`);
  process.exit(1);
}
rmSync(folder, { recursive: true });
console.log('The nodes say what the chain says.');
