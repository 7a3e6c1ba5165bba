// pipeline/plan-import/1: what a table of targets adds to pipeline.yaml, row by row.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Sayable } from '../base/said.ts';
import type { TargetOutcome } from '../plan-import/new-targets.ts';
import type { PlanTarget } from '../workspace/settings.ts';

export interface TargetView {
  readonly period: string;
  /** Whose, or of what: `anna`, `segment small`; '' for all deals. */
  readonly of: string;
  readonly target: Decimal;
  readonly since: Day | null;
  readonly why: string;
}

export interface PlanImportView {
  readonly schema: 'pipeline/plan-import/1';
  readonly on: Day;
  readonly dry_run: boolean;
  readonly currency: string;
  readonly rows: number;
  readonly added: readonly (TargetView & {
    readonly file: string;
    readonly line: number;
    /** The target that held before; null: there was none. */
    readonly instead_of: Decimal | null;
  })[];
  readonly unchanged: number;
  readonly rejected: readonly { readonly file: string; readonly line: number; readonly reason: Sayable }[];
  /** Headers of columns that hold nothing of a target. */
  readonly unused: readonly string[];
}

export function planImportView(
  outcomes: readonly TargetOutcome[],
  facts: Pick<PlanImportView, 'on' | 'dry_run' | 'currency' | 'unused'>,
): PlanImportView {
  return {
    schema: 'pipeline/plan-import/1',
    ...facts,
    rows: outcomes.length,
    added: outcomes.flatMap(({ file, line, outcome }) =>
      outcome.kind === 'added'
        ? [{ file, line, ...targetView(outcome.target), instead_of: outcome.instead?.target ?? null }]
        : [],
    ),
    unchanged: outcomes.filter(({ outcome }) => outcome.kind === 'unchanged').length,
    rejected: outcomes.flatMap(({ file, line, outcome }) =>
      outcome.kind === 'rejected' ? [{ file, line, reason: outcome.why }] : [],
    ),
  };
}

function targetView({ period, target, since, why, owner, custom = {}, ...scope }: PlanTarget): TargetView {
  const parts = [
    owner,
    ...(['group', 'stage', 'segment', 'currency'] as const).map((key) =>
      scope[key] === '' ? '' : `${key} ${scope[key]}`,
    ),
    ...Object.entries(custom).map(([key, value]) => `${key} ${value}`),
  ];
  return { period, of: parts.filter((part) => part !== '').join(', '), target, since: since ?? null, why };
}
