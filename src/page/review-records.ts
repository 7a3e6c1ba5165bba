// A review for machines and spreadsheets: a record a picked deal.

import type { Outcome } from '../deal/deal.ts';
import type { ReviewView } from '../report/review.ts';
import type { ReviewedDeal } from '../report/review-deal.ts';
import type { ReviewSheetView } from '../report/review-sheet.ts';
import type { RecordCell, Records } from './page.ts';

const COLUMNS = [
  'stratum',
  'id',
  'why',
  'rank',
  'probability',
  'name',
  'account',
  'owner',
  'stage',
  'value',
  'close',
  'important',
  'findings',
  'movements',
];

/** In the order in which they were picked. */
export function reviewRecords(view: ReviewView): Records {
  return {
    columns: COLUMNS,
    rows: view.strata.flatMap(({ stratum, picked }) => picked.map((deal) => recordOf(stratum, deal))),
  };
}

/** The same of a sheet, with what it says of each beside. */
export function sheetRecords(view: ReviewSheetView): Records {
  return {
    columns: [
      ...COLUMNS,
      'amount',
      'currency',
      'push_count',
      'days_slipped',
      'next_step',
      'said_on',
      'verdict',
    ],
    rows: view.strata.flatMap(({ stratum, picked }) =>
      picked.map((deal): RecordCell[] => [
        ...recordOf(stratum, deal),
        deal.amount === null ? { kind: 'none' } : { kind: 'decimal', decimal: deal.amount },
        { kind: 'text', text: deal.currency },
        { kind: 'number', number: deal.push_count },
        { kind: 'number', number: deal.days_slipped },
        { kind: 'text', text: deal.next_step?.what ?? '' },
        deal.said === null ? { kind: 'none' } : { kind: 'day', day: deal.said.on },
        { kind: 'text', text: deal.said?.verdict ?? '' },
      ]),
    ),
  };
}

function recordOf(stratum: Outcome, deal: ReviewedDeal): RecordCell[] {
  return [
    { kind: 'text', text: stratum },
    { kind: 'text', text: deal.id },
    { kind: 'text', text: deal.why },
    { kind: 'number', number: deal.rank },
    { kind: 'number', number: deal.probability },
    { kind: 'text', text: deal.name },
    { kind: 'text', text: deal.account },
    { kind: 'text', text: deal.owner },
    { kind: 'text', text: deal.stage },
    deal.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: deal.value },
    deal.close === null ? { kind: 'none' } : { kind: 'day', day: deal.close },
    { kind: 'text', text: deal.important },
    { kind: 'text', text: deal.findings.map(({ rule }) => rule).join(' ') },
    { kind: 'text', text: (deal.movements ?? []).map(({ kind }) => kind).join(' ') },
  ];
}
