// Makes a chain of real donations on a real anvil, from a seed: same seed, same hashes. What anvil answers about it is
// recorded, because anvil needs gigabytes to load 200,000 transactions again and answers slower than indexers ask.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodeAbiParameters, encodeEventTopics, encodeFunctionData, keccak256, pad, toHex } from 'viem';
import { end } from '../lib/processes.mjs';
import { CONTRACTS, startAnvil } from './anvil.mjs';
import { digestOf } from './manifests.mjs';
import { randomFrom } from './random.mjs';
import { record } from './recording.mjs';
import { hex } from './rpc.mjs';
import * as plan from './sizes.mjs';

const artifact = (path) => JSON.parse(readFileSync(join(CONTRACTS, 'out', path), 'utf8'));

/** Generates the chain of this size and records it in `folder`, which then holds all of it or nothing. */
export async function generate(size, folder) {
  const { rpc, process } = await startGeneratorAnvil();
  const generator = new Generator(rpc, plan.SIZES[size].donors, plan.SIZES[size].blockSeconds);
  await generator.prepare();
  await generator.give(plan.SIZES[size]);
  const facts = await generator.facts();
  rmSync(`${folder}.part`, { recursive: true, force: true });
  await record(rpc, facts, `${folder}.part`);
  renameSync(`${folder}.part`, folder);
  rpc.close();
  await end(process, 'SIGKILL');
}

/** An anvil whose blocks hold exactly what the generator sends, at the times that it says. */
export function startGeneratorAnvil() {
  return startAnvil(
    ...['--no-mining', '--order', 'fifo', '--auto-impersonate', '--chain-id', `${plan.CHAIN_ID}`],
    ...['--block-base-fee-per-gas', '0', '--gas-price', '0', '--disable-min-priority-fee'],
    ...['--disable-pool-balance-checks', '--no-request-size-limit', '--prune-history', '--timestamp', `${plan.GENESIS_TIME}`],
  );
}

export class Generator {
  #random = randomFrom(plan.SEED);
  #nonces = new Map();
  #waiting = [];
  #time = plan.GENESIS_TIME;
  #abi = artifact('IDonations.sol/IDonations.json').abi;
  #deployment = artifact('deployment.json');

  constructor(rpc, donors, blockSeconds = plan.BLOCK_SECONDS) {
    this.rpc = rpc;
    this.blockSeconds = blockSeconds;
    this.donors = Array.from({ length: donors }, (_, i) => account('donor', i));
    const beneficiaries = Array.from({ length: plan.BENEFICIARIES }, (_, i) => account('beneficiary', i));
    this.campaigns = Array.from({ length: plan.CAMPAIGNS_EACH }, (_, i) => i + 1).flatMap((number) =>
      beneficiaries.map((beneficiary) => ({ beneficiary, number, amount: 0n, donations: 0 })),
    );
  }

  /** The contract, a token that every donor has and allowed the contract to spend, and the announcements. */
  async prepare() {
    this.token = await this.#deploy();
    await this.#endow();
    await this.#announce();
  }

  /** Gives, and lets the chain end with empty blocks, so that every donation is final (two blocks here). */
  async give({ donations, perBlock }) {
    for (let given = 0; given < donations; given += perBlock) {
      await this.block(Math.min(perBlock, donations - given));
    }
    for (let i = 0; i < 3; i++) await this.#mine([]);
    await this.#check(donations);
  }

  /** One block of random donations. */
  async block(donations) {
    await this.send(donations);
    return this.mine();
  }

  /** What is on the chain, summed by this program as it gave, not read back. */
  async facts() {
    const head = await this.rpc.call('eth_getBlockByNumber', 'latest', false);
    const donations = this.campaigns.reduce((sum, campaign) => sum + campaign.donations, 0);
    const campaigns = this.campaigns.map(({ amount, ...rest }) => ({ ...rest, amount: `${amount}` }));
    const { address: contract } = this.#deployment;
    return { chainId: plan.CHAIN_ID, contract, token: this.token, blocks: Number(head.number), hash: head.hash, donations, campaigns };
  }

