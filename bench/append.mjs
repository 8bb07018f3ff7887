// What storing a block of 100 donations costs behind a small ledger and behind a large one: the ledger alone, no chain.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { java } from './lib/java.mjs';
import { emptied } from './lib/node.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { RESULTS, save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';

const SMALL = 10_000;
const MEASURED = 30_000;
const BLOCKS_AT_ONCE = 50;

export async function append({ entries = 10_000_000, database = 'postgresql' }) {
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  try {
    const ledgers = [];
    for (const [name, size] of Object.entries({ append_small: SMALL, append_large: entries })) {
      const url = await urlOf(name, postgres);
      run(url, size, BLOCKS_AT_ONCE);
      // PostgreSQL's own upkeep of a ledger that has grown for months; ours has grown in minutes.
      if (postgres) await postgres.query(name, 'vacuum analyze');
      ledgers.push({ size, url, rounds: [] });
    }
    for (let round = 0; round < 3; round++) {
      for (const ledger of ledgers) ledger.rounds.push(parse(run(ledger.url, MEASURED, 1)));
    }
    report(ledgers, database);
  } finally {
    await postgres?.stop();
  }
}

async function urlOf(name, postgres) {
  if (!postgres) return `jdbc:h2:file:${emptied(join(RESULTS, name))}/urunan`;
  await postgres.create(name);
  return postgres.jdbcUrl(name);
}

const run = (url, donations, blocks) =>
  execFileSync(...java('org.urunan.bench.Append', url, `${donations}`, `${blocks}`), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The last fifth, when everything is warm. */
function parse(text) {
  const [, p50, p95] = [...text.matchAll(/p50 ([\d.]+) ms, p95 ([\d.]+) ms/g)].at(-1);
  return { p50: Number(p50), p95: Number(p95) };
}

function report(ledgers, database) {
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const of = ({ rounds }, what) => median(rounds.map((round) => round[what]));
  const [small, large] = ledgers;
  console.log(`\nMilliseconds to store a block of 100 donations on ${database}, the median of three rounds in turn.\n`);
  table(
    ['entries before', 'p50', 'p95', 'p50 of each round'],
    ledgers.map((ledger) => [thousands(ledger.size), of(ledger, 'p50').toFixed(1), of(ledger, 'p95').toFixed(1), ledger.rounds.map(({ p50 }) => p50).join(' ')]),
  );
  const ratio = of(large, 'p50') / of(small, 'p50');
  console.log(`\nLarge to small: ${ratio.toFixed(2)}`);
  save(`append-${database}`, { database, ledgers, ratio });
}
