// Every kind of call that could matter to the ledger, made at random for a caller, `who`: { to, value, data }.
import { encodeAbiParameters, encodeFunctionData, parseAbi, parseSignature } from 'viem';
import { TOPICS } from './oracle.mjs';

/** So many beneficiaries receive, and do, more than the others. */
export const POPULAR = 4;
const NUMBERS = [0n, 1n, 2n, 2n ** 96n - 1n];
const LARGEST = 2n ** 256n - 1n;
const ERC20 = parseAbi([
  'function transfer(address to, uint256 amount)',
  'function transferFrom(address from, address to, uint256 amount)',
  'function nonces(address owner) view returns (uint256)',
]);

const word = (number) => number.toString(16).padStart(64, '0');
const padded = (address) => `0x${'0'.repeat(24)}${address.slice(2)}`;
const idOf = (beneficiary, number) => `${beneficiary}${number.toString(16).padStart(24, '0')}`;

export class Calls {
  #random;
  #world;

  constructor(random, world) {
    this.#random = random;
    this.#world = world;
  }

  /** One call that `who` could make. */
  any(who) {
    return this.#random.weighted([
      [14, () => this.#announce()],
      [4, () => this.#end()],
      [12, () => this.#donateNative()],
      [14, () => this.#donateToken()],
      [6, () => this.#donateBatch()],
      [5, () => this.#donateWithPermit(who)],
      [20, () => this.#transfer(who)],
      [4, () => this.#transferFrom(who)],
      [12, () => this.#plainNative(who)],
      [12, () => this.#authorization()],
      [5, () => this.#forge()],
      [6, () => this.#wrong()],
    ])();
  }

  /** A contract wallet's calls, one after the other, in one transaction; or what it shall do when something comes in. */
  async severalBy(wallet, from) {
    if (this.#random.percent(40)) return this.#confusing(wallet);
    if (this.#random.percent(40)) return this.#loggedBy(wallet, from);
    const calls = [];
    for (let i = this.#random.between(1, 5); i > 0; i--) calls.push(await this.any(wallet.address));
    if (this.#random.percent(15)) return this.#by(wallet, 'reactWith', calls, 0n);
    const needed = calls.reduce((sum, { value }) => sum + value, 0n);
    return this.#by(wallet, 'run', calls, this.#random.of([needed, needed, this.#small(), 0n]));
  }

  #by({ address: to, abi }, functionName, calls, value) {
    const args = [calls.map((call) => ({ ...call, mayFail: this.#random.percent(80) }))];
    return { to, value, data: encodeFunctionData({ abi, functionName, args }) };
  }

  // --- Donations ----------------------------------------------------------------------------------------------------

  #announce() {
    return this.#donations('announce', [this.#number(), `0x${this.#random.hex(32)}`]);
  }

  #end() {
    if (this.#random.percent(60)) return this.#donations('close', [this.#number()]);
    return this.#donations('move', [this.#number(), this.#campaign()]);
  }

  #donateNative() {
    return { ...this.#donations('donate', [this.#campaign()]), value: this.#small() };
  }

  #donateToken() {
    const token = this.#token();
    return this.#donate(this.#campaign(), token, this.#amount(token));
  }

  #donate(id, token, amount) {
    return this.#donations('donate', [id, token.address, amount]);
  }

  #donateBatch() {
    const native = this.#random.percent(50);
    const token = this.#token();
    const legs = Array.from({ length: this.#random.between(1, 4) }, () => ({
      campaignId: this.#campaign(),
      amount: native ? this.#small() : this.#amount(token),
    }));
    if (this.#random.percent(30)) legs.push({ ...legs[0] });
    if (!native) return this.#donations('donateBatch', [token.address, legs]);
    return { ...this.#donations('donateBatch', [legs]), value: legs.reduce((sum, { amount }) => sum + amount, 0n) };
  }

  async #donateWithPermit(who) {
    const token = this.#random.of([this.#world.tokens.usdc, this.#world.tokens.dev]);
    const [amount, deadline] = [this.#amount(token), 2n ** 40n];
    const signer = this.#isPerson(who) ? who : this.#person();
    const { to, data } = this.#erc20(token, 'nonces', [signer]);
    const nonce = await this.#world.rpc.ask('eth_call', { to, data }, 'latest');
    const spender = this.#world.donations.address;
    const message = { owner: signer, spender, value: `${amount}`, nonce, deadline: `${deadline}` };
    const fields = { owner: 'address', spender: 'address', value: 'uint256', nonce: 'uint256', deadline: 'uint256' };
    const { v, r, s } = await this.#signed(signer, token, 'Permit', fields, message);
    return this.#donations('donateWithPermit', [this.#campaign(), token.address, amount, deadline, Number(v), r, s]);
  }

  // --- The tokens themselves, and plain native transfers ------------------------------------------------------------

  #transfer(who) {
    const token = this.#token();
    const amount = this.#random.percent(8) ? 0n : this.#amount(token);
    const isHooked = token === this.#world.tokens.hook && this.#random.percent(50);
    const to = isHooked ? this.#random.of(this.#world.wallets).address : this.#receiver(who);
    const call = this.#erc20(token, 'transfer', [to, amount]);
    return this.#random.percent(60) ? this.#tagged(call) : call;
  }

  /** The first wallet may spend everyone's tokens, other callers fail. */
  #transferFrom(who) {
    const token = this.#token();
    const from = this.#random.percent(20) ? who : this.#person();
    const call = this.#erc20(token, 'transferFrom', [from, this.#receiver(from), this.#amount(token)]);
    return this.#random.percent(30) ? this.#tagged(call) : call;
  }

  #plainNative(who) {
    const data = this.#random.percent(60) ? `0x${this.#tag()}` : '0x';
    return { to: this.#receiver(who), value: this.#random.percent(10) ? 0n : this.#small(), data };
  }

  async #authorization() {
    const token = this.#world.tokens.usdc;
    const [from, value, nonce] = [this.#person(), this.#small(), this.#nonce()];
    const terms = { from, to: this.#receiver(from), value, validAfter: 0n, validBefore: 2n ** 40n, nonce };
    const fields = { from: 'address', to: 'address', value: 'uint256', validAfter: 'uint256', validBefore: 'uint256', nonce: 'bytes32' };
    const message = { ...terms, value: `${value}`, validAfter: '0', validBefore: `${2n ** 40n}` };
    const { v, r, s } = await this.#signed(from, token, 'TransferWithAuthorization', fields, message);
    const args = [...Object.values(terms), Number(v), r, s];
    return this.#of(token, 'transferWithAuthorization', args);
  }

  // --- Logs that lie ------------------------------------------------------------------------------------------------

  /** `Transfer` of a listed token's own making, without any money: counts all the same, for the list trusts the token. */
  #forge(from = this.#person(), to = this.#receiver(), amount = this.#amount(this.#world.tokens.liar)) {
    return this.#of(this.#world.tokens.liar, 'forge', [from, to, amount]);
  }

  /** Donations, transfers and authorizations of so few people and amounts that each could belong to each other. */
  #confusing(wallet) {
    const { liar, hollow, hook, fee, unlisted } = this.#world.tokens;
    const one = () => {
      const from = this.#random.percent(75) ? wallet.address : this.#world.people[0];
      const to = this.#world.people[this.#random.percent(75) ? 0 : 1];
      const amount = this.#random.percent(80) ? 1n : 2n;
      const token = this.#random.weighted([[6, hollow], [4, hook], [1, unlisted]]);
      const speaker = this.#random.percent(90) ? token : wallet;
      const fake = { data: `0x${word(amount)}`, topics: [idOf(to, 1n), padded(from), padded(hollow.address)] };
      return this.#random.weighted([
        [6, () => this.#donate(idOf(to, this.#number()), this.#random.of([liar, liar, hollow, hook, fee]), amount)],
        [4, () => this.#forge(from, to, amount)],
        [4, () => this.#say(speaker, transfer(from, to, amount))],
        [4, () => this.#say(speaker, authorizationUsed(from, this.#nonce()))],
        [2, () => this.#say(speaker, this.#oddly(transfer(from, to, amount)))],
        [2, () => this.#say(speaker, this.#oddly(authorizationUsed(from, this.#nonce())))],
        [1, () => this.#say(wallet, { ...fake, topics: [TOPICS.donation, ...fake.topics] })],
        [1, () => this.#say(wallet, { ...fake, topics: [TOPICS.announced, fake.topics[0]] })],
      ])();
    };
    return this.#by(wallet, 'run', Array.from({ length: this.#random.between(3, 8) }, one), 0n);
  }

  #say(speaker, { topics, data }) {
    return this.#of(speaker, 'say', [topics, data]);
  }

  /** What a chain that logs native coin (EIP-7708) says of calls with a value; and the same said wrongly. */
  #loggedBy(wallet, from) {
    const { donations, nativeLogger } = this.#world;
    const few = () => BigInt(this.#random.between(1, 3));
    const say = (...moved) => {
      const log = transfer(...moved);
      const speaker = this.#random.percent(95) ? nativeLogger : wallet;
      return this.#say(speaker, this.#random.percent(95) ? log : this.#oddly(log));
    };
    const value = this.#random.of([0n, few(), few()]);
    const calls = value > 0n && this.#random.percent(80) ? [say(from, wallet.address, value)] : [];
    for (let i = this.#random.between(1, 3); i > 0; i--) {
      const [to, amount] = [this.#random.of(this.#world.beneficiaries.slice(0, POPULAR)), few()];
      const donation = { ...this.#donations('donate', [idOf(to, this.#number())]), value: amount };
      const plain = { to, value: amount, data: '0x' };
      calls.push(
        ...this.#random.of([
          [donation, say(donations.address, to, amount)],
          [say(donations.address, to, amount), donation],
          [donation, donation, say(donations.address, to, amount)],
          [donation, say(donations.address, to, few())],
          [plain, say(wallet.address, to, amount)],
          [say(this.#person(), this.#receiver(), amount)],
        ]),
      );
    }
    if (this.#random.percent(15)) return this.#by(wallet, 'reactWith', [say(from, wallet.address, few()), ...calls.slice(0, 1)], 0n);
    return this.#by(wallet, 'run', calls, value);
  }

  /** The same log, with topics or data that its standard does not know. */
  #oddly({ topics, data }) {
    const isNoAddress = (topic) => topic.replace(/^0x0/, '0x1');
    if (this.#random.percent(30)) return { topics: [topics[0], isNoAddress(topics[1]), topics[2]], data };
    if (this.#random.percent(30)) return { topics: [topics[0], topics[1], isNoAddress(topics[2])], data };
    return this.#random.of([
      { topics: [...topics, `0x${word(7n)}`], data: '0x' },
      { topics: [...topics, `0x${word(7n)}`].slice(0, 4), data },
      { topics, data: data.slice(0, -2) },
      { topics, data: `${data}00` },
      { topics, data: `${data}${word(9n)}` },
      { topics, data: '0x' },
      { topics: topics.slice(0, 2), data: `0x${topics[2].slice(2)}${data.slice(2)}` },
      { topics: topics.slice(0, 1), data: `0x${topics.slice(1).map((topic) => topic.slice(2)).join('')}${data.slice(2)}` },
      { topics: [], data },
    ]);
  }

  /** What fails, or does nothing. */
  #wrong() {
    const token = this.#token();
    return this.#random.of([
      () => this.#donations('donate', [this.#campaign(), token.address, 0n]),
      () => this.#donations('donate', [this.#campaign(), token.address, LARGEST]),
      () => this.#donations('donate', [this.#campaign(), this.#person(), 1n]),
      () => ({ ...this.#donations('announce', [this.#number(), `0x${this.#random.hex(32)}`]), value: 1n }),
      () => ({ ...this.#donations('donateBatch', [[{ campaignId: this.#campaign(), amount: 5n }]]), value: 4n }),
      () => this.#erc20(token, 'transfer', [this.#receiver(), LARGEST - 1n]),
      () => ({ to: token.address, value: this.#small(), data: `0x${this.#tag()}` }),
      () => this.#tagged(this.#of(this.#world.tokens.dev, 'mint', [this.#receiver(), this.#amount(token)])),
      () => ({ to: this.#world.donations.address, value: 5n, data: '0x' }),
      () => this.#donations('donate', [idOf(`0x${'0'.repeat(40)}`, 1n), token.address, 5n]),
    ])();
  }

  // --- Their parts --------------------------------------------------------------------------------------------------

  #donations(name, args) {
    return this.#of(this.#world.donations, name, args);
  }

  #erc20({ address }, name, args) {
    return this.#of({ address, abi: ERC20 }, name, args);
  }

  #of({ address: to, abi }, functionName, args) {
    return { to, value: 0n, data: encodeFunctionData({ abi, functionName, args }) };
  }

  async #signed(signer, token, primaryType, fields, message) {
    const isUsdc = token === this.#world.tokens.usdc;
    const domain = {
      name: isUsdc ? 'USD Coin' : 'Development Token',
      version: isUsdc ? '2' : '1',
      chainId: this.#world.chainId,
      verifyingContract: token.address,
    };
    const domainFields = { name: 'string', version: 'string', chainId: 'uint256', verifyingContract: 'address' };
    const types = { EIP712Domain: fieldsOf(domainFields), [primaryType]: fieldsOf(fields) };
    const typed = { types, primaryType, domain, message };
    return parseSignature(await this.#world.rpc.ask('eth_signTypedData_v4', signer, typed));
  }

  #number() {
    return this.#random.weighted([[1, NUMBERS[0]], [6, NUMBERS[1]], [2, NUMBERS[2]], [1, NUMBERS[3]]]);
  }

  #person() {
    return this.#random.of(this.#world.people);
  }

  #isPerson(who) {
    return this.#world.people.includes(who);
  }

  /** Mostly someone who may be a beneficiary, often one of a few; now and then the caller, or anyone. */
  #receiver(who) {
    if (who && this.#random.percent(6)) return who;
    const { beneficiaries } = this.#world;
    return this.#random.weighted([
      [5, () => this.#random.of(beneficiaries.slice(0, POPULAR))],
      [4, () => this.#random.of(beneficiaries)],
      [1, () => this.#person()],
    ])();
  }

  #campaign() {
    return idOf(this.#receiver(), this.#number());
  }

  #token() {
    const { usdc, usdt, dev, fee, hook, hollow, liar, unlisted, elsewhere } = this.#world.tokens;
    return this.#random.weighted([
      [6, usdc], [4, usdt], [4, dev], [4, fee], [5, hook], [4, hollow], [2, liar], [2, unlisted], [1, elsewhere],
    ]);
  }

  #amount(token) {
    const { hollow, liar } = this.#world.tokens;
    if ((token === hollow || token === liar) && this.#random.percent(25)) return LARGEST - BigInt(this.#random.below(2));
    if (this.#random.percent(40)) return BigInt(this.#random.between(1, 3));
    return BigInt(`0x${this.#random.hex(this.#random.between(1, 11))}`) + 1n;
  }

  #small() {
    return this.#random.percent(40) ? BigInt(this.#random.between(1, 3)) : BigInt(`0x${this.#random.hex(7)}`) + 1n;
  }

  #tagged(call) {
    return { ...call, data: call.data + this.#tag() };
  }

  /** Twelve bytes that may be announced; now and then more or fewer. */
  #tag() {
    const tag = this.#number().toString(16).padStart(24, '0');
    return this.#random.weighted([
      [20, tag],
      [1, this.#random.hex(12)],
      [1, tag.slice(2)],
      [1, `${tag}00`],
      [1, `00${tag}`],
      [1, tag + tag],
      [1, tag.padStart(64, '0')],
      [1, ''],
    ]);
  }

  #nonce() {
    const number = this.#number().toString(16).padStart(24, '0');
    const few = this.#random.of([1, 12]);
    return this.#random.weighted([
      [10, `0x${number}${this.#random.hex(few).padStart(24, '0')}${'0'.repeat(16)}`],
      [1, `0x${number}${this.#random.hex(12)}${'0'.repeat(15)}1`],
      [1, `0x${this.#random.hex(24)}${'0'.repeat(16)}`],
      [1, `0x${this.#random.hex(32)}`],
    ]);
  }
}

const fieldsOf = (fields) => Object.entries(fields).map(([name, type]) => ({ name, type }));

function transfer(from, to, amount) {
  return { topics: [TOPICS.transfer, padded(from), padded(to)], data: encodeAbiParameters([{ type: 'uint256' }], [amount]) };
}

function authorizationUsed(from, nonce) {
  return { topics: [TOPICS.authorizationUsed, padded(from), nonce], data: '0x' };
}

