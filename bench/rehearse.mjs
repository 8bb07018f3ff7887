// Starts the packaged node once on a small chain, asks it for everything that visitors ask for, and lets Java keep what it
// loaded, linked and learnt by that beside the jar: urunan.aot. bin/build runs it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingOf, startReplay } from './lib/chains.mjs';
import { CACHE, startNode } from './lib/node.mjs';
import { endAll } from './lib/processes.mjs';

const TIMES = 30;
const LONGEST_END_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'urunan-rehearsal-'));
try {
  await rehearse();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function rehearse() {
  rmSync(CACHE, { force: true });
  const recording = await recordingOf('small');
  const replay = await startReplay(recording.folder);
  const java = ['-Xmx256m', `-XX:AOTCacheOutput=${CACHE}`, '-Xlog:aot=error'];
  const node = await startNode({ rpcUrl: replay.url, facts: recording.facts, folder, java });
  await node.reaches(recording.facts.blocks);
  for (let i = 0; i < TIMES; i++) {
    for (const path of paths(recording.facts, i)) await ask(node.url + path);
  }
  await ended(node.process);
  rmSync(`${CACHE}.config`, { force: true });
}

/** Each time another address, so that no answer is one that was kept. */
function paths({ campaigns }, i) {
  const { beneficiary, number } = campaigns[i % campaigns.length];
  const campaign = `${beneficiary}/${number}`;
  const pages = ['/', '/campaigns', '/campaigns/new', '/ledger', '/status', `/campaigns/${campaign}`, `/campaigns/${campaign}/ledger`];
  const answers = ['ledger', 'status', `campaigns/${campaign}`, `ledger?beneficiary=${beneficiary}`];
  return [...pages.map((page) => `${page}?nr=${i}`), ...answers.map((path) => `/api/v1/${path}`), '/ledger.csv', `/ledger?campaign=${campaign}&nr=${i}`];
}

async function ask(url) {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The rehearsal got ${response.status} from ${url}.`);
}

/** Java writes the cache when it is asked to end, by another process that it starts and waits for. */
async function ended(child) {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('The node did not end in two minutes.')), LONGEST_END_MS).unref());
  await Promise.race([exit, late]);
}
