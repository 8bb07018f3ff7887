// Sends random transactions, mines them, replaces some before, and reorganises the chain now and then.
import { Calls, POPULAR } from './calls.mjs';
import { quantity } from './rpc.mjs';
import { DEEPEST_REORG, GAS } from './world.mjs';

const GWEI = 10n ** 9n;

export class Traffic {
  sent = 0;
  reorgs = 0;
  /** Hashes of all that ever stood in a block that was replaced, and of all that was itself replaced before. */
  gone = [];
  #random;
  #world;
  #calls;
  #rpc;
  /** Hash of a transaction that was replaced before it was mined, raw, by the hash of what replaced it. */
  #replaced = new Map();

  constructor(random, world) {
    this.#random = random;
    this.#world = world;
    this.#rpc = world.rpc;
    this.#calls = new Calls(random, world);
  }

  /** Blocks with about so many transactions in all. */
  async run(transactions) {
    for (const goal = this.sent + transactions; this.sent < goal; ) {
      for (let i = this.#random.between(1, Math.min(40, goal - this.sent)); i > 0; i--) await this.#send();
      await this.#rpc.ask('evm_mine');
      if (this.#random.percent(10)) await this.#rpc.ask('evm_mine');
      if (this.#random.percent(30)) await this.#reorganise();
    }
  }

  async #send() {
    const transaction = { gas: GAS, ...(await this.#transaction()) };
    if (this.#random.percent(3)) transaction.gas = quantity(this.#random.between(22_000, 60_000));
    const hash = await this.#attempt({ ...transaction, ...this.#fee(10n) });
    if (hash === null) return;
    this.sent++;
    if (this.#random.percent(5)) await this.#replace(hash, transaction);
  }

  async #transaction() {
    const { people } = this.#world;
    const from = this.#random.of(this.#random.percent(30) ? people.slice(0, POPULAR) : people);
    const isByWallet = this.#random.percent(35);
    const call = isByWallet ? await this.#calls.severalBy(this.#random.of(this.#world.wallets), from) : await this.#calls.any(from);
    return { from, to: call.to, data: call.data, value: quantity(call.value) };
  }

  /** Of every type that wallets send: legacy, EIP-2930, EIP-1559. */
  #fee(gwei) {
    const price = quantity(gwei * GWEI);
    return this.#random.of([
      { gasPrice: price },
      { gasPrice: price, accessList: [] },
      { maxFeePerGas: price, maxPriorityFeePerGas: price },
    ]);
  }

  /** The same transaction, another one or nothing at all, with the same nonce and a higher fee. */
  async #replace(hash, transaction) {
    const [{ nonce }, raw] = await this.#rpc.askAll([
      ['eth_getTransactionByHash', hash],
      ['eth_getRawTransactionByHash', hash],
    ]);
    const { from } = transaction;
    const other = this.#random.weighted([
      [4, async () => transaction],
      [2, async () => ({ gas: GAS, ...(await this.#calls.any(from)), from })],
      [1, async () => ({ gas: GAS, from, to: from, value: 0n, data: '0x' })],
    ]);
    const replacing = await other();
    const value = typeof replacing.value === 'bigint' ? quantity(replacing.value) : replacing.value;
    const replacement = await this.#attempt({ ...replacing, value, nonce, gasPrice: quantity(30n * GWEI) });
    if (replacement === null) return;
    this.#replaced.set(replacement, raw);
    this.gone.push(hash);
  }

  /** The hash; null if the chain refuses it outright, which it does if there is not gas or coin enough for it. */
  async #attempt(transaction) {
    try {
      return await this.#rpc.ask('eth_sendTransaction', transaction);
    } catch (refusal) {
      if (!/intrinsic|insufficient|underpriced|too low/i.test(refusal.message)) throw refusal;
      return null;
    }
  }

  /**
   * Other blocks instead of the last ones. Each sender's first so many transactions come back, in the same block or
   * another one; the rest is gone. What had been replaced may come instead of its replacement.
   */
  async #reorganise() {
    const head = Number(await this.#rpc.ask('eth_blockNumber'));
    const depth = this.#random.between(1, DEEPEST_REORG);
    const numbers = Array.from({ length: depth }, (_, i) => quantity(head - depth + 1 + i));
    const blocks = await this.#rpc.askAll(numbers.map((number) => ['eth_getBlockByNumber', number, true]));
    const gone = blocks.flatMap(({ transactions }) => transactions);
    const raws = await this.#rpc.askAll(gone.map(({ hash }) => ['eth_getRawTransactionByHash', hash]));
    await this.#rpc.ask('anvil_reorg', depth, this.#returning(gone, raws, blocks));
    this.reorgs++;
    this.gone.push(...gone.map(({ hash }) => hash));
  }

  #returning(gone, raws, blocks) {
    const isAllReturning = this.#random.percent(25);
    const isSamePlace = this.#random.percent(25);
    const senders = new Map();
    const returning = [];
    gone.forEach(({ from, hash, blockNumber }, i) => {
      const before = senders.get(from) ?? { at: 0, isGone: false };
      if (!isAllReturning && this.#random.percent(15)) before.isGone = true;
      senders.set(from, before);
      if (before.isGone) return;
      const own = Number(blockNumber) - Number(blocks[0].number);
      const place = isSamePlace ? own : this.#random.between(before.at, Math.max(before.at, Math.min(own + 1, blocks.length - 1)));
      before.at = place;
      const raw = this.#replaced.has(hash) && this.#random.percent(40) ? this.#replaced.get(hash) : raws[i];
      returning.push([raw, place]);
    });
    return returning.sort(([, one], [, other]) => one - other);
  }
}
