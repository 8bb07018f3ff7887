#!/usr/bin/env node
// After `forge build`: writes what everyone else needs to know about the deployed Donations, from forge's own output.
//   out/deployment.json      where it is on every chain, what code must be there, and what creates it
//   out/Donations.input.json the compiler's standard JSON input, for explorers that verify source code
//   out/tokens.json          the ABIs of the standards that listed tokens follow, under one name each
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast, home } from './foundry.mjs';

/** The usual deterministic deployment proxy: it runs CREATE2 with the salt (32 bytes) and creation code it is sent. */
export const DEPLOYER = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
/** Part of the contract's address on every chain: never change it for the same code. "Urunan Donations 1" in ASCII. */
const SALT = `0x${Buffer.from('Urunan Donations 1').toString('hex').padEnd(64, '0')}`;

const artifact = JSON.parse(readFileSync(join(home, 'out/Donations.sol/Donations.json'), 'utf8'));

const creationCode = artifact.bytecode.object;
const initCodeHash = cast('keccak', creationCode);
const create2 = `0xff${DEPLOYER.slice(2)}${SALT.slice(2)}${initCodeHash.slice(2)}`;
const address = cast('to-check-sum-address', `0x${cast('keccak', create2).slice(-40)}`);
const runtimeCodeHash = cast('keccak', artifact.deployedBytecode.object);
write('deployment.json', { address, runtimeCodeHash, deployer: DEPLOYER, salt: SALT, initCodeHash, creationCode });

const { language, settings, sources } = artifact.metadata;
const { compilationTarget, ...compilerSettings } = settings;
write('Donations.input.json', {
  language,
  sources: Object.fromEntries(
    Object.keys(sources).map((path) => [path, { content: readFileSync(join(home, path), 'utf8') }]),
  ),
  settings: { ...compilerSettings, outputSelection: { '*': { '*': ['abi', 'evm.bytecode', 'evm.deployedBytecode'] } } },
});

write(
  'tokens.json',
  Object.fromEntries(['IERC20', 'IERC20Metadata', 'IERC20Permit'].map((standard) => [standard, abiOf(standard)])),
);

/** forge names a library's artifact after the compiler profile once two of them compiled it; the ABI is the same. */
function abiOf(standard) {
  const folder = join(home, 'out', `${standard}.sol`);
  const file = readdirSync(folder).find((name) => name.startsWith(`${standard}.`));
  return JSON.parse(readFileSync(join(folder, file), 'utf8')).abi;
}

function write(name, content) {
  writeFileSync(join(home, 'out', name), `${JSON.stringify(content, null, 2)}\n`);
}
