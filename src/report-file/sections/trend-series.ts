// A metric of a trend as a series in time.

import type { Series } from '../../chart/lines.ts';
import type { Figures } from '../figures.ts';
import type { ReportViews } from '../views.ts';

type Trend = ReportViews['trend'];
type Metric = 'freshness' | 'slip-rate' | 'shrink-rate';

/** Where the group stands that has the key; −1 where there is none. */
export function groupPlace({ groups }: Trend, key: string): number {
  return groups.findIndex((group) => group.key === key);
}

/** Weeks without a snapshot are left out. @param key of the group: of an owner, '' for everything */
export function trendSeries(of: Figures<Trend>, key: string, metric: Metric): Series['points'] {
  const group = groupPlace(of.of, key);
  return of.of.intervals.flatMap((_, at) => {
    const on = of.knownDay(({ intervals }) => intervals[at]?.snapshot);
    if (on === undefined) return [];
    const value = of.share((trend) => rateIn(group, metric, at)(trend)?.share);
    return [{ on, value, isPartial: isPartlyRead(rateIn(group, metric, at)(of.of)) }];
  });
}

/** Whether signs of life were judged for some of the deals that it is of: the others count as fresh. */
function isPartlyRead(rate: ReturnType<ReturnType<typeof rateIn>>): boolean {
  return rate?.judged !== undefined && rate.judged < rate.of;
}

/** The rate of a group in a week; undefined where nothing tells it. */
export function rateIn(group: number, metric: Metric, at: number) {
  return ({ groups }: Trend) => {
    const known = groups[group]?.metrics[metric]?.[at];
    // Not by its kind: what is read off a figure's way stands in its path.
    return known !== undefined && known !== null && 'share' in known ? known : undefined;
  };
}
