// Deals that have an amount and no value, for want of a rate: no sum has them, which whoever reads the sum must know.

import type { DealRow } from './row.ts';

export interface WithoutRate {
  readonly count: number;
  /** Ascending. */
  readonly currencies: readonly string[];
}

/** Those of the rows that no rate converts. */
export function withoutRate(rows: readonly Pick<DealRow, 'amount' | 'value' | 'currency'>[]): WithoutRate {
  const lacking = rows.filter((row) => row.value === undefined && row.amount !== undefined);
  return { count: lacking.length, currencies: [...new Set(lacking.map(({ currency }) => currency))].sort() };
}
