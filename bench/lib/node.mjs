import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MORE } from './java.mjs';
import { freePort } from './ports.mjs';
import { end, owned } from './processes.mjs';
import { RESULTS } from './results.mjs';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGED = join(HOME, 'target/node');
/** How operators start the node. */
const PROGRAM = join(PACKAGED, 'urunan');
/** What Java kept of the rehearsal. */
export const CACHE = join(PACKAGED, 'urunan.aot');
const START_SECONDS = 180;

/** The token list of a generated chain. */
export function tokenList(facts, folder) {
  const file = join(folder, 'tokens.json');
  const token = { chainId: facts.chainId, address: facts.token, symbol: 'DEV', name: 'Development Token', decimals: 18 };
  const version = { major: 1, minor: 0, patch: 0 };
  const list = { name: 'Bench', timestamp: '2026-01-01T00:00:00Z', version, tokens: [token] };
  writeFileSync(file, `${JSON.stringify(list)}\n`);
  return file;
}

/**
 * Starts the node as operators start it, and waits until it serves its status.
 *
 * @param jdbc {url, username}, or nothing for H2 in `folder`
 */
export async function startNode({ rpcUrl, facts, folder, jdbc, more = {}, java = ['-Xmx256m', ...MORE] }) {
  if (!existsSync(PROGRAM)) throw new Error('There is no node: run bin/build.');
  for (const needed of [folder, RESULTS]) mkdirSync(needed, { recursive: true });
  const port = await freePort();
  const log = openSync(join(RESULTS, 'node.log'), 'a');
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    JAVA_HOME: process.env.JAVA_HOME,
    JAVA_OPTS: java.join(' '),
    URUNAN_CHAIN_ID: `${facts.chainId}`,
    URUNAN_CHAIN_RPC_URLS: rpcUrl,
    URUNAN_CHAIN_CONTRACT: facts.contract,
    URUNAN_CHAIN_START_BLOCK: '0',
    URUNAN_TOKEN_LIST: tokenList(facts, folder),
    URUNAN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    URUNAN_DATA_DIR: folder,
    QUARKUS_HTTP_HOST: '127.0.0.1',
    QUARKUS_HTTP_PORT: `${port}`,
    ...(jdbc ? { QUARKUS_DATASOURCE_JDBC_URL: jdbc.url, QUARKUS_DATASOURCE_USERNAME: jdbc.username } : {}),
    ...more,
  };
  const began = Date.now();
  const child = owned(spawn(PROGRAM, { env: environment, cwd: folder, stdio: ['ignore', log, log] }));
  const node = new Node(child, `http://127.0.0.1:${port}`, began);
  await node.until((status) => status !== null, START_SECONDS);
  return node;
}

class Node {
  constructor(process, url, began) {
    Object.assign(this, { process, url, began });
  }

  /** What the node says of itself, or null while it does not answer. */
  async status() {
    try {
      const response = await fetch(`${this.url}/api/v1/status`);
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  async until(condition, seconds) {
    const giveUp = Date.now() + seconds * 1000;
    for (;;) {
      const status = await this.status();
      if (condition(status)) return status;
      if (this.process.exitCode !== null) throw new Error(`The node ended with ${this.process.exitCode}: see bench/results/node.log.`);
      if (Date.now() > giveUp) throw new Error(`The node is not there after ${seconds} s: ${JSON.stringify(status)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits until the ledger has reached this block. */
  reaches(block, seconds = 120) {
    return this.until((status) => status !== null && status.asOf.number >= block, seconds);
  }

  stop() {
    return end(this.process);
  }
}

export function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
