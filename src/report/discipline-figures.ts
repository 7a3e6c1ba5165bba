// The figures of discipline as views have them: days, counts, shares from 0 to 1, null for "–".

import type { CountOf, Figures, Lags } from '../discipline/figures.ts';

export interface ShareView {
  readonly count: number;
  readonly of: number;
  /** null: of nothing. */
  readonly share: number | null;
}

export interface LagView {
  /** Lines of which the day of writing is known; the figures below are of these alone. */
  readonly known: number;
  readonly unknown: number;
  /** Days; null where none is known. */
  readonly median: number | null;
  readonly p90: number | null;
  /** Written within the promised time. */
  readonly within: ShareView;
}

export interface FiguresView {
  /** Activities, stage changes and first entries together. */
  readonly all: LagView;
  readonly activities: LagView;
  readonly stage_changes: LagView;
  /** From the day a deal began until it was first written down; `imported`: deals that an import made, left out. */
  readonly first_entries: LagView & { readonly imported: number };
  /** Deals first recorded in the first stage, of those first recorded. */
  readonly from_first_stage: ShareView;
  /** Steps up out of a stage without one activity in it, of all steps up. */
  readonly undocumented: ShareView;
}

export function figuresView(figures: Figures): FiguresView {
  return {
    all: lagView(figures.all),
    activities: lagView(figures.activities),
    stage_changes: lagView(figures.stageChanges),
    first_entries: { ...lagView(figures.firstEntries), imported: figures.imported },
    from_first_stage: shareView(figures.fromFirstStage),
    undocumented: shareView(figures.undocumented),
  };
}

export function shareView({ count, of }: CountOf): ShareView {
  return { count, of, share: of === 0 ? null : count / of };
}

function lagView({ known, unknown, median, p90, onTime }: Lags): LagView {
  return { known, unknown, median: median ?? null, p90: p90 ?? null, within: shareView(onTime) };
}
