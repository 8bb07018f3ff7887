// How many campaign pages a second one node serves, on the same machine as the load.
import { join } from 'node:path';
import { manifestOf } from './chain/manifests.mjs';
import { recordingOf, startReplay } from './lib/chains.mjs';
import { quantile } from './lib/latency.mjs';
import { Connection } from './lib/load.mjs';
import { emptied, startNode } from './lib/node.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { RESULTS, save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';
import { usageOf } from './lib/usage.mjs';

const CONNECTIONS = 32;
const WARM_SECONDS = 15;
const SECONDS = 15;

export async function pages({ size = 'small', database = 'postgresql' }) {
  const { folder, facts } = await recordingOf(size);
  const postgres = database === 'postgresql' ? await startPostgres() : null;
  if (postgres) await postgres.create('bench_pages');
  const replay = await startReplay(folder);
  const home = emptied(join(RESULTS, 'node-pages'));
  const jdbc = postgres && { url: postgres.jdbcUrl('bench_pages'), username: 'postgres' };
  const node = await startNode({ rpcUrl: replay.url, facts, folder: home, jdbc });
  try {
    await node.reaches(facts.blocks);
    await publish(node, facts.campaigns);
    const paths = facts.campaigns.map(({ beneficiary, number }) => `/campaigns/${beneficiary}/${number}`);
    const kept = await measure(node, paths);
    // A parameter of its own, so that no page is given out that was made before.
    let nr = 0;
    const made = await measure(node, paths, (path) => `${path}?nr=${nr++}`);
    const measured = { database, connections: CONNECTIONS, kept, made };
    table(
      [`campaign page on ${database}`, 'pages/s', 'p50 ms', 'p99 ms', 'bytes', 'not 200', 'node CPU ms a page', 'peak MB'],
      [line('made for the present block', kept), line('made anew for each visitor', made)],
    );
    save('pages', measured);
  } finally {
    await node.stop();
    await postgres?.stop();
  }
}

/** Uploads every campaign's text, and waits until the node shows the last one. */
async function publish(node, campaigns) {
  for (const campaign of campaigns) {
    const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: manifestOf(campaign) };
    const answer = await fetch(`${node.url}/api/v1/content`, sent);
    if (!answer.ok) throw new Error(`The node refused a manifest: ${await answer.text()}`);
  }
  const { beneficiary, number } = campaigns.at(-1);
  for (let tries = 0; tries < 600; tries++) {
    const { campaign } = await (await fetch(`${node.url}/api/v1/campaigns/${beneficiary}/${number}`)).json();
    if (campaign.contentAvailable) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The node did not take its campaigns\' texts over within a minute.');
}

async function measure(node, paths, asked) {
  await load(node.url, paths, WARM_SECONDS, asked);
  const before = usageOf(node.process.pid).cpuSeconds;
  const loaded = await load(node.url, paths, SECONDS, asked);
  const usage = usageOf(node.process.pid);
  return { ...loaded, cpuSeconds: usage.cpuSeconds - before, peakMb: usage.peakMb };
}

function line(what, { perSecond, p50, p99, bytes, failures, cpuSeconds, peakMb }) {
  const cpu = (cpuSeconds * 1000) / (perSecond * SECONDS);
  return [what, thousands(perSecond), p50.toFixed(1), p99.toFixed(1), bytes, failures, cpu.toFixed(2), peakMb];
}

async function load(url, paths, seconds, asked = (path) => path) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  let failures = 0;
  let bytes = 0;
  let next = 0;
  const ask = async () => {
    const connection = await Connection.open(url);
    while (performance.now() < until) {
      const began = performance.now();
      const answer = await connection.get(asked(paths[next++ % paths.length]), 'Accept: text/html\r\nAccept-Encoding: gzip\r\n');
      times.push(performance.now() - began);
      bytes = answer.bytes;
      if (answer.status !== 200) failures++;
    }
    connection.close();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const perSecond = times.length / ((performance.now() - began) / 1000);
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), failures, bytes };
}
