// Why won value changed from one period to another, on the page of `pipeline results`.

import type { Decimal } from '../base/money.ts';
import type { PeriodResults, ResultsView } from '../report/results.ts';
import type { Message } from '../words/message.ts';
import { indented } from './indented.ts';
import type { Block, Cell } from './page.ts';
import { say } from './say.ts';
import { wholeMoney } from './whole-money.ts';

export function* changeBlocks({ change, compared, ...view }: ResultsView): Generator<Block> {
  if (compared === null) return;
  if (change === null) {
    yield {
      kind: 'paragraph',
      parts: [say('Why won value changed is not told: in one of the two periods nothing was won.')],
    };
    yield { kind: 'blank' };
    return;
  }
  const [now, before] = [decidedIn(view), decidedIn(compared)];
  yield {
    kind: 'table',
    columns: [
      { key: 'why', title: 'Why won value changed', shrinkTo: 20 },
      { key: 'value', title: '', align: 'right' },
      { key: 'note', title: '', shrinkTo: 12 },
    ],
    rows: changeBars(change, view, compared).map(({ key, message, value }) => [
      { kind: 'phrase', parts: ['  ', say(message), key === 'decided' ? ` (${before} → ${now})` : ''] },
      wholeMoney(value, true),
      key === 'win_rate' ? differenceNote(change.win_rate_difference) : text(''),
    ]),
    totals: [[indented('in all'), wholeMoney(change.value, true), text('')]],
  };
  yield { kind: 'blank' };
}

type Change = NonNullable<ResultsView['change']>;

/** The parts of the change in the order of the formula, each with what it is called by its direction. */
export function changeBars(
  change: Pick<Change, 'decided' | 'win_rate' | 'average'>,
  now: Pick<PeriodResults, 'won' | 'lost'>,
  before: Pick<PeriodResults, 'won' | 'lost'>,
): readonly { readonly key: keyof typeof change; readonly message: Message; readonly value: Decimal }[] {
  const more = decidedIn(now) - decidedIn(before);
  const bar = (
    key: keyof typeof change,
    [up, same, down]: readonly [Message, Message, Message],
    by: number,
  ) => ({
    key,
    message: by > 0 ? up : by < 0 ? down : same,
    value: change[key],
  });
  return [
    bar('decided', ['more deals decided', 'as many deals decided', 'fewer deals decided'], more),
    bar('win_rate', ['higher win rate', 'the same win rate', 'lower win rate'], Number(change.win_rate)),
    bar('average', ['larger deals', 'deals as large', 'smaller deals'], Number(change.average)),
  ];
}

function decidedIn({ won, lost }: Pick<PeriodResults, 'won' | 'lost'>): number {
  return won.count + lost.count;
}

/** By how many points the win rate differs, and what chance would explain: an interval that holds 0. */
function differenceNote({
  difference,
  low,
  high,
}: NonNullable<ResultsView['change']>['win_rate_difference']): Cell {
  const points = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(Math.round(100 * share))}`;
  const values = { points: points(difference), low: points(low), high: points(high) };
  return low <= 0 && high >= 0
    ? say('within chance: {points} points ({low} to {high})', values)
    : say('{points} points ({low} to {high})', values);
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
