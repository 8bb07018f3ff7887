// What the ledger of a chain must be: docs/ledger-format.md, "Rules", written down once more. It shares nothing with the
// node, keeps everything in memory, and knows of no reorg: it is given the chain as it is now, from the first block on.

export const NATIVE = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';
/** Who logs native coin, on chains that do (EIP-7708). */
export const NATIVE_LOGGER = '0xfffffffffffffffffffffffffffffffffffffffe';

// The first topics of logs, from the events' signatures.
export const TOPICS = {
  announced: '0xf4702f6ec1125ef2aa29aa5bd1028065d3d9d3c08d35e493fe726d368a94e3ea', // CampaignAnnounced(bytes32,bytes32)
  closed: '0x45ff51dd7cc3c27ad7a963f6f2ea2c1bf7f0a50b22146faa52bfed0458ddd5e4', // CampaignClosed(bytes32)
  moved: '0x877a42b7d10b499cc424d7cfee96f0848c4e814663664f0d209f135f8da8d22a', // CampaignMoved(bytes32,bytes32)
  donation: '0x9340cc9f8cb9675c1137daf1706377fd102dd9dd013055d55790b80c5e5e132c', // Donation(bytes32,address,address,uint256)
  transfer: '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef', // Transfer(address,address,uint256)
  authorizationUsed: '0x98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5', // AuthorizationUsed(address,bytes32)
};

/** The selector of transfer(address,uint256). */
const TRANSFER_SELECTOR = '0xa9059cbb';
const EIGHT_ZERO_BYTES = '0'.repeat(16);

/**
 * @param contract the address of Donations
 * @param tokens what the token list has for this chain: Map of address to { authorization }
 * @param readsBlocks whether plain native transfers are looked for
 * @returns { entries, outgoing, rejected, statements, campaigns }, in the order of the chain
 */
export function ledgerOf(blocks, { contract, tokens, readsBlocks }) {
  const ledger = new Ledger(contract, tokens, readsBlocks);
  for (const block of blocks) {
    for (const transaction of block.transactions) if (transaction.succeeded) ledger.take(block, transaction);
  }
  ledger.entries.sort(byPosition);
  ledger.outgoing.sort(byPosition);
  return ledger;
}

/** By block, then log index; those without log index behind all others of their block, as their transactions stand. */
function byPosition(one, other) {
  return (
    one.blockNumber - other.blockNumber ||
    (one.logIndex ?? Infinity) - (other.logIndex ?? Infinity) ||
    one.transactionIndex - other.transactionIndex ||
    0
  );
}

class Ledger {
  entries = [];
  /** What beneficiaries sent: rule 8. */
  outgoing = [];
  rejected = [];
  /** What beneficiaries said of campaigns that they had announced. */
  statements = [];
  /** What was announced: campaign id to { beneficiary, number, isOpen, contentHash, … }. */
  campaigns = new Map();
  #known = new Set();
  #contract;
  #tokens;
  #readsBlocks;

  constructor(contract, tokens, readsBlocks) {
    this.#contract = contract;
    this.#tokens = tokens;
    this.#readsBlocks = readsBlocks;
  }

  take(block, transaction) {
    this.#takeNative(block, transaction);
    const taken = new Map();
    const authorizations = this.#authorizationsOf(transaction);
    for (const log of transaction.logs) {
      const at = { block, transaction, log };
      if (log.address === this.#contract) this.#takeStatementOrDonation(at, taken);
      if (this.#tokens.has(log.address) && isTransfer(log)) this.#takeTransfer(at, taken, authorizations);
      if (this.#tokens.has(NATIVE) && isNativeTransfer(log)) this.#takeLoggedNative(at, taken);
    }
  }

  /** Rule 5: before all logs of its transaction, unless one of them is its own (rule 7). */
  #takeNative(block, transaction) {
    const { from, to, value, input, logs } = transaction;
    if (!this.#readsBlocks || !this.#tokens.has(NATIVE)) return;
    if (value === 0n || to === null) return;
    if (logs.some((log) => isNativeTransfer(log) && isOf(log, from, to, value))) return;
    this.#send({ block, transaction, log: null }, { from, to, token: NATIVE, amount: value });
    if (!this.#known.has(to)) return;
    const tag = nativeTagOf(input);
    const entry = { beneficiary: to, donor: transaction.from, token: NATIVE, amount: value };
    this.#count({ block, transaction, log: null }, { ...entry, ...this.#taggedOrDirect(to, tag), rule: 5 });
  }

  #takeStatementOrDonation(at, taken) {
    const { topics, data } = at.log;
    switch (topics[0]) {
      case TOPICS.announced:
        return this.#announce(at, topics[1], data);
      case TOPICS.closed:
        return this.#close(at, topics[1]);
      case TOPICS.moved:
        return this.#move(at, topics[1], topics[2]);
      case TOPICS.donation:
        return this.#takeDonation(at, taken);
    }
  }

  /** Rule 2. */
  #announce(at, id, contentHash) {
    const { number: block, time } = at.block;
    this.#known.add(beneficiaryOf(id));
    const first = { ...campaignOf(id), announcedBlock: block, announcedTime: time };
    const campaign = this.campaigns.get(id) ?? first;
    this.campaigns.set(id, campaign);
    Object.assign(campaign, { isOpen: true, isClosed: false, movedTo: null, contentHash, revisedBlock: block });
    this.#state(at, campaign, 'announced', { contentHash });
  }

  #close(at, id) {
    const campaign = this.campaigns.get(id);
    if (!campaign) return;
    Object.assign(campaign, { isOpen: false, isClosed: true });
    this.#state(at, campaign, 'closed', {});
  }

  #move(at, id, to) {
    const campaign = this.campaigns.get(id);
    if (!campaign) return;
    const movedTo = campaignOf(to);
    Object.assign(campaign, { isOpen: false, movedTo });
    this.#state(at, campaign, 'moved', { movedTo });
  }

