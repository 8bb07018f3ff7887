import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { java } from './java.mjs';
import { emptied, startNode, tokenList } from './node.mjs';
import { owned } from './processes.mjs';
import { RESULTS } from './results.mjs';

const POM = fileURLToPath(new URL('../../pom.xml', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../src/main/resources/db/migration', import.meta.url));
const version = () => /<version>([^<]+)<\/version>/.exec(readFileSync(POM, 'utf8').split('<artifactId>urunan')[1])[1];

const SUMS = `
  select '0x' || encode(c.campaign_id, 'hex') as id, t.amount::text, t.donations::int
  from total t join campaign c on c.id = t.scope where t.donations > 0`;
/** The last of the indexes that are made, all at once, when the head is reached. */
const LAST_INDEX = `select count(*)::int as n from pg_indexes where indexname = 'entry_by_scope'`;
const hasIndexes = async (client) => (await client.query(LAST_INDEX)).rows[0].n === 1;
const GIVEN = 'select coalesce(max(donations), 0)::int as n from total where scope = 0';

/** Reader and ledger as the node has them, without the rest of it; {@link org.urunan.bench.Backfill}. */
const bare = (name, { audit, h2, profile }) => ({
  name,
  version,
  async prepare({ postgres, database }) {
    for (const name of h2 ? [] : ['V1__ledger.sql', 'V2__content.sql']) await postgres.query(database, readFileSync(join(MIGRATIONS, name), 'utf8'));
  },
  async start({ rpcUrl, facts, postgres, database, log }) {
    const folder = emptied(join(RESULTS, 'node-bare'));
    const jdbc = h2 ? `jdbc:h2:file:${folder}/urunan` : postgres.jdbcUrl(database);
    const settings = { rpcUrl, jdbc, contract: facts.contract, tokens: tokenList(facts, folder), audit, profile, last: facts.blocks };
    const given = Object.entries(settings).filter(([, value]) => value).map(([key, value]) => `${key}=${value}`);
    const child = owned(spawn(...java('org.urunan.bench.Backfill', ...given), { stdio: ['pipe', 'pipe', log] }));
    child.told = told(child);
    return child;
  },
  ...(h2
    ? {
        /** Its database is within it, so it says itself when it is done and what it has. */
        async tells(child, facts) {
          const line = await child.told;
          const at = Date.now();
          return { at, right: line?.donations === facts.donations, phases: line?.phases, failure: line ? undefined : 'ended early' };
        },
      }
    : { given: GIVEN, ready: hasIndexes, sums: SUMS, phases: async (child) => (await child.told)?.phases }),
});

/** What it prints when it is done, and null if it ends before. */
function told(child) {
  return new Promise((resolve) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', () => resolve(null));
  });
}

/** The node as operators start it, with everything that it does by default. */
const whole = (name, more) => ({
  name,
  version,
  async start({ rpcUrl, facts, postgres, database }) {
    const folder = emptied(join(RESULTS, 'node-backfill'));
    const jdbc = { url: postgres.jdbcUrl(database), username: 'postgres' };
    return (await startNode({ rpcUrl, facts, folder, jdbc, more })).process;
  },
  given: GIVEN,
  ready: hasIndexes,
  sums: SUMS,
});

export const NODES = {
  urunan: bare('Urunan, reader and ledger', { audit: 'none' }),
  'urunan-blooms': bare('Urunan, audited by blooms', { audit: 'blooms' }),
  'urunan-receipts': bare('Urunan, audited by receipts', { audit: 'receipts' }),
  'urunan-h2': bare('Urunan on H2', { audit: 'none', h2: true }),
  'urunan-node': whole('Urunan, the whole node', { URUNAN_CHAIN_AUDIT: 'blooms', URUNAN_CHAIN_NATIVE_BLOCKS: 'false' }),
  'urunan-default': whole('Urunan, the whole node as shipped', {}),
  'urunan-phases': bare('Urunan, watched', { audit: 'none', profile: 'true' }),
};
