// docs/: each page for a kind of user is walked as it stands, and the index leads to every page.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './support/cli.ts';
import { walk } from './support/walk.ts';

let demo = '';
const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'pipeline-pages-'));
  folders.push(made);
  return made;
}
beforeAll(async () => {
  demo = folder();
  const made = await cli('init . --demo', { cwd: demo });
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

test.each([
  ['sales-ops.md', 4],
  ['own-book.md', 11],
])('%s goes from an empty folder to what it shows', async (page, commands) => {
  expect(await walk(`docs/${page}`, folder())).toBe(commands);
});

test.each([
  ['method.md', 2],
  ['manager-monday.md', 9],
  ['data-engineer.md', 8],
])('%s shows what the demo says', async (page, commands) => {
  expect(await walk(`docs/${page}`, demo)).toBe(commands);
});

test('the parquet files and the database of the page are there', () => {
  for (const path of ['lake/snapshots', 'lake/deals.parquet', 'pipeline.db', 'movements.jsonl'])
    expect(existsSync(join(demo, path)), path).toBe(true);
});

/** Where the links of a page lead, as paths from the project's root. */
function linksOf(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.includes(':'))
    .map((target) => normalize(join(dirname(page), target)));
}

const PAGES = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

test.each(['README.md', ...PAGES])('every link of %s leads to something', (page) => {
  for (const target of linksOf(page)) expect(existsSync(target), target).toBe(true);
});

test('the README leads to the index, and the index to every page', () => {
  expect(linksOf('README.md')).toContain('docs/README.md');
  const led = new Set(linksOf('docs/README.md'));
  expect(PAGES.filter((page) => page !== 'docs/README.md' && !led.has(page))).toEqual([]);
  const reference = readdirSync('docs/reference').filter((name) => name.endsWith('.md'));
  expect(reference.filter((name) => !led.has(`docs/reference/${name}`))).toEqual([]);
});
