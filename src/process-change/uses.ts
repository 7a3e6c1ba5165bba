// Where pipeline.yaml names a stage beside the process, and what becomes of it when the stage changes.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { PlanTarget, Settings, StageSettings } from '../workspace/settings.ts';
import { type ProcessChange, stageAfter } from './process-change.ts';

export interface StageUse {
  /** As in pipeline.yaml: `rules.pushed.stages.demo`, `plan.targets 2026-Q4`, `process.stages.demo.max_days`. */
  readonly setting: string;
  /** `followed`: it names the stage as it is called now, or the one that takes its place; else it is gone. */
  readonly what: 'followed' | 'taken-out';
}

/** In the order of pipeline.yaml. @throws Failure `usage` where two plan targets would become one */
export function usesOf(settings: Settings, change: ProcessChange): readonly StageUse[] {
  if (change.kind === 'add' || change.kind === 'reorder' || stageAfter(change.stage, change) === change.stage)
    return [];
  const { stage } = change;
  const byStage = change.kind === 'rename' ? 'followed' : 'taken-out';
  const own = settings.process.stages.find(({ id }) => id === stage);
  const rules = Object.entries(settings.rules).filter(([, { stages }]) => Object.hasOwn(stages, stage));
  const targets = targetsOf(settings, stage);
  refuseDoubles(settings, targets, change);
  return [
    ...(change.kind === 'remove' && own !== undefined
      ? settingsOfStage(own).map((key) => taken(`process.stages.${stage}.${key}`))
      : []),
    ...rules.map(([rule]): StageUse => ({ setting: `rules.${rule}.stages.${stage}`, what: byStage })),
    ...(Object.hasOwn(settings.review.questions.stages, stage)
      ? [{ setting: `review.questions.stages.${stage}`, what: byStage } as const]
      : []),
    ...targets.map(({ period }): StageUse => ({ setting: `plan.targets ${period}`, what: 'followed' })),
  ];
}

function taken(setting: string): StageUse {
  return { setting, what: 'taken-out' };
}

/** The plan targets of a stage. */
export function targetsOf({ plan }: Pick<Settings, 'plan'>, stage: string): readonly PlanTarget[] {
  return plan.targets.filter((target) => target.stage === stage);
}

/** What a stage has beside its names, as keys of pipeline.yaml. */
function settingsOfStage(stage: StageSettings): readonly string[] {
  const { probability, maxDays, stale, requires, exit, allowSkip, allowBack } = stage;
  return [
    ...(probability === undefined ? [] : ['probability']),
    ...(maxDays === undefined ? [] : ['max_days']),
    ...(Object.keys(stale).length === 0 ? [] : ['stale']),
    ...(requires.fields.length + requires.activities.length === 0 ? [] : ['requires']),
    ...(exit.length === 0 ? [] : ['exit']),
    ...(allowSkip === undefined ? [] : ['allow_skip']),
    ...(allowBack ? [] : ['allow_back']),
  ];
}

/** Two targets for the same thing would be one figure, and nobody has said which, or whether it is their sum. */
function refuseDoubles({ plan }: Settings, moving: readonly PlanTarget[], change: ProcessChange): void {
  const to = stageAfter(change.stage, change);
  if (change.kind !== 'remove' || to === undefined) return;
  const taken = new Set(targetsOf({ plan }, to).map((target) => scopeOf(target, to)));
  const double = moving.find((target) => taken.has(scopeOf(target, to)));
  if (double === undefined) return;
  throw new Failure(
    'usage',
    said('plan.targets has a target of {period} for {stage} and one for {to}: which is to hold?', {
      period: double.period,
      stage: change.stage,
      to,
    }),
    { hint: 'Put the two together in pipeline.yaml first.' },
  );
}

function scopeOf({ period, owner, group, segment, currency, custom }: PlanTarget, stage: string): string {
  return JSON.stringify([period, owner, group, stage, segment, currency, custom]);
}
