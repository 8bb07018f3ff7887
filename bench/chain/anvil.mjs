import { spawn } from 'node:child_process';
import { home, program } from '../../contracts/tools/foundry.mjs';
import { freePort } from '../lib/ports.mjs';
import { owned } from '../lib/processes.mjs';
import { Rpc } from './rpc.mjs';

export const CONTRACTS = home;

/** Starts an anvil on loopback and waits until it answers. */
export async function startAnvil(...options) {
  const port = await freePort();
  const args = ['--host', '127.0.0.1', '--port', `${port}`, '--quiet', '--slots-in-an-epoch', '1', ...options];
  const process = owned(spawn(program('anvil'), args, { stdio: ['ignore', 'ignore', 'inherit'] }));
  const url = `http://127.0.0.1:${port}`;
  const rpc = new Rpc(url);
  for (let tries = 0; ; tries++) {
    try {
      await rpc.call('eth_chainId');
      return { url, rpc, process };
    } catch (error) {
      if (process.exitCode !== null || tries > 1200) throw new Error(`anvil did not start: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
