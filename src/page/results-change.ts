// Why won value changed from one period to another, on the page of `pipeline results`.

import type { PeriodResults, ResultsView } from '../report/results.ts';
import type { Block, Cell } from './page.ts';
import { wholeMoney } from './whole-money.ts';

export function* changeBlocks({ change, compared, ...view }: ResultsView): Generator<Block> {
  if (compared === null) return;
  if (change === null) {
    yield {
      kind: 'paragraph',
      parts: ['Why won value changed is not told: in one of the two periods nothing was won.'],
    };
    yield { kind: 'blank' };
    return;
  }
  const decided = (of: PeriodResults) => of.won.count + of.lost.count;
  const [now, before] = [view.won.count + view.lost.count, decided(compared)];
  yield {
    kind: 'table',
    columns: [
      { key: 'why', title: 'Why won value changed', shrinkTo: 20 },
      { key: 'value', title: '', align: 'right' },
      { key: 'note', title: '', shrinkTo: 12 },
    ],
    rows: [
      [
        text(`  ${now < before ? 'fewer' : 'more'} deals decided (${before} → ${now})`),
        wholeMoney(change.decided, true),
        text(''),
      ],
      [
        text(`  ${change.win_rate.startsWith('-') ? 'lower' : 'higher'} win rate`),
        wholeMoney(change.win_rate, true),
        text(differenceNote(change.win_rate_difference)),
      ],
      [
        text(`  ${change.average.startsWith('-') ? 'smaller' : 'larger'} deals`),
        wholeMoney(change.average, true),
        text(''),
      ],
    ],
    totals: [[text('  in all'), wholeMoney(change.value, true), text('')]],
  };
  yield { kind: 'blank' };
}

/** By how many points the win rate differs, and what chance would explain: an interval that holds 0. */
function differenceNote({
  difference,
  low,
  high,
}: NonNullable<ResultsView['change']>['win_rate_difference']): string {
  const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(Math.round(100 * share))}`;
  const chance = low <= 0 && high >= 0 ? 'within chance: ' : '';
  return `${chance}${points(difference)} points (${points(low)} to ${points(high)})`;
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
