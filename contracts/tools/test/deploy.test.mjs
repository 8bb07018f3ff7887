// The deployment on local chains: the same address everywhere, once, and never over something else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cast, home } from '../foundry.mjs';
import { RICH, rpc, startChain } from '../anvil.mjs';

const deployment = JSON.parse(readFileSync(join(home, 'out/deployment.json'), 'utf8'));
const { address, deployer, runtimeCodeHash } = deployment;

test('two chains get the same code at the same address, whoever deploys', async (t) => {
  const first = await chain(t, '--chain-id', '11');
  const second = await chain(t, '--chain-id', '12');
  const someoneElse = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
  for (const [url, from] of [[first, RICH], [second, someoneElse]]) {
    const { status, output } = deploy('--rpc-url', url, '--unlocked', '--from', from);
    assert.equal(status, 0, output);
    assert.match(output, /^Deployed\./m);
    assert.match(output, new RegExp(`^address +${address}$`, 'm'));
    assert.match(output, new RegExp(`^code hash +${runtimeCodeHash}$`, 'm'));
    assert.equal(cast('keccak', await rpc(url, 'eth_getCode', address, 'latest')), runtimeCodeHash);
  }
});

test('a second time nothing is sent', async (t) => {
  const url = await chain(t);
  deploy('--rpc-url', url, '--unlocked', '--from', RICH);
  const block = await rpc(url, 'eth_blockNumber');
  const { status, output } = deploy('--rpc-url', url);
  assert.equal(status, 0, output);
  assert.match(output, /^Already deployed/m);
  assert.equal(await rpc(url, 'eth_blockNumber'), block);
});

test('other code at the address is refused', async (t) => {
  const url = await chain(t);
  await rpc(url, 'anvil_setCode', address, '0x60006000fd');
  const block = await rpc(url, 'eth_blockNumber');
  const { status, output } = deploy('--rpc-url', url, '--unlocked', '--from', RICH);
  assert.notEqual(status, 0);
  assert.match(output, /is not this Donations: its hash is 0x[0-9a-f]{64}, not 0x/);
  assert.equal(await rpc(url, 'eth_blockNumber'), block);
});

test('without the deployment proxy it says how to get it, and that works', async (t) => {
  const url = await chain(t, '--disable-default-create2-deployer');
  const refused = deploy('--rpc-url', url, '--unlocked', '--from', RICH);
  assert.notEqual(refused.status, 0);
  const commands = refused.output.split('\n').filter((line) => line.startsWith('  cast '));
  assert.equal(commands.length, 2, refused.output);
  for (const command of commands) {
    const words = command.trim().replace('<url>', url).replace('<how to sign>', `--unlocked --from ${RICH}`);
    cast(...words.split(' ').slice(1));
  }
  const { status, output } = deploy('--rpc-url', url, '--unlocked', '--from', RICH);
  assert.equal(status, 0, output);
  assert.match(output, /^Deployed\./m);
});

test('something else in the place of the deployment proxy is refused', async (t) => {
  const url = await chain(t);
  await rpc(url, 'anvil_setCode', deployer, '0x00');
  const { status, output } = deploy('--rpc-url', url, '--unlocked', '--from', RICH);
  assert.notEqual(status, 0);
  assert.match(output, /^Another contract sits where the deterministic deployment proxy should be/m);
});

test('no chain, no answer, no money: it says so and fails', async (t) => {
  assert.match(failing(), /^Say which chain/m);
  assert.match(failing('--rpc-url', 'http://127.0.0.1:1'), /error|connect/i);
  const url = await chain(t, '--balance', '0');
  assert.match(failing('--rpc-url', url, '--unlocked', '--from', RICH), /funds|allowance: 0/i);
});

test('the gas in git is the gas of real receipts', async (t) => {
  const gas = JSON.parse(readFileSync(join(home, 'snapshots/gas.json'), 'utf8'));
  const url = await chain(t);
  deploy('--rpc-url', url, '--unlocked', '--from', RICH);
  const beneficiary = `0x${cast('keccak', 'beneficiary').slice(-40)}`;
  await rpc(url, 'anvil_setBalance', beneficiary, '0x1');
  const campaign = `${beneficiary}000000000000000000000007`;
  const sign = ['--rpc-url', url, '--unlocked', '--from', RICH, '--json'];
  const receipt = cast('send', ...sign, address, 'donate(bytes32)', campaign, '--value', '1');
  assert.equal(Number(JSON.parse(receipt).gasUsed), Number(gas.native));
});

async function chain(t, ...options) {
  const { url, stop } = await startChain(...options);
  t.after(stop);
  return url;
}

function deploy(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'bin/deploy.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

function failing(...args) {
  const { status, output } = deploy(...args);
  assert.notEqual(status, 0, output);
  return output;
}
