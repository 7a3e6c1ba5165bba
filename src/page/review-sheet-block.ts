// The blocks of a review sheet that a person fills in: a key a line, with what stands there now and how it is written.

import { addDays, type Day } from '../base/day.ts';
import type { SheetDeal } from '../report/review-sheet-deal.ts';
import { blockText } from '../review/block-text.ts';
import { PRINTED, PRINTED_TAGS } from '../review/printed-comments.ts';
import { VERDICTS, type Verdict } from '../review/sheet.ts';
import type { Block, Cell } from './page.ts';
import { say } from './say.ts';

type Part = string | Cell;

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
    example('actions', `, owner: ${ownerOf(deal)}, by: ${addDays(today, DAYS_AHEAD)}}]`),
    'lesson:',
    field('tags', PRINTED_TAGS),
  ]);
}

function openLines({ close, amount, currency }: SheetDeal, today: Day): Part[] {
  return [
    field('verdict', VERDICTS.join(' | ')),
    field('close', close === null ? say('now without a date') : say('now {value}', { value: close })),
    field(
      'amount',
      amount === null ? say('now without an amount') : say('now {value}', { value: `${amount} ${currency}` }),
    ),
    example('next_step', `, by: ${addDays(today, DAYS_AHEAD)}}`),
  ];
}

function closedLines({ stratum, lost_reason }: SheetDeal, lostReasons: readonly string[]): Part[] {
  const known = lostReasons.length === 0 ? say('why it was lost') : lostReasons.map(inComment).join(' | ');
  const now: Part[] = lost_reason === '' ? [] : [say('now {value}', { value: inComment(lost_reason) }), '; '];
  return [
    field('verdict', CLOSED_VERDICTS.join(' | ')),
    stratum === 'won' ? example('reason') : field('reason', ...now, known),
  ];
}

/** The two questions about the process. */
export function processBlock(): Block {
  return yaml([
    example('works', ']'),
    example('change', ', why: ', say('for what reason'), ', stage: ', say('which'), '}]'),
    'why:',
  ]);
}

export function yaml(lines: readonly Part[]): Block {
  return { kind: 'code', language: 'yaml', lines };
}

function field(key: string, ...comment: readonly Part[]): Cell {
  return { kind: 'phrase', parts: [`${`${key}:`.padEnd(COLUMN)}# `, ...comment] };
}

/** An example of what may stand there. @param rest what stands behind its first words */
function example(key: keyof typeof PRINTED, ...rest: readonly Part[]): Cell {
  const { yaml: begin, words } = PRINTED[key];
  return field(key, begin, say(words), ...rest);
}

function ownerOf({ owner }: SheetDeal): string {
  return owner === '' ? 'anna' : blockText(owner, 'flow');
}

/** A text of the workspace in a comment: on one line. */
function inComment(text: string): string {
  return blockText(text, 'flow');
}
