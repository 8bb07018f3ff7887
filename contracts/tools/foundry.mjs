// Runs forge, cast and anvil as npm installed them, from the contracts folder, and hands back what they print.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('..', import.meta.url));

/** The program's path: the platform's own binary, without npm's wrapper around it. */
export function program(name) {
  const wrapper = createRequire(import.meta.url).resolve(`@foundry-rs/${name}/package.json`);
  const platform = `@foundry-rs/${name}-${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const file = `bin/${name}${process.platform === 'win32' ? '.exe' : ''}`;
  return createRequire(wrapper).resolve(`${platform}/${file}`);
}

export const forge = (...args) => run('forge', args);
export const cast = (...args) => run('cast', args);

function run(name, args) {
  const quiet = ['ignore', 'pipe', 'pipe'];
  return execFileSync(program(name), args, { cwd: home, encoding: 'utf8', stdio: quiet, maxBuffer: 1 << 28 }).trim();
}
