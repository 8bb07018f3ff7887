// A JSON-RPC endpoint on loopback that answers from a recording. What was not recorded it does not know.
//
//   node chain/replay.mjs <recording> [milliseconds that each request takes longer]
//
// Prints its URL when it is ready. GET tells how much was asked and when first: {requests, calls, bytes, first}.
import { createServer } from 'node:http';
import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

const [folder, delay = '0'] = process.argv.slice(2);
const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
const { client, code, blocks } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const files = Object.fromEntries(['headers', 'blocks', 'receipts'].map((name) => [name, openSync(join(folder, name))]));
const byHash = new Map(blocks.map((block, number) => [block.hash, number]));
const { bytes: logBytes, logs } = indexLogs();

/**
 * For each block its logs, with what a filter looks at (equal strings are one string) and where they are. Logs of one
 * address stand together, so that an answer about one address is a few long pieces: the endpoint must cost little.
 */
function indexLogs() {
  const recorded = readFileSync(join(folder, 'logs'));
  const known = new Map();
  const one = (text) => known.get(text) ?? (known.set(text, text), text);
  const logs = blocks.map((block) =>
    block.logs.map(([at, length]) => {
      const { address, topics } = JSON.parse(recorded.toString('latin1', at, at + length));
      return { values: [address, ...topics].map(one), at, length };
    }),
  );
  const bytes = Buffer.allocUnsafe(recorded.length + 1);
  let end = 0;
  const address = ({ values }) => values[0];
  for (const each of logs.flat().sort((a, b) => (address(a) < address(b) ? -1 : Number(address(a) > address(b))))) {
    recorded.copy(bytes, end, each.at, each.at + each.length);
    each.at = end;
    end += each.length;
    bytes.write(',', end++);
  }
  return { bytes, logs };
}

const LATEST = blocks.length - 1;
const TAGS = { latest: LATEST, pending: LATEST, safe: LATEST - 1, finalized: LATEST - 2, earliest: 0 };

const methods = {
  web3_clientVersion: () => text(client),
  net_version: () => text(`${facts.chainId}`),
  eth_chainId: () => text(`0x${facts.chainId.toString(16)}`),
  eth_blockNumber: () => text(`0x${LATEST.toString(16)}`),
  eth_syncing: () => 'false',
  eth_getCode: ([address]) => text(address.toLowerCase() === facts.contract.toLowerCase() ? code : '0x'),
  eth_getBlockByNumber: ([tag, full]) => block(numberOf(tag), full),
  eth_getBlockByHash: ([hash, full]) => block(byHash.get(hash), full),
  eth_getBlockReceipts: ([which]) => piece('receipts', blocks[byHash.get(which) ?? numberOf(which)]?.receipts),
  eth_getLogs: ([filter]) => logsOf(filter),
};

const text = (value) => JSON.stringify(value);

function numberOf(tag) {
  return TAGS[tag] ?? Number(tag);
}

function block(number, full) {
  return piece(full ? 'blocks' : 'headers', blocks[number]?.[full ? 'block' : 'header']);
}

function piece(name, place) {
  if (!place) return 'null';
  const [at, length] = place;
  const bytes = Buffer.allocUnsafe(length);
  readSync(files[name], bytes, 0, length, at);
  return bytes;
}

function logsOf({ blockHash, fromBlock, toBlock, address, topics }) {
  const single = byHash.get(blockHash);
  if (blockHash && single === undefined) throw new RpcError(-32000, 'unknown block');
  const from = single ?? numberOf(fromBlock ?? 'latest');
  const to = single ?? numberOf(toBlock ?? 'latest');
  if (to > LATEST) throw new RpcError(-32602, `block range extends beyond current head block: requested ${to}, head ${LATEST}`);
  const accepts = [address, ...(topics ?? [])].map(acceptor);
  const parts = [];
  for (let number = from; number <= to; number++) addMatching(number, accepts, parts);
  return arrayOf(parts);
}

/** @returns a set of accepted values, or null when everything is */
function acceptor(wanted) {
  if (wanted === null || wanted === undefined) return null;
  return new Set([wanted].flat().map((value) => value.toLowerCase()));
}

function addMatching(number, accepts, parts) {
  for (const { values, at, length } of logs[number]) {
    if (!accepts.every((accepted, i) => accepted === null || accepted.has(values[i]))) continue;
    const last = parts.at(-1);
    if (last && last.end + 1 === at) last.end = at + length;
    else parts.push({ at, end: at + length });
  }
}

const arrayOf = (parts) => ['[', ...parts.flatMap(({ at, end }, i) => [i === 0 ? '' : ',', logBytes.subarray(at, end)]), ']'];

class RpcError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

function answer({ id, method, params }) {
  try {
    const found = methods[method];
    if (!found) throw new RpcError(-32601, `${method} was not recorded`);
    return [`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`, found(params ?? []), '}'].flat();
  } catch (error) {
    const { code = -32603, message } = error;
    return [JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })];
  }
}

/** Bytes, in pieces if they are few: long ones need not be copied. */
function answerAll(calls) {
  const all = Array.isArray(calls) ? ['[', ...calls.flatMap((one, i) => [i === 0 ? '' : ',', ...answer(one)]), ']'] : answer(calls);
  const pieces = all.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
  return pieces.length > FEW ? [Buffer.concat(pieces)] : pieces;
}
const FEW = 64;

const asked = { requests: 0, calls: 0, bytes: 0, first: null };

const server = createServer((request, response) => {
  if (request.method === 'GET') return response.end(JSON.stringify(asked));
  asked.first ??= Date.now();
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const calls = JSON.parse(Buffer.concat(parts));
    const pieces = answerAll(calls);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    asked.requests++;
    asked.calls += Array.isArray(calls) ? calls.length : 1;
    asked.bytes += length;
    if (Number(delay) > 0) setTimeout(() => send(response, pieces, length), Number(delay));
    else send(response, pieces, length);
  });
});

function send(response, pieces, length) {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
  response.cork();
  for (const piece of pieces) response.write(piece);
  response.end();
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
