// pipeline/meeting/1: what one meeting of the rhythm looks at, in the order of the method. Each part is a view of its own.

import { addDays, type Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import { once } from '../base/once.ts';
import { shiftMonths } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import { idsOf } from '../deal/former-ids.ts';
import type { DialogueEntry } from '../feedback/entry.ts';
import { stateOf, UNFINISHED } from '../feedback/state.ts';
import { dialogueUntil } from '../feedback/until.ts';
import { answerChanges } from '../review/answer-changes.ts';
import { saidEntries } from '../review/answer-entries.ts';
import { drawnDeal } from '../review/drawn-deal.ts';
import type { ReviewSheet, SheetPick, Verdict } from '../review/sheet.ts';
import { nameOf } from '../review/sheet-name.ts';
import { readSheet } from '../review/sheet-read.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import { type ActionsView, actionsView } from './actions.ts';
import { type AgendaView, agendaView } from './agenda.ts';
import type { CleanView } from './clean.ts';
import type { DiffView } from './diff.ts';
import { type FeedbackView, feedbackView, saidIn } from './feedback.ts';
import { MEETINGS, type MeetingKind, type MeetingPart } from './meeting-kinds.ts';
import type { PlanView } from './plan.ts';
import type { ResultsView } from './results.ts';
import { type ReviewFacts, type ReviewView, unreadSheets } from './review.ts';
import { movedSince } from './snapshot.ts';
import { type StaleView, staleView } from './stale.ts';

/** A review that was drawn since the meeting before. */
export interface DrawnSheetView {
  readonly file: string;
  readonly on: Day;
  readonly picked: readonly (Pick<SheetPick, 'id' | 'why' | 'rank' | 'owner' | 'stage'> & {
    /** '' where the deal is not there any more. */
    readonly name: string;
    readonly value: Decimal | null;
    /** null: none was written down. */
    readonly verdict: Verdict | null;
  })[];
  /** How many of them anything was written down about. */
  readonly answered: number;
  /** Whether it says what neither the deals nor the dialogue tell of it, or what can't be read. */
  readonly to_apply: boolean;
}

export interface MeetingView {
  readonly schema: 'pipeline/meeting/1';
  readonly kind: MeetingKind;
  /** The workspace's name. */
  readonly workspace: string;
  readonly today: Day;
  /** The day of the meeting before: a week, a month or a quarter ago, or as it was said. */
  readonly since: Day;
  readonly currency: string;
  /** The snapshot that movements are counted from; null: there is none before today. */
  readonly from: string | null;
  /** null also where that one is in another reporting currency. */
  readonly movements: DiffView | null;
  readonly freshness: StaleView;
  /** The sheets of reviews since then, the earliest first. */
  readonly sheets: readonly DrawnSheetView[];
  /** Of all days, as in a review. */
  readonly unread_sheets: ReviewView['unread_sheets'];
  /** Whom a review of today has to talk about; null where there was a sheet. */
  readonly draw: ReviewView | null;
  readonly actions: ActionsView;
  /** null: not looked at in this meeting. */
  readonly clean: CleanView | null;
  readonly plan: PlanView | null;
  /** Of the quarter before, beside the one before that. */
  readonly results: ResultsView | null;
  /** What waits for somebody, and what was said, decided or done since. */
  readonly dialogue: FeedbackView | null;
  readonly agenda: AgendaView;
}

/** What a meeting looks at. The functions are called where it does. */
export interface MeetingFacts {
  readonly book: Book;
  /** The day of the meeting before; undefined: by the kind. */
  readonly since: Day | undefined;
  readonly dialogue: Pick<WorkspaceFeedback, 'entries' | 'problems'>;
  readonly sheets: ReviewFacts['sheets'];
  draw(): ReviewView;
  clean(): CleanView;
  plan(): PlanView;
  results(): ResultsView;
}

/** @throws Failure `sum-too-large`, `snapshot-damaged` */
export function meetingView(kind: MeetingKind, facts: MeetingFacts): MeetingView {
  const { book, dialogue } = facts;
  const { today, settings } = book;
  const since = facts.since ?? dayBefore(kind, today);
  const from = snapshotOf(since, book);
  const moved = from === undefined ? null : movedSince(book.snapshots.read(from), book);
  const names = once(() => namesIn(facts.book.state));
  const sheets = facts.sheets.sheets
    .filter((sheet) => sheet.day > since && sheet.day <= today)
    .map((sheet) => sheetView(sheet, names, facts));
  const has = (part: MeetingPart) => MEETINGS[kind].parts.some((one) => one === part);
  return {
    schema: 'pipeline/meeting/1',
    kind,
    workspace: settings.name,
    today,
    since,
    currency: book.state.reportingCurrency,
    from: from ?? null,
    movements: moved,
    freshness: staleView(book, {
      owners: [],
      closing: undefined,
      days: undefined,
      errorsOnly: false,
      by: 'owner',
    }),
    sheets,
    unread_sheets: unreadSheets(facts.sheets.problems),
    draw: sheets.length > 0 ? null : facts.draw(),
    actions: actionsView(dialogue, { owner: undefined, overdue: false, all: false }, { settings, today }),
    clean: has('clean') ? facts.clean() : null,
    plan: has('plan') ? facts.plan() : null,
    results: has('results') ? facts.results() : null,
    dialogue: has('dialogue') ? dialogueSince(since, facts) : null,
    agenda: agendaView(book, dialogue),
  };
}

function dayBefore(kind: MeetingKind, today: Day): Day {
  const { weeks, months } = MEETINGS[kind];
  return addDays(shiftMonths(today, -months), -7 * weeks);
}

/** The newest of then or before; where there was none yet, the first one before today. */
function snapshotOf(since: Day, { snapshotNames, today }: Book): string | undefined {
  const first = snapshotNames[0];
  const isBefore = first !== undefined && dayOfName(first) < today;
  return newestUntil(snapshotNames, since) ?? (isBefore ? first : undefined);
}

/** What deals are called, by each id that they have or had. */
function namesIn({ archived, deals }: Book['state']): ReadonlyMap<string, string> {
  return new Map(
    [...archived, ...deals].flatMap((row) => idsOf(row).map((called) => [called, row.name] as const)),
  );
}

function sheetView(
  { file, day: on, text, draw }: DrawnSheet,
  names: () => ReadonlyMap<string, string>,
  facts: MeetingFacts,
): DrawnSheetView {
  const picked = draw.strata.flatMap((stratum) => stratum.picked);
  const { sheet, problems } = readSheet(text, file, facts.book.settings);
  const answers = new Map(sheet?.answers.map((answer) => [answer.id, answer]));
  return {
    file,
    on,
    picked: picked.map(({ id, why, rank, owner, stage, value }) => ({
      ...{ id, name: names().get(id) ?? '', why, rank, owner, stage },
      value: value ?? null,
      verdict: answers.get(id)?.verdict ?? null,
    })),
    answered: answers.size,
    to_apply: problems.length > 0 || (sheet !== undefined && saysMore(sheet, picked, facts)),
  };
}

/** Of a deal that is not there any more, as an archived one, there is nothing to apply to. */
function saysMore(
  sheet: ReviewSheet,
  picked: readonly SheetPick[],
  { book, dialogue }: MeetingFacts,
): boolean {
  const { draw, answers, process } = sheet;
  const ref = nameOf(sheet);
  const { today, settings } = book;
  const isNew = (answer: ReviewSheet['answers'][number]) => {
    const [deal, pick] = [drawnDeal(book.deals, answer.id), picked.find(({ id }) => id === answer.id)];
    if (deal === undefined || pick === undefined) return false;
    const facts = {
      answer,
      pick,
      deal,
      row: undefined,
      on: draw.on,
      today,
      ref,
      currency: settings.currency,
    };
    return answerChanges(facts).activity !== undefined;
  };
  const known = new Set(dialogue.entries.map(({ id }) => id));
  return (
    answers.some(isNew) || saidEntries(process, draw, ref, dialogue.entries).some(({ id }) => !known.has(id))
  );
}

function dialogueSince(since: Day, { book, dialogue }: MeetingFacts): FeedbackView {
  const { today, settings } = book;
  const isNow = (entry: DialogueEntry): boolean => {
    const [said] = saidIn([entry]);
    if (said === undefined) return false;
    const days = [said.on, said.decision?.on, said.done?.on];
    return UNFINISHED.has(stateOf(said, today)) || days.some((one) => one !== undefined && one > since);
  };
  return feedbackView(
    { ...dialogue, entries: dialogueUntil(dialogue.entries, today).filter(isNow) },
    { kinds: [], stage: undefined, by: undefined, period: undefined, unfinished: false },
    { settings, today },
  );
}
