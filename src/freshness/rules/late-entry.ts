// Rule late-entry: an open deal was first written down beyond the first stage.

import type { Day } from '../../base/day.ts';
import { dayValue, type Sayable, said } from '../../base/said.ts';
import { STAGE_NOT_KNOWN } from '../../deal/deal.ts';
import { firstOnRecord, isFromFirstStage } from '../../snapshot/stage-record.ts';
import { isDocumented } from '../documented.ts';
import { entryPlace, keyPlace, whereToFix } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { stageLabel } from '../stage-steps.ts';

export const lateEntry: DealRule<'late-entry'> = {
  id: 'late-entry',
  title: 'Entered late',
  severity: 'info',
  what: 'The first stage on record of an open deal, by day, then by line, is neither the first of the process nor of the one in force on that day. Without a record it is the stage that the deal is in, since it was created, else recorded, else today. Days before documented_since are not looked at.',
  why: 'A deal that nobody saw before it was half won tells nothing about how deals are won, and makes conversion look better than it is.',
  fix: 'Write a deal down when it is first heard of. If this one went through earlier stages, add them with their days.',
  over: 'open deals',
  check(row, context) {
    const { book } = context;
    if (row.stage === '' || isFromFirstStage(row, book.state.process, book.settings)) return [];
    const { stage, on } = firstOnRecord(row);
    if (stage === STAGE_NOT_KNOWN) return [];
    if (!isDocumented(on ?? book.today, book.settings)) return [];
    const entry = row.stages.find((one) => one.stage === stage && one.on === on);
    const place = entry === undefined ? keyPlace('stage', context) : entryPlace(entry, row, context);
    const first = book.state.process.stages[0]?.id ?? '';
    return [
      {
        place,
        message: firstText(
          stageLabel(stage, book),
          entry === undefined ? undefined : on,
          stageLabel(first, book),
        ),
        hint: said('If it went through earlier stages, add them with their days {where}.', {
          where: whereToFix(place, row, book),
        }),
      },
    ];
  },
};

/** Without a day: no entry says it. */
function firstText(label: string, on: Day | undefined, first: string): Sayable {
  return on === undefined
    ? said('No stage is on record, and it is in {label}, not in {first}, where the process begins.', {
        label,
        first,
      })
    : said('First on record in {label} on {on}, not in {first}, where the process begins.', {
        ...{ label, first },
        on: dayValue(on),
      });
}
