// A wallet with play money, for development chains only: announces itself beside real wallets (EIP-6963), shows what it
// is asked to sign, and can reject. It holds no key; the development chain signs for its unlocked accounts.
import { showAmount } from '../amount';
import { ask, type Hex, type Provider, REJECTED, UNKNOWN_CHAIN } from '../provider';
import { developmentChain, RpcError } from './demo-rpc';
import { askPerson } from './dialog';
import { explainTransaction, explainTypedData } from './explain';

const ICON =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"%3E%3Crect width="24" height="24" rx="5" fill="%23b4560f"/%3E%3Cpath d="M5 8h14v9H5zM15 12h4" fill="none" stroke="%23fff" stroke-width="2"/%3E%3C/svg%3E';
const ACCOUNTS = 5;
const CHOSEN = 'urunan-demo-wallet';
const READS = new Set([
  ...['eth_blockNumber', 'eth_call', 'eth_chainId', 'eth_estimateGas', 'eth_gasPrice', 'eth_getBalance'],
  ...['eth_getBlockByNumber', 'eth_getCode', 'eth_getLogs', 'eth_getTransactionByHash', 'eth_getTransactionCount'],
  'eth_getTransactionReceipt',
]);

const wallet: Provider = {
  request({ method, params = [] }) {
    if (READS.has(method)) return developmentChain.request({ method, params });
    switch (method) {
      case 'eth_accounts':
        return Promise.resolve(connected());
      case 'eth_requestAccounts':
        return connect();
      case 'eth_sendTransaction':
        return sendTransaction(params[0] as { from: Hex; to: Hex });
      case 'eth_signTypedData_v4':
        return signTypedData(params as [Hex, string]);
      case 'wallet_switchEthereumChain':
        return switchChain(params[0] as { chainId: Hex });
      default:
        return Promise.reject(new RpcError(4200, `The demo wallet does not know ${method}`));
    }
  },
};

/** Asked each time, so that another account can be chosen. */
async function connect(): Promise<Hex[]> {
  const accounts = (await ask<Hex[]>(developmentChain, 'eth_accounts')).slice(0, ACCOUNTS);
  const balances = await Promise.all(
    accounts.map((account) => ask<Hex>(developmentChain, 'eth_getBalance', account, 'latest')),
  );
  const choices = accounts.map((account, index) => `${account}: ${showAmount(BigInt(balances[index] ?? 0), 18)} ETH`);
  const chosen = accounts.indexOf(connected()[0] ?? '0x');
  const index = await askPerson({
    title: 'Show an account to this site?',
    lines: [],
    approve: 'Show it',
    choices,
    chosen: Math.max(0, chosen),
  });
  const account = accounts[index ?? -1];
  if (!account) throw rejected();
  sessionStorage.setItem(CHOSEN, account);
  return [account];
}

async function sendTransaction(transaction: { from: Hex; to: Hex }): Promise<unknown> {
  requireConnected(transaction.from);
  const lines = await explainTransaction(developmentChain, transaction);
  await approve('Send this transaction?', [['From', transaction.from], ...lines]);
  return ask(developmentChain, 'eth_sendTransaction', transaction);
}

async function signTypedData([account, json]: [Hex, string]): Promise<unknown> {
  requireConnected(account);
  await approve('Sign this message?', await explainTypedData(developmentChain, json));
  return ask(developmentChain, 'eth_signTypedData_v4', account, JSON.parse(json));
}

async function switchChain({ chainId }: { chainId: Hex }): Promise<null> {
  const own = await ask<Hex>(developmentChain, 'eth_chainId');
  if (Number(own) !== Number(chainId))
    throw new RpcError(UNKNOWN_CHAIN, 'The demo wallet knows the development chain only');
  return null;
}

async function approve(title: string, lines: [string, string][]): Promise<void> {
  if ((await askPerson({ title, lines, approve: 'Approve' })) === undefined) throw rejected();
}

const connected = (): Hex[] => {
  const chosen = sessionStorage.getItem(CHOSEN);
  return chosen ? [chosen as Hex] : [];
};

function requireConnected(account: Hex): void {
  if (connected()[0]?.toLowerCase() !== account.toLowerCase())
    throw new RpcError(4100, 'This account is not connected');
}

const rejected = () => new RpcError(REJECTED, 'Rejected in the demo wallet');

function announce(): void {
  const info = {
    uuid: '5f0a2c1e-8d7b-4a3e-9c64-0d1b6f2e7a90',
    name: 'Demo wallet',
    icon: ICON,
    rdns: 'org.urunan.demo',
  };
  const detail = Object.freeze({ info: Object.freeze(info), provider: wallet });
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
}

window.addEventListener('eip6963:requestProvider', announce);
announce();
