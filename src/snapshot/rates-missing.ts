// Which rates a snapshot lacks. It is not written before they are there (docs/decisions/02-money.md).

import type { Day } from '../base/day.ts';
import type { DealRow } from './row.ts';
import type { Snapshot } from './snapshot.ts';

/** An open or won deal, archived ones too, counts money: without a rate nothing can be added up. */
export interface MissingRate {
  readonly currency: string;
  /** Ids, ascending. */
  readonly deals: readonly string[];
}

/**
 * Whether the row is of an open or won deal in a currency that nothing converts. In a backfilled snapshot an amount
 * that is not known needs no rate: nobody may remember one of then.
 */
export function lacksRate(
  { stage, currency, amount }: Pick<DealRow, 'stage' | 'currency' | 'amount'>,
  { rates, origin }: Pick<Snapshot, 'rates' | 'origin'>,
): boolean {
  if (stage === '' || stage === 'lost' || Object.hasOwn(rates, currency)) return false;
  return origin === 'taken' || amount !== undefined;
}

/** The currencies of open or won deals, among the deals and in the archive, that have no rate; by currency. */
export function ratesMissing(
  snapshot: Pick<Snapshot, 'deals' | 'archived' | 'rates' | 'origin'>,
): MissingRate[] {
  const missing = new Map<string, string[]>();
  for (const row of [...snapshot.deals, ...snapshot.archived]) {
    if (!lacksRate(row, snapshot)) continue;
    const ids = missing.get(row.currency);
    if (ids === undefined) missing.set(row.currency, [row.id]);
    else ids.push(row.id);
  }
  return [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, deals]) => ({ currency, deals: deals.sort() }));
}

/** The lines of pipeline.yaml that give each a rate, its figure left to whoever pastes them. @param on since when it holds */
export function ratesToPaste(on: Day, currencies: readonly string[]): string[] {
  return [
    'rates:   # where that is there already, what follows comes under it',
    `  - on: ${on}`,
    ...currencies.map((currency) => `    ${currency}: "?"`),
  ];
}