  #state({ block, transaction, log }, { beneficiary, number }, kind, said) {
    const where = { blockNumber: block.number, blockHash: block.hash, time: block.time, logIndex: log.logIndex };
    const campaign = { beneficiary, number };
    this.statements.push({ campaign, kind, contentHash: null, movedTo: null, ...said, ...where, txHash: transaction.hash });
  }

  /** Rule 7: what no `Donation` has taken. */
  #takeLoggedNative(at, taken) {
    const { log, transaction } = at;
    const [donor, beneficiary] = [address(log.topics[1]), address(log.topics[2])];
    const moved = { token: NATIVE, amount: BigInt(log.data) };
    this.#send(at, { from: donor, to: beneficiary, ...moved });
    if (taken.has(log.logIndex) || !this.#known.has(beneficiary)) return;
    const tag = transaction.to === beneficiary ? nativeTagOf(transaction.input) : null;
    this.#count(at, { beneficiary, donor, ...moved, ...this.#taggedOrDirect(beneficiary, tag), rule: 7 });
  }

  /** Rule 3: counts native coin at once (its log, if there is one, is taken: rule 7); of a token, finds the `Transfer` that will count as this donation. */
  #takeDonation(at, taken) {
    const { log, transaction } = at;
    const [, id, donor, token] = log.topics;
    const donation = { id, donor: address(donor), token: address(token), amount: BigInt(log.data), rule: 3 };
    const beneficiary = beneficiaryOf(id);
    const reject = (reason) => this.#reject(at, { ...donation, campaign: campaignOf(id), beneficiary, reason });
    if (!this.#tokens.has(donation.token)) return reject('unlisted-token');
    if (donation.amount === 0n) return reject('zero-amount');
    if (!this.#known.has(beneficiary)) return reject('beneficiary-not-announced');
    const isNative = donation.token === NATIVE;
    const [emitter, payer] = isNative ? [NATIVE_LOGGER, this.#contract] : [donation.token, donation.donor];
    const transfer = transaction.logs.find(
      (other) =>
        other.logIndex > log.logIndex &&
        other.address === emitter &&
        isTransfer(other) &&
        !taken.has(other.logIndex) &&
        isOf(other, payer, beneficiary, donation.amount),
    );
    if (transfer && isNative) taken.set(transfer.logIndex, donation);
    if (isNative) return this.#countDonation(at, donation);
    if (!transfer) return reject('no-transfer');
    taken.set(transfer.logIndex, donation);
  }

  #countDonation(at, { id, donor, token, amount, rule }) {
    const campaign = this.campaigns.get(id) ?? null;
    this.#count(at, { beneficiary: beneficiaryOf(id), donor, token, amount, way: 'contract', campaign, rule });
  }

  #takeTransfer(at, taken, authorizations) {
    const { log, transaction } = at;
    this.#send(at, { from: address(log.topics[1]), to: address(log.topics[2]), token: log.address, amount: BigInt(log.data) });
    const donation = taken.get(log.logIndex);
    if (donation) return this.#countDonation(at, donation);
    const [donor, beneficiary] = [address(log.topics[1]), address(log.topics[2])];
    if (!this.#known.has(beneficiary)) return;
    const entry = { beneficiary, donor, token: log.address, amount: BigInt(log.data), rule: 4 };
    if (entry.amount === 0n) return this.#reject(at, { ...entry, reason: 'zero-amount' });
    const campaign = this.#authorizedCampaign(entry, authorizations);
    if (campaign) return this.#count(at, { ...entry, way: 'authorization', campaign });
    this.#count(at, { ...entry, ...this.#taggedOrDirect(beneficiary, tagOf(transaction, log.address)) });
  }

  #authorizationsOf({ logs }) {
    return logs
      .filter((log) => this.#tokens.get(log.address)?.authorization && isAuthorizationUsed(log))
      .map(({ address: token, topics: [, from, nonce] }) => ({ token, from: address(from), nonce, isTaken: false }));
  }

  /** Rule 4, first: the first authorization that fits, which then is taken. */
  #authorizedCampaign({ token, donor, beneficiary }, authorizations) {
    for (const one of authorizations) {
      if (one.isTaken || one.token !== token || one.from !== donor || !one.nonce.endsWith(EIGHT_ZERO_BYTES)) continue;
      const campaign = this.campaigns.get(beneficiary + one.nonce.slice(2, 26));
      if (!campaign) continue;
      one.isTaken = true;
      return campaign;
    }
    return null;
  }

  #taggedOrDirect(beneficiary, tag) {
    const tagged = tag && this.campaigns.get(beneficiary + tag);
    if (tagged) return { way: 'tagged', campaign: tagged };
    const open = [...this.campaigns.values()].filter((one) => one.beneficiary === beneficiary && one.isOpen);
    return { way: 'direct', campaign: open.length === 1 ? open[0] : null };
  }

  /** Rule 8. */
  #send({ block, transaction, log }, { from, to, token, amount }) {
    if (amount === 0n || !this.#known.has(from)) return;
    const where = { blockNumber: block.number, blockHash: block.hash, time: block.time, logIndex: log?.logIndex ?? null };
    const sent = { beneficiary: from, to, token, amount, rule: 8 };
    this.outgoing.push({ ...sent, ...where, txHash: transaction.hash, transactionIndex: transaction.index });
  }

  /** Rule 6 gives the marks. */
  #count({ block, transaction, log }, { beneficiary, donor, token, amount, way, campaign, rule }) {
    const marks = [];
    if (donor === beneficiary) marks.push('self');
    if (campaign && !campaign.isOpen) marks.push('afterClosing');
    this.entries.push({
      campaign: campaign && { beneficiary, number: campaign.number },
      beneficiary,
      donor,
      token,
      amount,
      way,
      marks,
      rule,
      blockNumber: block.number,
      blockHash: block.hash,
      time: block.time,
      txHash: transaction.hash,
      transactionIndex: transaction.index,
      logIndex: log?.logIndex ?? null,
    });
  }

  #reject({ block, transaction, log }, { campaign = null, beneficiary, donor, token, amount, reason, rule }) {
    const where = { blockNumber: block.number, blockHash: block.hash, time: block.time, logIndex: log.logIndex };
    const gift = { campaign, beneficiary, donor, token, amount, reason, rule };
    this.rejected.push({ ...gift, ...where, txHash: transaction.hash });
  }
}

