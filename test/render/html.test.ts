// A page as one HTML file: valid, nothing fetched, nothing run, figures as the locale has them, and what a tone says without colour.

import { expect, test } from 'vitest';
import type { Decimal } from '../../src/base/money.ts';
import type { Block, Page } from '../../src/page/page.ts';
import { ownTitle } from '../../src/page/say.ts';
import { renderHtml } from '../../src/render/html.ts';
import { demoWorkspace } from '../book/demo-workspace.ts';
import { cli } from '../support/cli.ts';
import { elementsOf, htmlProblems, PLAIN_ELEMENTS } from '../support/html.ts';
import { ENGLISH, IN_POLISH } from '../support/languages.ts';

const page = (...blocks: Block[]): Page => ({ currency: 'PLN', digits: 2, blocks });
const text = (value: string) => ({ kind: 'text', text: value }) as const;
const money = (amount: string) => ({ kind: 'money', amount: amount as Decimal }) as const;
/** What stands in <main>. */
const body = (...blocks: Block[]) =>
  /<main>\n(.*)\n<\/main>/s.exec(renderHtml(page(...blocks), ENGLISH))?.[1] ?? '';

test('every view that can be shown as HTML is a valid file that runs and fetches nothing', async () => {
  const cwd = demoWorkspace();
  const lines = ['status', 'diff', 'diff --bridge', 'stale', 'check', 'digest', 'history baltic-foods-mes'];
  for (const line of lines) {
    const { stdout, stderr } = await cli(`${line} --format html`, { cwd });
    expect(stdout, stderr).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(await htmlProblems(stdout), line).toEqual([]);
    expect(elementsOf(stdout), line).toEqual(PLAIN_ELEMENTS);
    expect(stdout, line).not.toMatch(/url\(|@import|https?:/);
  }
});

test('a text is shown as it is: markup, quotes and control characters in it do nothing', async () => {
  const nasty = `</title><script>alert(1)</script> "q" 'a' &amp; \u001b[31m\u202e\n<b onclick="x">`;
  const all = renderHtml(
    page(
      { kind: 'heading', parts: [nasty] },
      { kind: 'line', parts: [nasty] },
      { kind: 'paragraph', parts: [text(nasty)] },
      { kind: 'item', depth: 1, parts: [nasty] },
      { kind: 'code', language: 'x" onclick="y', lines: [nasty, 'second'] },
      { kind: 'next', text: nasty, command: nasty },
      { kind: 'table', columns: [{ key: 'a', title: ownTitle(nasty) }], rows: [[text(nasty)]] },
    ),
    ENGLISH,
  );
  expect(elementsOf(all)).toEqual(PLAIN_ELEMENTS);
  expect(await htmlProblems(all)).toEqual([]);
  expect(all).not.toMatch(/[\u001b\u202e]/);
  const shown = '&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;q&quot; ';
  expect(all.split(shown)).toHaveLength(11); // title and heading, line, paragraph, item, code, text and command, the table's two
});

test('figures read as the workspace has them, right-aligned with their heading, sums apart', () => {
  const table: Block = {
    kind: 'table',
    columns: [
      { key: 'deal', title: 'Deal' },
      { key: 'value', title: 'Value', align: 'right' },
      { key: 'on', title: 'Since' },
    ],
    rows: [[text('acme'), money('1234.50'), { kind: 'day', day: '2026-11-23' as never }]],
    totals: [[text('Sum'), money('1000.00'), { kind: 'none' }]],
  };
  const html = renderHtml(page(table), IN_POLISH);
  expect(html).toContain('<th scope="col" class="right">Wartość</th>');
  expect(html).toContain('<td class="right">1\u00a0234,50</td><td class="day">23.11.2026</td>');
  expect(html).toContain('<tfoot>\n<tr><td>Sum</td><td class="right">1\u00a0000,00</td><td></td></tr>');
  expect(html).toContain('<title>pipeline</title>');
});

test('a bar is a picture from where to where, and one that is not nothing can be seen', () => {
  const bar = (from: number, to: number) =>
    body({ kind: 'table', columns: [{ key: 'bar', title: '' }], rows: [[{ kind: 'bar', from, to }]] });
  expect(bar(0.25, 0.75)).toContain('<rect x="25" width="50" height="10"/>');
  expect(bar(0.75, 0.25)).toContain('<rect x="25" width="50" height="10"/>');
  expect(bar(1, 0.9999)).toContain('<rect x="99.4" width="0.6" height="10"/>');
  expect(bar(0.5, 0.5)).toContain('<td class="bar"></td>');
});

test('the first heading is the title, items nest, lines stay below each other, columns made of spaces stay columns', () => {
  const item = (depth: 0 | 1, name: string) => ({ kind: 'item', depth, parts: [name] }) as const;
  expect(
    body(
      { kind: 'heading', parts: ['One ', { kind: 'count', count: 2 }] },
      { kind: 'blank' },
      { kind: 'line', parts: ['first'] },
      { kind: 'line', parts: ['second'], tone: 'warn' },
      { kind: 'blank' },
      { kind: 'line', parts: ['Fresh     75 %'] },
      { kind: 'heading', parts: ['Two'] },
      item(0, 'a'),
      item(1, 'b'),
      item(1, 'c'),
      item(0, 'd'),
    ).split('\n'),
  ).toEqual([
    '<h1>One 2</h1>',
    '<p><span class="line">first</span><span class="line warn">second</span></p>',
    '<p class="grid"><span class="line">Fresh     75 %</span></p>',
    '<h2>Two</h2>',
    '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>',
  ]);
});

test('what a tone says is also said without colour: weight or a line below', () => {
  const html = renderHtml(page(), ENGLISH);
  expect(html).toMatch(/\.bad \{[^}]*font-weight: 700/);
  expect(html).toMatch(/\.warn \{[^}]*underline/);
  expect(
    body({
      kind: 'table',
      columns: [{ key: 'a', title: '' }],
      rows: [[{ kind: 'text', text: 'x', tone: 'bad' }]],
    }),
  ).toContain('<td class="bad">x</td>');
});
