// pipeline/feedback-digest/1: what works, what to change and why, what was decided, what came of it; and beside what people
// say what the data does.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import { isIn, type Period } from '../base/period.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import { stageCalled } from '../deal/process.ts';
import type { Decision, Feedback } from '../feedback/entry.ts';
import { stateOf } from '../feedback/state.ts';
import { dialogueUntil } from '../feedback/until.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';
import {
  type DecisionView,
  decisionView,
  type MistakeView,
  mistakeViews,
  type SaidView,
  saidView,
} from './dialogue.ts';
import { saidIn } from './feedback.ts';
import { type Evidence, type EvidenceFacts, type StageEvidence, stageEvidence } from './stage-evidence.ts';
import { type TrialMeasure, trialMeasure } from './trial-measure.ts';

/** What the digest tells, in this order. */
export const SECTIONS = {
  works: 'What serves well',
  change: 'What to change, and why',
  asked: 'What was asked',
  decided: 'What was decided',
  results: 'What came of decisions',
  waiting: 'Decided before, and not done',
} as const satisfies Record<string, Message>;
export type Section = keyof typeof SECTIONS;

export interface TrialView {
  readonly entry: SaidView;
  /** The one that began it, whatever was decided since. */
  readonly decision: DecisionView;
  /** null: it has none. */
  readonly measure: TrialMeasure | null;
}

export interface FeedbackDigestView {
  readonly schema: 'pipeline/feedback-digest/1';
  readonly today: Day;
  readonly period: Period;
  /** The oldest first. An entry may be in several: said, decided and done in one period. */
  readonly sections: Readonly<Record<Section, readonly SaidView[]>>;
  /** That run, are over and not settled, or were settled in the period. */
  readonly trials: readonly TrialView[];
  readonly between: Evidence['between'];
  /** In the order of the process. `said`: what was said about it in the period. */
  readonly stages: readonly (StageEvidence & { readonly said: readonly SaidView[] })[];
  readonly mistakes: readonly MistakeView[];
}

/** @throws Failure `snapshot-damaged`, `sum-too-large` */
export function feedbackDigestView(
  { entries, problems }: Pick<WorkspaceFeedback, 'entries' | 'problems'>,
  period: Period,
  facts: EvidenceFacts,
): FeedbackDigestView {
  const { today, settings } = facts.book;
  const said = saidIn(dialogueUntil(entries, today));
  const all = said.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id));
  const viewsOf = (isOf: (entry: Feedback) => boolean) =>
    all.filter(isOf).map((entry) => saidView(entry, today));
  const isSaid = ({ on }: Feedback) => isIn(period, on);
  const isDecided = ({ decision }: Feedback) => isIn(period, decision?.on);
  const evidence = stageEvidence(facts, period);
  const about = (stage: string) => stageCalled(settings.process.stages, stage)?.id ?? stage;
  return {
    schema: 'pipeline/feedback-digest/1',
    today,
    period,
    sections: {
      works: viewsOf((entry) => isSaid(entry) && entry.kind === 'works'),
      change: viewsOf((entry) => isSaid(entry) && (entry.kind === 'change' || entry.kind === 'stop')),
      asked: viewsOf((entry) => isSaid(entry) && entry.kind === 'question'),
      decided: viewsOf(isDecided),
      results: viewsOf(({ done }) => isIn(period, done?.on)),
      waiting: viewsOf((entry) => stateOf(entry, today) === 'accepted' && !isDecided(entry)),
    },
    trials: all.flatMap((entry) => {
      const trial = trialIn(entry, period);
      return trial === undefined ? [] : [trialViewOf(entry, trial, facts)];
    }),
    between: evidence.between,
    stages: evidence.stages.map((stage) => ({
      ...stage,
      said: viewsOf((entry) => isSaid(entry) && about(entry.stage) === stage.stage),
    })),
    mistakes: mistakeViews(problems),
  };
}

/** The trial that is to be told: the present one, or the last before what was decided or done in the period. */
function trialIn({ decision, earlier, done }: Feedback, period: Period): Decision | undefined {
  const isSettled = isIn(period, done?.on) || (decision?.as !== 'trial' && isIn(period, decision?.on));
  if (decision?.as === 'trial') return done === undefined || isSettled ? decision : undefined;
  return isSettled ? earlier.findLast(({ as }) => as === 'trial') : undefined;
}

function trialViewOf(entry: Feedback, trial: Decision, facts: EvidenceFacts): TrialView {
  const { today, settings } = facts.book;
  const view = { entry: saidView(entry, today), decision: decisionView(trial) };
  if (trial.metric === '') return { ...view, measure: null };
  const decisions = [...entry.earlier, ...(entry.decision === undefined ? [] : [entry.decision])];
  const replaced = decisions[decisions.indexOf(trial) + 1]?.on;
  const ends = [today, trial.until, entry.done?.on, replaced].flatMap((end) => end ?? []);
  const [until = today] = ends.sort(compareText);
  const stage = presentStage(trial.stage, settings);
  return { ...view, measure: trialMeasure({ ...trial, stage }, until, facts) };
}

function presentStage(stage: string, { process }: Pick<Settings, 'process'>): string {
  return stageCalled(process.stages, stage)?.id ?? stage;
}
