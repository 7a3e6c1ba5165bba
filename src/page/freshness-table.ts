// The freshness index by owner or stage, as a table with the whole below.

import type { FreshnessFields } from '../report/freshness.ts';
import type { FreshnessGroup } from '../report/freshness-groups.ts';
import type { Look } from './look.ts';
import type { Cell, Table } from './page.ts';
import { say } from './say.ts';

/** Where nothing was evaluated nothing is shown as fresh. */
export function freshnessTable(
  by: 'owner' | 'stage',
  groups: readonly FreshnessGroup[],
  whole: FreshnessFields,
  look: Look,
): Table {
  const label = (key: string) => (by === 'owner' ? look.ownerLabel(key) : look.stageLabel(key));
  return {
    kind: 'table',
    columns: [
      { key: by, title: by === 'owner' ? 'Owner' : 'Stage', shrinkTo: 8 },
      { key: 'fresh_value', title: 'Fresh value', align: 'right' },
      { key: 'open_value', title: 'of open', align: 'right' },
      { key: 'share', title: 'Share', align: 'right' },
      { key: 'fresh_deals', title: 'Fresh deals', align: 'right' },
      { key: 'open_deals', title: 'of open', align: 'right', dropRank: 1 },
    ],
    rows: groups.map((group) => cells({ kind: 'text', text: label(group.key) }, group)),
    totals: [cells(say('All'), whole)],
  };
}

const UNKNOWN: Cell = { kind: 'text', text: '–' };

function cells(label: Cell, { by_value, by_count, fresh, open }: FreshnessFields): Cell[] {
  const isKnown = by_count !== null;
  return [
    label,
    isKnown ? { kind: 'money', amount: fresh.value } : UNKNOWN,
    { kind: 'money', amount: open.value },
    by_value === null ? UNKNOWN : { kind: 'share', share: by_value },
    isKnown ? { kind: 'count', count: fresh.count } : UNKNOWN,
    { kind: 'count', count: open.count },
  ];
}
