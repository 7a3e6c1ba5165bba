// The README promises what is there: its screens are what the demo workspace shows, and its ways to begin work.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMapping } from '../src/crm-import/mapping-read.ts';
import type { RecordCell } from '../src/page/page.ts';
import { renderXlsx } from '../src/render/xlsx.ts';
import { pipedrive } from './crm-import/desk.ts';
import { cli } from './support/cli.ts';
import { expectScreens } from './support/screens.ts';
import { wordsOf } from './support/words.ts';

const README = readFileSync('README.md', 'utf8');

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-readme-'));
  const made = await cli('init . --demo', { cwd: folder });
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every screen in the README is what the command prints', async () => {
  expect(await expectScreens('README.md', { cwd: folder })).toBe(2);
});

function asText(text: string): RecordCell {
  return { kind: 'text', text };
}

/** The commands of each `sh` block that begins with `pipeline init`, in order, without comments. */
const SETUPS = [...README.matchAll(/```sh\n(pipeline init[\s\S]*?)```/g)].map(([, block = '']) =>
  block
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
    .filter((line) => line !== ''),
);

test.each(SETUPS)('a way to begin works as it stands: %s', async (...lines) => {
  const cwd = mkdtempSync(join(tmpdir(), 'pipeline-readme-begin-'));
  writeFileSync(join(cwd, 'export.csv'), pipedrive('1,Portal,100,Lead,open', '2,ERP,200,Proposal,open'));
  const deals = { columns: ['id', 'name', 'stage'], rows: [['1', 'Portal', 'Lead'].map(asText)] };
  writeFileSync(join(cwd, 'deals.xlsx'), await renderXlsx(deals));
  expect(lines.length).toBeGreaterThan(1);
  for (const [day, line] of lines.entries()) {
    const today = `2026-11-${16 + day}`;
    const { status, stderr } = await cli(wordsOf(line).slice(1), {
      cwd,
      today,
      env: { LANG: 'pl_PL.UTF-8' },
    });
    expect(status, `${line}: ${stderr}`).toBe(0);
  }
  rmSync(cwd, { recursive: true, force: true });
});

test('the mapping in the reference reads without a problem', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/reference/import.md', 'utf8')) ?? [];
  expect(readMapping(yaml, 'map.yaml')).toMatchObject({
    system: 'ourcrm',
    stages: { 'Offer sent': 'proposal' },
  });
});
