import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chain } from './chain.mjs';
import { differences } from './compare.mjs';
import { startNode } from './node.mjs';
import { NATIVE } from './oracle.mjs';
import { Random } from './random.mjs';
import { quantity } from './rpc.mjs';
import { Traffic } from './traffic.mjs';
import { hashOf, tokenListOf } from './world.mjs';

const SHOWN = 4;
/** Empty blocks that make all before them final. */
const UNTIL_ALL_IS_FINAL = 8;

/**
 * One node follows from the first block on, while transactions and reorgs happen; another one begins when all has happened.
 * Each must say what the oracle says: after each round, and once more when everything is final.
 */
export class Proof {
  failures = 0;
  #world;
  #tokenList;
  #databases;
  #folder;
  #given;
  #chain;
  #traffic;
  /** Choices of what to look at: they must not change what happens on the chain. */
  #random;

  constructor(world, seed, { databases, folder, settings }) {
    this.#world = world;
    this.#tokenList = tokenListOf(world);
    this.#databases = databases;
    this.#folder = folder;
    this.#given = settings;
    this.#chain = new Chain(world.rpc);
    this.#traffic = new Traffic(new Random(seed), world);
    this.#random = new Random(seed + 1);
  }

  async run(transactions, rounds) {
    const following = await this.#start('following');
    for (let round = 1; round <= rounds; round++) {
      await this.#traffic.run(transactions);
      await this.#check(following, `round ${round}, the node that follows`);
    }
    const late = await this.#start('late');
    await this.#check(late, 'the node that came late');
    await this.#world.rpc.ask('anvil_mine', quantity(UNTIL_ALL_IS_FINAL));
    await this.#check(following, 'all is final, the node that follows');
    await this.#check(late, 'all is final, the node that came late');
    await following.stop();
    await late.stop();
  }

  async #start(name) {
    const folder = join(this.#folder, name);
    mkdirSync(folder);
    const settings = this.#settings();
    console.log(`${name}: ${JSON.stringify(settings)}`);
    const environment = { ...settings, ...(await this.#databases.create(name)) };
    return startNode({ world: this.#world, tokenList: this.#tokenList, folder, environment });
  }

  /** What an operator may choose, and the ledger must not depend on. */
  #settings() {
    const random = this.#random;
    return {
      URUNAN_CHAIN_AUDIT: random.of(['receipts', 'receipts', 'blooms', 'none']),
      URUNAN_CHAIN_TOPICS_PER_REQUEST: `${random.of([2, 500])}`,
      URUNAN_CHAIN_BATCH_SIZE: `${random.of([1, 50])}`,
      URUNAN_CHAIN_POLL_INTERVAL: random.of(['0.05s', '0.5s']),
      ...this.#given,
    };
  }

  async #check(node, name) {
    const began = Date.now();
    const chain = await this.#chain.read(this.#world.startBlock);
    await node.reaches(chain.blocks.at(-1), chain.finalised);
    const { trafficBlock: firstBlock } = this.#world;
    const { gone } = this.#traffic;
    const { found, oracle } = await differences(node, chain, this.#rules(), { random: this.#random, firstBlock, gone });
    this.failures += found.length;
    console.log(`${name}: block ${chain.blocks.at(-1).number}, ${this.#traffic.reorgs} reorgs, ${described(oracle)}, ${Date.now() - began} ms`);
    for (const difference of telling(found).slice(0, SHOWN)) console.log(told(difference));
    if (found.length > 0) console.log(`  ${found.length} differences in all`);
  }

  #rules() {
    const { tokens, chainId, startBlock, donations } = this.#world;
    const listed = Object.values(tokens).filter(({ listed }) => listed && !listed.chainId);
    return {
      contract: donations.address,
      tokens: new Map([[NATIVE, { symbol: 'ETH', decimals: 18 }], ...listed.map((token) => [token.address, token.listed])]),
      readsBlocks: true,
      chainId,
      startBlock,
      tokenListHash: hashOf(this.#tokenList),
    };
  }
}

/** One transaction's entry that is wrong is wrong in many places: the first of them is enough to see. */
function telling(found) {
  return found.filter((one, i) => !one.txHash || i === found.findIndex(({ txHash }) => txHash === one.txHash));
}

function described({ entries, outgoing, rejected, statements, campaigns }) {
  const ways = ['contract', 'authorization', 'tagged', 'direct'];
  const counts = ways.map((way) => `${entries.filter((entry) => entry.way === way).length} ${way}`);
  return `${entries.length} entries (${counts.join(', ')}), ${outgoing.length} outgoing, ${rejected.length} rejected, ${statements.length} statements, ${campaigns.size} campaigns`;
}

function told({ what, txHash, rule, expected, found }) {
  const where = [txHash && `transaction ${txHash}`, rule && `rule ${rule}`].filter(Boolean).join(', ');
  return `  ${what}${where && ` (${where})`}\n    expected ${plain(expected)}\n    found    ${plain(found)}`;
}

const plain = (value) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one));
