// Local chains for tests: anvil on a free port.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { program } from './foundry.mjs';

/** A development chain's first account, unlocked. */
export const RICH = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';

/** Starts a chain; once it listens, gives its URL and how to stop it. */
export async function startChain(...options) {
  const anvil = spawn(program('anvil'), ['--port', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: anvil.stdout })) {
    const [, address] = line.match(/^Listening on (.+)$/) ?? [];
    if (!address) continue;
    anvil.stdout.resume();
    return { url: `http://${address}`, stop: () => anvil.kill() };
  }
  throw new Error('anvil ended before it listened');
}

/** One JSON-RPC call. */
export async function rpc(url, method, ...params) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { result, error } = await response.json();
  if (error) throw new Error(`${method}: ${error.message}`);
  return result;
}
