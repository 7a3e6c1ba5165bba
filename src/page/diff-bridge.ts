// The page of `pipeline diff --bridge`: the waterfall from opening to closing, and its sum in one line.

import type { Decimal } from '../base/money.ts';
import { BAR_KINDS, BARS, type BarKind } from '../movement/bars.ts';
import type { DiffView } from '../report/diff.ts';
import type { BarView, BridgeView } from '../report/diff-bridge.ts';
import type { Message } from '../words/message.ts';
import { remarks } from './diff-remarks.ts';
import { between, scopeText } from './diff-scope.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { say } from './say.ts';

/** @param command what was typed but for --bridge, to be typed again with --explain */
export function bridgePage(view: DiffView, look: Look, command: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, command)] };
}

function* blocksOf(view: DiffView, look: Look, command: string): Generator<Block> {
  const drawn = drawnBars(view.bridge);
  yield {
    kind: 'heading',
    parts: [say('Bridge'), ' · ', ...between(view), ' · ', scopeText(view, look), `, ${view.currency}`],
  };
  yield { kind: 'blank' };
  yield waterfall(view);
  yield { kind: 'blank' };
  yield addsUp(view);
  if (drawn.some(({ kind }) => BARS[kind].moves === 'value')) {
    yield { kind: 'line', parts: [say('Counts in brackets changed value and stayed.')] };
  }
  yield* periodLine(view);
  yield* remarks(view);
  const largest = drawn.toSorted((x, y) => size(y.bar) - size(x.bar))[0];
  if (largest !== undefined) {
    const { kind } = largest;
    yield {
      kind: 'next',
      text: say('Behind "{bar}"', { bar: say(BARS[kind].label) }),
      command: `${command} --explain ${kind}`,
    };
  } else {
    yield { kind: 'next', text: say('Behind the opening'), command: `${command} --explain opening` };
  }
}

interface DrawnBar {
  readonly kind: BarKind;
  readonly bar: BarView;
}

/** Bars without a deal are left out. */
function drawnBars({ bars }: BridgeView): DrawnBar[] {
  return BAR_KINDS.flatMap((kind) => {
    const bar = bars[BARS[kind].key];
    return bar === undefined || bar.count === 0 ? [] : [{ kind, bar }];
  });
}

/** Opening, each bar with a deal, closing; and a drawing of it. */
export function waterfall({ bridge }: { readonly bridge: BridgeView }): Block {
  const drawn = drawnBars(bridge);
  const levels = levelsOf(Number(bridge.opening), drawn);
  const low = Math.min(0, ...levels);
  const reach = Math.max(0, ...levels) - low;
  const share = (level: number) => (reach === 0 ? 0 : (level - low) / reach);
  const span = (from: number, to: number): Cell => ({ kind: 'bar', from: share(from), to: share(to) });
  return {
    kind: 'table',
    columns: [
      { key: 'bar', title: '' },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: 'Value', align: 'right' },
      { key: 'drawing', title: '' },
    ],
    rows: [
      endRow('Opening', bridge.opening_count, bridge.opening, span(0, levels[0] ?? 0)),
      ...drawn.map((one, at) => barRow(one, span(levels[at] ?? 0, levels[at + 1] ?? 0))),
      endRow('Closing', bridge.closing_count, bridge.closing, span(0, levels.at(-1) ?? 0)),
    ],
  };
}

/** The open value before the first bar and after each; only for drawing, so a float does. */
function levelsOf(opening: number, drawn: readonly DrawnBar[]): number[] {
  const levels = [opening];
  for (const { kind, bar } of drawn) {
    levels.push((levels.at(-1) ?? 0) + BARS[kind].sign * Number(bar.value));
  }
  return levels;
}

function endRow(title: Message, count: number, value: Decimal, bar: Cell): Cell[] {
  return [
    say(title, {}, 'strong'),
    { kind: 'count', count, tone: 'strong' },
    { kind: 'money', amount: value, tone: 'strong' },
    bar,
  ];
}

function barRow({ kind, bar }: DrawnBar, drawing: Cell): Cell[] {
  const { label, sign, moves } = BARS[kind];
  const count: Cell = { kind: 'count', count: moves === 'deals' ? sign * bar.count : bar.count };
  return [
    say(sign === 1 ? '+ {bar}' : '− {bar}', { bar: say(label) }),
    moves === 'deals' ? count : { kind: 'phrase', parts: ['(', count, ')'] },
    { kind: 'money', amount: sign === 1 ? bar.value : negated(bar.value) },
    drawing,
  ];
}

/** The same amount with the other sign. */
export function negated(amount: Decimal): Decimal {
  if (!/[1-9]/.test(amount)) return amount;
  return (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) as Decimal;
}

/** The sum of it in one line. */
export function addsUp({ bridge }: { readonly bridge: BridgeView }): Block {
  const sum = [money(bridge.opening), ' + ', money(bridge.added), ' − ', money(bridge.taken)];
  return { kind: 'line', parts: [say('Adds up:'), ' ', ...sum, ' = ', money(bridge.closing)] };
}

/** What a period lost to others, beside what was won in it. */
function* periodLine({ scope, bridge }: DiffView): Generator<Block> {
  const { pushed_out: left, won } = bridge.bars;
  if (scope.period === null || scope.period === 'none' || left === undefined || won === undefined) return;
  yield {
    kind: 'line',
    parts: [
      say('Left {period}: {left}. Won in it: {won}.', {
        period: scope.period.name,
        left: money(left.value),
        won: money(won.value),
      }),
    ],
  };
}

function size({ value }: BarView): number {
  return Math.abs(Number(value));
}

function money(amount: Decimal): Cell {
  return { kind: 'money', amount };
}
