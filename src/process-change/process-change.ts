// What a person changes in the process, and the settings that say so then: every setting that names a stage follows.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { ProcessStage } from '../deal/process.ts';
import type { RuleSetting, Settings, StageSettings } from '../workspace/settings.ts';
import { plainStage } from '../workspace/settings-defaults.ts';

export type ProcessChange =
  /** Another id, another label, or both: `to` is the id that it has then. */
  | { readonly kind: 'rename'; readonly stage: string; readonly to: string; readonly label: string }
  /** A new stage at a place from 0. */
  | { readonly kind: 'add'; readonly stage: string; readonly label: string; readonly at: number }
  /** `to`: where its deals and targets go; undefined where there is nothing to go. */
  | { readonly kind: 'remove'; readonly stage: string; readonly to: string | undefined }
  /** Another place, from 0, among the others. */
  | { readonly kind: 'reorder'; readonly stage: string; readonly at: number };

/** What a stage is called after the change; undefined where it is gone and nothing takes its place. */
export function stageAfter(stage: string, change: ProcessChange): string | undefined {
  if (stage !== change.stage || change.kind === 'add' || change.kind === 'reorder') return stage;
  return change.to;
}

/** Whether the steps change, and not a label alone. */
export function isOtherProcess(change: ProcessChange): boolean {
  return change.kind !== 'rename' || change.to !== change.stage;
}

/**
 * The settings after the change. The version that held until today goes into the history and a new one begins; what is
 * changed again on the day on which a version began belongs to that version, since a later one begins on a later day.
 * @throws Failure `usage` where the present version is yet to begin
 */
export function settingsAfter(settings: Settings, change: ProcessChange, today: Day): Settings {
  const { review, plan } = settings;
  return {
    ...settings,
    ...versionAfter(settings, change, today),
    rules: rulesAfter(settings.rules, change),
    review: {
      ...review,
      questions: { ...review.questions, stages: byStageAfter(review.questions.stages, change) },
    },
    plan: {
      ...plan,
      targets: plan.targets.map((target) => ({
        ...target,
        stage: stageAfter(target.stage, change) ?? target.stage,
      })),
    },
  };
}

function versionAfter(
  { process, processHistory }: Settings,
  change: ProcessChange,
  today: Day,
): Pick<Settings, 'process' | 'processHistory'> {
  const { version, since } = process;
  const stages = stagesAfter(process.stages, change);
  if (!isOtherProcess(change)) return { process: { ...process, stages }, processHistory };
  if (since !== undefined && since > today) {
    throw new Failure(
      'usage',
      said('Version {version} of the process holds since {since}, which is after today.', { version, since }),
      {
        hint: 'Change it on that day or later, or mend process.since in pipeline.yaml.',
      },
    );
  }
  if (since === today) return { process: { ...process, stages }, processHistory };
  const former = { version, since, stages: process.stages.map(formerStage) };
  return {
    process: { version: version + 1, since: today, stages },
    processHistory: [...processHistory, former],
  };
}

function formerStage({ id, label }: ProcessStage): ProcessStage {
  return { id, label, was: [] };
}

function stagesAfter(stages: readonly StageSettings[], change: ProcessChange): StageSettings[] {
  const others = stages.filter(({ id }) => id !== change.stage);
  switch (change.kind) {
    case 'rename':
      return stages.map((stage) => (stage.id === change.stage ? renamed(stage, change) : stage));
    case 'add':
      return others.toSpliced(change.at, 0, { ...plainStage(change.stage), label: change.label });
    case 'remove':
      return others;
    case 'reorder':
      return others.toSpliced(change.at, 0, ...stages.filter(({ id }) => id === change.stage));
  }
}

function renamed(stage: StageSettings, { to, label }: { readonly to: string; readonly label: string }) {
  return { ...stage, id: to, label, was: formerIds(stage, to) };
}

/** The former ids of a stage once it has another id; one that it takes up again is none any more. */
export function formerIds({ id, was }: Pick<ProcessStage, 'id' | 'was'>, to: string): readonly string[] {
  return id === to ? was : [...was.filter((former) => former !== to), id];
}

/** What is set by stage goes with a stage that is renamed, and goes where it is gone: what takes its place has its own. */
function byStageAfter<Value>(byStage: Readonly<Record<string, Value>>, change: ProcessChange) {
  const entries = Object.entries(byStage).flatMap(([stage, value]) => {
    const after = change.kind === 'remove' && stage === change.stage ? undefined : stageAfter(stage, change);
    return after === undefined ? [] : [[after, value] as const];
  });
  return Object.fromEntries(entries);
}

function rulesAfter(rules: Settings['rules'], change: ProcessChange): Record<string, RuleSetting> {
  const entries = Object.entries(rules).flatMap(([rule, setting]) => {
    const after = { ...setting, stages: byStageAfter(setting.stages, change) };
    return saysNothing(after) && !saysNothing(setting) ? [] : [[rule, after] as const];
  });
  return Object.fromEntries(entries);
}

function saysNothing({ severity, numbers, groups, stages }: RuleSetting): boolean {
  return severity === undefined && [numbers, groups, stages].every((of) => Object.keys(of).length === 0);
}
