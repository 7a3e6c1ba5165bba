// The bridges of a series as rows for spreadsheets: a row a bar of each interval, of the sum, and from first to last.

import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { BridgeInterval, BridgesView } from '../report/bridges.ts';
import type { BarView } from '../report/diff-bridge.ts';
import type { RecordCell, Records } from './page.ts';

/** Every bar, also those that are zero; a gap has no figures. */
export function bridgesRecords(view: BridgesView): Records {
  const { intervals, sum, first_to_last: whole, between: seam, from_snapshot, to_snapshot } = view;
  const ends = { from_snapshot, to_snapshot };
  return {
    columns: ['interval', 'from_snapshot', 'to_snapshot', 'bar', 'sign', 'deals', 'value'],
    rows: [
      ...intervals.flatMap((interval) => rowsOf(interval)),
      ...rowsOf({ name: 'sum', ...ends, bridge: sum }, seam),
      ...rowsOf({ name: 'first-to-last', ...ends, bridge: whole }),
    ],
  };
}

function rowsOf(
  { name, from_snapshot, to_snapshot, bridge }: Omit<BridgeInterval, 'origin' | 'after_gap' | 'moved'>,
  seam?: BarView,
): RecordCell[][] {
  const row = (bar: string, sign: 1 | -1, figure: BarView | undefined): RecordCell[] => [
    record(name),
    record(from_snapshot),
    record(to_snapshot),
    record(bar),
    { kind: 'number', number: sign },
    figure === undefined ? { kind: 'none' } : { kind: 'number', number: figure.count },
    figure === undefined ? { kind: 'none' } : { kind: 'decimal', decimal: figure.value },
  ];
  const end = (which: 'opening' | 'closing') =>
    bridge === null ? undefined : { value: bridge[which], count: bridge[`${which}_count`] };
  return [
    row('opening', 1, end('opening')),
    ...BAR_KINDS.map((kind) => row(kind, BARS[kind].sign, bridge?.bars[BARS[kind].key])),
    ...(seam === undefined ? [] : [row('between', 1, seam)]),
    row('closing', 1, end('closing')),
  ];
}

function record(of: string | null): RecordCell {
  return of === null ? { kind: 'none' } : { kind: 'text', text: of };
}
