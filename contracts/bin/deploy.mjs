#!/usr/bin/env node
// Deploys Donations, at the same address on every chain, unless it is there already.
//
//   bin/deploy.mjs --rpc-url <url> [how to sign, as for `cast send`]
//   bin/deploy.mjs --rpc-url http://127.0.0.1:8545 --unlocked --from 0xf39F…   on a development chain
//   bin/deploy.mjs --rpc-url https://… --ledger                                with a hardware wallet
//   bin/deploy.mjs --rpc-url https://… --account deployer                      with a keystore of `cast wallet`
//
// Whoever deploys gets no right at all: the contract has no owner, and the address depends on the code only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast, home } from '../tools/foundry.mjs';

const DEPLOYER_CODE =
  '0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3';
/** Signed for no chain in particular, by an account whose key nobody knows, so that it works once on each chain. */
const DEPLOYER_TRANSACTION =
  '0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222';
const DEPLOYER_SIGNER = '0x3fAB184622Dc19b6109349B94811493BF2a45362';

const options = process.argv.slice(2);
const at = options.indexOf('--rpc-url');
if (at < 0 || !options[at + 1]) fail('Say which chain: --rpc-url <url>');
const [, url] = options.splice(at, 2);

const deployment = JSON.parse(readFileSync(join(home, 'out/deployment.json'), 'utf8'));
const { address, deployer, salt, creationCode } = deployment;

if (codeAt(address) === '0x') {
  checkDeployer();
  send(deployer, salt + creationCode.slice(2));
  checkCode();
  console.log('Deployed.');
} else {
  checkCode();
  console.log('Already deployed: nothing to do.');
}
console.log(`chain      ${ask('chain-id')}`);
console.log(`address    ${address}`);
console.log(`code hash  ${deployment.runtimeCodeHash}`);
console.log(`verify     ${join(home, 'out/Donations.input.json')} (standard JSON input, src/Donations.sol:Donations)`);

function checkDeployer() {
  const code = codeAt(deployer);
  if (code === DEPLOYER_CODE) return;
  if (code !== '0x') fail(`Another contract sits where the deterministic deployment proxy should be, ${deployer}.`);
  fail(`This chain has no deterministic deployment proxy at ${deployer}. Put it there first, from any account:
  cast send --rpc-url <url> ${DEPLOYER_SIGNER} --value 0.01ether <how to sign>
  cast publish --rpc-url <url> ${DEPLOYER_TRANSACTION}
If the chain refuses a transaction without chain id, ask its operators for the proxy: no other address will do.`);
}

function checkCode() {
  const found = cast('keccak', codeAt(address));
  if (found === deployment.runtimeCodeHash) return;
  fail(`The code at ${address} is not this Donations: its hash is ${found}, not ${deployment.runtimeCodeHash}.`);
}

function send(to, data) {
  const { status, transactionHash } = JSON.parse(ask('send', '--json', ...options, to, data));
  if (status !== '0x1') fail(`The transaction ${transactionHash} failed.`);
}

function codeAt(account) {
  return ask('code', account);
}

function ask(...args) {
  try {
    return cast(...args, '--rpc-url', url);
  } catch (error) {
    return fail(error.stderr?.trim() || error.message);
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
