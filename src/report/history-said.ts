// What was said of a deal's close date or amount, time after time: as snapshots show it, and as commits set it.

import type { Day } from '../base/day.ts';
import { sameAmount } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { DealStep } from '../movement/unseen.ts';
import { mayLack } from '../snapshot/origin.ts';
import type { Standing } from './standing.ts';

export interface SaidTime extends Omit<Standing, 'snapshot' | 'origin'> {
  /** The first one that shows it; null where none does, and only a commit has it. */
  readonly snapshot: string | null;
  readonly origin: string | null;
  /** The commit that set it, and whose it is; null where git does not tell. */
  readonly commit: string | null;
  readonly author: string | null;
  /** Of the commit, else of the snapshot. */
  readonly on: Day;
}

/** What was said of a field while the deal was open: a time for each time that it was something else. */
export interface Said {
  readonly field: 'close' | 'amount';
  readonly times: readonly SaidTime[];
}

/** @param steps what commits did to the deal before each point since the one before */
export function saidOf(
  field: Said['field'],
  points: readonly Standing[],
  steps: readonly (readonly DealStep[])[],
): Said {
  const times: SaidTime[] = [];
  for (const [at, point] of points.entries()) {
    for (const step of steps[at] ?? []) {
      const time = setBy(step, field);
      const last = times.at(-1);
      // Git began with what snapshots had shown before: whoever committed that did not set it.
      const isOld = step.before === undefined && last !== undefined && time !== undefined;
      if (!isOld || differs(field, last, time)) add(times, field, time);
    }
    // Of an end that was made and leaves a field empty nobody knows what was said.
    const isTold = point[field] !== null || !mayLack(point);
    if (point.stage !== '' && isTold) add(times, field, { ...point, commit: null, author: null });
  }
  return { field, times };
}

function add(times: SaidTime[], field: Said['field'], time: SaidTime | undefined): void {
  if (time === undefined || outcomeOf(time.stage) !== 'open') return;
  const last = times.at(-1);
  if (last === undefined ? time[field] !== null : differs(field, last, time)) times.push(time);
  else if (last !== undefined) times[times.length - 1] = joined(last, time);
}

/** A value that a snapshot shows and a commit set is told once. */
function joined(last: SaidTime, again: SaidTime): SaidTime {
  const { snapshot, origin } = last.snapshot === null ? again : last;
  const { commit, author } = last.commit === null ? again : last;
  return { ...last, snapshot, origin, commit, author };
}

/** What a commit said; undefined where it left the field as it was. */
function setBy({ commit, author, on, before, after }: DealStep, field: Said['field']): SaidTime | undefined {
  if (after === undefined) return undefined;
  const told = (state: NonNullable<DealStep['after']>) => ({
    amount: state.amount ?? null,
    currency: state.currency,
    close: state.close ?? null,
  });
  if (before !== undefined && !differs(field, told(before), told(after))) return undefined;
  const { stage, owner } = after;
  return { snapshot: null, origin: null, commit, author, on, stage, owner, ...told(after) };
}

function differs(
  field: Said['field'],
  a: Pick<Standing, 'amount' | 'currency' | 'close'>,
  b: Pick<Standing, 'amount' | 'currency' | 'close'>,
): boolean {
  if (field === 'close' || a.amount === null || b.amount === null) return a[field] !== b[field];
  return a.currency !== b.currency || !sameAmount(a.amount, b.amount);
}
