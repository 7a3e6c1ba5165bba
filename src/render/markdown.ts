// A page as Markdown for a wiki, a chat or a pull request: the same blocks, tables as tables.

import { type Cell, isDrawing, type Page, type Table } from '../page/page.ts';
import type { Language } from '../words/speak.ts';
import { type LaidOut, laidOut } from './facts.ts';
import { columnDecimals, moneyDecimals, type Words, wordsOf } from './locale.ts';
import { safeForMarkdown, safeForTerminal } from './safe.ts';

/** Ends in a line end. The first heading is of level 2, the rest of level 3: a part of something. */
export function renderMarkdown(page: Page, language: Language): string {
  return inLevels(page, language, '##');
}

/** The same as a document of its own: the first heading is of level 1. */
export function renderDocument(page: Page, language: Language): string {
  return inLevels(page, language, '#');
}

function inLevels(page: Page, language: Language, first: string): string {
  const words = wordsOf(language);
  let headings = 0;
  const parts = laidOut(page.blocks, words).map((block) => {
    if (block.kind === 'heading') headings += 1;
    const isWithin = block.kind === 'heading' && block.isWithin === true;
    return blockText(block, page, words, headings === 1 ? first : `${first}#${isWithin ? '#' : ''}`);
  });
  return `${parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function blockText(block: LaidOut, page: Page, words: Words, level: string): string {
  switch (block.kind) {
    case 'blank':
      return '';
    case 'heading':
      return `${level} ${sentence(block.parts, page, words)}\n`;
    case 'line':
    case 'paragraph':
      return `${sentence(block.parts, page, words)}\n`;
    case 'item':
      return `${'  '.repeat(block.depth)}- ${sentence(block.parts, page, words)}`;
    case 'code': {
      const text = block.lines.map((line) => safeForTerminal(plainText(line, words))).join('\n');
      const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      return `${fence}${block.language}\n${text}\n${fence}\n`;
    }
    case 'next':
      return `${sentence([block.text], page, words)} → \`${plainText(block.command, words).replaceAll('`', "'")}\`\n`;
    case 'table':
      return `${tableText(block, page, words)}\n`;
  }
}

function sentence(parts: readonly (string | Cell)[], page: Page, words: Words): string {
  const decimals = moneyDecimals(
    parts.filter((part): part is Cell => typeof part !== 'string'),
    page,
  );
  return parts
    .map((part) => {
      if (typeof part === 'string') return safeForMarkdown(part);
      const text = safeForMarkdown(words.cell(part, decimals));
      return part.kind === 'text' && part.tone === 'strong' && text !== '' ? `**${text}**` : text;
    })
    .join('')
    .trim();
}

/** As it stands in a code block or span. */
function plainText(text: string | Cell, words: Words): string {
  return typeof text === 'string' ? text : words.cell(text, 0);
}

function tableText(table: Table, page: Page, words: Words): string {
  const rows = [...table.rows, ...(table.totals ?? [])];
  const isDrawn = (index: number) => rows.some((row) => isDrawing(row[index]));
  const shown = table.columns.flatMap((column, index) => (isDrawn(index) ? [] : [{ column, index }]));
  const decimals = columnDecimals(table, page);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row, at) =>
    line(
      shown.map(({ index }) => {
        const text = safeForMarkdown(words.cell(row[index] ?? { kind: 'none' }, decimals[index] ?? 0)).trim();
        return at >= table.rows.length && text !== '' ? `**${text}**` : text;
      }),
    ),
  );
  return [
    line(shown.map(({ column }) => safeForMarkdown(words.title(column.title)))),
    line(shown.map(({ column }) => (column.align === 'right' ? '---:' : '---'))),
    ...body,
  ].join('\n');
}
