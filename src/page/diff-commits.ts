// What a change request does, in one sentence: the first line of a comment under it.

import type { MovementKind } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { CommitsView } from '../report/diff-commits.ts';
import type { MovementTotal } from '../report/diff-totals.ts';
import type { Message } from '../words/message.ts';
import type { Part } from './diff-words.ts';
import type { Block } from './page.ts';
import { atFirst, type Said, say } from './say.ts';

interface Clause {
  readonly does: Message;
  /** Whether money is told: with its sign where the movement is a change of value. */
  readonly money?: 'plain' | 'signed';
}

/** What a change does to deals; null: told by another movement, or nothing. */
const CLAUSES: Readonly<Record<MovementKind, Clause | null>> = {
  slipped: { does: 'slips {deals, plural, one {# deal} other {# deals}}' },
  'pulled-in': { does: 'pulls in {deals, plural, one {# deal} other {# deals}}' },
  won: { does: 'wins {deals, plural, one {# deal} other {# deals}}', money: 'plain' },
  lost: { does: 'loses {deals, plural, one {# deal} other {# deals}}', money: 'plain' },
  flipped: { does: 'flips {deals, plural, one {# deal} other {# deals}}', money: 'plain' },
  new: { does: 'adds {deals, plural, one {# deal} other {# deals}}', money: 'plain' },
  reopened: { does: 'reopens {deals, plural, one {# deal} other {# deals}}', money: 'plain' },
  restored: { does: 'restores {deals, plural, one {# deal} other {# deals}} from the archive' },
  removed: { does: 'removes {deals, plural, one {# deal} other {# deals}}', money: 'plain' },
  archived: { does: 'archives {deals, plural, one {# deal} other {# deals}}' },
  shrunk: { does: 'shrinks {deals, plural, one {# deal} other {# deals}}', money: 'signed' },
  grown: { does: 'grows {deals, plural, one {# deal} other {# deals}}', money: 'signed' },
  'currency-changed': {
    does: 'changes the currency of {deals, plural, one {# deal} other {# deals}}',
    money: 'signed',
  },
  revalued: { does: 'revalues {deals, plural, one {# deal} other {# deals}}', money: 'signed' },
  advanced: { does: 'advances {deals, plural, one {# deal} other {# deals}}' },
  skipped: { does: 'advances {deals, plural, one {# deal} other {# deals}} over a stage' },
  regressed: { does: 'takes {deals, plural, one {# deal} other {# deals}} back' },
  restaged: { does: 'restages {deals, plural, one {# deal} other {# deals}}' },
  corrected: { does: 'corrects {deals, plural, one {# closed deal} other {# closed deals}}' },
  transferred: { does: 'transfers {deals, plural, one {# deal} other {# deals}}' },
  renamed: { does: 'renames {deals, plural, one {# deal} other {# deals}}' },
  'late-entry': null,
  idle: null,
};

/** `Slips 3 deals by 61 days, −120,000 PLN in this quarter; wins 1 deal, 40,000 PLN.` */
export function commitsSentence(view: DiffView, commits: CommitsView): Block {
  const told = Object.entries(CLAUSES).flatMap(([kind, clause]) => {
    const total = view.totals.movements.find((one) => one.kind === kind);
    return clause === null || total === undefined ? [] : [clauseOf(clause, total, view, commits)];
  });
  const unread = view.unreadable.length + view.left_out.length;
  const first = told[0] ?? say('no deal moves');
  const all = [
    atFirst(first),
    ...told.slice(1),
    ...(unread === 0
      ? []
      : [say('{deals, plural, one {# deal} other {# deals}} cannot be read', { deals: unread })]),
  ];
  return {
    kind: 'paragraph',
    parts: [...all.flatMap((one, at): Part[] => (at === 0 ? [one] : ['; ', one])), '.'],
  };
}

function clauseOf({ does, money }: Clause, total: MovementTotal, view: DiffView, commits: CommitsView): Said {
  const { kind, deals, value } = total;
  if (kind === 'slipped') return dateClause(does, deals, commits.slipped, view, commits);
  if (kind === 'pulled-in') return dateClause(does, deals, commits.pulled_in, view, commits);
  const clause = say(does, { deals });
  if (money === undefined || !/[1-9]/.test(value)) return clause;
  const amount = { kind: 'money', amount: value, signed: money === 'signed' } as const;
  return say('{clause}, {value} {currency}', { clause, value: amount, currency: view.currency });
}

function dateClause(
  does: Message,
  deals: number,
  { days, value_in_period: value }: CommitsView['slipped'],
  { currency }: DiffView,
  { period, is_this_quarter: isThis }: CommitsView,
): Said {
  const moved = say(does, { deals });
  const clause =
    days === 0
      ? moved
      : say('{clause} by {days, plural, one {# day} other {# days}}', { clause: moved, days });
  if (!/[1-9]/.test(value)) return clause;
  const values = { clause, value: { kind: 'money', amount: value, signed: true }, currency } as const;
  return isThis
    ? say('{clause}, {value} {currency} in this quarter', values)
    : say('{clause}, {value} {currency} in {period}', { ...values, period });
}
