// pipeline/feedback/1: what was said about the process, what waits for a decision first.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import { isIn, type Period } from '../base/period.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import { stageCalled } from '../deal/process.ts';
import type { Feedback } from '../feedback/entry.ts';
import { type FeedbackState, STATE_NAMES, UNFINISHED } from '../feedback/state.ts';
import { dialogueUntil } from '../feedback/until.ts';
import { ownerKey } from '../freshness/owner.ts';
import type { Settings } from '../workspace/settings.ts';
import { type MistakeView, mistakeViews, type SaidView, saidView } from './dialogue.ts';

export interface FeedbackAsked {
  /** Empty: all. */
  readonly kinds: readonly string[];
  /** A stage of the process of now. */
  readonly stage: string | undefined;
  /** The key of an owner; '' for what nobody is named for. */
  readonly by: string | undefined;
  /** In which it was said. */
  readonly period: Period | undefined;
  /** Nothing that is finished. */
  readonly unfinished: boolean;
}

export interface FeedbackView {
  readonly schema: 'pipeline/feedback/1';
  readonly today: Day;
  readonly period: string | null;
  /** Of what was asked for. */
  readonly counts: Readonly<Record<FeedbackState, number>>;
  /** By state, what waits for somebody first; then the oldest first of what waits, the newest first of the rest. */
  readonly entries: readonly SaidView[];
  readonly mistakes: readonly MistakeView[];
}

export function feedbackView(
  { entries, problems }: Pick<WorkspaceFeedback, 'entries' | 'problems'>,
  asked: FeedbackAsked,
  { settings, today }: { readonly settings: Pick<Settings, 'process' | 'team'>; readonly today: Day },
): FeedbackView {
  const chosen = saidIn(dialogueUntil(entries, today))
    .filter((entry) => isAsked(entry, asked, settings))
    .map((entry) => saidView(entry, today))
    .filter(({ state }) => !asked.unfinished || UNFINISHED.has(state));
  const counts = Object.fromEntries(
    STATE_NAMES.map((name) => [name, chosen.filter(({ state }) => state === name).length]),
  ) as Record<FeedbackState, number>;
  return {
    schema: 'pipeline/feedback/1',
    today,
    period: asked.period?.name ?? null,
    counts,
    entries: chosen.toSorted(byUrgency),
    mistakes: mistakeViews(problems),
  };
}

/** What was said about the process, of all that there is. */
export function saidIn(entries: WorkspaceFeedback['entries']): Feedback[] {
  return entries.filter((entry): entry is Feedback => entry.kind !== 'action' && entry.kind !== 'held');
}

function isAsked(
  { kind, stage, by, on }: Feedback,
  asked: FeedbackAsked,
  { process, team }: Pick<Settings, 'process' | 'team'>,
): boolean {
  return (
    (asked.kinds.length === 0 || asked.kinds.includes(kind)) &&
    (asked.stage === undefined || (stageCalled(process.stages, stage)?.id ?? stage) === asked.stage) &&
    (asked.by === undefined || ownerKey(team, by) === asked.by) &&
    (asked.period === undefined || isIn(asked.period, on))
  );
}

function byUrgency(a: SaidView, b: SaidView): number {
  const rank = (entry: SaidView) => STATE_NAMES.indexOf(entry.state);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [first, second] = UNFINISHED.has(a.state) ? [a, b] : [b, a];
  return compareText(first.on, second.on) || compareText(a.id, b.id);
}
