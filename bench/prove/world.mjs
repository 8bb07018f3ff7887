// A development chain with Donations, odd tokens, people and contract wallets, ready for traffic.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeDeployData, encodeFunctionData, maxUint256 } from 'viem';
import { RICH, startChain } from '../../contracts/tools/anvil.mjs';
import { NATIVE_LOGGER } from './oracle.mjs';
import { Rpc, quantity } from './rpc.mjs';

const CONTRACTS = fileURLToPath(new URL('../../contracts', import.meta.url));
const PEOPLE = 16;
/** So many accounts never announce anything. */
const STRANGERS = 3;
const ODDITY = { none: 0, fee: 1, unbacked: 2, hook: 3 };
/** So much of each token for everyone, in base units. */
const PLENTY = 10n ** 30n;
/** Three slots in an epoch: what is six blocks below the head is final. */
const ANVIL = ['--slots-in-an-epoch', '3', '--order', 'fifo', '--gas-limit', '2000000000', '--accounts', `${PEOPLE}`];
export const DEEPEST_REORG = 5;
export const GAS = quantity(3_000_000);

export async function startWorld() {
  const anvil = await startChain(...ANVIL);
  try {
    return { ...(await furnish(new Rpc(anvil.url))), stop: anvil.stop };
  } catch (failure) {
    anvil.stop();
    throw failure;
  }
}

async function furnish(rpc) {
  const people = await rpc.ask('eth_accounts');
  execFileSync('node', [join(CONTRACTS, 'bin/deploy.mjs'), '--rpc-url', rpc.url, '--unlocked', '--from', RICH]);
  await rpc.ask('evm_setAutomine', false);
  const { address } = JSON.parse(readFileSync(join(CONTRACTS, 'out/deployment.json'), 'utf8'));
  const world = {
    rpc,
    people,
    donations: { address: address.toLowerCase(), abi: artifact('out/IDonations.sol/IDonations.json').abi },
    chainId: Number(await rpc.ask('eth_chainId')),
    startBlock: Number(await rpc.ask('eth_blockNumber')),
  };
  world.wallets = await deployWallets(world);
  world.tokens = await deployTokens(world);
  world.nativeLogger = await placeNativeLogger(world);
  world.beneficiaries = [...people.slice(0, -STRANGERS), ...world.wallets.map((wallet) => wallet.address)];
  await fillPockets(world);
  world.trafficBlock = Number(await rpc.ask('eth_blockNumber')) + 1;
  return world;
}

/** Two contracts, and a person's account that delegates to one of them (EIP-7702). */
async function deployWallets({ rpc, people }) {
  const wallet = artifact('cache/prove/out/OddChain.sol/Wallet.json');
  const wallets = [];
  for (let i = 0; i < 2; i++) wallets.push(await deploy(rpc, wallet, [], 10n ** 20n));
  await rpc.ask('anvil_setCode', people[1], `0xef0100${wallets[0].address.slice(2)}`);
  return [...wallets, { address: people[1], abi: wallet.abi }];
}

/** anvil logs no native coin (EIP-7708): at the address of those that do, a contract says what it is told to. */
async function placeNativeLogger({ rpc }) {
  const { abi, deployedBytecode } = artifact('cache/prove/out/OddChain.sol/Wallet.json');
  await rpc.ask('anvil_setCode', NATIVE_LOGGER, deployedBytecode.object);
  return { address: NATIVE_LOGGER, abi };
}

