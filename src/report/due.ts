// What is due by the rhythms in pipeline.yaml, and when trials end. Only what leaves a trace in the workspace can be told.

import { type Day, daysBetween } from '../base/day.ts';
import type { Said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { newestTakenDay } from '../book/past.ts';
import type { DialogueEntry, Feedback } from '../feedback/entry.ts';
import { FEEDBACK_KINDS } from '../feedback/entry.ts';
import { dialogueUntil } from '../feedback/until.ts';
import { firstDay } from '../freshness/first-day.ts';
import { dueAfter, rhythmSaid } from '../workspace/rhythm.ts';
import type { RhythmName } from '../workspace/settings.ts';

/** In the order of the method, which is that of things due on one day. */
const RHYTHMIC = ['import', 'snapshot', 'review', 'plan', 'results', 'clean', 'feedback'] as const;

export interface Due {
  readonly what: RhythmName | 'trial';
  /** The day it is due on. */
  readonly on: Day;
  /** null: never done. */
  readonly last: Day | null;
  /** Days past the due date; 0 where it is due today, negative before. */
  readonly late: number;
  /** As pipeline.yaml writes it; null: it is due once. */
  readonly rhythm: Said | null;
  /** Of a trial: the id of the feedback, and what was said; else ''. */
  readonly id: string;
  readonly text: string;
}

export type DueBook = Pick<
  Book,
  'settings' | 'state' | 'today' | 'imports' | 'newestTaken' | 'newestReview' | 'newestCleanup'
>;

/**
 * When each is due next, the earliest first. What was never done is due an interval after the day since which deals are
 * written down; the first export and the first snapshot at once.
 * @param dialogue the entries of feedback/
 */
export function dueList(book: DueBook, dialogue: readonly DialogueEntry[]): readonly Due[] {
  const { settings, today } = book;
  const said = dialogueUntil(dialogue, today);
  const first = firstDay(book) ?? today;
  const owed = RHYTHMIC.filter((what) => what !== 'import' || settings.sourceOfRecord !== '');
  const rhythmic = owed.map((what): Due => {
    const last = lastOf(what, book, said);
    const rhythm = settings.rhythm[what];
    const then = dueAfter(rhythm, last ?? first);
    const isAtOnce = last === undefined && (what === 'import' || what === 'snapshot');
    const on = isAtOnce && then > today ? today : then;
    const late = daysBetween(on, today);
    return { what, on, last: last ?? null, late, rhythm: rhythmSaid(rhythm), id: '', text: '' };
  });
  return [...rhythmic, ...trialsOf(said, today)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function lastOf(what: RhythmName, book: DueBook, said: readonly DialogueEntry[]): Day | undefined {
  switch (what) {
    case 'import': {
      const system = book.settings.sourceOfRecord;
      return newest(book.imports.filter((each) => each.system === system));
    }
    case 'snapshot':
      return newestTakenDay(book);
    case 'review':
      return book.newestReview?.()?.day;
    case 'clean':
      return book.newestCleanup?.()?.day;
    case 'feedback':
      return newest(said.filter(isFeedback));
    case 'plan':
    case 'results':
      return newest(said.filter((entry) => entry.kind === 'held' && entry.what === what));
  }
}

/** Of the things dated `on`, the newest day. */
function newest(dated: readonly { readonly on: Day }[]): Day | undefined {
  return dated
    .map(({ on }) => on)
    .sort()
    .at(-1);
}

/** Trials with a last day of which nobody has said yet what came of them. */
function trialsOf(said: readonly DialogueEntry[], today: Day): Due[] {
  return said.filter(isFeedback).flatMap(({ id, text, decision, done }): Due[] => {
    if (decision?.as !== 'trial' || decision.until === undefined || done !== undefined) return [];
    const on = decision.until;
    return [{ what: 'trial', on, last: null, late: daysBetween(on, today), rhythm: null, id, text }];
  });
}

function isFeedback(entry: DialogueEntry): entry is Feedback {
  return FEEDBACK_KINDS.some((kind) => kind === entry.kind);
}
