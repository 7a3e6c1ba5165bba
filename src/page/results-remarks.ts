// What the figures of `pipeline results` rest on and leave out.

import type { ResultsView } from '../report/results.ts';
import type { Block } from './page.ts';
import { recordsBegin } from './records-begin.ts';
import { type Said, say } from './say.ts';
import { undatedLines } from './undated.ts';
import { wholeMoney } from './whole-money.ts';

/** Of which periods only a part is on record. */
export function recordsRemarks(view: ResultsView): Block[] {
  return [view, ...(view.compared === null ? [] : [view.compared])].flatMap(
    ({ period, to, records_begin: begin }) =>
      begin === null ? [] : [recordsBegin(period, begin, begin > to)],
  );
}

/** What the figures leave out. */
export function* resultsRemarks({
  undated,
  without_value: unvalued,
  without_rate: unconverted,
  rate_difference: difference,
}: ResultsView): Generator<Block> {
  if (difference !== null) {
    yield {
      kind: 'paragraph',
      parts: [
        say('Wins count at the rate of the day of closing; at the rates of today: {difference}.', {
          difference: wholeMoney(difference, true),
        }),
      ],
    };
  }
  yield* undatedLines(undated);
  const unknown = unvalued.length - unconverted.count;
  if (unconverted.count > 0) {
    yield line(
      say(
        '{wins, plural, one {# win} other {# wins}} in {currencies} without a rate on the day of closing: in the counts alone.',
        { wins: unconverted.count, currencies: unconverted.currencies.join(', ') },
      ),
    );
  }
  if (unknown > 0) {
    yield line(
      say('{wins, plural, one {# win} other {# wins}} without a value: in the counts alone.', {
        wins: unknown,
      }),
    );
  }
}

function line(of: Said): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [of] };
}
