// A page as one HTML file for a shared screen, a mail's attachment or paper: no script, and nothing is fetched.

import type { Block, Cell, Item, Line, Page, Source, Table, Tone } from '../page/page.ts';
import type { Language } from '../words/speak.ts';
import { HTML_STYLE } from './html-style.ts';
import { columnDecimals, moneyDecimals, type Words, wordsOf } from './locale.ts';
import { safeForHtml } from './safe.ts';

/** What a browser may do with the file, whatever is written in it: show it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Ends in a line end. The first heading is the title; the rest are of level 2. */
export function renderHtml(page: Page, language: Language): string {
  const look: Look = { page, words: wordsOf(language), level: 'h2' };
  const first = page.blocks.find((block) => block.kind === 'heading');
  const title = first === undefined ? 'pipeline' : plain(first.parts, look);
  return `<!DOCTYPE html>
<html lang="${language.translations === undefined ? 'en' : language.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
${grouped(page.blocks)
  .map((group) => groupText(group, first, look))
  .join('\n')}
</main>
</body>
</html>
`;
}

/** The blocks alone, as a part of a larger document; headings are of the level given. */
export function renderBlocks(page: Page, language: Language, level: 'h3'): string {
  const look: Look = { page, words: wordsOf(language), level };
  return grouped(page.blocks)
    .map((group) => groupText(group, undefined, look))
    .join('\n');
}

interface Look {
  readonly level: 'h2' | 'h3';
  readonly page: Page;
  readonly words: Words;
}

type Alone = Exclude<Block, Line | Item | { readonly kind: 'blank' }>;
/** Blocks that make one element: lines below each other, items of a list. */
type Group =
  | { readonly kind: 'lines'; readonly lines: Line[] }
  | { readonly kind: 'items'; readonly items: Item[] }
  | Alone;

function grouped(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = [];
  let before: Block | undefined;
  for (const block of blocks) {
    const group = groups.at(-1);
    const goesOn = before?.kind === block.kind;
    if (block.kind === 'line') {
      if (goesOn && group?.kind === 'lines') group.lines.push(block);
      else groups.push({ kind: 'lines', lines: [block] });
    } else if (block.kind === 'item') {
      if (goesOn && group?.kind === 'items') group.items.push(block);
      else groups.push({ kind: 'items', items: [block] });
    } else if (block.kind !== 'blank') {
      groups.push(block);
    }
    before = block;
  }
  return groups;
}

function groupText(group: Group, title: Block | undefined, look: Look): string {
  switch (group.kind) {
    case 'heading': {
      const level = group === title ? 'h1' : look.level;
      return element(level, '', sentence(group.parts, look));
    }
    case 'lines':
      return linesText(group.lines, look);
    case 'items':
      return listText(group.items, look);
    case 'paragraph':
      return element('p', classOf(group.tone), sentence(group.parts, look));
    case 'code': {
      const kind = /^[a-z]+$/.test(group.language) ? `language-${group.language}` : '';
      return `<pre>${element('code', kind, group.lines.map(safeForHtml).join('\n'))}</pre>`;
    }
    case 'next':
      return element('p', 'next', `${safeForHtml(group.text)} → <code>${safeForHtml(group.command)}</code>`);
    case 'table':
      return tableText(group, look);
  }
}

/** Lines below each other; where spaces put words into columns, every letter has the same width. */
function linesText(lines: readonly Line[], look: Look): string {
  const texts = lines.map(({ parts, tone }) =>
    element('span', ['line', classOf(tone)].join(' ').trim(), sentence(parts, look)),
  );
  const isGrid = lines.some(({ parts }) => /[^ ] {2}|^ +[^ ]/.test(plain(parts, look)));
  return element('p', isGrid ? 'grid' : '', texts.join(''));
}

function listText(items: readonly Item[], look: Look): string {
  let text = '<ul>';
  items.forEach(({ depth, parts }, at) => {
    const before = items[at - 1]?.depth;
    const opens = depth === 1 && before !== 1 ? (before === 0 ? '<ul>' : '<li><ul>') : '';
    const closes = before === undefined || opens !== '' ? '' : before > depth ? '</li></ul></li>' : '</li>';
    text += `${closes}${opens}<li>${sentence(parts, look)}`;
  });
  return `${text}</li>${items.at(-1)?.depth === 1 ? '</ul></li>' : ''}</ul>`;
}

function tableText(table: Table, look: Look): string {
  const { columns, rows, totals = [], anchors = [] } = table;
  const view = viewOf([...rows, ...totals].flat());
  const decimals = columnDecimals(table, look.page);
  const rowText = (cells: readonly Cell[], anchor = '') => {
    const shown = columns.map(({ align }, at) =>
      cellText(cells[at] ?? { kind: 'none' }, align, decimals[at] ?? 0, look, view),
    );
    return `<tr${anchor === '' ? '' : ` id="${safeForHtml(anchor)}"`}>${shown.join('')}</tr>`;
  };
  const part = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `<${name}>\n${lines.join('\n')}\n</${name}>\n`;
  const headings = columns.map(({ title, align }) =>
    title === ''
      ? '<td></td>'
      : `<th scope="col"${attribute(align ?? '')}>${safeForHtml(look.words.title(title))}</th>`,
  );
  const hasHeadings = columns.some(({ title }) => title !== '');
  return `<div class="table"${look.level === 'h3' ? ' tabindex="0" role="group"' : ''}><table${view === undefined ? '' : ` data-view="${safeForHtml(view)}"`}>\n${part('thead', hasHeadings ? [`<tr>${headings.join('')}</tr>`] : [])}${part(
    'tbody',
    rows.map((row, at) => rowText(row, anchors[at])),
  )}${part(
    'tfoot',
    totals.map((row) => rowText(row)),
  )}</table></div>`;
}

