// The freshness index by owner or stage, as a table with the whole below.

import type { FreshnessFields } from '../report/freshness.ts';
import type { FreshnessGroup } from '../report/freshness-groups.ts';
import type { Look } from './look.ts';
import type { Cell, Column, Table } from './page.ts';
import { isPartlyJudged } from './partly-judged.ts';
import { count, say } from './say.ts';
import { stageCell } from './stage-cell.ts';

/** Where nothing was evaluated nothing is shown as fresh. */
export function freshnessTable(
  by: 'owner' | 'stage',
  groups: readonly FreshnessGroup[],
  whole: FreshnessFields,
  look: Look,
): Table {
  // A column of – would say of most workspaces that something is missing.
  const isPartial = isPartlyJudged(whole);
  const label = (key: string): Cell =>
    by === 'owner' ? { kind: 'text', text: look.ownerLabel(key) } : stageCell(key, look);
  return {
    kind: 'table',
    columns: [
      { key: by, title: by === 'owner' ? 'Owner' : 'Stage', shrinkTo: 8 },
      { key: 'fresh_value', title: 'Fresh value', align: 'right' },
      { key: 'open_value', title: 'of open', align: 'right' },
      { key: 'share', title: 'Share', align: 'right' },
      { key: 'fresh_deals', title: 'Fresh deals', align: 'right' },
      { key: 'open_deals', title: 'of open', align: 'right', dropRank: 1 },
      ...(isPartial ? [JUDGED] : []),
    ],
    rows: groups.map((group) => cells(label(group.key), group, isPartial)),
    totals: [cells(say('All'), whole, isPartial)],
  };
}

const JUDGED: Column = { key: 'judged_deals', title: 'Judged', align: 'right' };
const UNKNOWN: Cell = { kind: 'text', text: '–' };

function cells(label: Cell, index: FreshnessFields, isPartial: boolean): Cell[] {
  const { by_value, by_count, fresh, open, stale_judged } = index;
  const isKnown = by_count !== null;
  return [
    label,
    isKnown ? { kind: 'money', amount: fresh.value } : UNKNOWN,
    { kind: 'money', amount: open.value },
    by_value === null ? UNKNOWN : { kind: 'share', share: by_value },
    isKnown ? { kind: 'count', count: fresh.count } : UNKNOWN,
    { kind: 'count', count: open.count },
    ...(isPartial ? [count(stale_judged.count)] : []),
  ];
}
