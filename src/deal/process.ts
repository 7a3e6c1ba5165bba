// The sales process: ordered stages with a version. Outcomes (won, lost) are no part of it.

import type { Day } from '../base/day.ts';
import { fold } from '../base/fold.ts';
import { STAGE_NOT_KNOWN } from './deal.ts';

export interface ProcessStage {
  readonly id: string;
  readonly label: string;
  /** Former ids. */
  readonly was: readonly string[];
}

export interface Process {
  readonly version: number;
  /** The day since when it holds; undefined where nobody said. */
  readonly since: Day | undefined;
  /** In order. */
  readonly stages: readonly ProcessStage[];
}

/** The stage's place from 0, or -1 where the process does not have it. Former ids do not count. */
export function rankOf(process: Process, stage: string): number {
  return process.stages.findIndex((candidate) => candidate.id === stage);
}

/** The stage of that id, else the one that was called so once; undefined where there is neither. */
export function stageCalled<Stage extends Pick<ProcessStage, 'id' | 'was'>>(
  stages: readonly Stage[],
  name: string,
): Stage | undefined {
  for (const stage of stages) if (stage.id === name) return stage; // a loop, as it is asked once a deal and rule
  return stages.find(({ was }) => was.includes(name));
}

/**
 * The stage that a person's word names, by id, label or former id, case and accents aside; what is written to the letter
 * comes first. Undefined where there is none.
 */
export function stageMeant<Stage extends ProcessStage>(
  stages: readonly Stage[],
  word: string,
): Stage | undefined {
  const folded = fold(word);
  const isWord = (name: string) => folded !== '' && fold(name) === folded;
  return (
    stageCalled(stages, word.trim()) ??
    stages.find(({ label }) => label === word.trim()) ??
    stages.find(({ id, label }) => isWord(id) || isWord(label)) ??
    stages.find(({ was }) => was.some(isWord))
  );
}

/** Whether two ids are of one stage, present or former; one that the process never had is like itself alone. */
export function isSameStage(
  stages: readonly Pick<ProcessStage, 'id' | 'was'>[],
  a: string | undefined,
  b: string,
): boolean {
  if (a === undefined || a === b) return a === b;
  const found = stageCalled(stages, a);
  return found !== undefined && found.id === stageCalled(stages, b)?.id;
}

/** Whether a process begins with the stage, under its present or a former id. */
export function isFirstStage(stage: string, stages: readonly Pick<ProcessStage, 'id' | 'was'>[]): boolean {
  const [first] = stages;
  return first !== undefined && (first.id === stage || first.was.includes(stage));
}

/** How it is shown that a deal's stage is not known. */
export const NOT_KNOWN_LABEL = 'Stage not known';

/** The label of a stage, under its id or a former one, or of an outcome; the id where the process never had it. */
export function labelOf(process: Process, stage: string): string {
  if (stage === STAGE_NOT_KNOWN) return NOT_KNOWN_LABEL;
  if (stage === 'won') return 'Won';
  if (stage === 'lost') return 'Lost';
  return stageCalled(process.stages, stage)?.label ?? stage;
}
