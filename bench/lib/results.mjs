import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RESULTS = fileURLToPath(new URL('../results', import.meta.url));

/** Keeps what was measured, with the machine and the time. */
export function save(name, measured) {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ ...machine(), ...measured }, null, 2)}\n`);
  console.log(`\nKept in ${file}`);
}

function machine() {
  const [{ model }] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
  return { measuredAt: new Date().toISOString(), cpus: cpus().length, model, memoryGb, load, node: process.version };
}
