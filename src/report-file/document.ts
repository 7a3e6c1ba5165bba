// The report as one HTML file: nothing is fetched, and nothing but its own style and script may run.

import { createHash } from 'node:crypto';
import type { Chart } from '../chart/chart.ts';
import { CHART_STYLE } from '../chart/colours.ts';
import type { Block, Page } from '../page/page.ts';
import { renderBlocks } from '../render/html.ts';
import { HTML_STYLE } from '../render/html-style.ts';
import { safeForHtml } from '../render/safe.ts';
import { languageOf } from '../words/speak.ts';
import { REPORT_SCRIPT } from './script.ts';
import { type Part, type Section, say } from './section.ts';
import { REPORT_STYLE } from './style.ts';
import { type ReportView, SECTIONS, type ViewName } from './views.ts';
import type { ReportWords } from './words.ts';

export interface Making {
  readonly view: ReportView;
  readonly sections: readonly Section[];
  readonly words: ReportWords;
  /** BCP 47, of figures and dates. */
  readonly locale: string;
  /** Of money. */
  readonly digits: number;
}

/** Ends in a line end. */
export function reportHtml(making: Making): string {
  const { view, sections, words, locale } = making;
  const style = `${HTML_STYLE}${CHART_STYLE}${REPORT_STYLE}`;
  const links = sections.map(({ id }) => `<li><a href="#${id}">${safeForHtml(words.headings[id])}</a></li>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, REPORT_SCRIPT)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safeForHtml(view.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1><bdi>${safeForHtml(view.title)}</bdi></h1>
${blocksText([{ kind: 'paragraph', parts: aboutParts(making) }], making)}
<nav aria-label="${safeForHtml(words.page.contents)}"><ul>
${links.join('\n')}
</ul></nav>
</header>
<main lang="${safeForHtml(locale.startsWith('en') ? locale : 'en')}">
${sections.map((section) => sectionText(section, making)).join('\n')}
</main>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
}

/** The same as one document for Markdown: sentences and tables. */
export function reportPage(making: Making): Page {
  const { view, sections, words, digits } = making;
  const blocks = sections.flatMap((section): Block[] => [
    { kind: 'heading', parts: [words.headings[section.id]] },
    ...section.leads.map((parts): Block => ({ kind: 'paragraph', parts })),
    ...section.charts.map(({ caption }): Block => ({ kind: 'paragraph', parts: [caption] })),
    ...section.blocks.filter(isFilled),
    ...commandsOf(section, view).map((command): Block => ({ kind: 'next', text: words.page.from, command })),
  ]);
  const title: Block = { kind: 'heading', parts: [view.title] };
  return {
    currency: view.currency,
    digits,
    blocks: [title, { kind: 'paragraph', parts: aboutParts(making) }, ...blocks],
  };
}

function aboutParts({ view: { today, currency, owner }, words }: Making): Part[] {
  const on = say(words.page.on, { today: { kind: 'day', day: today }, currency });
  return owner === null ? on : [...on, ' ', ...say(words.page.of, { owner })];
}

function policy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
}

function sectionText(section: Section, making: Making): string {
  const { words, view } = making;
  const { id, leads, charts } = section;
  const commands = commandsOf(section, view);
  const lead = leads.map((parts) => blocksText([{ kind: 'paragraph', parts }], making));
  return `<section id="${id}" aria-labelledby="${id}-heading" data-commands="${safeForHtml(JSON.stringify(commands))}">
<h2 id="${id}-heading">${safeForHtml(words.headings[id])}</h2>
<div class="lead">${lead.join('\n')}</div>
${charts.map(figureText).join('\n')}
${tablesText(section, making)}
<p class="from">${safeForHtml(words.page.from)} ${commands.map((command) => `<code>${safeForHtml(command)}</code>`).join(' · ')}</p>
</section>`;
}

function figureText({ svg, caption }: Chart): string {
  return `<figure>\n${svg}\n<figcaption><bdi>${safeForHtml(caption)}</bdi></figcaption>\n</figure>`;
}

/** Behind a chart where there is one, else in sight. */
function tablesText(section: Section, making: Making): string {
  const { words } = making;
  const { id, charts } = section;
  const blocks = section.blocks.filter(isFilled);
  if (blocks.length === 0) return '';
  const tables = blocksText(blocks, making);
  if (charts.length > 0) {
    return `<details><summary>${safeForHtml(words.page.table)}</summary>\n${tables}\n</details>`;
  }
  if (id !== 'deals') return tables;
  const { filter, shown, sort } = words.page;
  return `<div class="sortable" data-filter="${safeForHtml(filter)}" data-shown="${safeForHtml(shown)}" data-sort="${safeForHtml(sort)}">\n${tables}\n</div>`;
}

function isFilled(block: Block): boolean {
  return block.kind !== 'table' || block.rows.length > 0;
}

function blocksText(blocks: readonly Block[], { view, locale, digits }: Making): string {
  return renderBlocks({ currency: view.currency, digits, blocks }, languageOf(locale, undefined), 'h3');
}

function commandsOf({ id }: Section, { views }: ReportView): string[] {
  const names: readonly ViewName[] = SECTIONS[id];
  return names.flatMap((name) => views[name]?.command ?? []);
}
