// A metric of a trend as a series in time.

import { type Day, toDay } from '../../base/day.ts';
import type { ReportViews } from '../views.ts';

type Trend = ReportViews['trend'];

/** Where the group stands that has the key; −1 where there is none. */
export function groupPlace({ groups }: Trend, key: string): number {
  return groups.findIndex((group) => group.key === key);
}

/** Weeks without a snapshot are left out. @param key of the group: of an owner, '' for everything */
export function trendSeries(
  trend: Trend,
  key: string,
  metric: 'freshness' | 'slip-rate' | 'shrink-rate',
): { readonly on: Day; readonly value: number | null }[] {
  const values = trend.groups[groupPlace(trend, key)]?.metrics[metric] ?? [];
  return trend.intervals.flatMap(({ snapshot }, at) => {
    const on = toDay(snapshot?.slice(0, 'YYYY-MM-DD'.length) ?? '');
    const value = values[at];
    return on === undefined ? [] : [{ on, value: value?.kind === 'share' ? value.share : null }];
  });
}
