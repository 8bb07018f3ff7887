// Gifts by authorization (EIP-3009) on a real chain: whoever hands one in, its money and its nonce are the donor's.
import { createPublicClient, createWalletClient, http, keccak256, parseEventLogs, toHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { abi, bytecode } from '../../contracts/out/DevUSDC.sol/DevUSDC.json';
import { RICH, rpc, startChain } from '../../contracts/tools/anvil.mjs';
import { authorizationNonce, readAuthorizationNonce } from '../src/authorization-nonce';

const FOREVER = 2n ** 40n;
const AMOUNT = 25_000_000n;
const BENEFICIARY = '0x00000000000000000000000000000000000beef1';
const STRANGER = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const TRANSFER = [
  ['from', 'address'],
  ['to', 'address'],
  ['value', 'uint256'],
  ['validAfter', 'uint256'],
  ['validBefore', 'uint256'],
  ['nonce', 'bytes32'],
].map(([name, type]) => ({ name, type }));
const CANCEL = [
  ['authorizer', 'address'],
  ['nonce', 'bytes32'],
].map(([name, type]) => ({ name, type }));
const donor = privateKeyToAccount(keccak256(toHex('donor')));

let chain;
let usdc;
let node;
let wallet;

beforeAll(async () => {
  chain = await startChain();
  const transport = http(chain.url);
  node = createPublicClient({ chain: foundry, transport, pollingInterval: 20 });
  wallet = createWalletClient({ chain: foundry, transport });
  const data = bytecode.object;
  const hash = await rpc(chain.url, 'eth_sendTransaction', { from: RICH, data });
  usdc = (await node.waitForTransactionReceipt({ hash })).contractAddress;
  await send(RICH, 'mint', [donor.address, 1_000n * AMOUNT]);
}, 60_000);

afterAll(() => chain?.stop());

test('whoever hands it in, the campaign can be read from the log', async () => {
  const before = await balanceOf(BENEFICIARY);
  const nonce = authorizationNonce(7n);
  const receipt = await send(STRANGER, 'transferWithAuthorization', await signedGift(nonce));
  const [used] = parseEventLogs({ abi, logs: receipt.logs, eventName: 'AuthorizationUsed' });
  expect(used.args).toEqual({ authorizer: donor.address, nonce });
  expect(readAuthorizationNonce(used.args.nonce)?.number).toBe(7n);
  expect(await balanceOf(BENEFICIARY)).toBe(before + AMOUNT);
});

test('handing it in before the donor does changes nothing but who pays', async () => {
  const before = await balanceOf(BENEFICIARY);
  const gift = await signedGift(authorizationNonce(7n));
  await send(STRANGER, 'transferWithAuthorization', gift);
  await expect(send(RICH, 'transferWithAuthorization', gift)).rejects.toThrow('ERC3009UsedAuthorization');
  expect(await balanceOf(BENEFICIARY)).toBe(before + AMOUNT);
});

test('a cancelled authorization gives nothing', async () => {
  const before = await balanceOf(BENEFICIARY);
  const nonce = authorizationNonce(7n);
  const gift = await signedGift(nonce);
  const cancellation = await sign('CancelAuthorization', CANCEL, { authorizer: donor.address, nonce });
  await send(STRANGER, 'cancelAuthorization', [donor.address, nonce, ...cancellation]);
  await expect(send(STRANGER, 'transferWithAuthorization', gift)).rejects.toThrow('ERC3009UsedAuthorization');
  expect(await balanceOf(BENEFICIARY)).toBe(before);
});

test('another campaign is not what was signed', async () => {
  const gift = await signedGift(authorizationNonce(7n, 1n));
  const changed = gift.with(5, authorizationNonce(8n, 1n));
  await expect(send(STRANGER, 'transferWithAuthorization', changed)).rejects.toThrow('ERC3009InvalidSignature');
});

/** The arguments of `transferWithAuthorization`, signed by the donor. */
async function signedGift(nonce) {
  const terms = { from: donor.address, to: BENEFICIARY, value: AMOUNT, validAfter: 0n, validBefore: FOREVER, nonce };
  return [...Object.values(terms), ...(await sign('TransferWithAuthorization', TRANSFER, terms))];
}

async function sign(primaryType, fields, message) {
  const domain = { name: 'USD Coin', version: '2', chainId: foundry.id, verifyingContract: usdc };
  const signature = await donor.signTypedData({ domain, types: { [primaryType]: fields }, primaryType, message });
  return [Number(`0x${signature.slice(130)}`), signature.slice(0, 66), `0x${signature.slice(66, 130)}`];
}

async function send(account, functionName, args) {
  const { request } = await node.simulateContract({ account, address: usdc, abi, functionName, args });
  return node.waitForTransactionReceipt({ hash: await wallet.writeContract(request) });
}

function balanceOf(holder) {
  return node.readContract({ address: usdc, abi, functionName: 'balanceOf', args: [holder] });
}
