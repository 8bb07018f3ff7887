// Runs forge and cast in the contracts folder, and hands back what they print; they throw if they fail.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('..', import.meta.url));

export const program = (name) => join(home, 'bin', name);
export const forge = (...args) => run('forge', args);
export const cast = (...args) => run('cast', args);

function run(name, args) {
  const quiet = ['ignore', 'pipe', 'pipe'];
  return execFileSync(program(name), args, { cwd: home, encoding: 'utf8', stdio: quiet, maxBuffer: 1 << 28 }).trim();
}
