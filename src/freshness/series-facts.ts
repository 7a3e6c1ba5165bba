// What the snapshots up to the book's day and its state tell of a deal, for the rules that need more than a row.

import type { DealFacts } from '../snapshot/deal-facts.ts';
import type { DealRow } from '../snapshot/row.ts';
import { factsOf } from '../snapshot/series.ts';
import type { Looked } from './rule.ts';

/** Undefined where nothing is known of the deal. Folds the snapshots when a rule first asks. */
export function seriesFacts(row: DealRow, book: Pick<Looked, 'series'>): DealFacts | undefined {
  const series = book.series?.();
  return series && factsOf(series, row.id);
}
