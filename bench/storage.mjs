// What a ledger takes on PostgreSQL, table by table, indexes included.
import { join } from 'node:path';
import { recordingOf, startReplay } from './lib/chains.mjs';
import { emptied, startNode } from './lib/node.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { RESULTS, save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';

const SIZES = `
  select relname as name, pg_relation_size(relid) as rows, pg_indexes_size(relid) as indexes,
    pg_total_relation_size(relid) as total
  from pg_catalog.pg_statio_user_tables where pg_total_relation_size(relid) > 65536 order by 4 desc`;

export async function storage({ size = 'measured' }) {
  const { folder, facts } = await recordingOf(size);
  const postgres = await startPostgres();
  await postgres.create('bench_storage');
  const replay = await startReplay(folder);
  const home = emptied(join(RESULTS, 'node-storage'));
  const jdbc = { url: postgres.jdbcUrl('bench_storage'), username: 'postgres' };
  // What an endpoint sends of receipts for the audit is not stored.
  const node = await startNode({ rpcUrl: replay.url, facts, folder: home, jdbc, more: { URUNAN_CHAIN_AUDIT: 'blooms' } });
  try {
    await node.reaches(facts.blocks, 300);
    // The indexes are made when there is nothing left to read.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await node.stop();
    const relations = await postgres.query('bench_storage', SIZES);
    const perEntry = (bytes) => (Number(bytes) / facts.donations).toFixed(1);
    const all = relations.reduce((sum, { total }) => sum + Number(total), 0);
    console.log(`\n${thousands(facts.donations)} entries take ${perEntry(all)} bytes each.\n`);
    table(
      ['bytes an entry', 'rows', 'indexes', 'together'],
      relations.map(({ name, rows, indexes, total }) => [name, perEntry(rows), perEntry(indexes), perEntry(total)]),
    );
    save('storage', { entries: facts.donations, perEntry: all / facts.donations, relations });
  } finally {
    await node.stop();
    await postgres.stop();
  }
}
