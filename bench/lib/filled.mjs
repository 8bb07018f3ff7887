import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { recordingOf, startReplay } from './chains.mjs';
import { java } from './java.mjs';
import { emptied, startNode } from './node.mjs';
import { end } from './processes.mjs';
import { RESULTS } from './results.mjs';

const PATIENCE_SECONDS = 120;

/**
 * A node whose ledger has about this many entries: those of a small chain, read by the node itself, and the rest
 * written into the same blocks, with totals, days and tally. Its endpoint is that small chain.
 */
export async function startFilledNode(entries, postgres, name = `filled_${entries}`) {
  const { folder, facts } = await recordingOf('reads');
  const replay = await startReplay(folder);
  const home = emptied(join(RESULTS, `node-${name}`));
  if (postgres) await postgres.create(name);
  const jdbc = postgres && { url: postgres.jdbcUrl(name), username: 'postgres' };
  const start = () => startNode({ rpcUrl: replay.url, facts, folder: home, jdbc });
  await fill(start, facts, postgres ? postgres.jdbcUrl(name) : `jdbc:h2:file:${home}/urunan`, entries);
  const node = await start();
  await node.reaches(facts.blocks);
  const startedIn = (Date.now() - node.began) / 1000;
  return {
    node,
    facts,
    startedIn,
    async stop() {
      await node.stop();
      await end(replay.process);
    },
  };
}

/** Lets a node read its chain, ends it, and writes as many entries more as are wanted into its ledger. */
export async function fill(start, facts, jdbcUrl, entries) {
  const reading = await start();
  // Final as well, or the next node would have millions of entries to digest.
  await reading.until((status) => status?.finalised?.number >= facts.blocks - 2, PATIENCE_SECONDS);
  await reading.stop();
  const said = execFileSync(...java('org.urunan.bench.Fill', jdbcUrl, `${entries - facts.donations}`), { encoding: 'utf8' });
  console.error(said.trim());
}
