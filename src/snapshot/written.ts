// Where in a deal's file the things that its row tells are written.

import type { Day } from '../base/day.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';
import type { DealRow } from './row.ts';
import { signEvent } from './sign-event.ts';

export interface Written {
  /** The file, from the workspace's root. */
  readonly path: string;
  /** The line of each top-level key that the file has, from 1. */
  readonly lines: Deal['lines'];
  /** Of the activity or the stage that the freshness clock runs from; undefined where no line of its own tells it. */
  readonly signLine: number | undefined;
  /** The last day of all that the file says to have happened; undefined where it tells no day. */
  readonly latest: Day | undefined;
}

/** The places of a deal; undefined where there is no deal. */
export function writtenIn(deal: Deal | undefined, row: Sign): Written | undefined {
  if (deal === undefined) return undefined;
  return { path: deal.path, lines: deal.lines, signLine: signLine(deal, row), latest: latestDay(deal) };
}

/** A close date has happened only where the deal is closed. */
function latestDay({ stage, close, created, recorded, nextStep, stages, activities }: Deal): Day | undefined {
  const closed = outcomeOf(stage) === 'open' ? undefined : close;
  let latest: Day | undefined;
  const look = (on: Day | undefined) => {
    if (on !== undefined && (latest === undefined || on > latest)) latest = on;
  };
  for (const on of [created, recorded, closed, nextStep?.agreed]) look(on);
  for (const { on } of stages) look(on);
  for (const { on } of activities) look(on);
  return latest;
}

type Sign = Pick<DealRow, 'lastSignOfLife' | 'lastSignEvent'>;

function signLine({ activities, stages }: Deal, { lastSignOfLife, lastSignEvent }: Sign): number | undefined {
  const { kind, what } = signEvent(lastSignEvent);
  switch (kind) {
    case 'activity':
      return activities.findLast(({ on, type }) => on === lastSignOfLife && type === what)?.line;
    case 'stage':
      return stages.findLast(({ on, stage }) => on === lastSignOfLife && stage === what)?.line;
    default:
      return undefined;
  }
}
