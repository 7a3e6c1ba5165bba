// What reviews teach, for spreadsheets: a record a deal that was drawn, so that every figure can be traced and reckoned again.

import { type Decimal, fromMinor, type Minor } from '../base/money.ts';
import type { ReviewStatsView } from '../report/review-stats.ts';
import type { Judged } from '../review/judged.ts';
import { nameOf } from '../review/sheet-name.ts';
import type { RecordCell, Records } from './page.ts';

const COLUMNS = [
  'sheet',
  'on',
  'line',
  'id',
  'owner',
  'stratum',
  'stage',
  'why',
  'rank',
  'probability',
  'in_estimate',
  'filled_in',
  'verdict',
  'value',
  'reviewed_value',
  'close',
  'reviewed_close',
  'days',
  'reason',
  'lesson',
  'tags',
];

/** Sheet by sheet, each in its order. Values in the view's currency. */
export function reviewStatsRecords(
  deals: readonly Judged[],
  { sheets }: ReviewStatsView,
  digits: number,
): Records {
  const pooled = new Set(sheets.flatMap(({ file, in_estimate }) => (in_estimate ? file : [])));
  return { columns: COLUMNS, rows: deals.map((deal) => recordOf(deal, pooled, digits)) };
}

function recordOf(deal: Judged, pooled: ReadonlySet<string>, digits: number): RecordCell[] {
  const { sheet, stratum, pick, answer, value, reviewed, moved } = deal;
  const isEstimated = stratum === 'open' && reviewed !== undefined && pooled.has(sheet.file);
  return [
    text(nameOf(sheet)),
    { kind: 'day', day: sheet.draw.on },
    number(answer?.line),
    text(pick.id),
    text(pick.owner),
    text(stratum),
    text(pick.stage),
    text(pick.why),
    number(pick.rank),
    number(pick.probability),
    text(isEstimated ? 'yes' : 'no'),
    text(answer === undefined ? 'no' : 'yes'),
    text(answer?.verdict ?? ''),
    money(value, digits),
    money(reviewed, digits),
    pick.close === undefined ? NONE : { kind: 'day', day: pick.close },
    moved === undefined ? NONE : { kind: 'day', day: moved.to },
    number(moved?.days),
    text(answer?.reason ?? ''),
    text(answer?.lesson ?? ''),
    text(answer?.tags.join(', ') ?? ''),
  ];
}

const NONE: RecordCell = { kind: 'none' };

function text(of: string): RecordCell {
  return { kind: 'text', text: of };
}

function number(of: number | undefined): RecordCell {
  return of === undefined ? NONE : { kind: 'number', number: of };
}

function money(of: Minor | undefined, digits: number): RecordCell {
  if (of === undefined) return NONE;
  const decimal: Decimal = fromMinor(of, digits);
  return { kind: 'decimal', decimal };
}
