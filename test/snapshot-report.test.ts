// snapshot.md as it is written: golden files that were read by eye, and what it must not claim.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Desk, desk, pipedrive } from './crm-import/desk.ts';
import { cli } from './support/cli.ts';

const NAME = '2026-11-23';
const open: Desk[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const golden = (name: string) => `../snapshots/snapshot-report/${name}.md`;

/** The first week of a CRM whose export tells nothing of when somebody last did something. */
async function firstWeek(): Promise<string> {
  const here = await desk(
    '--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive --name acme-sales',
  );
  open.push(here);
  here.write(
    'export.csv',
    pipedrive('1,Alpha,100,Lead,open', '2,Beta,200,Proposal,open', '3,Gamma,300,Qualified,open'),
  );
  expect(await here.run('week export.csv')).toMatchObject({ status: 0 });
  return here.read(`snapshots/${NAME}/snapshot.md`);
}

test('the report of the demo, golden', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'pipeline-report-'));
  folders.push(cwd);
  expect(await cli('init --demo', { cwd, today: NAME })).toMatchObject({ status: 0 });
  expect(await cli('snapshot --replace', { cwd, today: NAME })).toMatchObject({ status: 0 });
  await expect(readFileSync(join(cwd, 'snapshots', NAME, 'snapshot.md'), 'utf8')).toMatchFileSnapshot(
    golden('demo'),
  );
});

test('the report of a source without activities, golden', async () => {
  await expect(await firstWeek()).toMatchFileSnapshot(golden('no-activities'));
});

test('nothing is reported as fresh that was never judged', async () => {
  const report = await firstWeek();
  const all = report.split('\n').find((line) => line.includes('All |') || line.includes('**All**')) ?? '';
  expect(all).toContain('–');
  expect(all.match(/\b3\b/g)).toHaveLength(1); // of open, and no count of fresh ones
  expect(report).toContain('– · not judged');
  expect(report).not.toContain('Not fresh: 0');
});
