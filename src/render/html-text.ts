// Sentences and values of a page in HTML; where they are of a view, with their place in it.

import type { Cell, Page, Source, Tone } from '../page/page.ts';
import type { Language } from '../words/speak.ts';
import { moneyDecimals, type Words } from './locale.ts';
import { safeForHtml } from './safe.ts';
import { saidParts } from './said.ts';

/** What the blocks of a page are written with. */
export interface Look {
  readonly level: 'h2' | 'h3';
  readonly page: Page;
  readonly language: Language;
  readonly words: Words;
}

export function sourceOf(cell: Cell): Source | undefined {
  return 'source' in cell ? cell.source : undefined;
}

/** What a figure is of; its view where nothing around says it. */
export function sourceText(cell: Cell, around: string | undefined): string {
  const source = sourceOf(cell);
  if (source === undefined) return '';
  const view = source.view === around ? '' : ` data-view="${safeForHtml(source.view)}"`;
  const made = source.made === undefined ? '' : ` data-made="${source.made}"`;
  return `${view} data-path="${safeForHtml(source.path)}"${made} data-value="${safeForHtml(String(source.value))}"`;
}

/** A value in words; text from files keeps its own direction, and a link leads to a place on the page. */
export function valueText(cell: Cell, decimals: number, look: Look): string {
  if (cell.kind === 'phrase' && cell.isUnbroken !== true) return sentence(cell.parts, look);
  if (cell.kind === 'said') return sentence(saidParts(cell, look.language), look);
  const text = safeForHtml(look.words.cell(cell, decimals));
  if (cell.kind !== 'text' || look.level === 'h2') return text;
  return cell.anchor === undefined
    ? `<bdi>${text}</bdi>`
    : `<a href="#${safeForHtml(encodeURIComponent(cell.anchor))}"><bdi>${text}</bdi></a>`;
}

export function sentence(parts: readonly (string | Cell)[], look: Look): string {
  const decimals = sentenceDecimals(parts, look);
  return parts
    .map((part) => {
      if (typeof part === 'string') return safeForHtml(part);
      const text = valueText(part, decimals, look);
      const classes = part.kind === 'none' ? '' : part.kind === 'day' ? 'day' : classOf(part.tone);
      const source = sourceText(part, undefined);
      return classes === '' && source === '' ? text : `<span${attribute(classes)}${source}>${text}</span>`;
    })
    .join('')
    .trimEnd();
}

export function plain(parts: readonly (string | Cell)[], look: Look): string {
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

export function classOf(tone: Tone | undefined): string {
  return tone === undefined || tone === 'plain' ? '' : tone;
}

export function element(name: string, classes: string, content: string): string {
  return `<${name}${attribute(classes)}>${content}</${name}>`;
}

export function attribute(classes: string): string {
  return classes === '' || classes === 'left' ? '' : ` class="${classes}"`;
}
