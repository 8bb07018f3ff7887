/**
 * docs/ledger-format.md, "Totals": per token { amount, final, donations, donors }, without what beneficiaries gave to
 * themselves.
 */
export function totalsOf(entries, finalised) {
  const totals = new Map();
  for (const { token, amount, donor, marks, blockNumber } of entries) {
    if (marks.includes('self')) continue;
    const total = totals.get(token) ?? { amount: 0n, final: 0n, donations: 0, donors: new Set() };
    total.amount += amount;
    if (blockNumber <= finalised) total.final += amount;
    total.donations++;
    total.donors.add(donor);
    totals.set(token, total);
  }
  return new Map([...totals].map(([token, total]) => [token, { ...total, donors: total.donors.size }]));
}

/** An amount in base units as a decimal fraction, exactly. */
export function shown(amount, decimals) {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return fraction.replace(/0+$/, '') === '' ? whole : `${whole}.${fraction.replace(/0+$/, '')}`;
}
