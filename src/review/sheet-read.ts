// The text of a review sheet → how its deals were drawn and what people wrote into its blocks, with everything that is
// wrong in them at once. What stands around the blocks is not looked at.

import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { SourceText } from '../deal/source-text.ts';
import { Understood, type UnderstoodWord } from '../entry/understood.ts';
import type { Settings } from '../workspace/settings.ts';
import { inQuotes } from '../workspace/settings-report.ts';
import { type AnswerKey, CLOSED_KEYS, OPEN_KEYS } from './answer-keys.ts';
import { BlockReader } from './block-reader.ts';
import { type AnswerContext, DealAnswerReader, saysAnything } from './deal-answer.ts';
import { processAnswers } from './process-answer.ts';
import type { DealAnswer, ProcessAnswer, ReviewSheet, SheetDraw, SheetPick } from './sheet.ts';
import { blocksOf } from './sheet-blocks.ts';
import { readDraw } from './sheet-draw.ts';
import { strayAnswers } from './sheet-strays.ts';

/** The lines of a block's keys, from 1. */
export type AnswerLines = Readonly<Record<AnswerKey, number>>;

export interface SheetRead {
  /** With the answers that are right; undefined where nobody can tell how its deals were drawn. */
  readonly sheet: ReviewSheet | undefined;
  /** By line. */
  readonly problems: readonly Problem[];
  /** Words that were read as days and amounts. */
  readonly understood: readonly UnderstoodWord[];
  /** Where the answers on each deal stand, by its id. */
  readonly lines: ReadonlyMap<string, AnswerLines>;
  /** Deals that were picked and have no block any more. */
  readonly withoutBlock: readonly string[];
}

/**
 * Reads a sheet. A text without any block of ours is no sheet, and no problem.
 * @param file as problems name it
 * @throws Failure `newer-format` where a later version wrote it
 */
export function readSheet(text: string, file: string, settings: Settings): SheetRead {
  const { draw, problems } = readDraw(text, file);
  if (draw === undefined) {
    return { sheet: undefined, problems, understood: [], lines: new Map(), withoutBlock: [] };
  }
  return new SheetReader(text, file, draw, settings).read();
}

class SheetReader {
  readonly #text: string;
  readonly #file: string;
  readonly #draw: SheetDraw;
  readonly #picks: ReadonlyMap<string, SheetPick>;
  readonly #context: AnswerContext;
  readonly #problems: Problem[] = [];
  readonly #lines = new Map<string, AnswerLines>();
  readonly #first = new Map<string, number>();

  constructor(text: string, file: string, draw: SheetDraw, settings: Settings) {
    this.#text = text;
    this.#file = file;
    this.#draw = draw;
    this.#picks = new Map(draw.strata.flatMap(({ picked }) => picked.map((pick) => [pick.id, pick])));
    const entering = { today: draw.on, settings };
    this.#context = { ...entering, understood: new Understood(entering) };
  }

  read(): SheetRead {
    const blocks = blocksOf(this.#text, this.#file);
    const answers: DealAnswer[] = [];
    const process: ProcessAnswer[] = [];
    const seen = new Set<string>();
    for (const block of blocks) {
      const reader = new BlockReader(block);
      if (block.kind === 'deal') answers.push(...this.#answer(reader));
      if (block.kind === 'process') process.push(...processAnswers(reader, this.#context, seen));
      if (block.kind !== 'draw') this.#problems.push(...reader.problems());
    }
    const source = new SourceText(this.#text, this.#file, 'invalid-sheet');
    this.#problems.push(...strayAnswers(source, blocks, new Set(this.#picks.keys())));
    return {
      sheet: { file: this.#file, draw: this.#draw, answers: answers.filter(saysAnything), process },
      problems: this.#problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      understood: this.#context.understood.readings,
      lines: this.#lines,
      withoutBlock: [...this.#picks.keys()].filter((id) => !this.#first.has(id)),
    };
  }

  #answer(reader: BlockReader): DealAnswer[] {
    if (reader.map === undefined) {
      const { deal, line } = reader.block;
      if (this.#picks.has(deal)) this.#first.set(deal, line);
      return [];
    }
    const id = reader.text('deal');
    const pick = this.#picks.get(id);
    const at = reader.at('deal')?.from ?? 0;
    if (pick === undefined) {
      const message =
        id === '' ? 'Which deal is it about?' : said('{id} is no deal of this review.', { id: inQuotes(id) });
      const hint = 'Only deals that were drawn are answered here; others: pipeline set, pipeline next.';
      reader.report(at, message, () => didYouMean(id, [...this.#picks.keys()], hint));
      return [];
    }
    const before = this.#first.get(id);
    if (before !== undefined) {
      const hint = 'Put the answers into one of the two, and take the other out.';
      reader.report(at, said('{id} has a block in line {before} already.', { id, before }), hint);
      return [];
    }
    this.#first.set(id, reader.block.line);
    const keys = new Set<AnswerKey>([...OPEN_KEYS, ...CLOSED_KEYS]);
    const lines = [...keys].map((key) => [key, reader.lineOf(key)] as const);
    this.#lines.set(id, Object.fromEntries(lines) as AnswerLines);
    return [new DealAnswerReader(reader, pick, this.#context).answer()];
  }
}
