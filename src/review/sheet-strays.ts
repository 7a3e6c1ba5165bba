// Answers of a sheet that no block holds any more: a fence or a key was damaged, and what was said would be passed over.

import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import type { SourceText } from '../deal/source-text.ts';
import { CLOSED_KEYS, OPEN_KEYS, PROCESS_KEYS } from './answer-keys.ts';
import type { SheetBlock } from './sheet-blocks.ts';

const DEAL = /^[ \t>*-]*\{?[ \t]*(["']?)deal\1[ \t]*:[ \t]*(["']?)([a-z0-9][a-z0-9-]*)\2[ \t]*(?:[#,}].*)?$/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*ya?ml\b/i;
const KEY = /^[ \t>-]*\{?[ \t]*(["']?)([A-Za-z_]+)\1[ \t]*:/;
const KEYS: readonly string[] = [...OPEN_KEYS, ...CLOSED_KEYS];
const SAID = new RegExp(
  `^([ \\t>*+-]*)\\{?[ \\t]*(["']?)(${PROCESS_KEYS.join('|')})\\2[ \\t]*:(?:[ \\t]+(.*))?$`,
  'i',
);
const HINT = 'A block begins with a line ```yaml, and `deal: ID` is its first line. Mend it, or take it out.';

const SAID_HINT = said(
  'A block begins with a line ```yaml, and one of {keys} is its first key. Mend it, or take it out.',
  { keys: PROCESS_KEYS.join(', ') },
);

/** @param ids of the deals that were picked */
export function strayAnswers(
  source: SourceText,
  blocks: readonly SheetBlock[],
  ids: ReadonlySet<string>,
): Problem[] {
  const lines = source.text.split(/\r?\n/);
  const opened = new Set(blocks.map(({ line }) => line));
  const held = new Set(blocks.filter(({ kind }) => kind === 'deal').map((block) => firstLine(block, lines)));
  const strays = saidOutside(lines, blocks);
  const problems: Problem[] = [];
  let at = 0;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const id = DEAL.exec(text)?.[3] ?? '';
    const isAnswer = ids.has(id) && !held.has(line);
    const isBroken =
      !isAnswer && FENCE.test(text) && !opened.has(line) && isLikeOurs(firstOf(lines, index + 1));
    if (isAnswer)
      problems.push(source.problem(at, { message: said('{id}: no block begins here.', { id }), hint: HINT }));
    if (isBroken) {
      const isOfProcess = isLikeProcess(firstOf(lines, index + 1));
      const message = isOfProcess
        ? 'This block has none of the keys of the process first.'
        : 'This block says of no deal.';
      problems.push(source.problem(at, { message, hint: isOfProcess ? SAID_HINT : HINT }));
    }
    const key = strays.get(line);
    if (key !== undefined) {
      problems.push(
        source.problem(at, { message: said('{key}: no block holds this answer.', { key }), hint: SAID_HINT }),
      );
    }
    at = source.text.indexOf('\n', at) + 1;
  }
  return problems;
}

/**
 * The keys of answers on the process by their lines. While a block of the process is there, such words elsewhere are
 * the person's own, but where they look like a second block that was damaged.
 */
function saidOutside(lines: readonly string[], blocks: readonly SheetBlock[]): ReadonlyMap<number, string> {
  const strays = new Map<number, string>();
  const hasBlock = blocks.some(({ kind }) => kind === 'process');
  const held = new Set(
    blocks.flatMap(({ line, source }) => source.text.split('\n').map((_, index) => line + index)),
  );
  for (const [index, text] of lines.entries()) {
    const [, before = '', , key, value = ''] = SAID.exec(text) ?? [];
    if (key === undefined || held.has(index + 1)) continue;
    const isSaid = /^[^#\s]/.test(value) || isBelow(before, lines.slice(index + 1, index + 1 + FAR));
    if (isSaid && (!hasBlock || isLikeBlock(paragraphAt(lines, index, held)))) strays.set(index + 1, key);
  }
  return strays;
}

/** The lines around one, up to empty ones and to what blocks hold; a block's closing fence is its own. */
function paragraphAt(lines: readonly string[], at: number, held: ReadonlySet<number>): readonly string[] {
  const isPart = (index: number) =>
    index >= 0 && index < lines.length && /[^\s>]/.test(lines[index] ?? '') && !held.has(index + 1);
  let [from, to] = [at, at + 1];
  while (isPart(from - 1)) from--;
  while (isPart(to)) to++;
  return lines.slice(held.has(from) ? from + 1 : from, to);
}

/** Two keys of the process, or a fence beside one; in a fence of another language they are an example of the person's. */
function isLikeBlock(paragraph: readonly string[]): boolean {
  const [first = ''] = paragraph;
  if (OTHER_FENCE.test(first)) return false;
  const keys = new Set(paragraph.flatMap((text) => SAID.exec(text)?.[3]?.toLowerCase() ?? []));
  return keys.size > 1 || paragraph.some((text) => ANY_FENCE.test(text));
}

const ANY_FENCE = /^[ \t>]*(?:`{2,}|~{2,})/;
const OTHER_FENCE = /^[ \t>]*(?:`{2,}|~{2,})[ \t]*(?!ya?ml\b)\w/i;

/** Comments and empty lines that may stand between a key and what it holds. */
const FAR = 10;

/** Whether what a key holds stands in the lines below it. @param before what stands before the key */
function isBelow(before: string, lines: readonly string[]): boolean {
  const first = lines.find((text) => /^[ \t>]*[^\s>#]/.test(text)) ?? '';
  const [, indent = '', dash = ''] = /^([ \t>]*)(-[ \t])?/.exec(first) ?? [];
  return dash !== '' || (first !== '' && indent.length > before.length);
}

/** Where a block's first key stands. */
function firstLine({ line }: SheetBlock, lines: readonly string[]): number {
  const at = lines.findIndex((text, index) => index >= line && /^[ \t]*[^\s#]/.test(text));
  return at + 1;
}

/** The first line from there that is no comment. */
function firstOf(lines: readonly string[], from: number): string {
  return lines.slice(from, from + FAR).find((text) => /^[ \t>]*[^\s>#]/.test(text)) ?? '';
}

function isLikeOurs(text: string): boolean {
  const key = KEY.exec(text)?.[2]?.toLowerCase() ?? '';
  return KEYS.includes(key) || nearest(key, ['deal']) !== undefined || isLikeProcess(text);
}

/** A key of the process mistyped, or another kind of feedback. */
function isLikeProcess(text: string): boolean {
  const key = KEY.exec(text)?.[2]?.toLowerCase() ?? '';
  if (PROCESS_KEYS.some((known) => known === key)) return false;
  return OTHER_KINDS.includes(key) || nearest(key, PROCESS_KEYS) !== undefined;
}

const OTHER_KINDS = ['stop', 'question'];
