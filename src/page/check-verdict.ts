// The end of the page of `pipeline check`: what is held against a limit, how it stands, and the exit status.

import { ExitStatus } from '../base/exit-status.ts';
import type { CheckView } from '../report/check.ts';
import type { Block, Cell } from './page.ts';

type Parts = readonly (string | Cell)[];

/** Each limit with what is held against it; then what was kept from the gate: waivers always, the rest where asked for. */
export function verdict(view: CheckView): Block {
  const { counts, passed, gate, max_warnings, baseline, since } = view;
  const row = (label: string, parts: Parts, outcome: boolean | null): Cell[] => [
    { kind: 'text', text: label },
    { kind: 'phrase', parts },
    outcome === null
      ? { kind: 'none' }
      : { kind: 'text', text: outcome ? 'pass' : 'FAIL', tone: outcome ? 'good' : 'bad' },
  ];
  const number = (count: number): Cell => ({ kind: 'count', count });
  return {
    kind: 'table',
    columns: [
      { key: 'what', title: '' },
      { key: 'how', title: '', shrinkTo: 30 },
      { key: 'outcome', title: '' },
    ],
    rows: [
      row('Freshness', freshnessParts(view), passed.freshness),
      row(
        gate === 'error' ? 'Errors' : 'Errors and warnings',
        [number(counts.at_gate), ', at most 0'],
        passed.gate,
      ),
      ...(max_warnings === null
        ? []
        : [row('Warnings', [number(counts.warning), ', at most ', number(max_warnings)], passed.warnings)]),
      row('Waived', [number(counts.waived)], null),
      ...(baseline === null ? [] : [row('In the baseline', [number(counts.baseline)], null)]),
      ...(since === null ? [] : [row('Old', [number(counts.old)], null)]),
      ...(counts.untold === 0 ? [] : [row('Old or new, untold', [number(counts.untold)], null)]),
    ],
  };
}

function freshnessParts({ freshness, min_freshness, passed }: CheckView): Parts {
  const { by_value, fresh, open } = freshness;
  const isHeld = passed.freshness !== null;
  const decimals = decimalsToTell(by_value, isHeld ? min_freshness : null);
  const index: Parts =
    by_value === null
      ? ['–']
      : [
          { kind: 'share', share: by_value, decimals },
          ' by value (',
          { kind: 'money', amount: fresh.value },
          ' of ',
          { kind: 'money', amount: open.value },
          ')',
        ];
  if (min_freshness === null) return index;
  const least: Cell = { kind: 'share', share: min_freshness, decimals };
  return isHeld ? [...index, ', at least ', least] : [...index, ', not held against ', least];
}

/** As many as it takes for 79.96 % not to be shown as the 80 % that it misses. */
function decimalsToTell(share: number | null, least: number | null): number {
  if (share === null || least === null || share >= least) return isWholePerCent(least) ? 0 : 1;
  for (const decimals of [0, 1, 2]) {
    if ((share * 100).toFixed(decimals) !== (least * 100).toFixed(decimals)) return decimals;
  }
  return 3;
}

function isWholePerCent(share: number | null): boolean {
  return share === null || Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
}

/** `exit 3: deals cannot be read`. */
export function exitLine({ exit_status }: CheckView): Block {
  const reason =
    exit_status === ExitStatus.rejected
      ? ': deals cannot be read'
      : exit_status === ExitStatus.usage
        ? ': there is no freshness index'
        : '';
  return { kind: 'line', parts: [`exit ${exit_status}${reason}`] };
}
