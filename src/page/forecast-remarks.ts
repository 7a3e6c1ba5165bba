// What a forecast rests on, and what it does not know: the remarks below its figures.

import type { WhyLeftOut } from '../forecast/history.ts';
import type { ForecastView } from '../report/forecast.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Cell } from './page.ts';
import { type Said, say } from './say.ts';

const LEFT_OUT: Readonly<Record<WhyLeftOut, Message>> = {
  'same-id': 'Left out, a second deal of one id: {names}.',
  'no-date': 'Left out, no day is known: {names}.',
  'no-close-date': 'Left out, closed, nobody wrote when: {names}.',
};

/** A factor that a person would see. */
const VISIBLE = 0.02;

/** What the forecast rests on, where a person should know before believing it. */
export function* forecastRemarks(view: ForecastView, look: Look): Generator<Block> {
  const { history, adjusted, widened } = view;
  const { grounds, periods, rolling } = history;
  if (view.export !== null) {
    yield warn(
      say(
        'What has happened since that export is part of what is to come. A newer one → pipeline import FILE',
      ),
    );
  }
  if (grounds === 'configured') {
    yield warn(
      say(
        'Configured probabilities, no history: no stretch of {days, plural, one {# day} other {# days}}, as it is to the end of {period}, is on record to learn from. What is not created yet is not in it, and the range is a convention.',
        { days: history.days_ahead, period: view.period },
      ),
    );
  } else if (history.pooled) {
    yield warn(
      say(
        'Chances of all deals: {deals, plural, one {# decided deal} other {# decided deals}} of its own and their periods are too few to learn from. What is not created yet is what it brought itself.',
        { deals: history.decided },
      ),
    );
  } else if (grounds === 'little') {
    yield warn(
      say(
        'Range, little history: {periods, plural, one {# complete period} other {# complete periods}} and {windows, plural, one {# rolling window} other {# rolling windows}}.',
        { periods, windows: rolling },
      ),
    );
  }
  const isStageless = 2 * history.without_stage > history.decided;
  if (isStageless) {
    yield warn(say(STAGELESS, { deals: count(history.without_stage), of: history.decided }));
  }
  if (history.by_place.length > 0 && (grounds === 'configured' || grounds === 'little' || isStageless)) {
    const stages = sayNames(history.by_place.map(look.stageLabel));
    yield warn(
      say("Without a probability in pipeline.yaml: {stages}. The stage's place in the process stands in.", {
        stages,
      }),
    );
  }
  if (widened.least !== null) {
    const least = { kind: 'share', share: widened.least } as const;
    yield warn(
      say(
        history.pooled
          ? 'So few do not show how much periods differ: the range is ±{least} of what is to come at least.'
          : 'Fewer than 3 complete periods do not show how much periods differ: the range is ±{least} of what is to come at least.',
        { least },
      ),
    );
  }
  yield* standIns(view);
  if (Math.abs(adjusted - 1) >= VISIBLE) {
    yield line(
      say(
        'Adjusted to past accuracy: open and new × {factor}. Of a chance the odds: chance × value is then not what is expected.',
        { factor: factor(adjusted) },
      ),
    );
  }
  if (widened.tried > 0) {
    yield line(
      say('Width × {factor}, from {tried, plural, one {# past forecast} other {# past forecasts}}.', {
        factor: factor(widened.by),
        tried: widened.tried,
      }),
    );
  }
  if (history.other_currency > 0) {
    yield warn(
      say(
        '{snapshots, plural, one {# snapshot} other {# snapshots}} in another reporting currency left aside.',
        { snapshots: history.other_currency },
      ),
    );
  }
  for (const { why, ids } of history.left_out) yield warn(say(LEFT_OUT[why], { names: sayNames(ids) }));
}

const STAGELESS =
  'No stage from before the end is known of {deals} of {of, plural, one {# decided deal} other {# decided deals}}: chances differ by stage as configured, not as it happened.' satisfies Message;

/** Of how many open deals the value is not known, and what stands in for it. */
function* standIns({
  deals,
  stand_ins: { wins, without_rate: unconverted },
}: ForecastView): Generator<Block> {
  if (unconverted.length > 0) {
    yield warn(
      say(
        '{deals, plural, one {# open deal has} other {# open deals have}} an amount, but no exchange rate: the mean of earlier wins ({wins} on record) stands in. Which rate is missing → pipeline check',
        { deals: unconverted.length, wins: count(wins) },
      ),
    );
  }
  const unknown = deals.filter(({ id }) => !unconverted.includes(id));
  const [listed, means] = (['list-price', 'mean-of-wins'] as const).map(
    (kind) => unknown.filter(({ stand_in }) => stand_in === kind).length,
  ) as [number, number];
  if (listed + means === 0) return;
  const values = { deals: listed + means, listed: count(listed), wins: count(wins) };
  yield line(
    listed > 0 && means > 0
      ? say(
          'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the list price (of {listed}) or the mean of earlier wins ({wins} on record) stands in.',
          values,
        )
      : say(
          listed > 0
            ? 'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the list price stands in.'
            : 'No amount is known of {deals, plural, one {# open deal} other {# open deals}}: the mean of earlier wins ({wins} on record) stands in.',
          values,
        ),
  );
}

function count(of: number): Cell {
  return { kind: 'count', count: of };
}

function factor(number: number): Cell {
  return { kind: 'number', number, decimals: 2 };
}

function warn(text: Said): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [text] };
}

function line(text: Said): Block {
  return { kind: 'line', tone: 'muted', parts: [text] };
}
