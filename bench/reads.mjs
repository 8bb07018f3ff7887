// What an answer costs with a small ledger and with a large one: the same requests, in turn, to a node with each. Nothing
// of what is written past a node is left to do for it (lib/filled.mjs), so it is measured while it does nothing else.
import { calm } from './lib/calm.mjs';
import { startFilledNode } from './lib/filled.mjs';
import { quantile } from './lib/latency.mjs';
import { Connection } from './lib/load.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';

const SMALL = 10_000;
/** Requests of each kind to each node before any is timed, so that both have compiled what answers them. */
const WARM = 400;
/** Of which a p99 is the slowest 50. */
const TIMES = 5_000;

/** @param only a regular expression: of all answers, those whose names match */
export async function reads({ entries = 1_000_000, database = 'postgresql', only = '' }) {
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  const small = await startFilledNode(SMALL, postgres);
  const large = await startFilledNode(entries, postgres);
  try {
    await calm();
    const both = await Promise.all([small, large].map(asker)); // not before: a node closes what is idle for long
    const rows = [];
    for (const [what, path] of Object.entries(requests(small.facts)).filter(([name]) => name.match(only))) {
      rows.push({ what, ...(await compare(both, path)) });
    }
    report(rows, entries, database);
    save(`reads-${database}`, { entries, database, startedIn: large.startedIn, rows });
  } finally {
    await small.stop();
    await large.stop();
    await postgres?.stop();
  }
}

/** Each hands back a path when it is given a number and what the node at hand has. */
function requests({ campaigns, token }) {
  const campaign = (i) => `${campaigns[i % campaigns.length].beneficiary}/${campaigns[i % campaigns.length].number}`;
  const { beneficiary } = campaigns[0];
  const filters = {
    'newest first': () => '',
    deep: (i, { keys }) => `after=${keys[i % keys.length]}`,
    'by campaign': (i) => `campaign=${campaign(i)}`,
    'by beneficiary': (i) => `beneficiary=${campaigns[i % campaigns.length].beneficiary}`,
    'by donor': (i, { donors }) => `donor=${donors[i % donors.length]}`,
    'by token': () => `token=${token}`,
    'by way': () => 'way=contract',
    'by a way nobody used': () => 'way=tagged',
    'by blocks': (i) => `fromBlock=${500 + (i % 1_400)}&toBlock=${600 + (i % 1_400)}`,
    'oldest first': () => 'order=asc',
    'by campaign and donor': (i, { donors }) => `campaign=${campaign(i)}&donor=${donors[i % donors.length]}`,
    'by beneficiary and token': () => `beneficiary=${beneficiary}&token=${token}`,
  };
  const paths = {
    'campaign page': (i) => `/campaigns/${campaign(i)}`,
    'campaign ledger page': (i) => `/campaigns/${campaign(i)}/ledger`,
    'first page': () => '/',
    campaigns: () => '/campaigns',
    'API: campaign and totals': (i) => `/api/v1/campaigns/${campaign(i)}`,
    'API: status': () => '/api/v1/status',
    'API: transaction': (i, { transactions }) => `/api/v1/tx/${transactions[i % transactions.length]}`,
  };
  for (const [what, filter] of Object.entries(filters)) {
    paths[`ledger page, ${what}`] = (i, has) => `/ledger?${filter(i, has)}`;
    paths[`API: ledger, ${what}`] = (i, has) => `/api/v1/ledger?limit=50&${filter(i, has)}`;
  }
  return paths;
}

/** A connection, and what is in the ledger behind it: donors, transactions and keys of pages from all over it. */
async function asker({ node, facts }) {
  const has = { donors: [], transactions: [], keys: [] };
  for (let i = 0; i < 20; i++) {
    const toBlock = 10 + Math.floor((i / 20) * (facts.blocks - 20));
    const { entries, next } = await (await fetch(`${node.url}/api/v1/ledger?limit=5&toBlock=${toBlock}`)).json();
    if (next) has.keys.push(next);
    has.donors.push(...entries.map(({ donor }) => donor));
    has.transactions.push(...entries.map(({ txHash }) => txHash));
  }
  return { connection: await Connection.open(node.url), has };
}

async function compare(both, path) {
  const times = [[], []];
  for (let i = 0; i < WARM + TIMES; i++) {
    // Nobody is always the one that finds the processor's caches full of the other's.
    for (const side of i % 2 ? [0, 1] : [1, 0]) {
      const { connection, has } = both[side];
      const asked = anew(path(i, has), i);
      const began = performance.now();
      const { status } = await connection.get(asked);
      if (status !== 200) return { failed: `${status} ${asked}` };
      if (i >= WARM) times[side].push(performance.now() - began);
    }
  }
  const [small, large] = times.map((all) => ({ p50: quantile(all, 0.5), p99: quantile(all, 0.99) }));
  return { small, large };
}

/** A parameter of its own, so that no page is given out that was made before; the API makes all its answers anew. */
function anew(path, i) {
  return path.startsWith('/api/') ? path : `${path}${path.includes('?') ? '&' : '?'}nr=${i}`;
}

function report(rows, entries, database) {
  console.log(`\nMilliseconds on ${database}: ${thousands(SMALL)} entries, then ${thousands(entries)}.\n`);
  table(
    ['', 'p50 small', 'p50 large', 'p99 small', 'p99 large', 'p50 ratio', 'p99 ratio', ''],
    rows.map(({ what, small, large, failed }) =>
      failed
        ? [what, '', '', '', '', '', '', failed]
        : [
            what,
            ...[small.p50, large.p50, small.p99, large.p99].map((ms) => ms.toFixed(2)),
            ...[large.p50 / small.p50, large.p99 / small.p99].map((ratio) => ratio.toFixed(2)),
            '',
          ],
    ),
  );
}
