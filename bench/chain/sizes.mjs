/**
 * The chains to measure on: how many donations, how many of them in each block, and of how many donors (few where there
 * are many blocks, because anvil's time for a block grows with the accounts).
 */
export const SIZES = {
  small: { donations: 2_000, perBlock: 100, donors: 1_000 },
  measured: { donations: 200_000, perBlock: 100, donors: 10_000 },
  /** What a ledger is begun with that is then filled with millions of entries, over nearly three years. */
  reads: { donations: 2_000, perBlock: 1, donors: 500, blockSeconds: 43_200 },
  sparse: { donations: 20_000, perBlock: 1, donors: 500 },
};

export const SEED = 20_261_120;
export const BENEFICIARIES = 250;
export const CAMPAIGNS_EACH = 2;
export const CHAIN_ID = 31_337;
/** The first block's time, so that the same seed gives the same hashes. */
export const GENESIS_TIME = 1_767_225_600;
export const BLOCK_SECONDS = 12;
