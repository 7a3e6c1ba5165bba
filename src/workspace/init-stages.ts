// The stages that a new workspace begins with: init's own, or those that a person or an export names.

import { Failure } from '../base/failure.ts';
import { fold, slug } from '../base/fold.ts';
import { said } from '../base/said.ts';
import type { Outcome } from '../deal/deal.ts';
import type { Settings, StageSettings } from './settings.ts';

export interface NewStage {
  readonly id: string;
  readonly label: string;
  /** As pipeline.yaml has it: `25%`. */
  readonly probability?: string;
}

/** What a workspace has where nobody says otherwise. */
export const INITIAL_STAGES: readonly NewStage[] = [
  { id: 'lead', label: 'Lead', probability: '10%' },
  { id: 'qualified', label: 'Qualified', probability: '25%' },
  { id: 'proposal', label: 'Proposal', probability: '50%' },
  { id: 'negotiation', label: 'Negotiation', probability: '75%' },
];

/** Whether the process is the one that init writes, and nobody has touched it. */
export function isInitialProcess(settings: Pick<Settings, 'process' | 'processHistory'>): boolean {
  const { process, processHistory } = settings;
  return (
    process.version === 1 &&
    processHistory.length === 0 &&
    process.stages.length === INITIAL_STAGES.length &&
    process.stages.every((stage, place) => isUntouched(stage, INITIAL_STAGES[place]))
  );
}

function isUntouched(stage: StageSettings, initial: NewStage | undefined): boolean {
  return (
    initial !== undefined &&
    stage.id === initial.id &&
    stage.label === initial.label &&
    stage.probability === Number.parseInt(initial.probability ?? '', 10) / 100 &&
    stage.maxDays === undefined &&
    stage.allowSkip === undefined &&
    stage.allowBack &&
    Object.keys(stage.stale).length === 0 &&
    [stage.was, stage.exit, stage.requires.fields, stage.requires.activities].every(
      (list) => list.length === 0,
    )
  );
}

const OUTCOMES: ReadonlyMap<string, Exclude<Outcome, 'open'>> = new Map([
  ['won', 'won'],
  ['closed won', 'won'],
  ['lost', 'lost'],
  ['closed lost', 'lost'],
]);

export interface NamedStages {
  readonly stages: readonly NewStage[];
  /** The names among them that are outcomes, as they were written. */
  readonly outcomes: readonly string[];
}

/**
 * The stages that labels name, in order: `Lead,Qualified,Closed Won` is two stages and an outcome.
 * @throws Failure `usage` where two are called the same or none is left
 */
export function stagesNamed(labels: readonly string[]): NamedStages {
  const named = labels.map((label) => label.trim()).filter((label) => label !== '');
  const outcomes = named.filter((label) => OUTCOMES.has(fold(label)));
  const stages: NewStage[] = [];
  for (const label of named) {
    if (OUTCOMES.has(fold(label))) continue;
    const id = slug(label).slice(0, MOST_CHARACTERS) || `stage-${stages.length + 1}`;
    const same = stages.find((stage) => stage.id === id);
    if (same !== undefined) {
      throw new Failure(
        'usage',
        said('The stages "{label}" and "{label_2}" would have the same id, {id}.', {
          label: same.label,
          label_2: label,
          id,
        }),
        {
          hint: 'Give each stage a name of its own.',
        },
      );
    }
    stages.push({ id, label });
  }
  if (stages.length > 0) return { stages, outcomes };
  throw new Failure('usage', 'There is no stage.', {
    hint: 'Name the open stages in order: --stages "Lead,Qualified,Proposal". Won and lost are outcomes.',
  });
}

const MOST_CHARACTERS = 80;
