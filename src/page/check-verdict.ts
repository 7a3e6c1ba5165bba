// The end of the page of `pipeline check`: what is held against a limit, how it stands, and the exit status.

import { ExitStatus } from '../base/exit-status.ts';
import type { CheckView } from '../report/check.ts';
import type { Message } from '../words/message.ts';
import type { Block, Cell } from './page.ts';
import { isPartlyJudged } from './partly-judged.ts';
import { count, say } from './say.ts';

/** Each limit with what is held against it; then what was kept from the gate: waivers always, the rest where asked for. */
export function verdict(view: CheckView): Block {
  const { counts, passed, gate, max_warnings, baseline, since } = view;
  const row = (label: Message, told: Cell, outcome: boolean | null): Cell[] => [
    say(label),
    { kind: 'phrase', parts: [told] },
    outcome === null ? { kind: 'none' } : outcome ? say('pass', {}, 'good') : say('FAIL', {}, 'bad'),
  ];
  const atMost = (found: number, most: number) =>
    say('{count}, at most {most}', { count: count(found), most: count(most) });
  return {
    kind: 'table',
    columns: [
      { key: 'what', title: '' },
      { key: 'how', title: '', shrinkTo: 30 },
      { key: 'outcome', title: '' },
    ],
    rows: [
      row('Freshness', freshnessCell(view), passed.freshness),
      ...judgedCells(view).map((told) => row('Signs of life judged', told, passed.judged)),
      row(gate === 'error' ? 'Errors' : 'Errors and warnings', atMost(counts.at_gate, 0), passed.gate),
      ...(max_warnings === null
        ? []
        : [row('Warnings', atMost(counts.warning, max_warnings), passed.warnings)]),
      row('Waived', count(counts.waived), null),
      ...(baseline === null ? [] : [row('In the baseline', count(counts.baseline), null)]),
      ...(since === null ? [] : [row('Old', count(counts.old), null)]),
      ...(counts.untold === 0 ? [] : [row('Old or new, untold', count(counts.untold), null)]),
    ],
  };
}

function freshnessCell({ freshness, min_freshness, passed }: CheckView): Cell {
  const { by_value, fresh, open } = freshness;
  const isHeld = passed.freshness !== null;
  const decimals = decimalsToTell(by_value, isHeld ? min_freshness : null);
  const index: Cell =
    by_value === null
      ? { kind: 'text', text: '–' }
      : say('{share} by value ({fresh} of {open})', {
          share: { kind: 'share', share: by_value, decimals },
          fresh: { kind: 'money', amount: fresh.value },
          open: { kind: 'money', amount: open.value },
        });
  if (min_freshness === null) return index;
  return againstLeast(index, { kind: 'share', share: min_freshness, decimals }, isHeld);
}

function againstLeast(index: Cell, least: Cell, isHeld: boolean): Cell {
  return isHeld
    ? say('{index}, at least {least}', { index, least })
    : say('{index}, not held against {least}', { index, least });
}

/** None where all were judged and nobody asked. */
function judgedCells({ freshness, min_judged, passed }: CheckView): Cell[] {
  if (min_judged === null && !isPartlyJudged(freshness)) return [];
  const { stale_judged, open } = freshness;
  const isHeld = passed.judged !== null;
  const decimals = decimalsToTell(stale_judged.share, isHeld ? min_judged : null);
  const share: Cell =
    stale_judged.share === null
      ? { kind: 'text', text: '–' }
      : { kind: 'share', share: stale_judged.share, decimals };
  const judged = say(
    '{share} by value ({judged} of {open, plural, one {# open deal} other {# open deals}})',
    {
      ...{ share, judged: count(stale_judged.count), open: open.count },
    },
  );
  if (min_judged === null) return [judged];
  return [againstLeast(judged, { kind: 'share', share: min_judged, decimals }, isHeld)];
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
  const status = String(exit_status);
  if (exit_status === ExitStatus.rejected) return exitSaid('exit {status}: deals cannot be read', status);
  return exit_status === ExitStatus.usage
    ? exitSaid('exit {status}: there is no freshness index', status)
    : exitSaid('exit {status}', status);
}

function exitSaid(message: Message, status: string): Block {
  return { kind: 'line', parts: [say(message, { status })] };
}