async function deployTokens({ rpc, people }) {
  const dev = (name) => artifact(`out/${name}.sol/${name}.json`);
  const odd = artifact('cache/prove/out/OddChain.sol/OddToken.json');
  const collector = people[2];
  const token = async (listed, built, args = []) => ({ ...(await deploy(rpc, built, args)), listed });
  return {
    usdc: await token({ symbol: 'USDC', decimals: 6, permit: true, authorization: true }, dev('DevUSDC')),
    usdt: await token({ symbol: 'USDT', decimals: 6 }, dev('DevUSDT')),
    dev: await token({ symbol: 'DEV', decimals: 18, permit: true }, dev('DevToken')),
    fee: await token({ symbol: 'FEE', decimals: 18 }, odd, ['FEE', 18, ODDITY.fee, collector]),
    hook: await token({ symbol: 'HOOK', decimals: 0 }, odd, ['HOOK', 0, ODDITY.hook, collector]),
    hollow: await token({ symbol: 'HOLLOW', decimals: 36, authorization: true }, odd, ['H', 36, ODDITY.unbacked, collector]),
    liar: await token({ symbol: '-1+$.LIAR_', decimals: 6 }, dev('DevFakeToken')),
    unlisted: await token(null, odd, ['USDC', 6, ODDITY.none, collector]),
    elsewhere: await token({ symbol: 'ELSE', decimals: 6, chainId: 1 }, odd, ['ELSE', 6, ODDITY.none, collector]),
  };
}

async function deploy(rpc, { abi, bytecode }, args, value = 0n) {
  const data = encodeDeployData({ abi, bytecode: bytecode.object, args });
  const hash = await rpc.ask('eth_sendTransaction', { from: RICH, data, value: quantity(value), gas: quantity(10_000_000) });
  await rpc.ask('evm_mine');
  const { contractAddress, status } = await rpc.ask('eth_getTransactionReceipt', hash);
  if (status !== '0x1') throw new Error('A contract could not be deployed');
  return { address: contractAddress.toLowerCase(), abi };
}

/** Everyone has plenty of each token, and allows Donations, and the first wallet, to spend it. */
async function fillPockets({ rpc, people, wallets, tokens, donations }) {
  const all = Object.values(tokens);
  const [first, second] = wallets;
  const everyone = [...people, first.address, second.address];
  const mints = all.flatMap(({ address: to, abi }) =>
    abi.some(({ name }) => name === 'mint')
      ? everyone.map((holder) => ({ to, data: encodeFunctionData({ abi, functionName: 'mint', args: [holder, PLENTY] }) }))
      : [],
  );
  const approvals = all.flatMap(({ address: to, abi }) =>
    [donations.address, first.address].map((spender) => ({
      to,
      data: encodeFunctionData({ abi, functionName: 'approve', args: [spender, maxUint256] }),
    })),
  );
  const calls = approvals.map((call) => ({ ...call, value: 0n, mayFail: false }));
  const runs = [first, second].map(({ address: to, abi }) => ({
    to,
    data: encodeFunctionData({ abi, functionName: 'run', args: [calls] }),
  }));
  const transactions = [
    ...[...mints, ...runs].map((call) => ({ from: RICH, ...call })),
    ...people.flatMap((from) => approvals.map((call) => ({ from, ...call }))),
  ];
  // One by one: anvil works on a batch's questions at the same time, and gives the same nonce twice.
  for (const one of transactions) await rpc.ask('eth_sendTransaction', { ...one, gas: GAS });
  await rpc.ask('anvil_mine', quantity(DEEPEST_REORG + 3));
}

function artifact(path) {
  return JSON.parse(readFileSync(join(CONTRACTS, path), 'utf8'));
}

/** The bytes of a token list that names the listed ones, in the form that docs/self-hosting.md shows. */
export function tokenListOf({ tokens, chainId }) {
  const native = { chainId, address: '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE', symbol: 'ETH', name: 'Ether', decimals: 18 };
  const listed = Object.values(tokens).filter((token) => token.listed);
  const entries = listed.map(({ address, listed: { symbol, decimals, permit, authorization, ...more } }) => ({
    chainId,
    address,
    symbol,
    name: `Token ${symbol}`,
    decimals,
    ...(permit || authorization ? { extensions: { permit, authorization } } : {}),
    ...more,
  }));
  const version = { major: 1, minor: 0, patch: 0 };
  return JSON.stringify({ name: 'Proof', timestamp: '2026-01-01T00:00:00Z', version, tokens: [native, ...entries] });
}

export const hashOf = (bytes) => `0x${createHash('sha256').update(bytes).digest('hex')}`;
