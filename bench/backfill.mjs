// From an empty database to the whole ledger: everyone on the same chain, one after the other, in one run.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { busySince, calm, workDone } from './lib/calm.mjs';
import { recordingOf, startReplay } from './lib/chains.mjs';
import { OTHERS } from './lib/contestants.mjs';
import { NODES } from './lib/nodes.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { end } from './lib/processes.mjs';
import { RESULTS, save } from './lib/results.mjs';
import { table, thousands } from './lib/table.mjs';
import { usageOf } from './lib/usage.mjs';

const WHO = { ...NODES, ...OTHERS };
const PATIENCE_SECONDS = 300;

/** @param options {size, who, rounds, delay} */
export async function backfill({ size = 'measured', who = Object.keys(WHO), rounds = 1, delay = 0 }) {
  const chain = await recordingOf(size);
  const postgres = await startPostgres();
  mkdirSync(RESULTS, { recursive: true });
  const runs = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const key of who) {
        const run = { key, round, ...(await measure(key, chain, postgres, delay)) };
        console.error(`${run.name}: ${run.failure ?? `${run.seconds.toFixed(2)} s, strangers took ${run.othersCpuSeconds.toFixed(1)} s of the processors`}`);
        runs.push(run);
      }
    }
  } finally {
    await postgres.stop();
  }
  report(runs, chain.facts, who);
  save(delay ? 'latency' : `backfill-${size}`, { size, delay, runs });
  return runs;
}

async function measure(key, { folder, facts }, postgres, delay) {
  const contestant = WHO[key];
  const database = `bench_${key.replace(/\W/g, '_')}`;
  await postgres.create(database);
  await contestant.prepare?.({ postgres, database });
  const replay = await startReplay(folder, { delay });
  const log = openSync(join(RESULTS, `${key}.log`), 'w');
  await calm();
  const databaseBefore = usageOf(postgres.process.pid).cpuSeconds;
  const ownBefore = process.cpuUsage();
  const workBefore = workDone();
  const began = Date.now();
  const child = await contestant.start({ rpcUrl: replay.url, facts, postgres, database, log });
  try {
    const outcome = await untilDone(contestant, child, { facts, postgres, database, began });
    const { first } = await replay.asked();
    const asked = await replay.asked();
    const usage = usageOf(child.pid);
    const databaseCpuSeconds = usageOf(postgres.process.pid).cpuSeconds - databaseBefore;
    const endpointCpuSeconds = usageOf(replay.process.pid).cpuSeconds;
    const { user, system } = process.cpuUsage(ownBefore);
    const ours = usage.cpuSeconds + databaseCpuSeconds + endpointCpuSeconds + (user + system) / 1e6;
    return {
      name: contestant.name,
      version: contestant.version(),
      seconds: (outcome.at - began) / 1000,
      fromFirstRequest: (outcome.at - first) / 1000,
      perSecond: facts.donations / ((outcome.at - began) / 1000),
      ...usage,
      databaseCpuSeconds,
      endpointCpuSeconds,
      othersCpuSeconds: Math.max(0, busySince(workBefore) - ours),
      asked,
      right: outcome.right,
      phases: outcome.phases,
      failure: outcome.failure,
    };
  } finally {
    await end(child);
    await end(replay.process);
    closeSync(log);
  }
}

/** Looks 20 times a second; a node on its own database says itself when it is done. */
async function untilDone(contestant, child, { facts, postgres, database, began }) {
  if (contestant.tells) return contestant.tells(child, facts);
  const client = await postgres.connect(database);
  try {
    for (;;) {
      const at = Date.now();
      const given = await ask(client, contestant.given);
      if (given === facts.donations && (await contestant.ready(client))) {
        return { at, right: await isRight(client, contestant, facts), phases: await contestant.phases?.(child) };
      }
      if (child.exitCode !== null || at - began > PATIENCE_SECONDS * 1000) {
        const why = child.exitCode !== null ? `ended with ${child.exitCode}` : `not done after ${PATIENCE_SECONDS} s`;
        return { at, right: false, failure: `${why}, ${given ?? 0} of ${facts.donations} donations` };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await client.end();
  }
}

/** @returns how many donations there are, or null while there is no table yet */
async function ask(client, sql) {
  try {
    return (await client.query(sql)).rows[0].n;
  } catch (error) {
    if (['42P01', '3F000', '42703'].includes(error.code)) return null;
    throw error;
  }
}

/** Each campaign's sum is the one that the generator had when it gave. */
async function isRight(client, contestant, facts) {
  const { rows } = await client.query(contestant.sums);
  const sums = new Map(rows.map(({ id, amount, donations }) => [id, `${amount} ${donations}`]));
  const given = facts.campaigns.filter(({ donations }) => donations > 0);
  const idOf = ({ beneficiary, number }) => `${beneficiary}${number.toString(16).padStart(24, '0')}`;
  return sums.size === given.length && given.every((one) => sums.get(idOf(one)) === `${one.amount} ${one.donations}`);
}

function report(runs, facts, who) {
  const best = who.map((key) => runs.filter((run) => run.key === key && !run.failure).sort((a, b) => a.seconds - b.seconds)[0]);
  const ours = best.find((run) => run && run.key in NODES);
  console.log(`\n${thousands(facts.donations)} donations in ${thousands(facts.blocks)} blocks; the best of each one's rounds.\n`);
  const columns = ['', 'donations/s', 'seconds', 'of them after the first request', 'CPU s', 'database CPU s', 'strangers CPU s', 'peak MB', 'right', 'first row / this'];
  table(
    columns,
    best.filter(Boolean).map((run) => [
      `${run.name} (${run.version})`,
      thousands(run.perSecond),
      run.seconds.toFixed(2),
      run.fromFirstRequest.toFixed(2),
      run.cpuSeconds.toFixed(1),
      run.databaseCpuSeconds.toFixed(1),
      run.othersCpuSeconds.toFixed(1),
      run.peakMb,
      run.right ? 'yes' : 'NO',
      ours ? `${(ours.perSecond / run.perSecond).toFixed(1)} ×` : '',
    ]),
  );
  for (const { name, phases } of best.filter((run) => run?.phases)) console.log(`\n${name}: ${phases}`);
  for (const { name, failure } of runs.filter((run) => run.failure)) console.log(`\n${name}: ${failure}`);
}

/** The same with every request answered 100 ms later: how much of that is hidden by asking ahead. */
export async function latency({ size = 'measured', who = Object.keys(NODES), delay = 100, rounds = 1 }) {
  const near = await backfill({ size, who, rounds });
  const far = await backfill({ size, who, rounds, delay });
  const best = (runs, key) => Math.min(...runs.filter((run) => run.key === key && !run.failure).map(({ seconds }) => seconds));
  console.log(`\nEach request ${delay} ms slower:\n`);
  table(
    ['', 'seconds', `seconds with ${delay} ms`, 'ratio'],
    who.map((key) => [WHO[key].name, ...[best(near, key), best(far, key)].map((s) => s.toFixed(2)), (best(far, key) / best(near, key)).toFixed(2)]),
  );
}
