// The report as one HTML file: nothing is fetched, and nothing but its own style and script may run.

import { createHash } from 'node:crypto';
import { type Chart, told } from '../chart/chart.ts';
import { CHART_STYLE } from '../chart/colours.ts';
import type { Block, Cell, Page } from '../page/page.ts';
import { say } from '../page/say.ts';
import { anewHtml } from '../render/anew-line.ts';
import { renderBlocks, renderSentence } from '../render/html.ts';
import { HTML_STYLE } from '../render/html-style.ts';
import { safeForHtml } from '../render/safe.ts';
import type { Message } from '../words/message.ts';
import type { Language } from '../words/speak.ts';
import { REPORT_SCRIPT } from './script.ts';
import { listed, type Part, type Section } from './section.ts';
import { REPORT_STYLE } from './style.ts';
import { type ReportView, SECTIONS, type SectionId, type ViewName } from './views.ts';

export interface Making {
  readonly view: ReportView;
  readonly sections: readonly Section[];
  readonly language: Language;
  /** Of money. */
  readonly digits: number;
}

const HEADINGS = {
  freshness: 'Freshness',
  funnel: 'Funnel',
  bridge: 'Bridge',
  movements: 'Movements',
  stale: 'Stale deals',
  slips: 'Slip and shrink',
  conversion: 'Conversion',
  plan: 'Plan',
  forecast: 'Forecast',
  results: 'Results',
  reviews: 'Reviews and actions',
  feedback: 'Feedback',
  deals: 'Open deals',
} as const satisfies Readonly<Record<SectionId, Message>>;

/** Ends in a line end. */
export function reportHtml(making: Making): string {
  const { view, sections, language } = making;
  const inWords = (message: Message) => safeForHtml(told(message, {}, making));
  const style = `${HTML_STYLE}${CHART_STYLE}${REPORT_STYLE}`;
  const links = sections.map(({ id }) => `<li><a href="#${id}">${inWords(HEADINGS[id])}</a></li>`);
  return `${anewHtml('pipeline report')}<html lang="${safeForHtml(spokenIn(language))}">
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
<nav aria-label="${inWords('Contents')}"><ul>
${links.join('\n')}
</ul></nav>
</header>
<main>
${sections.map((section) => sectionText(section, making)).join('\n')}
</main>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
}

/** The same as one document for Markdown: sentences and tables. */
export function reportPage(making: Making): Page {
  const { view, sections, digits } = making;
  const blocks = sections.flatMap((section): Block[] => [
    { kind: 'heading', parts: [say(HEADINGS[section.id])] },
    ...section.leads.map((parts): Block => ({ kind: 'paragraph', parts })),
    ...section.charts.map(({ title, caption }): Block => {
      const name: Cell = { kind: 'text', text: `${title}.`, tone: 'strong' };
      return { kind: 'paragraph', parts: [name, ' ', ...caption] };
    }),
    ...(section.notes ?? []),
    ...section.blocks.filter(isFilled).flatMap((block) => inShort(block, commandsOf(section, view)[0] ?? '')),
    ...commandsOf(section, view).map(
      (command): Block => ({ kind: 'next', text: told('Taken from', {}, making), command }),
    ),
  ]);
  const title: Block = { kind: 'heading', parts: [view.title] };
  return {
    currency: view.currency,
    digits,
    blocks: [title, { kind: 'paragraph', parts: aboutParts(making) }, ...blocks],
  };
}

/** A document ends tables where a page would go on: nobody scrolls a thousand deals in a pull request. */
function inShort(block: Block, command: string): Block[] {
  if (block.kind === 'heading') return [{ ...block, isWithin: true }];
  return block.kind === 'table' ? listed(block, command) : [block];
}

function aboutParts({ view: { today, as_of: asOf, currency, owner } }: Making): Part[] {
  return [
    say('On {today}, all money in {currency}.', { today: { kind: 'day', day: today }, currency }),
    ...(asOf === null
      ? []
      : [' ', say('As the snapshot of {day} has it.', { day: { kind: 'day', day: asOf } })]),
    ...(owner === null ? [] : [' ', say('Of {owner}.', { owner })]),
  ];
}

/** BCP 47: where a language has no words of its own, English is spoken, with its figures. */
function spokenIn({ locale, translations }: Language): string {
  return translations !== undefined || locale.startsWith('en') ? locale : 'en';
}

function policy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
}

function sectionText(section: Section, making: Making): string {
  const { view } = making;
  const inWords = (message: Message) => safeForHtml(told(message, {}, making));
  const { id, leads, charts, notes = [] } = section;
  const commands = commandsOf(section, view);
  const lead = leads.map((parts) => blocksText([{ kind: 'paragraph', parts }], making));
  return `<section id="${id}" aria-labelledby="${id}-heading" data-commands="${safeForHtml(JSON.stringify(commands))}">
<h2 id="${id}-heading">${inWords(HEADINGS[id])}</h2>
<div class="lead">${lead.join('\n')}</div>
${charts.map((one) => figureText(one, making)).join('\n')}
${notes.length === 0 ? '' : `<div class="notes">${blocksText(notes, making)}</div>`}
${tablesText(section, making)}
<p class="from">${inWords('Taken from')} ${commands.map(commandText).join(' · ')}</p>
</section>`;
}

/** Its words stay whole: at a hyphen a line would end in half an option. */
function commandText(command: string): string {
  const words = command.split(' ').map((word) => `<span>${safeForHtml(word)}</span>`);
  return `<code>${words.join(' ')}</code>`;
}

function figureText({ svg, title, caption }: Chart, { view, language, digits }: Making): string {
  const words = renderSentence(caption, { currency: view.currency, digits, blocks: [] }, language);
  const said = `<strong>${safeForHtml(title)}.</strong> ${words}`;
  return `<figure>\n${svg}\n<figcaption>${said}</figcaption>\n</figure>`;
}

/** Behind a chart where there is one, else in sight. */
function tablesText(section: Section, making: Making): string {
  const { id, charts } = section;
  const inWords = (message: Message, values = {}) => safeForHtml(told(message, values, making));
  const blocks = section.blocks.filter(isFilled);
  if (blocks.length === 0) return '';
  const tables = blocksText(blocks, making);
  if (charts.length > 0) {
    return `<details><summary>${inWords('The figures as a table')}</summary>\n<div class="tables">${tables}</div>\n</details>`;
  }
  if (id !== 'deals') return `<div class="whole">${tables}</div>`;
  return `<div class="sortable whole" data-filter="${inWords('Filter the deals')}" data-shown="${inWords('{shown} of {all} deals are shown', { shown: '{shown}', all: '{all}' })}" data-sort="${inWords('Sort by')}">\n${tables}\n</div>`;
}

function isFilled(block: Block): boolean {
  return block.kind !== 'table' || block.rows.length > 0;
}

function blocksText(blocks: readonly Block[], { view, language, digits }: Making): string {
  return renderBlocks({ currency: view.currency, digits, blocks }, language, 'h3');
}

function commandsOf({ id }: Section, { views }: ReportView): string[] {
  const names: readonly ViewName[] = SECTIONS[id];
  return names.flatMap((name) => views[name]?.command ?? []);
}
