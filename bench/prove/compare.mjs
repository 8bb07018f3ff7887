// Compares all that a node tells with what the oracle says, and lists every difference.
import { isDeepStrictEqual } from 'node:util';
import { Answers, forEach } from './answers.mjs';
import { digestsOf } from './digest.mjs';
import { ledgerOf } from './oracle.mjs';
import { shown, totalsOf } from './totals.mjs';

const PAGE_SIZES = [1, 7, 100, 500];

/**
 * @param chain { blocks, finalised }
 * @param rules { contract, tokens, readsBlocks, chainId, startBlock, tokenListHash }
 * @param firstBlock where transactions are looked at one by one
 * @param gone hashes of transactions that are, or may be, no longer on the chain
 * @returns [{ what, expected, found, txHash?, rule? }]
 */
export async function differences(node, chain, rules, { random, firstBlock, gone }) {
  const comparison = new Comparison(node, chain, rules, random);
  await comparison.ledger();
  await comparison.files();
  await comparison.filters();
  await comparison.outgoing();
  await comparison.campaigns();
  await comparison.pages();
  await comparison.transactions(firstBlock, gone);
  await comparison.digests();
  return { found: comparison.found, oracle: comparison.oracle };
}

class Comparison {
  found = [];
  #answers;
  #head;
  #finalised;
  #blocks;
  #rules;
  #random;

  constructor(node, { blocks, finalised }, rules, random) {
    this.oracle = ledgerOf(blocks, rules);
    this.#head = blocks.at(-1);
    this.#answers = new Answers(node, this.#head.hash);
    this.#finalised = finalised.number;
    this.#blocks = blocks;
    this.#rules = rules;
    this.#random = random;
  }

  /** The whole ledger by the API, in both orders. */
  async ledger() {
    const expected = this.oracle.entries;
    const limit = this.#random.of(PAGE_SIZES.slice(1));
    const rising = await this.#answers.all(`/api/v1/ledger?order=asc&limit=${limit}`, 'entries');
    this.#entries('the ledger', expected, rising);
    const falling = await this.#answers.all('/api/v1/ledger?order=desc&limit=500', 'entries');
    this.#entries('the ledger, newest first', [...expected].reverse(), falling);
  }

