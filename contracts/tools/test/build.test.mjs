// What the build gives: the same bytes anywhere, nothing in them but code, and an interface without surprises.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cast, home, program } from '../foundry.mjs';

const read = (folder, path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const artifact = read(home, 'out/Donations.sol/Donations.json');
const deployment = read(home, 'out/deployment.json');

test('another build in another folder gives the same bytecode', (t) => {
  const other = build(t);
  assert.equal(other.bytecode.object, artifact.bytecode.object);
  assert.equal(other.deployedBytecode.object, artifact.deployedBytecode.object);
});

test('comments do not enter the bytecode, and code does', (t) => {
  const commented = build(t, '\n// Another comment, so other metadata.\n');
  assert.equal(commented.bytecode.object, artifact.bytecode.object);
  assert.notEqual(commented.metadata.sources['src/Donations.sol'].keccak256, sourceHash());
});

test("the compiler's metadata is not at the end of the code", () => {
  const runtime = artifact.deployedBytecode.object;
  assert.ok(artifact.bytecode.object.endsWith(runtime.slice(2)), 'creation code is a loader and the runtime code');
  for (const word of ['ipfs', 'bzzr', 'solc']) {
    assert.ok(!runtime.includes(Buffer.from(word).toString('hex')), word);
  }
});

test('explorers get the same bytecode from the standard JSON input', () => {
  const input = readFileSync(join(home, 'out/Donations.input.json'));
  const options = { input, maxBuffer: 1 << 28 };
  const output = JSON.parse(execFileSync(join(home, 'tools/solc.cjs'), ['--standard-json'], options));
  const { evm } = output.contracts['src/Donations.sol'].Donations;
  assert.equal(`0x${evm.bytecode.object}`, artifact.bytecode.object);
  assert.equal(`0x${evm.deployedBytecode.object}`, artifact.deployedBytecode.object);
});

test('the deployment file says where CREATE2 puts it, and what is there', () => {
  const { deployer, salt, initCodeHash, creationCode, address, runtimeCodeHash } = deployment;
  assert.equal(creationCode, artifact.bytecode.object);
  assert.equal(initCodeHash, cast('keccak', artifact.bytecode.object));
  assert.equal(runtimeCodeHash, cast('keccak', artifact.deployedBytecode.object));
  const found = cast('create2', '--deployer', deployer, '--salt', salt, '--init-code-hash', initCodeHash);
  assert.ok(found.includes(address), found);
});

test('property 6: the storage layout is empty, and there is no immutable', () => {
  assert.deepEqual(artifact.storageLayout.storage, []);
  assert.deepEqual(artifact.deployedBytecode.immutableReferences ?? {}, {});
});

test('property 6: only the two native functions are payable; there is no receive, fallback or constructor', () => {
  const payable = artifact.abi.filter((part) => part.stateMutability === 'payable').map(signature);
  assert.deepEqual(payable.sort(), ['donate(bytes32)', 'donateBatch((bytes32,uint256)[])']);
  const kinds = new Set(artifact.abi.map((part) => part.type));
  assert.deepEqual([...kinds].sort(), ['error', 'event', 'function']);
});

test('the contract is its interface, and one error of SafeERC20', () => {
  const own = artifact.abi.map(described).sort();
  const promised = read(home, 'out/IDonations.sol/IDonations.json').abi.map(described);
  const error = 'error SafeERC20FailedOperation(address)';
  assert.deepEqual(own.filter((part) => !part.startsWith(error)), promised.sort());
  assert.ok(own.some((part) => part.startsWith(error)));
});

/** Builds a copy of the sources in a folder of its own; the addition goes to the end of Donations.sol. */
function build(t, addition = '') {
  const folder = mkdtempSync(join(tmpdir(), 'urunan-build-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const part of ['src', 'tools', 'foundry.toml', 'package.json']) {
    cpSync(join(home, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  appendFileSync(join(folder, 'src/Donations.sol'), addition);
  execFileSync(program('forge'), ['build', 'src/Donations.sol'], { cwd: folder, stdio: 'pipe' });
  return read(folder, 'out/Donations.sol/Donations.json');
}

function sourceHash() {
  return artifact.metadata.sources['src/Donations.sol'].keccak256;
}

function signature({ name, inputs }) {
  return `${name}(${inputs.map(typeOf).join(',')})`;
}

function described(part) {
  const indexed = (part.inputs ?? []).map((input) => input.indexed ?? '').join();
  const answers = (part.outputs ?? []).map(typeOf).join();
  return `${part.type} ${signature(part)} ${part.stateMutability ?? ''} ${indexed} ${answers}`;
}

function typeOf({ type, components }) {
  return components ? `(${components.map(typeOf).join(',')})${type.slice('tuple'.length)}` : type;
}
