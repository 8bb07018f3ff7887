// From a new block with 100 donations to rows that anyone can read: one real anvil, one follower at a time.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Generator, startGeneratorAnvil } from './chain/generate.mjs';
import { OTHERS } from './lib/contestants.mjs';
import { fill } from './lib/filled.mjs';
import { quantile } from './lib/latency.mjs';
import { emptied, startNode } from './lib/node.mjs';
import { OpenPage } from './lib/open-page.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { end } from './lib/processes.mjs';
import { RESULTS, save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';

const DONATIONS = 100;
const DONORS = 500;
const SMALL = 10_000;
const PATIENCE_MS = 15_000;

const ours = (more) => ({
  given: 'select coalesce(max(donations), 0)::int as n from total where scope = 0',
  async start({ rpcUrl, facts, postgres, database, entries }) {
    const folder = emptied(join(RESULTS, 'node-live'));
    const jdbc = { url: postgres.jdbcUrl(database), username: 'postgres' };
    const start = () => startNode({ rpcUrl, facts, folder, jdbc, more: more(rpcUrl) });
    if (entries > facts.donations) await fill(start, facts, jdbc.url, entries);
    const node = await start();
    return Object.assign(node.process, { site: node.url });
  },
});

const WHO = {
  'urunan-websocket': ours((url) => ({ URUNAN_CHAIN_POLL_INTERVAL: 'PT5S', URUNAN_CHAIN_WAKE_URL: url.replace('http', 'ws') })),
  'urunan-100ms': ours(() => ({ URUNAN_CHAIN_POLL_INTERVAL: 'PT0.1S' })),
  'urunan-1000ms': ours(() => ({ URUNAN_CHAIN_POLL_INTERVAL: 'PT1S' })),
  'subsquid-100ms': OTHERS.subsquid,
  'ponder-100ms': withLive(OTHERS['ponder-tuned'], () => ({ BENCH_POLLING: '100' })),
  'ponder-websocket': withLive(OTHERS['ponder-tuned'], (url) => ({ BENCH_WS_URL: url.replace('http', 'ws') })),
};

function withLive(contestant, live) {
  return { ...contestant, start: (all) => contestant.start({ ...all, live: live(all.rpcUrl) }) };
}

/** @param entries given: behind a small ledger and behind one with so many entries, and only nodes of ours can have that */
export async function live({ entries, who = entries ? ['urunan-websocket'] : Object.keys(WHO), rounds = 60 }) {
  mkdirSync(RESULTS, { recursive: true });
  const postgres = await startPostgres();
  const runs = [];
  try {
    for (const size of entries ? [SMALL, entries] : [0]) {
      for (const key of who) runs.push({ key, size, ...(await follow(key, postgres, rounds, size)) });
    }
  } finally {
    await postgres.stop();
  }
  const columns = ['p50 ms', 'p95 ms', 'max ms', 'on an open page: p50 ms', 'p95 ms', 'behind the rows: p95 ms', 'blocks', ''];
  table(
    [`${DONATIONS} donations a block`, ...columns],
    runs.map(({ key, size, rows, page, behind, blocks, failure }) => [
      size ? `${key}, ${thousands(size)} entries before` : key,
      ...[rows?.p50, rows?.p95, rows?.max, page?.p50, page?.p95, behind?.p95].map((ms) => ms?.toFixed(0) ?? ''),
      blocks,
      failure ?? '',
    ]),
  );
  save(entries ? 'live-filled' : 'live', { donations: DONATIONS, runs });
}

async function follow(key, postgres, rounds, entries) {
  const contestant = WHO[key];
  const database = `live_${key.replace(/\W/g, '_')}`;
  await postgres.create(database);
  const anvil = await startGeneratorAnvil();
  const generator = new Generator(anvil.rpc, DONORS);
  await generator.prepare();
  await generator.give({ donations: DONATIONS, perBlock: DONATIONS });
  const facts = await generator.facts();
  const log = openSync(join(RESULTS, `live-${key}.log`), 'w');
  await contestant.prepare?.({ postgres, database });
  const child = await contestant.start({ rpcUrl: anvil.url, facts, postgres, database, log, entries });
  const client = await postgres.connect(database);
  const page = child.site ? await OpenPage.open(child.site, '/ledger') : null;
  try {
    return await timeBlocks(generator, client, contestant.given, page, rounds);
  } finally {
    page?.close();
    await client.end();
    await end(child);
    anvil.rpc.close();
    await end(anvil.process, 'SIGKILL');
    closeSync(log);
  }
}

/** @returns how long it took until the rows were there and, for a node, until an open page of its ledger showed the last one */
async function timeBlocks(generator, client, sql, page, rounds) {
  const times = [];
  const first = await until(client, sql, DONATIONS, 60_000);
  let given = await count(client, sql);
  if (first === null) return { blocks: 0, failure: `not at the head after ${60_000} ms` };
  await pause(2_000);
  for (let i = 0; i < rounds; i++) {
    await generator.send(DONATIONS);
    await pause(400 + Math.random() * 300);
    const block = await generator.mine();
    const began = generator.minedAt;
    given += DONATIONS;
    const [rows, shown] = await Promise.all([
      until(client, sql, given, PATIENCE_MS),
      page ? page.shows(block.transactions.at(-1), PATIENCE_MS) : null,
    ]);
    if (rows === null || (page && shown === null)) return { blocks: i, failure: `block ${i + 1} not there after ${PATIENCE_MS} ms` };
    times.push({ rows: rows - began, page: shown - began, behind: shown - rows });
  }
  // The first blocks warm up.
  const warm = times.slice(Math.floor(rounds / 6));
  const of = (what) => warm.map((time) => time[what]);
  return { blocks: warm.length, times, rows: spread(of('rows')), ...(page ? { page: spread(of('page')), behind: spread(of('behind')) } : {}) };
}

const spread = (values) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: Math.max(...values) });

async function until(client, sql, wanted, patience) {
  const giveUp = performance.now() + patience;
  while (performance.now() < giveUp) {
    const found = await count(client, sql);
    if (found >= wanted) return performance.now();
    await pause(2);
  }
  return null;
}

async function count(client, sql) {
  try {
    return (await client.query(sql)).rows[0].n;
  } catch (error) {
    if (['42P01', '3F000'].includes(error.code)) return 0;
    throw error;
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