  async files() {
    const { entries, campaigns } = this.oracle;
    this.#rows('the CSV file', entries, await this.#answers.csv('/ledger.csv'));
    this.#entries('the JSON file', entries, (await this.#answers.json('/ledger.json')).entries);
    const few = [...campaigns.values()].filter(() => this.#random.percent(30));
    for (const campaign of few) {
      const rows = await this.#answers.csv(`${pathOf(campaign)}/ledger.csv`);
      this.#rows(`the CSV file of ${pathOf(campaign)}`, entries.filter((entry) => isOf(entry, campaign)), rows);
    }
  }

  /** Every filter, with what some entry has. */
  async filters() {
    const { entries } = this.oracle;
    if (entries.length === 0) return;
    for (const [name, valueOf] of Object.entries(FILTERS)) {
      const value = valueOf(this.#random.of(entries));
      if (value === null) continue;
      const isWanted = BOUNDS[name] ?? ((entry) => valueOf(entry) === value);
      const path = `/api/v1/ledger?order=asc&limit=${this.#random.of(PAGE_SIZES.slice(1))}&${name}=${value}`;
      const expected = entries.filter((entry) => isWanted(entry, value));
      this.#entries(`the ledger with ${name}=${value}`, expected, await this.#answers.all(path, 'entries'));
    }
  }

  /** What all beneficiaries sent, and what one of them did. */
  async outgoing() {
    const sent = [...this.oracle.outgoing].reverse();
    const limit = this.#random.of(PAGE_SIZES.slice(1));
    this.#entries('what was sent', sent, await this.#answers.all(`/api/v1/outgoing?limit=${limit}`, 'transfers'));
    if (sent.length === 0) return;
    const { beneficiary } = this.#random.of(sent);
    const path = `/api/v1/outgoing?beneficiary=${beneficiary}&limit=${limit}`;
    this.#entries(`what ${beneficiary} sent`, sent.filter((one) => one.beneficiary === beneficiary), await this.#answers.all(path, 'transfers'));
  }

  async campaigns() {
    const all = [...this.oracle.campaigns.values()];
    for (const [filter, isWanted] of [['', () => true], ['open=true&', isOpen], ['open=false&', (one) => !isOpen(one)]]) {
      const listed = await this.#answers.all(`/api/v1/campaigns?${filter}limit=${this.#random.of([1, 7, 100])}`, 'campaigns');
      const wanted = all.filter(isWanted).map(pathOf).sort();
      this.#equal(`the list of campaigns ${filter}`, wanted, listed.map(pathOf).sort());
    }
    await forEach(all, async (campaign) => {
      const { campaign: found } = await this.#answers.json(`/api/v1${pathOf(campaign)}`);
      this.#equal(`the API's ${pathOf(campaign)}`, campaignAnswer(campaign), pick(found, campaignAnswer(campaign)));
      const totals = new Map(found.totals.map(({ token, ...total }) => [token, totalFrom(total)]));
      this.#totals(`the API's totals of ${pathOf(campaign)}`, this.#totalsOf((entry) => isOf(entry, campaign)), totals);
    });
  }

  async pages() {
    const everything = await this.#answers.tableTotals('/ledger?lang=en');
    this.#totals('the totals on the page /ledger', this.#totalsOf(() => true), everything);
    const all = [...this.oracle.campaigns.values()];
    for (const beneficiary of new Set(all.map((campaign) => campaign.beneficiary))) {
      const path = `/beneficiaries/${beneficiary}`;
      const totals = await this.#answers.tableTotals(`${path}?lang=en`);
      this.#totals(`the totals on the page ${path}`, this.#totalsOf((entry) => entry.beneficiary === beneficiary), totals);
    }
    await forEach(all, async (campaign) => {
      const totals = await this.#answers.campaignPageTotals(`${pathOf(campaign)}?lang=en`);
      this.#totals(`the totals on the page ${pathOf(campaign)}`, this.#totalsOf((entry) => isOf(entry, campaign)), totals);
    });
  }

  /** Of each transaction: what counted, what did not and why, what was stated; of those that are gone: nothing. */
  async transactions(firstBlock, gone) {
    const { entries, rejected, statements } = this.oracle;
    const blocks = this.#blocks.filter(({ number }) => number >= firstBlock);
    const mined = blocks.flatMap(({ transactions }) => transactions.map(({ hash }) => hash));
    const nothing = gone.filter((hash) => !mined.includes(hash));
    await forEach([...mined, ...nothing], async (hash) => {
      const found = await this.#answers.json(`/api/v1/tx/${hash}`);
      const isHere = ({ txHash }) => txHash === hash;
      this.#entries(`/api/v1/tx/${hash}`, entries.filter(isHere), found.entries);
      const refused = rejected.filter(isHere);
      const without = found.rejected.map(({ sentence, ...one }) => one);
      this.#equal(`what /api/v1/tx/${hash} rejects`, refused.map(rejectedAnswer), without, { txHash: hash, rule: rulesOf(refused) });
      const stated = statements.filter(isHere).map(statementAnswer);
      this.#equal(`what /api/v1/tx/${hash} states`, stated, found.statements, { txHash: hash, rule: 2 });
    });
  }

  async digests() {
    const digests = digestsOf(this.oracle.entries, this.#finalised, this.#rules);
    const numbers = this.#blocks.map(({ number }) => number).filter((number) => number <= this.#finalised);
    await forEach(numbers, async (number) => {
      const { value } = await this.#answers.json(`/api/v1/digest/${number}`);
      this.#equal(`the digest at block ${number}`, digests.findLast((digest) => digest.number <= number).value, value);
    });
    const status = await this.#answers.json('/api/v1/status');
    this.#equal('the digest of /api/v1/status', { block: this.#finalised, value: digests.at(-1).value }, status.digest);
    this.#equal('the hash of the token list', this.#rules.tokenListHash, status.tokenListHash);
  }

  #totalsOf(isWanted) {
    return totalsOf(this.oracle.entries.filter(isWanted), this.#finalised);
  }

  /** Each entry by itself, found by its name, so that one difference is told as one; then their order. */
  #entries(what, expected, found) {
    const answers = expected.map((entry) => this.#entryAnswer(entry));
    this.#each(what, expected, answers, found);
  }

  #rows(what, expected, found) {
    const rows = expected.map((entry) => csvRow(this.#entryAnswer(entry)));
    const key = (row) => ({ ...row, blockHash: row.block_hash, txHash: row.tx_hash, logIndex: row.log_index });
    this.#each(what, expected, rows.map(key), found.map(key));
  }

  #each(what, entries, expected, found) {
    const others = new Map(found.map((one) => [nameOf(one), one]));
    if (others.size !== found.length) this.#differ(`${what}: entries that come twice`, expected.length, found.length);
    expected.forEach((one, i) => {
      const { txHash, rule } = entries[i];
      const other = others.get(nameOf(one));
      others.delete(nameOf(one));
      if (!other) this.#differ(`${what}: missing`, one, null, { txHash, rule });
      else this.#equal(`${what}: an entry`, one, other, { txHash, rule });
    });
    for (const one of others.values()) this.#differ(`${what}: too much`, null, one, { txHash: one.txHash });
    const isSame = isDeepStrictEqual(expected.map(nameOf).sort(), found.map(nameOf).sort());
    if (isSame) this.#equal(`${what}: the order`, expected.map(nameOf), found.map(nameOf));
  }

  /** Of an entry, or of an outgoing transfer, which has no campaign. */
  #entryAnswer({ rule, transactionIndex, ...entry }) {
    const { symbol, decimals } = this.#rules.tokens.get(entry.token);
    return {
      ...entry,
      ...('campaign' in entry && { campaign: entry.campaign && campaignRef(entry.campaign) }),
      symbol,
      decimals,
      amount: `${entry.amount}`,
      time: timeOf(entry.time),
      final: entry.blockNumber <= this.#finalised,
      confirmations: this.#head.number - entry.blockNumber + 1,
    };
  }

  /** Only what the answer has of a total is compared; what is shown must be the very amount. */
  #totals(what, expected, found) {
    this.#equal(`${what}: their tokens`, [...expected.keys()].sort(), [...found.keys()].sort());
    for (const [token, { amountShown, ...total }] of found) {
      if (!expected.has(token)) continue;
      this.#equal(`${what} in ${token}`, pick(expected.get(token), total), total);
      const exact = shown(expected.get(token).amount, this.#rules.tokens.get(token).decimals);
      if (amountShown !== undefined) this.#equal(`${what} in ${token}, as shown`, exact, amountShown);
    }
  }

  #equal(what, expected, found, of = {}) {
    if (!isDeepStrictEqual(expected, found)) this.#differ(what, expected, found, of);
  }

  #differ(what, expected, found, of = {}) {
    this.found.push({ what, expected, found, ...of });
  }
}

