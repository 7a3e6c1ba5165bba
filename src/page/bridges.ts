// The page of `pipeline diff --every`: a bridge an interval, a line each, its bars beside each other, their sum and the one
// bridge from first to last; then the bars that are not the same both ways, and why.

import type { Decimal } from '../base/money.ts';
import { BAR_KINDS, BARS, type BarKind } from '../movement/bars.ts';
import type { BridgeInterval, BridgesView } from '../report/bridges.ts';
import type { BarView, BridgeView } from '../report/diff-bridge.ts';
import type { Message } from '../words/message.ts';
import { differenceLines } from './bridge-differences.ts';
import { negated } from './diff-bridge.ts';
import { between, scopeText } from './diff-scope.ts';
import type { Look } from './look.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Column, Page, Title } from './page.ts';
import { type Said, say } from './say.ts';

/** @param command what was typed but for the ends and --every, to be typed again with two snapshots */
export function bridgesPage(view: BridgesView, look: Look, command: Command): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, command)] };
}

/** The command line that shows the bridge between two snapshots. */
export type Command = (from: string, to: string) => string;

function* blocksOf(view: BridgesView, look: Look, command: Command): Generator<Block> {
  yield {
    kind: 'heading',
    parts: [
      ...dotted([say(BRIDGES_BY[view.every]), '']),
      ...between(view),
      ...dotted(['', scopeText(view, look)]),
      `, ${view.currency}`,
    ],
  };
  yield { kind: 'blank' };
  yield overview(view);
  for (const kinds of inTables(view)) {
    yield { kind: 'blank' };
    yield barTable(view, kinds);
  }
  yield { kind: 'blank' };
  yield tie(view);
  yield* differenceLines(view);
  yield* remarks(view);
  yield { kind: 'blank' };
  yield next(view, command);
}

const BRIDGES_BY = {
  week: 'Bridges by week',
  month: 'Bridges by month',
  quarter: 'Bridges by quarter',
} as const satisfies Record<BridgesView['every'], Message>;

interface Row {
  readonly name: Cell;
  readonly bridge: BridgeView | null;
}

const right = (key: string, title: Title, dropRank?: number): Column => ({
  key,
  title,
  align: 'right',
  ...(dropRank === undefined ? {} : { dropRank }),
});

function overview(view: BridgesView): Block {
  const { sum, first_to_last: whole, between: seam, intervals } = view;
  const row = (
    { name, bridge }: Row,
    moved: number | null | undefined,
    snapshot: string | null | undefined,
  ): Cell[] => {
    if (bridge === null) return [name, ...Array<Cell>(6).fill(text('–')), NONE];
    return [
      name,
      money(bridge.opening),
      money(bridge.added, true),
      money(negated(bridge.taken), true),
      money(bridge.closing),
      { kind: 'count', count: bridge.closing_count },
      typeof moved === 'number' ? { kind: 'count', count: moved } : NONE,
      typeof snapshot === 'string' ? text(snapshot) : NONE,
    ];
  };
  return {
    kind: 'table',
    columns: [
      { key: 'interval', title: '' },
      right('opening', 'Opening'),
      right('added', '+'),
      right('taken', '−'),
      right('closing', 'Closing'),
      right('deals', 'Deals', 1),
      right('moved', 'Moved', 2),
      { key: 'snapshot', title: 'Up to' },
    ],
    rows: intervals.map((interval) => row(intervalRow(interval), interval.moved, interval.to_snapshot)),
    totals: [
      row({ name: say('Sum'), bridge: sum }, undefined, undefined),
      ...(isNothing(seam) ? [] : [[say('Between'), money(seam.value, true)]]),
      row({ name: say('First to last'), bridge: whole }, undefined, undefined),
    ],
  };
}

function intervalRow({ name, bridge }: BridgeInterval): Row {
  return { name: text(name), bridge };
}

/** About how many columns a terminal has. */
const LINE = 80;
const LABEL = 'First to last'.length;

/** The bars that there are, those that add before those that take away, as many to a table as fit beside each other. */
function inTables({ intervals, sum, first_to_last: whole }: BridgesView): BarKind[][] {
  const bridges = [...intervals.flatMap(({ bridge }) => bridge ?? []), sum, whole];
  const tables: BarKind[][] = [];
  for (const sign of [1, -1]) {
    let left = 0;
    for (const kind of BAR_KINDS.filter((one) => BARS[one].sign === sign)) {
      const bars = bridges.flatMap(({ bars: all }) => all[BARS[kind].key] ?? []);
      if (bars.every(({ count }) => count === 0)) continue;
      const width = 2 + Math.max(2 + BARS[kind].label.length, ...bars.map(({ value }) => widthOf(value)));
      const last = tables.at(-1);
      if (last === undefined || width > left || BARS[last[0] ?? kind].sign !== sign) {
        tables.push([kind]);
        left = LINE - LABEL - width;
      } else {
        last.push(kind);
        left -= width;
      }
    }
  }
  return tables;
}

