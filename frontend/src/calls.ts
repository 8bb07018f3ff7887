import { type Abi, concat, encodeFunctionData, numberToHex } from 'viem';
import { abi as donationsAbi } from '../../contracts/out/IDonations.sol/IDonations.json';
import { IERC20 as tokenAbi } from '../../contracts/out/tokens.json';
import type { Hex } from './provider';

/** What a wallet is asked to send, or an endpoint to try. */
export interface Call {
  to: Hex;
  value: bigint;
  data: Hex;
}

export interface Campaign {
  beneficiary: Hex;
  number: bigint;
}

export interface Permit {
  deadline: bigint;
  v: number;
  r: Hex;
  s: Hex;
}

/** The twelve bytes behind a tagged transfer. */
export const tagOf = (number: bigint): Hex => numberToHex(number, { size: 12 });

/** What the contract calls a campaign: beneficiary ++ number. */
export const campaignIdOf = ({ beneficiary, number }: Campaign): Hex =>
  concat([beneficiary.toLowerCase() as Hex, tagOf(number)]);

export const taggedNative = (campaign: Campaign, amount: bigint): Call => ({
  to: campaign.beneficiary,
  value: amount,
  data: tagOf(campaign.number),
});

export const taggedToken = (campaign: Campaign, token: Hex, amount: bigint): Call => ({
  to: token,
  value: 0n,
  data: concat([encode(tokenAbi, 'transfer', [campaign.beneficiary, amount]), tagOf(campaign.number)]),
});

export const contractNative = (contract: Hex, campaign: Campaign, amount: bigint): Call => ({
  to: contract,
  value: amount,
  data: encode(donationsAbi, 'donate', [campaignIdOf(campaign)]),
});

export const contractToken = (contract: Hex, campaign: Campaign, token: Hex, amount: bigint): Call =>
  call(contract, encode(donationsAbi, 'donate', [campaignIdOf(campaign), token, amount]));

export const contractPermit = (contract: Hex, campaign: Campaign, token: Hex, amount: bigint, permit: Permit): Call => {
  const { deadline, v, r, s } = permit;
  const args = [campaignIdOf(campaign), token, amount, deadline, v, r, s];
  return call(contract, encode(donationsAbi, 'donateWithPermit', args));
};

export const approve = (token: Hex, spender: Hex, amount: bigint): Call =>
  call(token, encode(tokenAbi, 'approve', [spender, amount]));

export const announce = (contract: Hex, number: bigint, digest: Hex): Call =>
  call(contract, encode(donationsAbi, 'announce', [number, digest]));

export const close = (contract: Hex, number: bigint): Call => call(contract, encode(donationsAbi, 'close', [number]));

const call = (to: Hex, data: Hex): Call => ({ to, value: 0n, data });

const encode = (abi: unknown, functionName: string, args: unknown[]): Hex =>
  encodeFunctionData({ abi: abi as Abi, functionName, args });
