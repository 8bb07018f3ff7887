import { parseArgs } from 'node:util';
import { endAll } from './lib/processes.mjs';

const BENCHES = {
  backfill: ['./backfill.mjs', 'backfill'],
  latency: ['./backfill.mjs', 'latency'],
  live: ['./live.mjs', 'live'],
  reads: ['./reads.mjs', 'reads'],
  pages: ['./pages.mjs', 'pages'],
  csv: ['./csv.mjs', 'csv'],
  append: ['./append.mjs', 'append'],
  storage: ['./storage.mjs', 'storage'],
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string' },
    who: { type: 'string' },
    rounds: { type: 'string' },
    delay: { type: 'string' },
    entries: { type: 'string' },
    database: { type: 'string' },
    only: { type: 'string' },
  },
});

const [name = 'backfill'] = positionals;
if (!(name in BENCHES)) {
  console.error(`There is no bench '${name}': choose among ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
const options = Object.fromEntries(
  Object.entries(values).map(([key, value]) => [key, key === 'who' ? value.split(',') : /^\d+$/.test(value) ? Number(value) : value]),
);
const [module, run] = BENCHES[name];
try {
  await (await import(module))[run](options);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}
process.exit();
