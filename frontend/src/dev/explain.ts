import { type Abi, decodeFunctionData, getAddress, hexToBigInt, slice } from 'viem';
import { abi as donationsAbi } from '../../../contracts/out/IDonations.sol/IDonations.json';
import { IERC20Metadata as tokenAbi } from '../../../contracts/out/tokens.json';
import { Account } from '../account';
import { showAmount } from '../amount';
import type { Hex, Provider } from '../provider';

/** One line of what a person is asked to sign. */
export type Line = [name: string, value: string];

interface Transaction {
  from: Hex;
  to: Hex;
  value?: Hex;
  data?: Hex;
}

const NATIVE = /^0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee$/i;

/** What a transaction would do, read from its own bytes and from the chain, not from the page that asks for it. */
export async function explainTransaction(chain: Provider, { to, value, data = '0x' }: Transaction): Promise<Line[]> {
  const lines: Line[] = [
    ['To', getAddress(to)],
    ['Value', `${showAmount(BigInt(value ?? '0x0'), 18)} ETH`],
  ];
  const size = (data.length - 2) / 2;
  if (size === 0) return lines;
  if (size === 12) return [...lines, ['Data', `campaign number ${hexToBigInt(data)}`]];
  return [...lines, ...(await explainCall(chain, to, data))];
}

async function explainCall(chain: Provider, to: Hex, data: Hex): Promise<Line[]> {
  try {
    const abi = [...donationsAbi, ...tokenAbi] as Abi;
    const { functionName, args = [] } = decodeFunctionData({ abi, data });
    const lines: Line[] = [['Function', functionName]];
    if (functionName === 'donate' || functionName === 'donateWithPermit')
      return [...lines, ...(await gift(chain, args))];
    if (functionName === 'transfer' || functionName === 'approve') {
      const [receiver, amount] = args as [Hex, bigint];
      const role = functionName === 'transfer' ? 'Receiver' : 'May spend';
      lines.push([role, receiver], ['Amount', await exact(chain, to, amount)]);
    }
    if (functionName === 'announce') lines.push(['Number', `${args[0]}`], ['Content hash', `${args[1]}`]);
    if (functionName === 'close') lines.push(['Number', `${args[0]}`]);
    const tag = functionName === 'transfer' && data.length === 2 + 2 * (68 + 12) ? slice(data, 68) : undefined;
    return tag ? [...lines, ['Tag', `campaign number ${hexToBigInt(tag)}`]] : lines;
  } catch {
    return [['Data', data]];
  }
}

async function gift(chain: Provider, args: readonly unknown[]): Promise<Line[]> {
  const [id, token, amount] = args as [Hex, Hex | undefined, bigint | undefined];
  const lines: Line[] = [
    ['Beneficiary', getAddress(slice(id, 0, 20))],
    ['Campaign number', `${hexToBigInt(slice(id, 20))}`],
  ];
  return token && amount ? [...lines, ['Amount', await exact(chain, token, amount)]] : lines;
}

/** Typed data, field by field; amounts of a permit in the token's own decimals. */
export async function explainTypedData(chain: Provider, json: string): Promise<Line[]> {
  const { primaryType, domain, message } = JSON.parse(json) as {
    primaryType: string;
    domain: { name?: string; verifyingContract: Hex };
    message: Record<string, string>;
  };
  const lines: Line[] = [
    ['Signs', primaryType],
    ['For', `${domain.name ?? ''} ${domain.verifyingContract}`],
  ];
  for (const [name, value] of Object.entries(message)) {
    const shown = name === 'value' ? await exact(chain, domain.verifyingContract, BigInt(value)) : `${value}`;
    lines.push([name, shown]);
  }
  return lines;
}

async function exact(chain: Provider, token: Hex, amount: bigint): Promise<string> {
  if (NATIVE.test(token)) return `${showAmount(amount, 18)} ETH`;
  const reader = new Account(chain, token, {
    id: 0,
    name: '',
    coin: { name: '', symbol: '', decimals: 18 },
    rpcUrl: '',
  });
  const [decimals, symbol] = await Promise.all([
    reader.read<number>(token, 'decimals'),
    reader.read<string>(token, 'symbol'),
  ]);
  return `${showAmount(amount, decimals)} ${symbol} (token ${token})`;
}
