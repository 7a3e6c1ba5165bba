// Every stage of the export settled before a row is read: matched, asked for, or taken as the new process.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { ProcessStage } from '../deal/process.ts';
import type { Mapping } from './mapping.ts';
import { stagesNeeded } from './needed.ts';
import { type ExportedStage, type NewProcess, processOfStages, stagesOfMapping } from './new-process.ts';
import type { Prepared } from './prepare.ts';
import { type StageResolver, stageResolver, unknownStages } from './stage-values.ts';
import { openStageValues } from './status.ts';

/** Asks a person; only where there is a terminal. */
export interface StageAsker {
  /** Whether these stages are to be the workspace's process. */
  readonly takesProcess: (stages: readonly ExportedStage[]) => Promise<boolean>;
  /** The stage or outcome that a value of the export means. */
  readonly stageFor: (value: string, rows: number, stages: readonly ProcessStage[]) => Promise<string>;
}

export interface StageContext {
  readonly mapping: Mapping;
  /** Where the answers belong: imports/SYSTEM.yaml. */
  readonly mappingFile: string;
  readonly process: readonly ProcessStage[];
  /** Whether the workspace has no deal and the process that init wrote. */
  readonly isFresh: boolean;
  readonly ask: StageAsker | undefined;
}

export interface SettledStages {
  readonly resolve: StageResolver;
  readonly stages: readonly ProcessStage[];
  /** The process that the workspace gets; undefined where it keeps its own. */
  readonly process: NewProcess | undefined;
  /** What the mapping says from now on: each value that was met. */
  readonly mapped: Readonly<Record<string, string>>;
}

/** @throws Failure `mapping-needed` with the lines to paste where a stage matches nothing and nobody can be asked */
export async function settleStages(prepared: Prepared, context: StageContext): Promise<SettledStages> {
  const { mapping, ask } = context;
  const strange = unknownStages(mapping.stages, context.process);
  const unmatched = unmatchedValues(prepared, stageResolver(mapping.stages, context.process));
  if (unmatched.size > MOST_STAGES) throw tooManyStages(prepared, unmatched.size);
  const process = await newProcess(prepared, { strange, unmatched }, context);
  const stages = process?.stages.map((stage) => ({ ...stage, was: [] })) ?? context.process;
  if (process === undefined) refuseStrange(strange, context);
  const answers: Record<string, string> = { ...mapping.stages, ...valuesOf(process?.stages ?? []) };
  const open = unmatchedValues(prepared, stageResolver(answers, stages));
  for (const [value, rows] of open) {
    if (ask === undefined) throw stagesNeeded(prepared.table, open, stages, context.mappingFile);
    answers[value] = await ask.stageFor(value, rows, stages);
  }
  const resolve = stageResolver(answers, stages);
  return { resolve, stages, process, mapped: { ...answers, ...metValues(prepared, resolve) } };
}

function valuesOf(stages: readonly ExportedStage[]): Record<string, string> {
  return Object.fromEntries(stages.flatMap(({ id, value }) => (value === undefined ? [] : [[value, id]])));
}

/** No process has so many stages: the column is some other thing. */
const MOST_STAGES = 60;

function tooManyStages({ table, columns }: Prepared, count: number): Failure {
  const header = columns.find(({ key }) => key === 'stage')?.header ?? '';
  return new Failure(
    'mapping-needed',
    said('The column "{header}" of {file} has {count} values that are no stages.', {
      header,
      file: table.file,
      count,
    }),
    {
      hint: said('Where the stage is another column, map it: columns: {example} in a file for --map', {
        example: '{stage: HEADER}',
      }),
    },
  );
}

/** The mapping's stages where it names others than the process has, else the export's where it maps none. */
async function newProcess(
  prepared: Prepared,
  found: { readonly strange: readonly string[]; readonly unmatched: ReadonlyMap<string, number> },
  { mapping, isFresh, ask }: StageContext,
): Promise<NewProcess | undefined> {
  if (!isFresh || (found.strange.length === 0 && found.unmatched.size === 0)) return undefined;
  const ofMapping = stagesOfMapping(mapping.stages);
  if (found.strange.length === 0 && ofMapping.length > 0) return undefined;
  const process: NewProcess =
    ofMapping.length > 0 ? { stages: ofMapping, orderedBy: 'mapping' } : processOfStages(sightings(prepared));
  if (process.stages.length === 0) return undefined;
  if (ask !== undefined && !(await ask.takesProcess(process.stages))) return undefined;
  return process;
}

function refuseStrange(strange: readonly string[], { process, mappingFile }: StageContext): void {
  const [first] = strange;
  if (first === undefined) return;
  const ids = process.map(({ id }) => id);
  throw new Failure(
    'mapping-needed',
    said('{mappingFile} maps to the stage "{first}", which the process does not have.', {
      mappingFile,
      first,
    }),
    {
      hint: didYouMean(first, ids, said('Stages: {ids}, won, lost', { ids: ids.join(', ') })),
    },
  );
}

/** Values of open rows that match nothing, with the number of rows. */
function unmatchedValues(prepared: Prepared, resolve: StageResolver): Map<string, number> {
  const unmatched = new Map<string, number>();
  for (const value of openStageValues(prepared.table, prepared)) {
    if (resolve(value) === undefined) unmatched.set(value, (unmatched.get(value) ?? 0) + 1);
  }
  return unmatched;
}

function* sightings({ table, values }: Prepared) {
  const open = new Set(openStageValues(table, { values }));
  for (const row of table.rows) {
    const value = values.text(row, 'stage');
    if (open.has(value)) yield { value, probability: values.text(row, 'probability') };
  }
}

/** Every value of the export that means something, so that the mapping says what was done. */
function metValues({ table, values }: Prepared, resolve: StageResolver): Record<string, string> {
  const met = new Map<string, string>();
  for (const row of table.rows) {
    const value = values.text(row, 'stage');
    if (value === '' || met.has(value) || value in {}) continue;
    const stage = resolve(value);
    if (stage !== undefined) met.set(value, stage);
  }
  return Object.fromEntries(met);
}
