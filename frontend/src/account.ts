import { type Abi, decodeFunctionResult, encodeFunctionData } from 'viem';
import { IERC20Metadata as metadataAbi, IERC20Permit as permitAbi } from '../../contracts/out/tokens.json';
import type { Call } from './calls';
import { type Chain, requireChain } from './chain';
import { ask, type Hex, type Provider } from './provider';

const TOKEN_ABI = [...metadataAbi, ...permitAbi] as Abi;

/** The account that a person chose in a wallet, and the chain as that wallet sees it. */
export class Account {
  constructor(
    readonly provider: Provider,
    readonly address: Hex,
    readonly chain: Chain,
  ) {}

  /** The account's code or another's: `0x` for one that only a key controls. */
  code(address: Hex = this.address): Promise<Hex> {
    return ask(this.provider, 'eth_getCode', address, 'latest');
  }

  async balance(): Promise<bigint> {
    return BigInt(await ask<Hex>(this.provider, 'eth_getBalance', this.address, 'latest'));
  }

  async nonce(block: 'latest' | 'pending'): Promise<bigint> {
    return BigInt(await ask<Hex>(this.provider, 'eth_getTransactionCount', this.address, block));
  }

  /** What a function of a token answers. */
  async read<T>(token: Hex, functionName: string, ...args: unknown[]): Promise<T> {
    const data = encodeFunctionData({ abi: TOKEN_ABI, functionName, args });
    const answer = await ask<Hex>(this.provider, 'eth_call', { to: token, data }, 'latest');
    return decodeFunctionResult({ abi: TOKEN_ABI, functionName, data: answer }) as T;
  }

  /** Whether the chain would do it now. */
  async wouldSucceed(call: Call): Promise<boolean> {
    try {
      await ask(this.provider, 'eth_call', this.requestOf(call), 'latest');
      return true;
    } catch {
      return false;
    }
  }

  /** Asks the wallet to send it, on this chain or not at all. */
  async send(call: Call): Promise<Hex> {
    await requireChain(this.provider, this.chain);
    const chainId = `0x${this.chain.id.toString(16)}`;
    return ask(this.provider, 'eth_sendTransaction', { ...this.requestOf(call), chainId });
  }

  private requestOf({ to, value, data }: Call) {
    return { from: this.address, to, value: `0x${value.toString(16)}`, data };
  }
}
