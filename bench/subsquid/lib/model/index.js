const { EntitySchema } = require('typeorm');

class Donation {
  constructor(fields) {
    Object.assign(this, fields);
  }
}

class CampaignTotal {
  constructor(fields) {
    Object.assign(this, fields);
  }
}

const bigint = { from: (text) => (text == null ? text : BigInt(text)), to: (value) => (value == null ? value : `${value}`) };
const text = { type: 'text' };
const integer = { type: 'int4' };
const numeric = { type: 'numeric', transformer: bigint };
const id = { type: 'text', primary: true };

module.exports = {
  Donation,
  CampaignTotal,
  DonationSchema: new EntitySchema({
    name: 'Donation',
    target: Donation,
    columns: {
      id,
      campaign: text,
      beneficiary: text,
      donor: text,
      token: text,
      amount: numeric,
      blockNumber: integer,
      logIndex: integer,
      blockTime: numeric,
      txHash: text,
    },
  }),
  CampaignTotalSchema: new EntitySchema({
    name: 'CampaignTotal',
    target: CampaignTotal,
    columns: { id, amount: numeric, donations: integer },
  }),
};