const beneficiaryOf = (id) => id.slice(0, 42);
const campaignOf = (id) => ({ beneficiary: beneficiaryOf(id), number: BigInt(`0x${id.slice(42)}`) });

/** An address as a topic: twelve zero bytes come before it. */
const address = (topic) => `0x${topic.slice(26)}`;
const isAddress = (topic) => topic.startsWith(`0x${'0'.repeat(24)}`);

/** As ERC-20 has it: two indexed addresses, one amount. */
function isTransfer({ topics, data }) {
  if (topics[0] !== TOPICS.transfer || topics.length !== 3 || data.length !== 2 + 64) return false;
  return isAddress(topics[1]) && isAddress(topics[2]);
}

/** As EIP-7708 has it. */
const isNativeTransfer = (log) => log.address === NATIVE_LOGGER && isTransfer(log);

const isOf = ({ topics, data }, from, to, amount) =>
  address(topics[1]) === from && address(topics[2]) === to && BigInt(data) === amount;

/** The data of a transaction with native coin, if it is twelve bytes long. */
const nativeTagOf = (input) => (input.length === 2 + 24 ? input.slice(2) : null);

/** As EIP-3009 has it: an indexed address and an indexed nonce. */
function isAuthorizationUsed({ topics, data }) {
  return topics[0] === TOPICS.authorizationUsed && topics.length === 3 && data === '0x' && isAddress(topics[1]);
}

/** Rule 4, second: what follows the arguments of a direct call of the token, if it is twelve bytes long. */
function tagOf({ to, input }, token) {
  if (to !== token || input.length !== 2 + 2 * 80 || !input.startsWith(TRANSFER_SELECTOR)) return null;
  return input.slice(2 + 2 * 68);
}
