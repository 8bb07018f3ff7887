import { index, onchainTable } from 'ponder';

export const donation = onchainTable(
  'donation',
  (t) => ({
    id: t.text().primaryKey(),
    campaign: t.hex().notNull(),
    beneficiary: t.hex().notNull(),
    donor: t.hex().notNull(),
    token: t.hex().notNull(),
    amount: t.bigint().notNull(),
    blockNumber: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    blockTime: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byCampaign: index().on(table.campaign, table.blockNumber, table.logIndex),
    byBeneficiary: index().on(table.beneficiary, table.blockNumber, table.logIndex),
    byDonor: index().on(table.donor, table.blockNumber, table.logIndex),
    byTx: index().on(table.txHash),
  }),
);

export const campaignTotal = onchainTable('campaign_total', (t) => ({
  id: t.hex().primaryKey(),
  amount: t.bigint().notNull(),
  donations: t.integer().notNull(),
}));
