// The blocks of a review sheet that a person fills in: a key a line, with what stands there now and how it is written.

import { addDays, type Day } from '../base/day.ts';
import type { SheetDeal } from '../report/review-sheet-deal.ts';
import { blockText } from '../review/block-text.ts';
import { VERDICTS, type Verdict } from '../review/sheet.ts';
import type { Block } from './page.ts';

/** Where the comments begin. */
const COLUMN = 18;
/** What can be said of a deal that is closed: whether the reason on record is so. */
const CLOSED_VERDICTS: readonly Verdict[] = ['confirmed', 'corrected'];
const DAYS_AHEAD = 7;

/** The block of one deal. @param lostReasons of the workspace; empty: any text */
export function dealBlock(deal: SheetDeal, today: Day, lostReasons: readonly string[]): Block {
  return yaml([
    `deal: ${blockText(deal.id, 'block')}`,
    ...(deal.stratum === 'open' ? openLines(deal, today) : closedLines(deal, lostReasons)),
    field('actions', `[{what: ask the board, owner: ${ownerOf(deal)}, by: ${addDays(today, DAYS_AHEAD)}}]`),
    'lesson:',
    field('tags', '[pricing, legal]'),
  ]);
}

function openLines({ close, amount, currency }: SheetDeal, today: Day): string[] {
  return [
    field('verdict', VERDICTS.join(' | ')),
    field('close', `now ${close ?? 'without a date'}`),
    field('amount', amount === null ? 'now without an amount' : `now ${amount} ${currency}`),
    field('next_step', `{what: send the offer, by: ${addDays(today, DAYS_AHEAD)}}`),
  ];
}

function closedLines({ stratum, lost_reason }: SheetDeal, lostReasons: readonly string[]): string[] {
  const known = lostReasons.length === 0 ? 'why it was lost' : lostReasons.map(inComment).join(' | ');
  const now = lost_reason === '' ? '' : `now ${inComment(lost_reason)}; `;
  return [
    field('verdict', CLOSED_VERDICTS.join(' | ')),
    field('reason', stratum === 'won' ? 'what decided it' : `${now}${known}`),
  ];
}

/** The two questions about the process. */
export function processBlock(): Block {
  return yaml([
    field('works', '[what serves well]'),
    field('change', '[{text: what to change, why: for what reason, stage: which}]'),
    'why:',
  ]);
}

export function yaml(lines: readonly string[]): Block {
  return { kind: 'code', language: 'yaml', lines };
}

function field(key: string, comment: string): string {
  return `${`${key}:`.padEnd(COLUMN)}# ${comment}`;
}

function ownerOf({ owner }: SheetDeal): string {
  return owner === '' ? 'anna' : blockText(owner, 'flow');
}

/** A text of the workspace in a comment: on one line. */
function inComment(text: string): string {
  return blockText(text, 'flow');
}
