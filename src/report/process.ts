// pipeline/process/1: the stages of the process, what each asks for, since when it is there, and the open deals in it.

import { addDays, type Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Process, ProcessStage } from '../deal/process.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { StageSettings } from '../workspace/settings.ts';

/** What pipeline.yaml says of a stage today; a snapshot does not keep it. */
interface StageAsks {
  /** Share 0–1; null where none is set. */
  readonly probability: number | null;
  /** Days; null for no limit. */
  readonly max_days: number | 'p75' | null;
  /** Days without a sign of life, where the stage differs; else null. */
  readonly warn_after: number | null;
  readonly error_after: number | null;
  /** Of the activities one is enough. */
  readonly requires: { readonly fields: readonly string[]; readonly activities: readonly string[] };
  readonly exit: readonly { readonly id: string; readonly text: string }[];
  /** null: it may be jumped over, and `skipped-stage` says so. */
  readonly allow_skip: boolean | null;
  readonly allow_back: boolean;
}

export interface ProcessStageView {
  readonly stage: string;
  readonly label: string;
  /** Former ids. */
  readonly was: readonly string[];
  /** The day since when it has been in the process without a break, under whatever id; null where nobody said. */
  readonly since: Day | null;
  readonly count: number;
  readonly value: Decimal;
  /** null for a snapshot. */
  readonly asks: StageAsks | null;
}

export interface ProcessView {
  readonly schema: 'pipeline/process/1';
  readonly name: string;
  readonly on: Day;
  readonly as_of: Day | null;
  readonly currency: string;
  readonly version: number;
  readonly since: Day | null;
  /** In order. */
  readonly stages: readonly ProcessStageView[];
  readonly open: { readonly count: number; readonly value: Decimal };
  /** Stages that open deals are in and that the process does not have. */
  readonly unknown: readonly { readonly stage: string; readonly count: number; readonly value: Decimal }[];
  /** Former versions, the newest first; `until` is the last day. */
  readonly history: readonly {
    readonly version: number;
    readonly since: Day | null;
    readonly until: Day | null;
    readonly stages: readonly string[];
  }[];
  /** Ids. */
  readonly unreadable: readonly string[];
}

/** @throws Failure `sum-too-large` */
export function processView(book: Book): ProcessView {
  const { settings, state } = book;
  const { process, digits } = state;
  const open = state.totals.filter(({ stage }) => stage !== '' && outcomeOf(stage) === 'open');
  const heldBy = (id: string) => open.find(({ stage }) => stage === id);
  const history = settings.processHistory.filter(({ version }) => version < process.version);
  return {
    schema: 'pipeline/process/1',
    name: settings.name,
    on: state.on,
    as_of: book.past ? state.on : null,
    currency: state.reportingCurrency,
    version: process.version,
    since: process.since ?? null,
    stages: process.stages.map((stage) => ({
      ...{ stage: stage.id, label: stage.label, was: stage.was },
      since: sinceOf(stage, [...history, process]) ?? null,
      count: heldBy(stage.id)?.deals ?? 0,
      value: fromMinor(heldBy(stage.id)?.value ?? 0, digits),
      asks: book.past ? null : asksOf(settings.process.stages.find(({ id }) => id === stage.id)),
    })),
    open: {
      count: open.reduce((sum, { deals }) => sum + deals, 0),
      value: fromMinor(sumMinor(open.map(({ value }) => value)), digits),
    },
    unknown: open
      .filter(({ stage }) => process.stages.every(({ id }) => id !== stage))
      .map(({ stage, deals, value }) => ({ stage, count: deals, value: fromMinor(value, digits) })),
    history: history
      .map(({ version, since, stages }, at) => ({
        version,
        since: since ?? null,
        until: dayBefore((history[at + 1] ?? process).since),
        stages: stages.map(({ id }) => id),
      }))
      .reverse(),
    unreadable: unreadableDeals(book),
  };
}

/** @param versions ascending, the present one last */
function sinceOf({ id, was }: ProcessStage, versions: readonly Process[]): Day | undefined {
  const names = [id, ...was];
  const lacking = versions.findLastIndex(({ stages }) => !stages.some((stage) => names.includes(stage.id)));
  return versions[lacking + 1]?.since;
}

function dayBefore(day: Day | undefined): Day | null {
  return day === undefined ? null : addDays(day, -1);
}

function asksOf(stage: StageSettings | undefined): StageAsks | null {
  if (stage === undefined) return null;
  return {
    probability: stage.probability ?? null,
    max_days: stage.maxDays ?? null,
    warn_after: stage.stale.warnAfter ?? null,
    error_after: stage.stale.errorAfter ?? null,
    requires: stage.requires,
    exit: stage.exit,
    allow_skip: stage.allowSkip ?? null,
    allow_back: stage.allowBack,
  };
}
