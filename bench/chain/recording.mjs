// What a chain answers, block by block, as files: each piece is exactly what anvil answered.
//   facts.json            what the generator says is on the chain
//   index.json            where each block's pieces are in the files
//   headers, blocks, receipts, logs   the pieces, one behind the other
import { mkdirSync, openSync, closeSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hex } from './rpc.mjs';

const AT_ONCE = 20;

export async function record(rpc, facts, folder) {
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(['headers', 'blocks', 'receipts', 'logs'].map((name) => [name, new Pieces(folder, name)]));
  const index = [];
  for (let from = 0; from <= facts.blocks; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, facts.blocks + 1 - from) }, (_, i) => hex(from + i));
    const ask = (calls) => rpc.batch(calls);
    const headers = await ask(numbers.map((number) => ['eth_getBlockByNumber', number, false]));
    const blocks = await ask(numbers.map((number) => ['eth_getBlockByNumber', number, true]));
    const receipts = await ask(numbers.map((number) => ['eth_getBlockReceipts', number]));
    const logs = await ask(headers.map(({ hash }) => ['eth_getLogs', { blockHash: hash }]));
    for (const [i, header] of headers.entries()) {
      index.push({
        hash: header.hash,
        header: files.headers.add(header),
        block: files.blocks.add(blocks[i]),
        receipts: files.receipts.add(receipts[i]),
        logs: logs[i].map((log) => files.logs.add(log)),
      });
    }
  }
  for (const file of Object.values(files)) file.close();
  const code = await rpc.call('eth_getCode', facts.contract, 'latest');
  const client = await rpc.call('web3_clientVersion');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ client, code, blocks: index }));
  writeFileSync(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

/** A file of JSON values; `add` says where a value stands. A comma follows each, so that neighbours are part of an array. */
class Pieces {
  #at = 0;

  constructor(folder, name) {
    this.file = openSync(join(folder, name), 'w');
  }

  add(value) {
    const bytes = Buffer.from(`${JSON.stringify(value)},`);
    writeSync(this.file, bytes);
    const place = [this.#at, bytes.length - 1];
    this.#at += bytes.length;
    return place;
  }

  close() {
    closeSync(this.file);
  }
}
