// What a review says of a deal in a few words: why it is important, what happened lately, what is wrong.

import { MOVEMENTS } from '../movement/kinds.ts';
import type { MovementView } from '../report/diff-movement.ts';
import type { ReviewedDeal } from '../report/review-deal.ts';
import type { Look } from './look.ts';

type FoundInReview = ReviewedDeal['findings'][number];

/** The notes, the most telling first, joined by commas; '' for none. */
export function notesOf(deal: ReviewedDeal, look: Look): string {
  const movements = deal.movements?.map((movement) => movementNote(movement, look)) ?? [];
  const [errors, others] = [
    deal.findings.filter(({ severity }) => severity === 'error'),
    deal.findings.filter(({ severity }) => severity !== 'error'),
  ];
  return [
    deal.important,
    ...errors.map(findingNote),
    ...movements,
    ...others.map(findingNote),
    closeNote(deal),
  ]
    .filter((note) => note !== '')
    .join(', ');
}

function movementNote(movement: MovementView, look: Look): string {
  const { kind, days, pct, to, from } = movement;
  switch (kind) {
    case 'advanced':
      return `advanced to ${look.stageLabel(to ?? '')}`;
    case 'skipped':
      return `skipped to ${look.stageLabel(to ?? '')}`;
    case 'regressed':
      return `back to ${look.stageLabel(to ?? '')}`;
    case 'lost':
      return movement.reason === undefined ? 'lost' : `lost: ${movement.reason}`;
    case 'slipped':
    case 'pulled-in':
      return days === null || days === undefined
        ? MOVEMENTS[kind].label
        : `${MOVEMENTS[kind].label} ${plural(days)}`;
    case 'shrunk':
    case 'grown':
      return pct === null || pct === undefined ? kind : `${kind} ${pct.replace('-', '')} %`;
    case 'transferred':
      return `came from ${look.ownerLabel(from ?? '')}`;
    case 'idle':
      return 'no movement';
    default:
      return MOVEMENTS[kind].label;
  }
}

function findingNote({ rule, days }: FoundInReview): string {
  const since = days === null ? '' : ` ${plural(days)}`;
  switch (rule) {
    case 'past-close':
      return `close date passed${since}`;
    case 'overdue-next-step':
      return `next step overdue${since}`;
    case 'missing-rate':
      return 'no exchange rate';
    default:
      return `${rule.replaceAll('-', ' ')}${since}`;
  }
}

function closeNote({ close_moves, close_moved_days }: ReviewedDeal): string {
  if (close_moves === 0) return '';
  const inAll =
    close_moved_days === null || close_moved_days === 0 ? '' : `, ${plural(close_moved_days)} in all`;
  return `close moved ${close_moves}×${inAll}`;
}

function plural(days: number): string {
  return `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}