const FILTERS = {
  campaign: ({ campaign }) => campaign && `${campaign.beneficiary}/${campaign.number}`,
  donor: ({ donor }) => donor,
  beneficiary: ({ beneficiary }) => beneficiary,
  token: ({ token }) => token,
  way: ({ way }) => way,
  fromBlock: ({ blockNumber }) => blockNumber,
  toBlock: ({ blockNumber }) => blockNumber,
};
const BOUNDS = {
  fromBlock: ({ blockNumber }, bound) => blockNumber >= bound,
  toBlock: ({ blockNumber }, bound) => blockNumber <= bound,
};

const isOpen = (campaign) => campaign.isOpen;
const isOf = ({ campaign }, { beneficiary, number }) => campaign?.beneficiary === beneficiary && campaign.number === number;
const pathOf = ({ beneficiary, number }) => `/campaigns/${beneficiary}/${number}`;
const nameOf = ({ blockHash, logIndex, txHash }) => `${blockHash} ${logIndex === null || logIndex === '' ? txHash : logIndex}`;
const rulesOf = (rejected) => [...new Set(rejected.map(({ rule }) => rule))].join(', ');
const timeOf = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');
const campaignRef = ({ beneficiary, number }) => ({ beneficiary, number: `${number}` });
const pick = (from, names) => Object.fromEntries(Object.keys(names).map((name) => [name, from[name]]));

function campaignAnswer({ isOpen: open, isClosed: closed, movedTo, contentHash, announcedBlock, announcedTime, revisedBlock }) {
  const time = timeOf(announcedTime);
  return { contentHash, announcedBlock, announcedTime: time, revisedBlock, open, closed, movedTo: movedTo && campaignRef(movedTo) };
}

function totalFrom({ amount, final, donations, donors }) {
  return { amount: BigInt(amount), final: BigInt(final), donations, donors };
}

function rejectedAnswer({ rule, txHash, campaign, amount, time, ...gift }) {
  return { ...gift, campaign: campaign && campaignRef(campaign), amount: `${amount}`, time: timeOf(time) };
}

function statementAnswer({ txHash, campaign, movedTo, time, ...statement }) {
  return { ...statement, campaign: campaignRef(campaign), movedTo: movedTo && campaignRef(movedTo), time: timeOf(time) };
}

/** A spreadsheet would take a text that begins so for a formula: an apostrophe stands before it. */
const asText = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const yes = (is) => (is ? 'yes' : 'no');

function csvRow(entry) {
  return {
    time: entry.time,
    block: `${entry.blockNumber}`,
    block_hash: entry.blockHash,
    tx_hash: entry.txHash,
    log_index: `${entry.logIndex ?? ''}`,
    campaign: entry.campaign ? `${entry.campaign.beneficiary}/${entry.campaign.number}` : '',
    beneficiary: entry.beneficiary,
    donor: entry.donor,
    token: entry.token,
    symbol: asText(entry.symbol),
    decimals: `${entry.decimals}`,
    amount_base_units: entry.amount,
    amount: shown(BigInt(entry.amount), entry.decimals),
    way: entry.way,
    self: yes(entry.marks.includes('self')),
    after_closing: yes(entry.marks.includes('afterClosing')),
    final: yes(entry.final),
  };
}
