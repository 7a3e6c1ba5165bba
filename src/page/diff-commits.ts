// What a change request does, in one sentence: the first line of a comment under it.

import { capital } from '../base/capital.ts';
import type { MovementKind } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { CommitsView } from '../report/diff-commits.ts';
import type { MovementTotal } from '../report/diff-totals.ts';
import type { Part } from './diff-words.ts';
import { plural } from './freshness-lines.ts';
import type { Block } from './page.ts';

interface Clause {
  readonly verb: string;
  /** `deal` where left out. */
  readonly noun?: string;
  /** What follows the deals. */
  readonly after?: string;
  /** Whether money is told: with its sign where the movement is a change of value. */
  readonly money?: 'plain' | 'signed';
}

/** What a change does to deals; null: told by another movement, or nothing. */
const CLAUSES: Readonly<Record<MovementKind, Clause | null>> = {
  slipped: { verb: 'slips' },
  'pulled-in': { verb: 'pulls in' },
  won: { verb: 'wins', money: 'plain' },
  lost: { verb: 'loses', money: 'plain' },
  flipped: { verb: 'flips', money: 'plain' },
  new: { verb: 'adds', money: 'plain' },
  reopened: { verb: 'reopens', money: 'plain' },
  restored: { verb: 'restores', after: ' from the archive' },
  removed: { verb: 'removes', money: 'plain' },
  archived: { verb: 'archives' },
  shrunk: { verb: 'shrinks', money: 'signed' },
  grown: { verb: 'grows', money: 'signed' },
  'currency-changed': { verb: 'changes the currency of', money: 'signed' },
  revalued: { verb: 'revalues', money: 'signed' },
  advanced: { verb: 'advances' },
  skipped: { verb: 'advances', after: ' over a stage' },
  regressed: { verb: 'takes', after: ' back' },
  restaged: { verb: 'restages' },
  corrected: { verb: 'corrects', noun: 'closed deal' },
  transferred: { verb: 'transfers' },
  renamed: { verb: 'renames' },
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
  const all: Part[][] = told.length === 0 ? [['no deal moves']] : told;
  if (unread > 0) all.push([`${plural(unread, 'deal')} cannot be read`]);
  const [first = [], ...further] = all;
  return {
    kind: 'paragraph',
    parts: [...capitalized(first), ...further.flatMap((parts): Part[] => ['; ', ...parts]), '.'],
  };
}

function clauseOf(clause: Clause, total: MovementTotal, view: DiffView, commits: CommitsView): Part[] {
  const deals = `${clause.verb} ${plural(total.deals, clause.noun ?? 'deal')}${clause.after ?? ''}`;
  if (total.kind === 'slipped') return [deals, ...dateParts(commits.slipped, view, commits)];
  if (total.kind === 'pulled-in') return [deals, ...dateParts(commits.pulled_in, view, commits)];
  if (clause.money === undefined || !/[1-9]/.test(total.value)) return [deals];
  const money: Part = { kind: 'money', amount: total.value, signed: clause.money === 'signed' };
  return [`${deals}, `, money, ` ${view.currency}`];
}

function dateParts(
  { days, value_in_period: value }: CommitsView['slipped'],
  { currency }: DiffView,
  { period, is_this_quarter: isThis }: CommitsView,
): Part[] {
  const by = days === 0 ? '' : ` by ${plural(days, 'day')}`;
  if (!/[1-9]/.test(value)) return [by];
  const money: Part = { kind: 'money', amount: value, signed: true };
  return [`${by}, `, money, ` ${currency} in ${isThis ? 'this quarter' : period}`];
}

function capitalized([first, ...rest]: readonly Part[]): Part[] {
  return typeof first === 'string' ? [capital(first), ...rest] : [...rest];
}
