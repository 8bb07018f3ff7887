import { createConfig } from 'ponder';
import { parseAbi } from 'viem';

const { BENCH_RPC_URL, BENCH_CONTRACT, BENCH_TOKEN, BENCH_TUNED, BENCH_WS_URL, BENCH_POLLING } = process.env;
const url = BENCH_RPC_URL!;

/** Ponder starts with 20 requests a second to each endpoint: tuned, it is told that the one endpoint is 25. */
const tuned = { rpc: Array.from({ length: 25 }, (_, i) => `${url}/?${i}`), disableCache: true };

export default createConfig({
  chains: {
    anvil: {
      id: 31337,
      ...(BENCH_TUNED ? tuned : { rpc: url }),
      ...(BENCH_WS_URL ? { ws: BENCH_WS_URL } : {}),
      ...(BENCH_POLLING ? { pollingInterval: Number(BENCH_POLLING) } : {}),
    },
  },
  contracts: {
    Donations: {
      chain: 'anvil',
      abi: parseAbi([
        'event Donation(bytes32 indexed campaignId, address indexed donor, address indexed token, uint256 amount)',
      ]),
      address: BENCH_CONTRACT as `0x${string}`,
      startBlock: 0,
    },
    Token: {
      chain: 'anvil',
      abi: parseAbi(['event Transfer(address indexed from, address indexed to, uint256 value)']),
      address: BENCH_TOKEN as `0x${string}`,
      startBlock: 0,
    },
  },
});