/** About how wide an amount is, with a sign and its thousands set apart. */
function widthOf(amount: Decimal): number {
  const integer = amount.replace(/^-|\..*$/g, '').length;
  const decimals = /\.\d*[1-9]/.test(amount) ? 3 : 0;
  return 1 + integer + Math.floor((integer - 1) / 3) + decimals;
}

function titleOf(kind: BarKind): Title {
  return say(BARS[kind].sign === 1 ? '+ {bar}' : '− {bar}', { bar: say(BARS[kind].label) });
}

function barTable({ intervals, sum, first_to_last: whole }: BridgesView, kinds: readonly BarKind[]): Block {
  const row = ({ name, bridge }: Row): Cell[] => [
    name,
    ...kinds.map((kind): Cell => {
      if (bridge === null) return text('–');
      const bar = bridge.bars[BARS[kind].key];
      if (bar === undefined || bar.count === 0) return NONE;
      if (isZero(bar.value)) return text(`(${bar.count})`);
      return money(BARS[kind].sign === 1 ? bar.value : negated(bar.value));
    }),
  ];
  return {
    kind: 'table',
    columns: [{ key: 'interval', title: '' }, ...kinds.map((kind) => right(BARS[kind].key, titleOf(kind)))],
    rows: intervals.map((interval) => row(intervalRow(interval))),
    totals: [row({ name: say('Sum'), bridge: sum }), row({ name: say('First to last'), bridge: whole })],
  };
}

function tie({ sum, between: seam, ties_out }: BridgesView): Block {
  const seamParts = isNothing(seam) ? [] : [' + ', say('{value} between', { value: money(seam.value) })];
  const parts = [
    say(ties_out ? 'Adds up, and is what first to last says:' : 'Adds up:'),
    ' ',
    money(sum.opening),
    ' + ',
    money(sum.added),
    ' − ',
    money(sum.taken),
    ...seamParts,
    ' = ',
    money(sum.closing),
  ];
  return { kind: 'line', parts };
}

function* remarks(view: BridgesView): Generator<Block> {
  const { intervals, every, unreadable, left_out, unvalued, backfilled, amounts_unknown: deals } = view;
  const gaps = intervals.filter(({ to_snapshot }) => to_snapshot === null).map(({ name }) => name);
  const warn = (names: readonly string[], what: (names: Cell) => Said): Block[] =>
    names.length === 0 ? [] : [{ kind: 'paragraph', tone: 'warn', parts: [what(sayNames(names))] }];
  yield* warn(gaps, (names) => say(GAPS[every], { gaps: gaps.length, names }));
  const value = money(view.unknown_value, true);
  yield* warn(backfilled, (names) =>
    deals === 0 ? say(MADE_LATER, { names }) : say(WITHOUT_AMOUNTS, { names, deals, value }),
  );
  yield* warn(unreadable, (names) => say(UNREADABLE, { names }));
  yield* warn(left_out, (names) => say(LEFT_OUT, { names }));
  yield* warn(unvalued, (names) => say(UNVALUED, { names }));
}

const GAPS = {
  week: 'Without a snapshot: {gaps, plural, one {# week} other {# weeks}}, {names}. What moved then is in the next bridge.',
  month:
    'Without a snapshot: {gaps, plural, one {# month} other {# months}}, {names}. What moved then is in the next bridge.',
  quarter:
    'Without a snapshot: {gaps, plural, one {# quarter} other {# quarters}}, {names}. What moved then is in the next bridge.',
} as const satisfies Record<BridgesView['every'], Message>;
const WITHOUT_AMOUNTS =
  'Made later, not taken: {names}. Amounts that they do not know count as 0, and as grown in the bridge in which they become known: {deals, plural, one {# deal} other {# deals}}, {value} of grown and shrunk, which nobody changed.' satisfies Message;
const MADE_LATER =
  'Made later, not taken: {names}. Amounts that they do not know count as 0, and as grown in the bridge in which they become known.' satisfies Message;
const UNREADABLE =
  'Can’t be read in one of the snapshots, and stand there as in the one before: {names}.' satisfies Message;
const LEFT_OUT = 'Can’t be read in one of the snapshots, and are left out of it: {names}.' satisfies Message;
const UNVALUED = 'Without a rate in one of the snapshots, and count as 0 there: {names}.' satisfies Message;

/** Where the change was the largest. */
function next({ intervals, from_snapshot, to_snapshot }: BridgesView, command: Command): Block {
  const size = ({ bridge }: BridgeInterval) => Math.abs(Number(bridge?.change ?? 0));
  const most = intervals.toSorted((x, y) => size(y) - size(x))[0];
  return most === undefined || size(most) === 0
    ? { kind: 'next', text: say('From first to last'), command: command(from_snapshot, to_snapshot) }
    : {
        kind: 'next',
        text: say('The largest change, all in all: {interval}', { interval: most.name }),
        command: command(most.from_snapshot ?? from_snapshot, most.to_snapshot ?? to_snapshot),
      };
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function money(amount: Decimal, signed = false): Cell {
  return { kind: 'money', amount, signed };
}

function isNothing({ value, count }: BarView): boolean {
  return count === 0 && isZero(value);
}

function isZero(amount: Decimal): boolean {
  return !/[1-9]/.test(amount);
}
