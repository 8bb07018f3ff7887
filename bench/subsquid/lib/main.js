// Donations of the contract, each counted with its Transfer, into rows and totals per campaign.
const { EvmBatchProcessor } = require('@subsquid/evm-processor');
const { TypeormDatabase } = require('@subsquid/typeorm-store');
const { In } = require('typeorm');
const abi = require('./abi');
const { CampaignTotal, Donation } = require('./model');

const { BENCH_RPC_URL, BENCH_CONTRACT, BENCH_TOKEN } = process.env;
const contract = BENCH_CONTRACT.toLowerCase();
const token = BENCH_TOKEN.toLowerCase();

const processor = new EvmBatchProcessor()
  .setRpcEndpoint({ url: BENCH_RPC_URL })
  .setRpcDataIngestionSettings({ headPollInterval: 100 })
  .setFinalityConfirmation(2)
  .setFields({ log: { address: true, topics: true, data: true, transactionHash: true } })
  .addLog({ address: [contract], topic0: [abi.Donation.topic] })
  .addLog({ address: [token], topic0: [abi.Transfer.topic] });

processor.run(new TypeormDatabase(), async ({ store, blocks }) => {
  const donations = blocks.flatMap(({ header, logs }) => donationsOf(header, logs));
  if (donations.length === 0) return;
  await store.insert(donations);
  await addToTotals(store, donations);
});

/** Each Donation takes the first Transfer behind it in its transaction with the same donor, beneficiary and amount. */
function donationsOf(header, logs) {
  const found = [];
  let open = [];
  for (const log of logs) {
    if (log.address === contract) {
      const { campaignId, donor, token: given, amount } = abi.Donation.decode(log);
      if (given === token) open.push({ campaignId, donor, amount, txHash: log.transactionHash });
      continue;
    }
    const { from, to, value } = abi.Transfer.decode(log);
    const match = open.find(
      (one) =>
        one.txHash === log.transactionHash && one.donor === from && one.amount === value && one.campaignId.startsWith(to),
    );
    if (!match) continue;
    open = open.filter((one) => one !== match);
    found.push(
      new Donation({
        id: `${header.height}-${log.logIndex}`,
        campaign: match.campaignId,
        beneficiary: to,
        donor: from,
        token,
        amount: value,
        blockNumber: header.height,
        logIndex: log.logIndex,
        blockTime: BigInt(header.timestamp),
        txHash: log.transactionHash,
      }),
    );
  }
  return found;
}

async function addToTotals(store, donations) {
  const ids = [...new Set(donations.map(({ campaign }) => campaign))];
  const totals = new Map((await store.findBy(CampaignTotal, { id: In(ids) })).map((total) => [total.id, total]));
  for (const { campaign, amount } of donations) {
    let total = totals.get(campaign);
    if (!total) totals.set(campaign, (total = new CampaignTotal({ id: campaign, amount: 0n, donations: 0 })));
    total.amount += amount;
    total.donations += 1;
  }
  await store.upsert([...totals.values()]);
}
