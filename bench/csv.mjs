// The whole ledger as CSV, from a node that goes on reading its chain; and how fast a node with that ledger starts.
import { get } from 'node:http';
import { startFilledNode } from './lib/filled.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';
import { usageOf } from './lib/usage.mjs';

export async function csv({ entries = 1_000_000, database = 'postgresql', rounds = 2 }) {
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  const filled = await startFilledNode(entries, postgres, 'csv');
  try {
    const runs = [];
    for (let round = 1; round <= rounds; round++) {
      const before = usageOf(filled.node.process.pid);
      const exported = await download(`${filled.node.url}/ledger.csv`);
      const after = usageOf(filled.node.process.pid);
      runs.push({ ...exported, cpuSeconds: after.cpuSeconds - before.cpuSeconds, grownMb: after.peakMb - before.peakMb, peakMb: after.peakMb });
    }
    console.log(`\nStarted with ${thousands(entries)} entries in ${filled.startedIn.toFixed(1)} s, to the first answer of its status.\n`);
    table(
      ['/ledger.csv', 'rows', 'MB', 'seconds', 'rows/s', 'CPU s', 'peak MB', 'peak grew by MB'],
      runs.map((run, i) => [
        `${database}, round ${i + 1}`,
        thousands(run.rows),
        (run.bytes / 2 ** 20).toFixed(0),
        run.seconds.toFixed(1),
        thousands(run.rows / run.seconds),
        run.cpuSeconds.toFixed(1),
        run.peakMb,
        run.grownMb,
      ]),
    );
    save(`csv-${database}`, { entries, database, startedIn: filled.startedIn, runs });
  } finally {
    await filled.stop();
    await postgres?.stop();
  }
}

/** Counts lines without keeping them. */
function download(url) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      let [lines, bytes] = [0, 0];
      response.on('data', (part) => {
        bytes += part.length;
        for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines++;
      });
      response.on('end', () => resolve({ rows: lines - 1, bytes, seconds: (performance.now() - began) / 1000 }));
      response.on('error', reject);
    }).on('error', reject);
  });
}
