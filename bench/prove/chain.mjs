// Reads a whole chain, block by block with all receipts: slow, and without any way to leave something out.
import { quantity } from './rpc.mjs';

const BATCH = 20;

/** Blocks that were read before are known by their hash, and are not read twice. */
export class Chain {
  #rpc;
  #known = new Map();

  constructor(rpc) {
    this.#rpc = rpc;
  }

  /** All blocks from the first one to the latest, linked by their parents' hashes; and the finalised head. */
  async read(first) {
    const [latest, finalised] = await this.#rpc.askAll([
      ['eth_getBlockByNumber', 'latest', false],
      ['eth_getBlockByNumber', 'finalized', false],
    ]);
    const blocks = [];
    for (let from = first; from <= Number(latest.number); from += BATCH) {
      const to = Math.min(from + BATCH - 1, Number(latest.number));
      blocks.push(...(await this.#readRange(from, to)));
    }
    for (let i = 1; i < blocks.length; i++) {
      if (blocks[i].parentHash !== blocks[i - 1].hash) throw new Error('The chain changed while it was read');
    }
    if (blocks.at(-1).hash !== latest.hash) throw new Error('The chain changed while it was read');
    return { blocks, finalised: { number: Number(finalised.number), hash: finalised.hash } };
  }

  async #readRange(from, to) {
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => quantity(from + i));
    const heads = await this.#rpc.askAll(numbers.map((number) => ['eth_getBlockByNumber', number, false]));
    const missing = heads.filter(({ hash }) => !this.#known.has(hash));
    const full = await this.#rpc.askAll(missing.map(({ hash }) => ['eth_getBlockByHash', hash, true]));
    const receipts = await this.#rpc.askAll(missing.map(({ hash }) => ['eth_getBlockReceipts', hash]));
    full.forEach((block, i) => this.#known.set(block.hash, blockOf(block, receipts[i])));
    return heads.map(({ hash }) => this.#known.get(hash));
  }
}

function blockOf({ number, hash, parentHash, timestamp, transactions }, receipts) {
  if (receipts.length !== transactions.length) throw new Error(`Block ${hash} lacks receipts`);
  return {
    number: Number(number),
    hash,
    parentHash,
    time: Number(timestamp),
    transactions: transactions.map((transaction, i) => transactionOf(transaction, receipts[i])),
  };
}

function transactionOf({ hash, transactionIndex, from, to, value, input }, receipt) {
  if (receipt.transactionHash !== hash) throw new Error(`The receipt of ${hash} is that of another transaction`);
  return {
    hash,
    index: Number(transactionIndex),
    from: from.toLowerCase(),
    to: to?.toLowerCase() ?? null,
    value: BigInt(value),
    input: input.toLowerCase(),
    succeeded: receipt.status === '0x1',
    logs: receipt.logs.map(({ address, topics, data, logIndex }) => ({
      address: address.toLowerCase(),
      topics: topics.map((topic) => topic.toLowerCase()),
      data: data.toLowerCase(),
      logIndex: Number(logIndex),
    })),
  };
}
