/**
 * The chains to measure on. `spread` is what each block holds; `tail` empty blocks follow, so that finality (two epochs
 * of one block here) covers every donation.
 */
export const SIZES = {
  small: { donations: 2_000, perBlock: 100 },
  measured: { donations: 200_000, perBlock: 100 },
  sparse: { donations: 20_000, perBlock: 1 },
};

export const SEED = 20_261_120;
export const BENEFICIARIES = 250;
export const CAMPAIGNS_EACH = 2;
export const DONORS = 10_000;
export const CHAIN_ID = 31_337;
/** The first block's time, so that the same seed gives the same hashes. */
export const GENESIS_TIME = 1_767_225_600;
export const BLOCK_SECONDS = 12;
