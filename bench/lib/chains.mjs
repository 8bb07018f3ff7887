import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CONTRACTS } from '../chain/anvil.mjs';
import { generate } from '../chain/generate.mjs';
import { owned } from './processes.mjs';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const RECORDINGS = join(HOME, 'results/chains');

/** The recording of this size: made once, and again when the contract has another address. */
export async function recordingOf(size) {
  const folder = join(RECORDINGS, size);
  const { address } = JSON.parse(readFileSync(join(CONTRACTS, 'out/deployment.json'), 'utf8'));
  if (existsSync(folder) && factsOf(folder).contract !== address) rmSync(folder, { recursive: true });
  if (!existsSync(folder)) {
    console.error(`Generating the ${size} chain on anvil: minutes, once.`);
    await generate(size, folder);
  }
  return { folder, facts: factsOf(folder) };
}

const factsOf = (folder) => JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));

/** Serves a recording on loopback. */
export async function startReplay(folder, { delay = 0 } = {}) {
  const script = join(HOME, 'chain/replay.mjs');
  const child = owned(spawn(process.execPath, [script, folder, `${delay}`], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const [url] = await new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve([line]));
    child.once('exit', (code) => reject(new Error(`The replay server ended with ${code}.`)));
  });
  return { url, process: child, asked: async () => (await fetch(url)).json() };
}
