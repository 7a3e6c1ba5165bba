// A page as text for a terminal or a pipe. In a terminal nothing is wider than it; in a pipe nothing is cut.

import Table from 'cli-table3';
import { type Cell, isDrawing, type Page, type Table as PageTable, type Tone } from '../page/page.ts';
import type { Language } from '../words/speak.ts';
import { inAscii } from './ascii.ts';
import { fitColumns, GAP, type Measured } from './columns.ts';
import { barText, rangeText } from './drawings.ts';
import { type LaidOut, laidOut } from './facts.ts';
import { columnDecimals, moneyDecimals, type Words, wordsOf } from './locale.ts';
import type { Paint } from './paint.ts';
import { safeForTerminal } from './safe.ts';
import { cutTo, filled, isOneColumnEach, pad, widthOf, wrap } from './width.ts';

export interface TerminalSurface {
  readonly paint: Paint;
  readonly width: number;
  readonly language: Language;
  /** Whether the terminal shows no letters but ASCII. */
  readonly isAscii?: boolean;
}

const LEAST_BAR = 7;
const WIDEST_BAR = 60;
/** Where the width is unbounded. */
const BAR_IN_PIPE = 32;

/** Ends in a line end; no line has trailing spaces. */
export function renderTerminal(page: Page, surface: TerminalSurface): string {
  const words = wordsOf(surface.language);
  const lines = laidOut(page.blocks, words).flatMap((block) => blockLines(block, page, surface, words));
  const text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  return surface.isAscii === true ? inAscii(text) : text;
}

function blockLines(block: LaidOut, page: Page, surface: TerminalSurface, words: Words): string[] {
  const { paint, width } = surface;
  switch (block.kind) {
    case 'blank':
      return [''];
    case 'heading':
      return wrap(sentence(block.parts, page, words), width).map((line) => paint.strong(line));
    case 'line':
    case 'paragraph': {
      const tone = paint[block.tone ?? 'plain'];
      return wrap(sentence(block.parts, page, words), width).map((line) => (line === '' ? line : tone(line)));
    }
    case 'item': {
      const indent = '  '.repeat(block.depth);
      const [first = '', ...rest] = wrap(sentence(block.parts, page, words), width - indent.length - 2);
      return [`${indent}- ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
    }
    case 'code':
      return block.lines
        .flatMap((line) => wrap(`  ${sentence([line], page, words)}`, width))
        .map((line) => cutTo(line, width));
    case 'next':
      return wrap(
        `${sentence([block.text], page, words)} → ${sentence([block.command], page, words)}`.trimStart(),
        width,
      );
    case 'table':
      return tableLines(block, page, surface, words);
  }
}

function sentence(parts: readonly (string | Cell)[], page: Page, words: Words): string {
  const cells = parts.filter((part): part is Cell => typeof part !== 'string');
  const decimals = moneyDecimals(cells, page);
  return parts
    .map((part) => (typeof part === 'string' ? part : words.cell(part, decimals)))
    .map(safeForTerminal)
    .join('');
}

function tableLines(table: PageTable, page: Page, surface: TerminalSurface, words: Words): string[] {
  const all = [...table.rows, ...(table.totals ?? [])];
  const texts = textsByColumn(table, all, page, words);
  const measured = table.columns.map((column, index): Measured => {
    if (all.some((row) => isDrawing(row[index]))) return barMeasure(column, surface.width);
    const widest = texts.reduce((most, row) => Math.max(most, row[index]?.width ?? 0), 0);
    const natural = Math.max(widest, widthOf(safeForTerminal(words.title(column.title))));
    return { column, natural, most: natural };
  });
  const widths = fitColumns(measured, surface.width);
  const shown = table.columns.flatMap((column, index) =>
    (widths[index] ?? 0) > 0 ? [{ column, index, width: widths[index] ?? 0 }] : [],
  );
  const lines: string[][] = [];
  if (table.columns.some((column) => column.title !== '')) {
    lines.push(
      shown.map(({ column, width }) =>
        surface.paint.muted(
          pad(cutTo(safeForTerminal(words.title(column.title)), width), width, column.align ?? 'left'),
        ),
      ),
    );
  }
  all.forEach((row, at) => {
    const isTotal = at >= table.rows.length;
    const cells = shown.map(({ column, index, width }) => {
      const cell = row[index] ?? { kind: 'none' };
      const known = texts[at]?.[index] ?? NO_TEXT;
      const text = isDrawing(cell) ? drawn(cell, width) : known.text;
      const paint = surface.paint[toneOf(cell, isTotal)];
      if (text === known.text && known.width <= width && text !== '')
        return [paint(filled(text, width - known.width, column.align ?? 'left'))];
      return (column.wrapsTo !== undefined ? wrap(text, width) : [text]).map((line) => {
        const cut = cutTo(line, width);
        return cut === '' ? pad('', width, 'left') : paint(pad(cut, width, column.align ?? 'left'));
      });
    });
    const height = Math.max(...cells.map((told) => told.length));
    for (let line = 0; line < height; line += 1) {
      lines.push(shown.map(({ width }, place) => cells[place]?.[line] ?? pad('', width, 'left')));
    }
  });
  const isSimple = lines.length <= ROWS_FOR_A_GRID && texts.every((row) => row.every(isOneColumnAUnit));
  return isSimple ? gridLines(lines) : lines.map((cells) => cells.join(BORDERLESS.middle));
}

/** cli-table3 has an older string-width than ours, which takes some signs for wider than they are. */
function isOneColumnAUnit({ text, width }: Measure): boolean {
  return text.length === width;
}

/** cli-table3 takes 0.4 ms a row: of a screenful a fifth of the whole command. */
const ROWS_FOR_A_GRID = 12;

/** Cells have their width already, so that elsewhere rows need only be put together. */
function gridLines(rows: readonly string[][]): string[] {
  const grid = new Table({
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  grid.push(...rows);
  return grid.toString().split('\n');
}

const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/** The shown text of every cell; money with the same decimals down a column. */
function textsByColumn(
  table: PageTable,
  rows: readonly (readonly Cell[])[],
  page: Page,
  words: Words,
): Measure[][] {
  const decimals = columnDecimals(table, page);
  return rows.map((row) => row.map((cell, index) => measured(words.cell(cell, decimals[index] ?? 0))));
}

/** A text that is safe for a terminal, and the columns that it takes there. */
interface Measure {
  readonly text: string;
  readonly width: number;
}

const NO_TEXT: Measure = { text: '', width: 0 };

function measured(shown: string): Measure {
  if (isOneColumnEach(shown)) return { text: shown, width: shown.length };
  const text = safeForTerminal(shown);
  return { text, width: widthOf(text) };
}

function barMeasure(column: PageTable['columns'][number], width: number): Measured {
  if (!Number.isFinite(width)) return { column, natural: BAR_IN_PIPE, most: BAR_IN_PIPE };
  return { column: { dropRank: 99, ...column }, natural: LEAST_BAR, most: WIDEST_BAR };
}

function drawn(cell: Extract<Cell, { kind: 'bar' | 'range' }>, width: number): string {
  return cell.kind === 'bar' ? barText(cell, width) : rangeText(cell, width);
}

function toneOf(cell: Cell, isTotal: boolean): Tone {
  if (cell.kind !== 'none' && cell.tone !== undefined) return cell.tone;
  return isTotal ? 'strong' : 'plain';
}
