import { domainSeparator, hexToNumber, slice, type TypedDataDomain } from 'viem';
import type { Account } from './account';
import type { Permit } from './calls';
import { ask, type Hex } from './provider';

const MINUTES = 30n;
const VERSIONS = ['1', '2'];
const TYPES = {
  EIP712Domain: [
    { name: 'name', type: 'string' },
    { name: 'version', type: 'string' },
    { name: 'chainId', type: 'uint256' },
    { name: 'verifyingContract', type: 'address' },
  ],
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
};

/** What a token calls itself in signatures, if it can be told for certain: the hash must be the token's own. */
export async function permitDomain(account: Account, token: Hex): Promise<TypedDataDomain | undefined> {
  try {
    const [name, separator] = await Promise.all([
      account.read<string>(token, 'name'),
      account.read<Hex>(token, 'DOMAIN_SEPARATOR'),
    ]);
    const domains = VERSIONS.map((version) => ({ name, version, chainId: account.chain.id, verifyingContract: token }));
    return domains.find((domain) => domainSeparator({ domain }) === separator);
  } catch {
    return undefined;
  }
}

/** Asks for a signature (ERC-2612) that lets the spender move exactly this amount, for half an hour of the chain's time. */
export async function signPermit(
  account: Account,
  domain: TypedDataDomain,
  spender: Hex,
  amount: bigint,
): Promise<Permit> {
  const nonce = await account.read<bigint>(domain.verifyingContract as Hex, 'nonces', account.address);
  const block = await ask<{ timestamp: Hex }>(account.provider, 'eth_getBlockByNumber', 'latest', false);
  const deadline = BigInt(block.timestamp) + MINUTES * 60n;
  const message = { owner: account.address, spender, value: `${amount}`, nonce: `${nonce}`, deadline: `${deadline}` };
  const typedData = JSON.stringify({ domain, types: TYPES, primaryType: 'Permit', message });
  const signature = await ask<Hex>(account.provider, 'eth_signTypedData_v4', account.address, typedData);
  const v = hexToNumber(slice(signature, 64, 65));
  return { deadline, v: v < 27 ? v + 27 : v, r: slice(signature, 0, 32), s: slice(signature, 32, 64) };
}
