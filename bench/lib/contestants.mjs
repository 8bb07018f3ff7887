import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeEventTopics, parseAbi } from 'viem';
import { freePort } from './ports.mjs';
import { owned } from './processes.mjs';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const LOOPBACK_ONLY = ['--require', join(HOME, 'lib/loopback.cjs')];
const events = parseAbi([
  'event Donation(bytes32 indexed campaignId, address indexed donor, address indexed token, uint256 amount)',
  'event Transfer(address indexed from, address indexed to, uint256 value)',
]);
const topicOf = (eventName) => encodeEventTopics({ abi: events, eventName })[0];

const INDEXES = (schema) => `select count(*)::int as n from pg_indexes where schemaname = '${schema}' and tablename = 'donation'`;

/**
 * Other indexers. `prepare` makes tables before the clock runs, for whoever expects them; `start` starts one on a database; `given` counts donations without reading the ledger; `sums` hands
 * back what it says of each campaign.
 */
const subsquid = {
  name: 'Subsquid',
  version: () => versionOf('subsquid', '@subsquid/evm-processor'),
  async prepare({ postgres, database }) {
    install('subsquid');
    await postgres.query(database, readFileSync(join(HOME, 'subsquid/db/schema.sql'), 'utf8'));
  },
  async start({ rpcUrl, facts, postgres, database, log }) {
    return run('subsquid', [...LOOPBACK_ONLY, 'lib/main.js'], log, {
      ...environment(rpcUrl, facts),
      DB_URL: postgres.url(database),
      BENCH_DONATION_TOPIC: topicOf('Donation'),
      BENCH_TRANSFER_TOPIC: topicOf('Transfer'),
      SQD_LOG_LEVEL: 'WARN',
    });
  },
  given: 'select coalesce(sum(donations), 0)::int as n from campaign_total',
  ready: async () => true,
  sums: 'select id, amount::text, donations from campaign_total',
};

const ponder = ({ name, folder, tuned, more = {} }) => ({
  name,
  version: () => versionOf(folder, 'ponder'),
  async start({ rpcUrl, facts, postgres, database, log, live = {} }) {
    install(folder);
    rmSync(join(HOME, folder, '.ponder'), { recursive: true, force: true });
    const program = join('node_modules/ponder/dist/esm/bin/ponder.js');
    const port = `${await freePort()}`;
    const args = [...LOOPBACK_ONLY, program, 'start', '--hostname', '127.0.0.1', '-p', port, '--log-level', 'warn'];
    return run(folder, args, log, {
      ...environment(rpcUrl, facts),
      DATABASE_URL: postgres.url(database),
      DATABASE_SCHEMA: 'bench',
      PONDER_TELEMETRY_DISABLED: 'true',
      ...(tuned ? { BENCH_TUNED: '1' } : {}),
      ...more,
      ...live,
    });
  },
  given: 'select coalesce(sum(donations), 0)::int as n from bench.campaign_total',
  // It makes its indexes when everything is there.
  ready: async (client) => (await client.query(INDEXES('bench'))).rows[0].n >= 5,
  sums: 'select id, amount::text, donations from bench.campaign_total',
});

export const OTHERS = {
  subsquid,
  'ponder-tuned': ponder({ name: 'Ponder, tuned', folder: 'ponder', tuned: true }),
  ponder: ponder({ name: 'Ponder, as shipped', folder: 'ponder' }),
  'ponder-1.0.0': ponder({ name: 'Ponder 1.0.0', folder: 'ponder-1.0.0' }),
};

const environment = (rpcUrl, facts) => ({ BENCH_RPC_URL: rpcUrl, BENCH_CONTRACT: facts.contract, BENCH_TOKEN: facts.token });

function run(folder, args, log, env) {
  const cwd = join(HOME, folder);
  const clean = Object.fromEntries(['PATH', 'HOME', 'LANG', 'TMPDIR'].map((name) => [name, process.env[name]]));
  const stdio = ['ignore', log, log];
  return owned(spawn(nodeFor(cwd), args, { cwd, stdio, env: { ...clean, NODE_ENV: 'production', ...env } }));
}

/** The Node.js that a project brings, or else this one. */
function nodeFor(cwd) {
  const own = join(cwd, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return existsSync(own) ? own : process.execPath;
}

function install(folder) {
  const cwd = join(HOME, folder);
  if (existsSync(join(cwd, 'node_modules'))) return;
  console.error(`Installing ${folder} from npm, once.`);
  execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd, stdio: 'inherit' });
}

function versionOf(folder, name) {
  return JSON.parse(readFileSync(join(HOME, folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

export const temporaryFolder = (name) => mkdtempSync(join(tmpdir(), `urunan-bench-${name}-`));
