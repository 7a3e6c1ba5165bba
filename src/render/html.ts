// A page as one HTML file for a shared screen, a mail's attachment or paper: no script, and nothing is fetched.

import type { Cell, Item, Line, Page } from '../page/page.ts';
import type { Language } from '../words/speak.ts';
import { type LaidOut, laidOut } from './facts.ts';
import { HTML_STYLE } from './html-style.ts';
import { tableText } from './html-table.ts';
import { classOf, element, type Look, plain, sentence } from './html-text.ts';
import { wordsOf } from './locale.ts';

/** What a browser may do with the file, whatever is written in it: show it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Ends in a line end. The first heading is the title; the rest are of level 2. */
export function renderHtml(page: Page, language: Language): string {
  const look: Look = { page, language, words: wordsOf(language), level: 'h2' };
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
${grouped(laidOut(page.blocks, look.words))
  .map((group) => groupText(group, first, look))
  .join('\n')}
</main>
</body>
</html>
`;
}

/** The blocks alone, as a part of a larger document; headings are of the level given. */
export function renderBlocks(page: Page, language: Language, level: 'h3'): string {
  const look: Look = { page, language, words: wordsOf(language), level };
  return unbroken(
    grouped(laidOut(page.blocks, look.words))
      .map((group) => groupText(group, undefined, look))
      .join('\n'),
  );
}

/** One sentence, as a part of a larger document. */
export function renderSentence(parts: readonly (string | Cell)[], page: Page, language: Language): string {
  return unbroken(sentence(parts, { page, language, words: wordsOf(language), level: 'h3' }));
}

/** A per cent sign stays on the line of its figure. */
function unbroken(html: string): string {
  return html.replace(/(\d) %/g, '$1\u00a0%');
}

type Alone = Exclude<LaidOut, Line | Item | { readonly kind: 'blank' }>;
/** Blocks that make one element: lines below each other, items of a list. */
type Group =
  | { readonly kind: 'lines'; readonly lines: Line[] }
  | { readonly kind: 'items'; readonly items: Item[] }
  | Alone;

function grouped(blocks: readonly LaidOut[]): readonly Group[] {
  const groups: Group[] = [];
  let before: LaidOut | undefined;
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

function groupText(group: Group, title: LaidOut | undefined, look: Look): string {
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
      return `<pre>${element('code', kind, group.lines.map((line) => plain([line], look)).join('\n'))}</pre>`;
    }
    case 'next':
      return element(
        'p',
        'next',
        `${sentence([group.text], look)} → <code>${sentence([group.command], look)}</code>`,
      );
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
