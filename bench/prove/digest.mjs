// docs/ledger-format.md, "Digest", written down once more.
import { createHash } from 'node:crypto';

const WAYS = ['contract', 'authorization', 'tagged', 'direct'];

/** The digest after each final block that has entries, with the one before all of them first: [{ number, value }]. */
export function digestsOf(entries, finalised, { chainId, contract, tokenListHash, startBlock, readsBlocks }) {
  const name = Buffer.from('urunan-ledger-1', 'ascii');
  const start = [name, number(chainId, 8), bytes(contract), bytes(tokenListHash), number(startBlock, 8)];
  const digests = [{ number: startBlock - 1, value: sha256(...start, number(readsBlocks ? 1 : 0, 1)) }];
  for (const [block, ofBlock] of byBlock(entries)) {
    if (block > finalised) break;
    const head = [digests.at(-1).value, number(block, 8), bytes(ofBlock[0].blockHash)];
    digests.push({ number: block, value: sha256(...head, ...ofBlock.map(entryBytes)) });
  }
  return digests.map(({ number: block, value }) => ({ number: block, value: `0x${value.toString('hex')}` }));
}

function byBlock(entries) {
  const groups = new Map();
  for (const entry of entries) groups.set(entry.blockNumber, [...(groups.get(entry.blockNumber) ?? []), entry]);
  return groups;
}

export function entryBytes(entry) {
  const { logIndex, txHash, beneficiary, campaign, donor, token, amount, way, marks } = entry;
  return Buffer.concat([
    number(logIndex ?? 0xffffffff, 4),
    bytes(txHash),
    bytes(beneficiary),
    number(campaign ? 1 : 0, 1),
    number(campaign?.number ?? 0, 12),
    bytes(donor),
    bytes(token),
    number(amount, 32),
    number(WAYS.indexOf(way), 1),
    number((marks.includes('self') ? 1 : 0) + (marks.includes('afterClosing') ? 2 : 0), 1),
  ]);
}

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const bytes = (hex) => Buffer.from(hex.slice(2), 'hex');
/** Big-endian, in so many bytes. */
const number = (value, size) => Buffer.from(value.toString(16).padStart(2 * size, '0'), 'hex');
