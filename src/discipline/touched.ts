// Whose deals somebody changed from one snapshot to the next: what tells who writes where no line says when it was written.

import type { Day } from '../base/day.ts';
import { ownerKey } from '../freshness/owner.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import { type DealRow, sameRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TeamMember } from '../workspace/settings.ts';
import type { Writing } from './adoption.ts';

/** What the tool works out, and what time alone changes: no sign that anybody wrote. */
const WORKED_OUT: readonly (keyof DealRow)[] = [
  ...(['value', 'currency', 'closeFirst', 'closeMoves', 'lastActivity', 'lastActivityType'] as const),
  ...(['lastSignOfLife', 'lastSignEvent', 'lateLogs', 'problem', 'missing', 'custom'] as const),
];

/** One for each deal that is new or was changed since the snapshot before, on the last day that the later one knows. */
export function touchedDeals(a: Snapshot, b: Snapshot, team: readonly TeamMember[]): Writing[] {
  const before = new Map([...a.deals, ...a.archived].map((row) => [row.id, row]));
  const day: Day = lastDayOf(b);
  return b.deals.flatMap((row) => {
    const old = before.get(row.id);
    if (row.problem !== '' || (old !== undefined && sameRow(old, row, WORKED_OUT))) return [];
    return [{ owner: ownerKey(team, row.owner), day }];
  });
}
