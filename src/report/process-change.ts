// pipeline/process-change/1: what a change of the process did, or would do, to pipeline.yaml, deals and mappings.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import { mapStages } from '../deal/stage-map.ts';
import type { ProcessChange } from '../process-change/process-change.ts';
import type { ProcessFiles } from '../process-change/process-files.ts';
import type { StageUse } from '../process-change/uses.ts';

export interface ProcessChangeView {
  readonly schema: 'pipeline/process-change/1';
  readonly on: Day;
  readonly dry_run: boolean;
  readonly currency: string;
  readonly change: ProcessChange['kind'];
  /** The id that was changed, or that is new. */
  readonly stage: string;
  /** The id that it has then, or of the stage that takes its place; null for none. */
  readonly to: string | null;
  readonly before: ProcessThen;
  readonly after: ProcessThen;
  /** Open deals whose `stage` is another text then. By id. */
  readonly deals: readonly {
    readonly id: string;
    readonly name: string;
    readonly owner: string;
    readonly from: string;
    readonly to: string;
    readonly value: Decimal | null;
    readonly file: string;
  }[];
  readonly deals_value: Decimal;
  /** What a diff across the change says of deals that went to another stage; null where they have not moved. */
  readonly diff_says: 'restaged' | 'advanced' | 'skipped' | 'regressed' | null;
  /** Where pipeline.yaml names the stage beside the process. */
  readonly settings: readonly StageUse[];
  readonly mappings: readonly { readonly file: string; readonly values: readonly string[] }[];
  /** Deals, closed and archived ones among them, whose record of stages has the id, and keeps it. */
  readonly on_record: number;
  /** Deals that went to the archive while they were in it, and stay as they are. */
  readonly archived_in_it: number;
  /** The last version that had a stage of that id before, where a new one takes up an old id. */
  readonly known_from_version: number | null;
  /** The CRM that is mirrored, where a new stage has no value of its exports yet; ''. */
  readonly unmapped_in: string;
}

interface ProcessThen {
  readonly version: number;
  readonly since: Day | null;
  readonly stages: readonly {
    readonly stage: string;
    readonly label: string;
    readonly was: readonly string[];
  }[];
}

/** @throws Failure `sum-too-large` */
export function processChangeView(book: Book, files: ProcessFiles, dryRun: boolean): ProcessChangeView {
  const { change } = files;
  const { state, settings } = book;
  const to = 'to' in change ? (change.to ?? null) : null;
  const rows = new Map(state.deals.map((row) => [row.id, row]));
  const all = [...state.deals, ...state.archived];
  const worthOf = (id: string) => rows.get(id)?.value;
  const isGone = change.kind === 'remove' || (change.kind === 'rename' && change.to !== change.stage);
  const known = settings.processHistory.findLast(({ stages }) =>
    stages.some(({ id }) => id === change.stage),
  );
  return {
    schema: 'pipeline/process-change/1',
    on: book.today,
    dry_run: dryRun,
    currency: state.reportingCurrency,
    change: change.kind,
    stage: change.stage,
    to,
    before: processThen(settings),
    after: processThen(files.settings),
    deals: files.deals.map(({ id, name, owner, stage, path }) => ({
      ...{ id, name, owner, from: stage, to: to ?? stage },
      value: moneyOf(worthOf(id), state.digits),
      file: path,
    })),
    deals_value: fromMinor(sumMinor(files.deals.map(({ id }) => worthOf(id) ?? 0)), state.digits),
    diff_says: diffSays(settings, files),
    settings: files.uses,
    mappings: files.mappings.map(({ file, values }) => ({ file, values })),
    on_record: isGone
      ? all.filter(({ stages }) => stages.some(({ stage }) => stage === change.stage)).length
      : 0,
    archived_in_it: isGone ? state.archived.filter(({ stage }) => stage === change.stage).length : 0,
    known_from_version: change.kind === 'add' ? (known?.version ?? null) : null,
    unmapped_in: change.kind === 'add' ? settings.sourceOfRecord : '',
  };
}

function diffSays({ process }: Book['settings'], { change, deals, settings }: ProcessFiles) {
  if (change.kind !== 'remove' || change.to === undefined || deals.length === 0) return null;
  const move = mapStages(process.stages, settings.process.stages).move(change.stage, change.to);
  if (move === undefined || move.way === 'restaged') return 'restaged';
  if (move.way === 'down') return 'regressed';
  return move.between.length > 0 ? 'skipped' : 'advanced';
}

function processThen({ process: { version, since, stages } }: ProcessFiles['settings']): ProcessThen {
  return {
    version,
    since: since ?? null,
    stages: stages.map(({ id, label, was }) => ({ stage: id, label, was })),
  };
}

function moneyOf(value: number | undefined, digits: number): Decimal | null {
  return value === undefined ? null : fromMinor(value, digits);
}
