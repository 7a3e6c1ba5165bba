// What a review says of a deal in a few words: why it is important, what is wrong, what happened lately.

import { MOVEMENTS } from '../movement/kinds.ts';
import type { MovementView } from '../report/diff-movement.ts';
import type { ReviewedDeal } from '../report/review-deal.ts';
import type { Message } from '../words/message.ts';
import { languageOf, speak } from '../words/speak.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

type Part = string | Cell;
type Note = readonly Part[];
type FoundInReview = ReviewedDeal['findings'][number];

/** What a line of notes holds before it goes on in a further one; 80 columns leave about that much. */
const LINE = 24;

/**
 * The notes in lines, commas between them, the most telling first; that nothing moved where there are no others. What
 * was found at info is for `pipeline check`: it would drown the rest.
 */
export function notesOf(deal: ReviewedDeal, look: Look): Part[][] {
  const movements = deal.movements ?? [];
  const close = closeNote(deal);
  const isTold = ({ rule }: FoundInReview) => rule === 'pushed' && close.length > 0;
  const notes: Note[] = [
    deal.important === '' ? [] : [deal.important],
    ...deal.exceptions.map(({ on, note }): Note => [{ kind: 'day', day: on }, ` ${note}`]),
    ...deal.findings.filter((finding) => finding.severity === 'error' && !isTold(finding)).map(findingNote),
    ...movements.filter(({ kind }) => kind !== 'idle').map((movement) => movementNote(movement, look)),
    ...deal.findings.filter((finding) => finding.severity === 'warning' && !isTold(finding)).map(findingNote),
    close,
  ];
  const told = notes.filter((note) => note.length > 0);
  const isIdle = movements.some(({ kind }) => kind === 'idle');
  return packed(told.length === 0 && isIdle ? [[say('no movement')]] : told);
}

function packed(notes: readonly Note[]): Part[][] {
  const lines: Part[][] = [];
  for (const [at, note] of notes.entries()) {
    const said = at === notes.length - 1 ? note : [...note, ','];
    const line = lines.at(-1);
    if (line !== undefined && lengthOf(line) + 1 + lengthOf(said) <= LINE) line.push(' ', ...said);
    else lines.push([...said]);
  }
  return lines;
}

const ENGLISH = languageOf('en', undefined);

/** About how many columns the parts take, in English; the values among them are shares and days. */
function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((length, part) => {
    if (typeof part === 'string') return length + part.length;
    if (part.kind === 'said') return length + lengthOf(speak<Cell>(part.message, part.values, ENGLISH));
    return length + 6;
  }, 0);
}

function movementNote(movement: MovementView, look: Look): Note {
  const { kind, days, pct, to, from, amount_unknown } = movement;
  const label = say(MOVEMENTS[kind].label);
  switch (kind) {
    case 'advanced':
      return [say('advanced to {stage}', { stage: look.stageLabel(to ?? '') })];
    case 'skipped':
      return [say('skipped to {stage}', { stage: look.stageLabel(to ?? '') })];
    case 'regressed':
      return [say('back to {stage}', { stage: look.stageLabel(to ?? '') })];
    case 'lost':
      return [movement.reason === undefined ? label : say('lost: {reason}', { reason: movement.reason })];
    case 'slipped':
    case 'pulled-in':
      return [days === null || days === undefined ? label : say(BY_DAYS[kind], { days })];
    case 'shrunk':
    case 'grown':
      // Nobody changed what one end does not know.
      if (amount_unknown !== undefined) {
        return [amount_unknown === 'from' ? say('amount known now') : say('amount not known')];
      }
      if (pct === null || pct === undefined) return [label];
      return [label, ' ', { kind: 'share', share: Math.abs(Number(pct)) / 100, decimals: 1 }];
    case 'transferred':
      return [say('came from {owner}', { owner: look.ownerLabel(from ?? '') })];
    default:
      return [label];
  }
}

const BY_DAYS = {
  slipped: 'slipped {days, plural, one {# day} other {# days}}',
  'pulled-in': 'pulled in {days, plural, one {# day} other {# days}}',
} as const;

const FOUND = {
  'past-close': ['close date passed', 'close date passed {days, plural, one {# day} other {# days}}'],
  'overdue-next-step': ['next step overdue', 'next step overdue {days, plural, one {# day} other {# days}}'],
  stale: ['stale', 'stale {days, plural, one {# day} other {# days}}'],
  'no-next-step': ['no next step', 'no next step {days, plural, one {# day} other {# days}}'],
  'stage-age': ['stage age', 'stage age {days, plural, one {# day} other {# days}}'],
} as const satisfies Record<string, readonly [plain: Message, withDays: Message]>;

function findingNote({ rule, days }: FoundInReview): Note {
  if (rule === 'forgotten') return [say('forgotten')]; // how long, `stale` says
  if (rule === 'missing-rate') return [say('no exchange rate')];
  if (Object.hasOwn(FOUND, rule)) {
    const [plain, withDays] = FOUND[rule as keyof typeof FOUND];
    return [days === null ? say(plain) : say(withDays, { days })];
  }
  const name = rule.replaceAll('-', ' ');
  return days === null ? [name] : [say('{name} {days, plural, one {# day} other {# days}}', { name, days })];
}

function closeNote({ close_moves, close_moved_days }: ReviewedDeal): Note {
  // One move is a movement of this week, or an old story; several are a habit.
  if (close_moves < 2) return [];
  return close_moved_days === null || close_moved_days === 0
    ? [say('close moved {moves}×', { moves: close_moves })]
    : [
        say('close moved {moves}×, {days, plural, one {# day} other {# days}}', {
          moves: close_moves,
          days: close_moved_days,
        }),
      ];
}
