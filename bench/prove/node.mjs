// A production node, run as an operator runs it, with an empty database of its own.
import { spawn } from 'node:child_process';
import { existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../lib/ports.mjs';
import { end, owned } from '../lib/processes.mjs';

const PROGRAM = fileURLToPath(new URL('../../target/node/urunan', import.meta.url));
const START_MS = 120_000;
const CATCH_UP_MS = 120_000;

/** @param environment what it says besides; without a database in it, H2 in the folder */
export async function startNode({ world, tokenList, folder, environment }) {
  if (!existsSync(PROGRAM)) throw new Error('There is no node: run bin/build.');
  const port = await freePort();
  const log = join(folder, 'node.log');
  const list = join(folder, 'tokens.json');
  writeFileSync(list, tokenList);
  const whole = {
    PATH: process.env.PATH,
    JAVA_HOME: process.env.JAVA_HOME,
    JAVA_OPTS: '-Xmx400m',
    URUNAN_CHAIN_ID: `${world.chainId}`,
    URUNAN_CHAIN_RPC_URLS: world.rpc.url,
    URUNAN_CHAIN_CONTRACT: world.donations.address,
    URUNAN_CHAIN_START_BLOCK: `${world.startBlock}`,
    URUNAN_TOKEN_LIST: list,
    URUNAN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    URUNAN_DATA_DIR: join(folder, 'data'),
    QUARKUS_HTTP_HOST: '127.0.0.1',
    QUARKUS_HTTP_PORT: `${port}`,
    ...environment,
  };
  const output = openSync(log, 'a');
  const child = owned(spawn(PROGRAM, { env: whole, stdio: ['ignore', output, output] }));
  const node = new Node(child, `http://127.0.0.1:${port}`, log);
  await node.until((status) => status !== null, START_MS);
  return node;
}

class Node {
  #process;
  #log;

  constructor(process, url, log) {
    this.#process = process;
    this.url = url;
    this.#log = log;
  }

  get(path) {
    return fetch(this.url + path);
  }

  async #status() {
    try {
      const response = await this.get('/api/v1/status');
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  async until(condition, patience) {
    for (const giveUp = Date.now() + patience; ; ) {
      const status = await this.#status();
      if (condition(status)) return status;
      if (this.#process.exitCode !== null) throw new Error(`The node ended: see ${this.#log}.`);
      if (Date.now() > giveUp) throw new Error(`The node is not there: ${JSON.stringify(status)}. See ${this.#log}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits until the node's answers belong to this head, and it knows what is final. */
  async reaches(head, finalised) {
    const isThere = (status) => status?.asOf?.hash === head.hash && status.finalised?.hash === finalised.hash;
    try {
      await this.until(isThere, CATCH_UP_MS);
    } catch (failure) {
      throw new Error(`Block ${head.number}, ${head.hash}, and finality of ${finalised.number}, ${finalised.hash}, were not reached`, { cause: failure });
    }
  }

  stop() {
    return end(this.#process);
  }
}
