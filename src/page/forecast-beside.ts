// What people expect, beside the forecast: their calls of the period, and what sellers call the deals that are due in it.

import type { ForecastView } from '../report/forecast.ts';
import type { CallBeside } from '../report/forecast-calls.ts';
import { oneLine } from './dialogue.ts';
import { indented } from './indented.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { ownTitle, say } from './say.ts';

type BesideLook = Pick<Look, 'ownerLabel'>;

/** The calls as a table, and what is wrong with them; nothing where nobody called. */
export function* callsBlocks(view: ForecastView, look: BesideLook): Generator<Block> {
  const { calls, calls_of_owners: together, currency } = view;
  if (calls.length === 0) return;
  yield {
    kind: 'table',
    columns: [
      { key: 'who', title: 'People say', shrinkTo: 12 },
      { key: 'call', title: ownTitle(currency), align: 'right' },
      { key: 'on', title: 'On' },
      { key: 'won', title: view.over ? 'Won' : 'Won so far', align: 'right' },
      { key: 'note', title: '', shrinkTo: 8 },
    ],
    rows: calls.map((call): Cell[] => [
      { kind: 'phrase', parts: ['  ', whoseOf(call, look)] },
      money(call.amount),
      { kind: 'day', day: call.on },
      money(call.won),
      call.is_below_won ? say('less than is won', {}, 'warn') : text(oneLine(call.note)),
    ]),
    ...(together === null
      ? {}
      : {
          totals: [
            [
              {
                kind: 'phrase',
                parts: ['  ', say('{owners} owners together', { owners: count(together.owners) })],
              },
              money(together.amount),
              NONE,
              NONE,
              NONE,
            ],
          ],
        }),
  };
  const low = calls.filter((call) => call.is_below_won);
  if (low.length > 0 && !view.over) {
    yield {
      kind: 'paragraph',
      tone: 'warn',
      parts: [
        say(
          low.length === 1
            ? 'A call is all that the period will bring, and more is won than that one says: call again.'
            : 'A call is all that the period will bring, and more is won than those say: call again.',
        ),
      ],
    };
  }
  yield { kind: 'blank' };
}

function whoseOf({ owner }: CallBeside, { ownerLabel }: BesideLook): string | Cell {
  return owner === null ? say('all deals') : ownerLabel(owner);
}

/** Won + commit, + best case, + pipeline; nothing where no deal that is due has a category. */
export function* categoriesBlocks({ categories, parts, counts }: ForecastView): Generator<Block> {
  if (categories === null) return;
  const { sums, others, without_amount: unknown } = categories;
  yield {
    kind: 'table',
    columns: [
      { key: 'category', title: 'Due, as sellers call it', shrinkTo: 14 },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: 'Value', align: 'right' },
      { key: 'with_won', title: 'Up to here', align: 'right' },
    ],
    rows: [
      [indented('won so far'), { kind: 'count', count: counts.won }, money(parts.won), money(parts.won)],
      ...sums.map(({ category, deals, value, with_won: upTo }): Cell[] => [
        text(`  + ${category}`),
        { kind: 'count', count: deals },
        money(value),
        money(upTo),
      ]),
    ],
  };
  const said: (string | Cell)[] = [
    ...(others.deals === 0
      ? []
      : [
          say(
            'Due without one of these: {deals, plural, one {# deal} other {# deals}}, {value}, in no sum.',
            { deals: others.deals, value: money(others.value) },
          ),
          ' ',
        ]),
    ...(unknown === 0
      ? []
      : [
          say('No amount is known of {deals, plural, one {# due deal} other {# due deals}}.', {
            deals: unknown,
          }),
        ]),
  ];
  if (said.length > 0) yield { kind: 'paragraph', tone: 'muted', parts: said };
  yield { kind: 'blank' };
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function count(of: number): Cell {
  return { kind: 'count', count: of };
}

function money(amount: ForecastView['p50']): Cell {
  return { kind: 'money', amount };
}
