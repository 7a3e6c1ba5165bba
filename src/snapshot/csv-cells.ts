// How a row's fields stand in cells of CSV: safe text, and lists as words with spaces between.

import { type Day, toDay } from '../base/day.ts';
import { BadCell, readCount } from './csv-cursor.ts';
import type { DealRow, RowStage } from './row.ts';

const FORMULA = /^[=+\-@'\t\r]/;

/** Text that no spreadsheet takes for a formula: one `'` before it where it begins like one. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A word of a list: the characters that lists are made of are written as in a URL, an empty one as `%`. */
function word(text: string): string {
  if (text === '') return '%';
  return text.replace(/[%@:\s]/gu, (character) => encodeURIComponent(character));
}

/** `need buyer` */
export function writeWords(items: readonly string[]): string {
  return items.map(word).join(' ');
}

/** `lead@2026-09-01 proposal@2026-10-20` */
export function writeStages(stages: readonly RowStage[]): string {
  return stages.map(({ stage, on }) => `${word(stage)}@${on}`).join(' ');
}

/** `lead@2026-09-03 proposal@`: the days on which that was written down. */
export function writeLogged(stages: readonly RowStage[]): string {
  return stages.map(({ stage, logged }) => `${word(stage)}@${logged ?? ''}`).join(' ');
}

/** `lead:3 proposal:1` */
export function writeCounts(counts: DealRow['activities']): string {
  return counts.map(({ stage, count }) => `${word(stage)}:${count}`).join(' ');
}

/** `stale:2026-12-31 pushed:2026-12-01` */
export function writeWaived(waived: DealRow['waived']): string {
  return waived.map(({ rule, until }) => `${word(rule)}:${until}`).join(' ');
}

/** @throws BadCell */
export function readWords(cell: string, column: string): readonly string[] {
  return cell === '' ? NOTHING : cell.split(' ').map((part) => unword(part, column));
}

/** Both cells as one list. @throws BadCell where they do not name the same stages */
export function readStages(stages: string, logged: string): readonly RowStage[] {
  if (stages === '' && logged === '') return NOTHING;
  const loggedParts = logged.split(' ');
  const parts = stages.split(' ');
  if (parts.length !== loggedParts.length) throw new BadCell('stages and stages_logged differ in length');
  return parts.map((part, at) => {
    const [stage, on] = cut(part, '@', 'stages');
    const [same, loggedOn] = cut(loggedParts[at] ?? '', '@', 'stages_logged');
    if (same !== stage) throw new BadCell(`stages_logged has "${same}" where stages has "${stage}"`);
    return {
      stage,
      on: someDay(on, 'stages'),
      logged: loggedOn === '' ? undefined : someDay(loggedOn, 'stages_logged'),
    };
  });
}

/** @throws BadCell */
export function readCounts(cell: string, column: string): DealRow['activities'] {
  if (cell === '') return NOTHING;
  return cell.split(' ').map((part) => {
    const [stage, count] = cut(part, ':', column);
    return { stage, count: readCount(count, column) };
  });
}

/** @throws BadCell */
export function readWaived(cell: string, column: string): DealRow['waived'] {
  if (cell === '') return NOTHING;
  return cell.split(' ').map((part) => {
    const [rule, until] = cut(part, ':', column);
    return { rule, until: someDay(until, column) };
  });
}

const NOTHING: readonly never[] = [];

/** A word and what follows its last `mark`. @throws BadCell */
function cut(part: string, mark: string, column: string): readonly [word: string, after: string] {
  const at = part.lastIndexOf(mark);
  if (at < 0) throw new BadCell(`${column} lacks "${mark}" in "${part}"`);
  return [unword(part.slice(0, at), column), part.slice(at + 1)];
}

function unword(part: string, column: string): string {
  const known = KNOWN_WORDS.get(part);
  if (known !== undefined) return known;
  const found = part.includes('%') ? decoded(part, column) : part;
  if (KNOWN_WORDS.size < MOST_KNOWN) KNOWN_WORDS.set(part, found);
  return found;
}

function decoded(part: string, column: string): string {
  if (part === '%') return '';
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadCell(`${column} has a word with a broken character: "${part}"`);
  }
}

function someDay(text: string, column: string): Day {
  const found = toDay(text);
  if (found === undefined) throw new BadCell(`${column} has no day in "${text}"`);
  return found;
}

/** Lists name the same few stages over and over: each is looked at, and kept, once. */
const KNOWN_WORDS = new Map<string, string>();
const MOST_KNOWN = 20_000;
