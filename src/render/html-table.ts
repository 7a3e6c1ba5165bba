// A table of a page in HTML: figures know where they come from, bars and ranges are small pictures.

import type { Cell, Table, Tone } from '../page/page.ts';
import { attribute, classOf, type Look, sourceOf, sourceText, valueText } from './html-text.ts';
import { columnDecimals } from './locale.ts';
import { safeForHtml } from './safe.ts';

export function tableText(table: Table, look: Look): string {
  const { columns, rows, totals = [], anchors = [] } = table;
  const view = viewOf([...rows, ...totals].flat());
  const decimals = columnDecimals(table, look.page);
  const joined = columns.flatMap(({ joinsFirst }, at) => (joinsFirst === true ? [at] : []));
  const rowText = (cells: readonly Cell[], anchor = '') => {
    const below = belowText(
      joined.flatMap((at) => cells[at] ?? []),
      look,
    );
    const shown = columns.map(({ align }, at) =>
      cellText(cells[at] ?? { kind: 'none' }, align, decimals[at] ?? 0, look, view, at === 0 ? below : ''),
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
  return `<div class="table"${look.level === 'h3' ? ' tabindex="0" role="group"' : ''}><table${attribute(joined.map((at) => `joined-${at + 1}`).join(' '))}${view === undefined ? '' : ` data-view="${safeForHtml(view)}"`}>\n${part('thead', hasHeadings ? [`<tr>${headings.join('')}</tr>`] : [])}${part(
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

function cellText(
  cell: Cell,
  align: 'left' | 'right' | undefined,
  decimals: number,
  look: Look,
  view: string | undefined,
  below: string,
): string {
  if (cell.kind === 'none') return '<td></td>';
  if (cell.kind === 'bar') return `<td class="bar">${barText(cell)}</td>`;
  if (cell.kind === 'range') return `<td class="bar">${rangeText(cell)}</td>`;
  const text = valueText(cell, decimals, look);
  const names = [
    align === 'right' ? 'right' : '',
    cell.kind === 'day' ? 'day' : '',
    look.level === 'h3' && hasLongWord(text) ? 'long' : '',
    classOf(cell.tone),
  ];
  const classes = names.filter((name) => name !== '').join(' ');
  return `<td${attribute(classes)}${sourceText(cell, view)}>${text}${below}</td>`;
}

/** What a phone shows below the first cell of a row, instead of in columns of their own. */
function belowText(cells: readonly Cell[], look: Look): string {
  const texts = cells
    .map((cell) => valueText(cell, 0, look))
    .filter((text) => !/^(<bdi><\/bdi>)?$/.test(text));
  return texts.length === 0 ? '' : `<div class="below">${texts.join(' · ')}</div>`;
}

/** One that a column is not made as wide as: it may break anywhere. */
function hasLongWord(html: string): boolean {
  return /[^\s-]{17}/u.test(html.replace(/<[^>]*>/g, ''));
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
