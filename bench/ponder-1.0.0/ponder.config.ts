import { createConfig } from 'ponder';
import { http, parseAbi } from 'viem';

const { BENCH_RPC_URL, BENCH_CONTRACT, BENCH_TOKEN, BENCH_POLLING } = process.env;

export default createConfig({
  networks: {
    anvil: {
      chainId: 31337,
      transport: http(BENCH_RPC_URL),
      maxRequestsPerSecond: 1000,
      ...(BENCH_POLLING ? { pollingInterval: Number(BENCH_POLLING) } : {}),
    },
  },
  contracts: {
    Donations: {
      network: 'anvil',
      abi: parseAbi([
        'event Donation(bytes32 indexed campaignId, address indexed donor, address indexed token, uint256 amount)',
      ]),
      address: BENCH_CONTRACT as `0x${string}`,
      startBlock: 0,
    },
    Token: {
      network: 'anvil',
      abi: parseAbi(['event Transfer(address indexed from, address indexed to, uint256 value)']),
      address: BENCH_TOKEN as `0x${string}`,
      startBlock: 0,
    },
  },
});
