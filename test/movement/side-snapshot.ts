// A side of random rows as a snapshot that was taken.

import type { MovementRow, Side } from '../../src/movement/side.ts';
import type { ArchivedRow, DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { row, snapshot } from '../snapshot/build.ts';

export function snapshotOf({ on, process, rates, ...side }: Side): Snapshot {
  const deals = side.deals.map(wholeRow).sort(byId);
  const archived: ArchivedRow[] = side.archived.map((one) => ({ ...wholeRow(one), archived: '2026-Q3' }));
  const stages = process.stages.map(({ id, was }) => ({ id, label: id, was }));
  return snapshot(on, deals, {
    archived: archived.sort(byId),
    rates,
    process: { version: 1, since: undefined, stages },
  });
}

function wholeRow(told: MovementRow): DealRow {
  return row({ ...told, value: undefined });
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
