// Which system a deal came from.

import type { DealRow } from '../snapshot/row.ts';

/** The system of the row's `system:id`; '' for a deal without a source. */
export function systemOf(row: Pick<DealRow, 'source'>): string {
  const colon = row.source.indexOf(':');
  return colon < 0 ? row.source : row.source.slice(0, colon);
}
