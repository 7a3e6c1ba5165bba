// Rule stage-age: an open deal has been in its stage for too long.

import { type Day, daysBetween } from '../../base/day.ts';
import { dayValue, said } from '../../base/said.ts';
import { isSameStage } from '../../deal/process.ts';
import type { DealRow } from '../../snapshot/row.ts';
import { lastEntry } from '../../snapshot/stage-days.ts';
import { goneSince } from '../../workspace/process-then.ts';
import { fieldCommand, hintFor } from '../mend-commands.ts';
import { linePlace } from '../place.ts';
import type { DealContext, DealRule, Looked } from '../rule.ts';
import { seriesFacts } from '../series-facts.ts';
import { LEAST_WON, stageLimit } from '../stage-limit.ts';

export const stageAge: DealRule<'stage-age'> = {
  id: 'stage-age',
  title: 'Too long in its stage',
  severity: 'warning',
  what: "An open deal has been in its stage for more days than the stage's max_days: a number, or p75, which is the P75 of the days that deals later won stayed there (of 5 won deals or more). The days run from the last entry of the stage on record, else from the snapshot that first showed it there; of a deal that was put there because its own stage was taken out of the process, from that day.",
  why: 'Deals that are won move on; one that stays is held up by something that nobody has said.',
  fix: 'Find out what keeps it from the next stage, and move it on, back, or out.',
  over: 'open deals',
  isMoot: ({ process }) => process.stages.every(({ maxDays }) => maxDays === undefined),
  unjudged(row, book) {
    const limit = stageLimit(row.stage, book);
    if (limit === undefined) return undefined;
    if (limit.days !== undefined) {
      return enteredOn(row, book) === undefined ? 'no entry of their stage on record' : undefined;
    }
    return said('no P75 for {stage}: {won} of the {least} won deals that it takes', {
      ...{ stage: limit.stage.label, won: limit.won ?? 0, least: LEAST_WON },
    });
  },
  check(row, context) {
    const { book } = context;
    const limit = stageLimit(row.stage, book);
    if (limit?.days === undefined) return [];
    const entered = enteredOn(row, book);
    if (entered === undefined) return [];
    const days = daysBetween(entered, book.today);
    if (days <= limit.days) return [];
    const place = linePlace(entryLine(row, entered, context), 'stage', context);
    const values = { stage: limit.stage.label, days, limit: limit.days, on: dayValue(entered) };
    return [
      {
        place,
        message:
          limit.won === undefined
            ? said(
                'In {stage} for {days, plural, one {{days} day} other {{days} days}} (limit {limit}), since {on}.',
                values,
              )
            : said(
                'In {stage} for {days, plural, one {{days} day} other {{days} days}} (limit {limit}, the P75 of {won} won deals), since {on}.',
                {
                  ...values,
                  won: limit.won,
                },
              ),
        hint: hintFor(row, { ...place, line: undefined }, book, {
          ours: said('Move it on or back: {command} (or out: lost)', {
            command: fieldCommand(row.id, 'stage'),
          }),
          elsewhere: (where) => said('Move it on, back or out {where}.', { where }),
        }),
        days,
        since: { date: entered, event: `stage:${row.stage}`, place },
      },
    ];
  },
};

/**
 * The day that it last entered its stage, or was put into it because its own is gone from the process; undefined where
 * neither its record nor the snapshots tell it.
 */
function enteredOn(row: DealRow, book: Looked): Day | undefined {
  const recorded = lastEntry(row, book.state.process, book.today)?.on;
  if (recorded !== undefined) return recorded;
  const facts = seriesFacts(row, book);
  const { stages } = book.state.process;
  if (facts === undefined || isSameStage(stages, facts.stageEntered, row.stage)) return facts?.stageChanged;
  return goneSince(facts.stageEntered, book.settings);
}

function entryLine(row: DealRow, entered: Day, { book, deal }: DealContext): number | undefined {
  const recorded = lastEntry(row, book.state.process, book.today);
  return deal?.stages.findLast(({ on, stage }) => on === entered && stage === recorded?.stage)?.line;
}