function viewOf(cells: readonly Cell[]): string | undefined {
  for (const cell of cells) {
    const source = sourceOf(cell);
    if (source !== undefined) return source.view;
  }
  return undefined;
}

function sourceOf(cell: Cell): Source | undefined {
  return 'source' in cell ? cell.source : undefined;
}

/** What a figure is of; its view where nothing around says it. */
function sourceText(cell: Cell, around: string | undefined): string {
  const source = sourceOf(cell);
  if (source === undefined) return '';
  const view = source.view === around ? '' : ` data-view="${safeForHtml(source.view)}"`;
  return `${view} data-path="${safeForHtml(source.path)}" data-value="${safeForHtml(String(source.value))}"`;
}

/** A value in words; text from files keeps its own direction, and a link leads to a place on the page. */
function valueText(cell: Cell, decimals: number, look: Look): string {
  if (cell.kind === 'phrase') return sentence(cell.parts, look);
  const text = safeForHtml(look.words.cell(cell, decimals));
  if (cell.kind !== 'text' || look.level === 'h2') return text;
  return cell.anchor === undefined
    ? `<bdi>${text}</bdi>`
    : `<a href="#${safeForHtml(encodeURIComponent(cell.anchor))}"><bdi>${text}</bdi></a>`;
}

function cellText(
  cell: Cell,
  align: 'left' | 'right' | undefined,
  decimals: number,
  look: Look,
  view: string | undefined,
): string {
  if (cell.kind === 'none') return '<td></td>';
  if (cell.kind === 'bar') return `<td class="bar">${barText(cell)}</td>`;
  if (cell.kind === 'range') return `<td class="bar">${rangeText(cell)}</td>`;
  const names = [align === 'right' ? 'right' : '', cell.kind === 'day' ? 'day' : '', classOf(cell.tone)];
  const classes = names.filter((name) => name !== '').join(' ');
  return `<td${attribute(classes)}${sourceText(cell, view)}>${valueText(cell, decimals, look)}</td>`;
}

/** A bar as a picture, since paper leaves backgrounds out; one that is not nothing can be seen. */
function barText({ from, to, tone }: Extract<Cell, { kind: 'bar' }>): string {
  if (from === to) return '';
  return drawing(tone, boxText(from, to, 0, 10));
}

/** A thin bar with its middle as a thick one; what it is held against is as thick, and grey. */
function rangeText({ low, mid, high, mark, tone }: Extract<Cell, { kind: 'range' }>): string {
  const goal = mark === undefined ? '' : `<g class="muted">${boxText(mark, mark, 0, 10)}</g>`;
  return drawing(tone, `${boxText(low, high, 4, 2)}${boxText(mid, mid, 0, 10)}${goal}`);
}

function drawing(tone: Tone | undefined, boxes: string): string {
  return `<svg${attribute(classOf(tone))} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${boxes}</svg>`;
}

function boxText(from: number, to: number, y: number, height: number): string {
  const start = Math.min(from, to) * 100;
  const width = Math.max(0.6, Math.abs(to - from) * 100);
  const top = y === 0 ? '' : ` y="${y}"`;
  return `<rect x="${rounded(Math.min(start, 99.4))}"${top} width="${rounded(width)}" height="${height}"/>`;
}

function rounded(share: number): string {
  return String(Number(share.toFixed(2)));
}

function sentence(parts: readonly (string | Cell)[], look: Look): string {
  const decimals = sentenceDecimals(parts, look);
  return parts
    .map((part) => {
      if (typeof part === 'string') return safeForHtml(part);
      const text = valueText(part, decimals, look);
      const tone = part.kind === 'none' ? '' : classOf(part.tone);
      const source = sourceText(part, undefined);
      return tone === '' && source === '' ? text : `<span${attribute(tone)}${source}>${text}</span>`;
    })
    .join('')
    .trimEnd();
}

function plain(parts: readonly (string | Cell)[], look: Look): string {
  const decimals = sentenceDecimals(parts, look);
  return safeForHtml(
    parts.map((part) => (typeof part === 'string' ? part : look.words.cell(part, decimals))).join(''),
  );
}

function sentenceDecimals(parts: readonly (string | Cell)[], { page }: Look): number {
  return moneyDecimals(
    parts.filter((part): part is Cell => typeof part !== 'string'),
    page,
  );
}

function classOf(tone: Tone | undefined): string {
  return tone === undefined || tone === 'plain' ? '' : tone;
}

function element(name: string, classes: string, content: string): string {
  return `<${name}${attribute(classes)}>${content}</${name}>`;
}

function attribute(classes: string): string {
  return classes === '' || classes === 'left' ? '' : ` class="${classes}"`;
}
