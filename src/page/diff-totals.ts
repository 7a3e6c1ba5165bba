// The totals of a diff: by movement, and by owner with every owner's opening and closing.

import type { Decimal } from '../base/money.ts';
import { MOVEMENTS } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import { toneOf } from './diff-words.ts';
import type { Look } from './look.ts';
import type { Block, Cell } from './page.ts';
import { say } from './say.ts';

const NONE: Cell = { kind: 'none' };

/** Two tables, each where it says more than the list above it. */
export function* diffTotals(view: DiffView, look: Look): Generator<Block> {
  const moved = view.totals.movements.filter(({ kind }) => kind !== 'idle');
  if (moved.length === 0) return;
  yield { kind: 'blank' };
  yield byMovement(view, moved);
  yield { kind: 'blank' };
  if (view.totals.owners.length > 1) {
    yield byOwner(view, look);
    yield { kind: 'blank' };
  }
}

function byMovement(view: DiffView, moved: DiffView['totals']['movements']): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'movement', title: 'Movement', shrinkTo: 10 },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: say('Their value, {currency}', { currency: view.currency }), align: 'right' },
      { key: 'change', title: 'Its change', align: 'right', dropRank: 1 },
    ],
    rows: moved.map(({ kind, deals, value }) => {
      const [worth, change] =
        MOVEMENTS[kind].total === 'change' ? [NONE, money(value, true)] : [money(value), NONE];
      return [say(MOVEMENTS[kind].label, {}, toneOf(kind)), { kind: 'count', count: deals }, worth, change];
    }),
  };
}

function byOwner({ totals, bridge }: DiffView, look: Look): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      { key: 'moved', title: 'Moved', align: 'right', dropRank: 4 },
      { key: 'opening', title: 'Opening', align: 'right', dropRank: 1 },
      { key: 'won', title: 'Won', align: 'right', dropRank: 2 },
      { key: 'lost', title: 'Lost', align: 'right', dropRank: 3 },
      { key: 'change', title: 'Change', align: 'right' },
      { key: 'closing', title: 'Closing', align: 'right' },
    ],
    rows: totals.owners
      .filter(isWorthALine)
      .map(({ owner, moved, bridge: own }) => [
        { kind: 'text', text: look.ownerLabel(owner) },
        { kind: 'count', count: moved },
        ...figures(own),
      ]),
    totals: [[say('All'), NONE, ...figures(bridge)]],
  };
}

/** Who had nothing open, has nothing and did nothing adds nothing to the sums either. */
function isWorthALine({ moved, bridge }: DiffView['totals']['owners'][number]): boolean {
  return moved > 0 || [bridge.opening, bridge.closing].some((amount) => /[1-9]/.test(amount));
}

function figures({ opening, bars, change, closing }: DiffView['bridge']): Cell[] {
  return [
    money(opening),
    bars.won === undefined ? NONE : money(bars.won.value),
    bars.lost === undefined ? NONE : money(bars.lost.value),
    money(change, true),
    money(closing),
  ];
}

function money(amount: Decimal, signed = false): Cell {
  return { kind: 'money', amount, signed };
}
