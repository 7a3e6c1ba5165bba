// The table `reviews`: every deal that a review picked, with what was said of it.

import { fromMinor, type Minor } from '../base/money.ts';
import { digitsIn } from '../movement/amount-change.ts';
import { type Judged, judgedIn } from '../review/judged.ts';
import { nameOf } from '../review/sheet-name.ts';
import { notesIn } from '../review/told-notes.ts';
import { type ColumnSpecs, columnsOf, type ExportTable, valueReader } from './table.ts';

const COLUMNS = {
  sheet: { type: 'text', text: 'its name: `2026-11-23-anna`', read: ({ sheet }) => nameOf(sheet) },
  date: { type: 'date', text: 'the day of the review', read: ({ sheet }) => sheet.draw.on },
  stratum: { type: 'text', text: '`open`, `won` or `lost`', read: ({ stratum }) => stratum },
  id: { type: 'text', text: "the deal's id then", read: ({ pick }) => pick.id },
  owner: { type: 'text', text: 'whose it was', read: ({ pick }) => pick.owner },
  stage: { type: 'text', text: 'where it stood', read: ({ pick }) => pick.stage },
  why: { type: 'text', text: 'picked as `important`, `largest` or `random`', read: ({ pick }) => pick.why },
  rank: { type: 'integer', text: 'its place in that part, from 1', read: ({ pick }) => pick.rank },
  probability: {
    type: 'number',
    unit: 'share',
    text: 'the chance that it had',
    read: ({ pick }) => pick.probability,
  },
  amount: { type: 'money', unit: '`currency`', text: 'as it was', read: ({ pick }) => pick.amount },
  currency: { type: 'text', unit: 'ISO 4217', text: 'of amounts', read: ({ pick }) => pick.currency },
  value: { type: 'money', unit: '`reporting_currency`', text: 'as it was', read: ({ pick }) => pick.value },
  reviewed_value: {
    type: 'money',
    unit: '`reporting_currency`',
    text: 'open: what the review found it to be worth, 0 where dead; missing where nobody said',
    read: ({ reviewed, sheet }) => money(reviewed, sheet.draw.currency),
  },
  reporting_currency: {
    type: 'text',
    unit: 'ISO 4217',
    text: 'of values',
    read: ({ sheet }) => sheet.draw.currency,
  },
  close: { type: 'date', text: 'as it was', read: ({ pick }) => pick.close },
  reviewed_close: {
    type: 'date',
    text: 'what the review gave, where it is another one',
    read: ({ moved }) => moved?.to,
  },
  filled_in: {
    type: 'flag',
    text: 'whether anything was said of how the deal stands',
    read: ({ answer }) => answer !== undefined,
  },
  verdict: {
    type: 'text',
    text: '`confirmed`, `corrected`, `at-risk` or `dead`',
    read: ({ answer }) => answer?.verdict,
  },
  reason: { type: 'text', text: 'closed: what decided it', read: ({ answer }) => answer?.reason },
  lesson: { type: 'text', text: 'what was learned', read: ({ answer }) => answer?.lesson },
  tags: { type: 'text', text: 'of the lesson, by commas', read: ({ answer }) => answer?.tags.join(', ') },
  file: { type: 'text', text: 'the sheet', read: ({ sheet }) => sheet.file },
  line: { type: 'integer', text: "of the deal's block", read: ({ answer }) => answer?.line },
} as const satisfies ColumnSpecs<Judged>;

const read = valueReader<Judged>(COLUMNS);

export const reviews: ExportTable = {
  name: 'reviews',
  text: 'Every deal that a review picked, with what was said of it.',
  row: 'a deal in a review sheet',
  columns: columnsOf(COLUMNS),
  *rows(facts) {
    const notes = notesIn(facts.book.deals, facts.archive);
    for (const sheet of facts.sheets()) {
      const noteOf = (id: string) => notes(id, nameOf(sheet));
      for (const judged of judgedIn(sheet, digitsIn(sheet.draw.currency), noteOf)) yield read(judged);
    }
  },
};

function money(value: Minor | undefined, currency: string) {
  return value === undefined ? undefined : fromMinor(value, digitsIn(currency));
}
