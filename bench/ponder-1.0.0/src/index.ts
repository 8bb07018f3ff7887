// Donations of the contract, each counted with its Transfer, into rows and totals per campaign.
import { ponder } from 'ponder:registry';
import { campaignTotal, donation } from 'ponder:schema';

type Open = { campaignId: `0x${string}`; donor: string; token: string; amount: bigint };

let transaction = '';
let open: Open[] = [];

ponder.on('Donations:Donation', async ({ event }) => {
  if (event.transaction.hash !== transaction) open = [];
  transaction = event.transaction.hash;
  const { campaignId, donor, token, amount } = event.args;
  open.push({ campaignId, donor, token: token.toLowerCase(), amount });
});

ponder.on('Token:Transfer', async ({ event, context }) => {
  if (event.transaction.hash !== transaction) return;
  const { from, to, value } = event.args;
  const token = event.log.address.toLowerCase() as `0x${string}`;
  const match = open.find(
    (one) =>
      one.token === token && one.donor === from && one.amount === value && one.campaignId.startsWith(to.toLowerCase()),
  );
  if (!match) return;
  open = open.filter((one) => one !== match);
  const campaign = match.campaignId;
  await context.db.insert(donation).values({
    id: `${event.block.number}-${event.log.logIndex}`,
    campaign,
    beneficiary: to,
    donor: from,
    token,
    amount: value,
    blockNumber: Number(event.block.number),
    logIndex: event.log.logIndex,
    blockTime: event.block.timestamp,
    txHash: event.transaction.hash,
  });
  await context.db
    .insert(campaignTotal)
    .values({ id: campaign, amount: value, donations: 1 })
    .onConflictDoUpdate((row) => ({ amount: row.amount + value, donations: row.donations + 1 }));
});