  async #deploy() {
    const { deployer, salt, creationCode } = this.#deployment;
    const from = account('deployer', 0);
    const { transactions } = await this.#mine([
      this.#transaction(from, deployer, salt + creationCode.slice(2), 5_000_000),
      this.#transaction(from, undefined, artifact('DevToken.sol/DevToken.json').bytecode.object, 5_000_000),
    ]);
    return (await this.rpc.call('eth_getTransactionReceipt', transactions[1])).contractAddress;
  }

  /** Every donor has tokens, and has allowed the contract to give them: written into the token's storage (slots 0, 1). */
  async #endow() {
    const plenty = pad(toHex(10n ** 30n), { size: 32 });
    for (let i = 0; i < this.donors.length; i += 500) {
      await this.rpc.batch(
        this.donors.slice(i, i + 500).flatMap((donor) => {
          const allowances = mapped(donor, pad('0x01', { size: 32 }));
          return [
            ['anvil_setStorageAt', this.token, mapped(donor, pad('0x', { size: 32 })), plenty],
            ['anvil_setStorageAt', this.token, mapped(this.#deployment.address, allowances), plenty],
          ];
        }),
      );
    }
  }

  async #announce() {
    for (let i = 0; i < this.campaigns.length; i += 100) {
      await this.#mine(
        this.campaigns.slice(i, i + 100).map(({ beneficiary, number }) =>
          this.#call(beneficiary, 'announce', BigInt(number), digestOf({ beneficiary, number })),
        ),
      );
    }
  }

  /** Sends donations without mining them. */
  async send(donations) {
    this.#waiting = Array.from({ length: donations }, () => {
      const campaign = this.#oneOf(this.campaigns);
      const amount = BigInt(1 + Math.floor(this.#random() * 10_000)) * 10n ** 16n;
      campaign.amount += amount;
      campaign.donations++;
      const id = `${campaign.beneficiary}${pad(toHex(campaign.number), { size: 12 }).slice(2)}`;
      return this.#call(this.#oneOf(this.donors), 'donate', id, this.token, amount);
    });
    await this.rpc.batch(this.#waiting);
  }

  #oneOf(list) {
    return list[Math.floor(this.#random() * list.length)];
  }

  /** A donation that failed would leave no log: every one must have left its own. */
  async #check(donations) {
    const blocks = Number(await this.rpc.call('eth_blockNumber'));
    const [donation] = encodeEventTopics({ abi: this.#abi, eventName: 'Donation' });
    let found = 0;
    for (let from = 0; from <= blocks; from += 100) {
      const filter = { fromBlock: hex(from), toBlock: hex(Math.min(from + 99, blocks)), topics: [donation] };
      found += (await this.rpc.call('eth_getLogs', filter)).length;
    }
    if (found !== donations) throw new Error(`The chain has ${found} of ${donations} donations.`);
  }

  #call(from, functionName, ...args) {
    return this.#transaction(from, this.#deployment.address, encodeFunctionData({ abi: this.#abi, functionName, args }));
  }

  #transaction(from, to, data, gas = 120_000) {
    const nonce = this.#nonces.get(from) ?? 0;
    this.#nonces.set(from, nonce + 1);
    return ['eth_sendTransaction', { from, to, data, nonce: hex(nonce), gas: hex(gas), gasPrice: '0x0' }];
  }

  /** One block of exactly these transactions, in this order. */
  async #mine(transactions) {
    this.#waiting = transactions;
    if (transactions.length > 0) await this.rpc.batch(transactions);
    return this.mine();
  }

  /** Mines what was sent. A separate request, because the calls of one batch run side by side. */
  async mine() {
    this.#time += this.blockSeconds;
    await this.rpc.call('evm_mine', { timestamp: hex(this.#time) });
    this.minedAt = performance.now();
    const block = await this.rpc.call('eth_getBlockByNumber', 'latest', false);
    const [has, wants] = [block.transactions.length, this.#waiting.length];
    if (has !== wants) throw new Error(`Block ${Number(block.number)} has ${has} of ${wants} transactions.`);
    return block;
  }
}

const account = (kind, number) => `0x${keccak256(toHex(`${kind} ${number}`)).slice(-40)}`;

/** The slot of a mapping's value. */
const mapped = (key, slot) =>
  keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'bytes32' }], [key, slot]));
