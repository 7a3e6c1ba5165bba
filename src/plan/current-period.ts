// Which period plan and forecast are about where nobody names one.

import { type Day, daysBetween } from '../base/day.ts';
import { type Period, parsePeriod, periodAround } from '../base/period.ts';
import type { TargetRecord } from '../snapshot/snapshot.ts';

/** The quarter; where it has no target and another period that today is in has one, the shortest such. */
export function currentPeriod(
  targets: readonly Pick<TargetRecord, 'period'>[],
  today: Day,
  fiscalYearStarts: number,
): Period {
  const quarter = periodAround(today, 'quarter', fiscalYearStarts);
  const planned = targets
    .map(({ period }) => parsePeriod(period, { today, fiscalYearStarts }))
    .filter(({ from, to }) => from <= today && today <= to)
    .sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to));
  return planned.some(({ name }) => name === quarter.name) ? quarter : (planned[0] ?? quarter);
}
