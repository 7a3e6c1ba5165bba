// What a review says of a deal in a few words: why it is important, what is wrong, what happened lately.

import { MOVEMENTS } from '../movement/kinds.ts';
import type { MovementView } from '../report/diff-movement.ts';
import type { ReviewedDeal } from '../report/review-deal.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';

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
  return packed(told.length === 0 && isIdle ? [['no movement']] : told);
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

/** About how many columns the parts take; the values among them are shares and days. */
function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((length, part) => length + (typeof part === 'string' ? part.length : 6), 0);
}

function movementNote(movement: MovementView, look: Look): Note {
  const { kind, days, pct, to, from } = movement;
  const { label } = MOVEMENTS[kind];
  switch (kind) {
    case 'advanced':
      return [`advanced to ${look.stageLabel(to ?? '')}`];
    case 'skipped':
      return [`skipped to ${look.stageLabel(to ?? '')}`];
    case 'regressed':
      return [`back to ${look.stageLabel(to ?? '')}`];
    case 'lost':
      return [movement.reason === undefined ? label : `${label}: ${movement.reason}`];
    case 'slipped':
    case 'pulled-in':
      return [days === null || days === undefined ? label : `${label} ${plural(days, 'day')}`];
    case 'shrunk':
    case 'grown':
      if (pct === null || pct === undefined) return [label];
      return [`${label} `, { kind: 'share', share: Math.abs(Number(pct)) / 100, decimals: 1 }];
    case 'transferred':
      return [`came from ${look.ownerLabel(from ?? '')}`];
    default:
      return [label];
  }
}

function findingNote({ rule, days }: FoundInReview): Note {
  const since = days === null ? '' : ` ${plural(days, 'day')}`;
  switch (rule) {
    case 'past-close':
      return [`close date passed${since}`];
    case 'overdue-next-step':
      return [`next step overdue${since}`];
    case 'forgotten':
      return ['forgotten']; // how long, `stale` says
    case 'missing-rate':
      return ['no exchange rate'];
    default:
      return [`${rule.replaceAll('-', ' ')}${since}`];
  }
}

function closeNote({ close_moves, close_moved_days }: ReviewedDeal): Note {
  // One move is a movement of this week, or an old story; several are a habit.
  if (close_moves < 2) return [];
  const inAll =
    close_moved_days === null || close_moved_days === 0 ? '' : `, ${plural(close_moved_days, 'day')}`;
  return [`close moved ${close_moves}×${inAll}`];
}
