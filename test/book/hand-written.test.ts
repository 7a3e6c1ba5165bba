// What people write by hand, and what the demo lacks: rows from the index must be the same to the last field.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/sqlite/database.ts';
import { cli } from '../support/cli.ts';
import { folderWith, put } from '../workspace-files/folder.ts';
import { letTheClockTick } from './demo-workspace.ts';

const DEALS: Readonly<Record<string, string>> = {
  'deals/a.yaml':
    'name: A\nstage: proposal\namount: 100\nstages:\n  - {stage: lead, on: 2026-10-01}\n  - {stage: proposal, on: 2026-10-20}\n',
  'deals/b.yaml': 'name: B\nstage: lead\namount: 50\ncurrency: EUR\ncustom: {segment: smb}\n',
};

async function workspace(): Promise<string> {
  const root = folderWith();
  await cli('init --currency PLN --locale en --time-zone Europe/Warsaw', { cwd: root });
  const settings = readFileSync(join(root, 'pipeline.yaml'), 'utf8');
  put(
    root,
    'pipeline.yaml',
    `${settings.replace(/^rates:.*$/m, '')}\nrates:\n  - {on: 2026-01-01, EUR: "4.25"}\n`,
  );
  for (const [path, text] of Object.entries(DEALS)) put(root, path, text);
  letTheClockTick();
  return root;
}

const run = (root: string, words: string, today = '2026-11-23') => cli(words, { cwd: root, today });

test('a snapshot of rows from the index reads back, also of stages without the day that they were logged', async () => {
  const root = await workspace();
  for (let warm = 0; warm < 3; warm++) await run(root, 'status');
  expect(await run(root, 'snapshot')).toMatchObject({ status: 0, stderr: '' });
  expect((await run(root, 'snapshot --if-changed --again')).stdout).toContain('Nothing');
});

test('a deal that can’t be read any more is carried over from rows of the index, by a week too', async () => {
  const root = await workspace();
  await run(root, 'snapshot', '2026-11-16');
  put(root, 'deals/b.yaml', 'name: [\n');
  put(root, 'export.csv', 'Record ID,Deal Name,Amount,Stage,Close Date\n1,C,10,lead,2026-12-01\n');
  letTheClockTick();
  for (let warm = 0; warm < 3; warm++) await run(root, 'status');
  const week = await run(root, 'week export.csv --partial --system hubspot');
  expect(week.stderr).not.toContain('undefined');
  expect(week.status, week.stderr).toBe(3);
  const csv = readFileSync(join(root, 'snapshots/2026-11-23/deals.csv'), 'utf8');
  expect(csv).toMatch(/^b,B,.*EUR,212\.50/m);
});

test('while another command reads the index for long, a command goes on without keeping what it learned', async () => {
  const root = await workspace();
  await run(root, 'status');
  const reader = openDatabase(join(root, '.pipeline/index.db'), 0);
  reader.exec('BEGIN');
  reader.rows('SELECT count(*) FROM reading');
  put(root, 'deals/c.yaml', 'name: C\nstage: lead\n');
  const status = await run(root, 'list --format json');
  reader.close();
  expect([status.status, status.stderr]).toEqual([0, '']);
  expect(JSON.parse(status.stdout).deals).toHaveLength(3);
});

test('a column that is damaged is found when it is looked at, and the command begins again', async () => {
  const root = await workspace();
  const sound = await run(root, 'show a --format json');
  await run(root, 'status');
  const database = openDatabase(join(root, '.pipeline/index.db'), 0);
  database.exec("UPDATE memo_column SET cells = x'5b5d'");
  database.close();
  const again = await run(root, 'show a --format json');
  expect(again).toMatchObject({ status: 0, stdout: sound.stdout });
  expect(again.stderr).toBe('The index was damaged; it is built anew.\n');
  expect(readdirSync(join(root, '.pipeline'))).not.toContain('index.db');
});
