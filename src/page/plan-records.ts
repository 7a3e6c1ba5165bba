// The figures of `pipeline plan` as records: of the whole, and of each group.

import type { PlanView } from '../report/plan.ts';
import type { PlanFigures } from '../report/plan-figures.ts';
import type { RecordCell, Records } from './page.ts';

/** A record for the whole, then one a group. */
export function planRecords(view: PlanView): Records {
  const groups: readonly (PlanFigures & { key: string })[] = [{ ...view, key: '' }, ...view.groups];
  return {
    columns: ['period', view.by ?? 'group', ...RECORD],
    rows: groups.map((group, at) => [
      { kind: 'text', text: view.period },
      { kind: 'text', text: at === 0 ? 'all' : group.key },
      ...recordOf(group),
    ]),
  };
}

const RECORD = [
  'target',
  'won',
  'won_deals',
  'left',
  'open',
  'open_deals',
  'multiplier',
  'fresh_multiplier',
  'needed',
  'short',
  'short_deals',
];

function recordOf({
  target,
  won,
  left,
  open,
  multiplier,
  fresh,
  needed,
  short: lacks,
}: PlanFigures): RecordCell[] {
  const decimal = (amount: string | null): RecordCell =>
    amount === null ? { kind: 'none' } : { kind: 'decimal', decimal: amount };
  const number = (of: number | null): RecordCell =>
    of === null ? { kind: 'none' } : { kind: 'number', number: of };
  const times = (of: number | 'met' | null): RecordCell =>
    of === 'met' ? { kind: 'text', text: of } : number(of);
  return [
    decimal(target),
    decimal(won.value),
    number(won.count),
    decimal(left),
    decimal(open.value),
    number(open.count),
    times(multiplier),
    times(fresh.multiplier),
    number(needed),
    decimal(lacks?.value ?? null),
    number(lacks?.deals ?? null),
  ];
}
