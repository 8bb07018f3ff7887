const { event, indexed } = require('@subsquid/evm-abi');
const { address, bytes32, uint256 } = require('@subsquid/evm-codec');

exports.Donation = event(
  process.env.BENCH_DONATION_TOPIC,
  'Donation(bytes32,address,address,uint256)',
  { campaignId: indexed(bytes32), donor: indexed(address), token: indexed(address), amount: uint256 },
);
exports.Transfer = event(
  process.env.BENCH_TRANSFER_TOPIC,
  'Transfer(address,address,uint256)',
  { from: indexed(address), to: indexed(address), value: uint256 },
);
