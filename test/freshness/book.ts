// Books for the tests of rules: rows given, the rest plain. Today is 2026-11-23.

import type { Looked } from '../../src/freshness/rule.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { row, settings, snapshot, TODAY } from '../snapshot/build.ts';

/** The working set of those rows. */
export function book(
  rows: readonly DealRow[],
  over: Partial<Looked> = {},
  state: Partial<Snapshot> = {},
): Looked {
  return {
    settings: settings(),
    today: TODAY,
    state: snapshot('2026-11-23', rows, { name: 'now', ...state }),
    past: false,
    deals: new Map(),
    problems: [],
    leftOut: [],
    snapshotNames: [],
    imports: [],
    ...over,
  };
}

/** An open deal that no rule has anything against. */
export function freshRow(over: Partial<DealRow> & { readonly id: string }): DealRow {
  return row({
    lastSignOfLife: TODAY,
    lastSignEvent: 'activity:call',
    lastActivity: TODAY,
    close: TODAY,
    nextStep: 'call back',
    nextStepBy: TODAY,
    value: 100_00,
    ...over,
  });
}
