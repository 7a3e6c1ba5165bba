// pipeline backfill --from exports: old exports, as if each had been imported and snapshotted when it was made.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BackfillView } from '../../src/report/backfill.ts';
import type { DiffView } from '../../src/report/diff.ts';
import { readSnapshot } from '../../src/snapshot/store.ts';
import { type Desk, desk, pipedrive } from '../crm-import/desk.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive');
  here.write(
    'today.csv',
    pipedrive('1,Alpha,300,Proposal,open', '2,Beta,200,Proposal,won', '3,Gamma,10,Lead,open'),
  );
  const { status, stderr } = await here.run('import today.csv');
  if (status !== 0) throw new Error(stderr);
  here.write('old/deals-2026-11-02.csv', pipedrive('1,Alpha,100,Lead,open', '2,Beta,200,Lead,open'));
  here.write(
    'old/deals_20261109.csv',
    pipedrive('1,Alpha,150,Proposal,open', '2,Beta,200,Lead,open', '9,Alpha,5,Lead,open'),
  );
  here.write('old/.hidden-2026-11-10.csv', 'no export');
});
afterEach(() => here.clear());

const made = (words: string) => here.json<BackfillView>(`backfill ${words} --from exports`);
const rowsOf = (name: string) =>
  Object.fromEntries(readSnapshot(here.root, name).deals.map((row) => [row.id, row]));

describe('a folder of exports', () => {
  test('becomes a snapshot a day, with a stage dated by the export that first shows it', async () => {
    const view = await made('old');
    expect(view).toMatchObject({
      origin: 'backfill-exports',
      snapshots: [
        { name: '2026-11-02', deals: 2, open: 2 },
        { name: '2026-11-09', deals: 3, open: 3 },
      ],
    });
    expect(rowsOf('2026-11-02')).toMatchObject({
      alpha: { stage: 'lead', amount: '100' },
      beta: { stage: 'lead' },
    });
    expect(rowsOf('2026-11-09').alpha).toMatchObject({
      stage: 'proposal',
      amount: '150',
      stages: [
        { stage: 'lead', on: '2026-11-02' },
        { stage: 'proposal', on: '2026-11-09' },
      ],
    });
  });

  test('keeps the ids that the records have today, and gives a vanished one another', async () => {
    await made('old');
    const ids = Object.keys(rowsOf('2026-11-09'));
    expect(ids.slice(0, 1)).toEqual(['alpha']);
    expect(ids.find((id) => id.startsWith('alpha-'))).toMatch(/^alpha-[a-z0-9]{6}$/);
    await here.run('snapshot');
    const view = await here.json<DiffView>('diff 2026-11-09');
    const kinds = Object.fromEntries(
      view.deals.map(({ id, movements }) => [id, movements.map(({ kind }) => kind)]),
    );
    expect(kinds).toMatchObject({ alpha: ['grown'], beta: ['won'], gamma: ['new'] });
    expect(Object.values(kinds)).toContainEqual(['removed']);
  });

  test('changes nothing of the deals, the mapping or the settings, and leaves nothing behind', async () => {
    const before = { ...here.files('deals'), ...here.files('imports'), settings: here.read('pipeline.yaml') };
    await made('old');
    expect({
      ...here.files('deals'),
      ...here.files('imports'),
      settings: here.read('pipeline.yaml'),
    }).toEqual(before);
    expect(readdirSync(join(here.root, '.pipeline')).filter((name) => name.startsWith('replay'))).toEqual([]);
  });

  test('run again makes only what is not there', async () => {
    await made('old --until 2026-11-05');
    const before = here.files('snapshots');
    const again = await made('old');
    expect(again).toMatchObject({ already_there: ['2026-11-02'], snapshots: [{ name: '2026-11-09' }] });
    expect(here.files('snapshots')).toMatchObject(before);
    expect(rowsOf('2026-11-09').alpha?.stages).toMatchObject([
      { stage: 'lead', on: '2026-11-02' },
      { stage: 'proposal', on: '2026-11-09' },
    ]);
  });
});

describe('a day', () => {
  test('that no name tells is said', async () => {
    here.write('a.csv', pipedrive('1,Alpha,100,Lead,open'));
    const { status, stderr } = await here.run('backfill a.csv --from exports');
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Nothing tells the day of a.csv.'),
    });
    expect((await made('a.csv --date 2026-10-01')).snapshots).toMatchObject([{ name: '2026-10-01' }]);
    const wrong = await here.run('backfill a.csv old --from exports --date 2026-10-01');
    expect(wrong.stderr).toContain('--date names 1 days for 2 files.');
  });

  test('of which there is no export is told so', async () => {
    expect(await made('old --on 2026-11-03,2026-11-09')).toMatchObject({
      before_all: ['2026-11-03'],
      snapshots: [{ name: '2026-11-09' }],
    });
  });
});

describe('what can’t be imported', () => {
  test('a rejected row is named and in none of the snapshots: exit 3', async () => {
    here.write('old/deals_20261109.csv', pipedrive('1,Alpha,lots,Proposal,open', '2,Beta,200,Lead,open'));
    const { status, stdout } = await here.run('backfill old --from exports --format json');
    expect(status).toBe(3);
    const view: BackfillView = JSON.parse(stdout);
    expect(view.rejected).toEqual([
      { file: 'deals_20261109.csv', line: 2, reason: expect.stringContaining('lots') },
    ]);
    expect(rowsOf('2026-11-09').alpha).toMatchObject({ stage: 'lead', amount: '100' });
  });

  test('a stage that nobody knows stops it before anything is written', async () => {
    here.write('old/deals_20261109.csv', pipedrive('1,Alpha,1,Whatever,open', '2,Beta,1,Lead,open'));
    const { status, stderr } = await here.run('backfill old --from exports');
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('Whatever') });
    expect(existsSync(join(here.root, 'snapshots/2026-11-02'))).toBe(false);
    expect(readdirSync(join(here.root, '.pipeline')).filter((name) => name.startsWith('replay'))).toEqual([]);
  });

  test('an empty folder, and none at all, are told so', async () => {
    here.write('empty/readme.md', 'x');
    expect((await here.run('backfill empty --from exports')).stderr).toContain('There is no export in');
    expect((await here.run('backfill --from exports')).stderr).toContain(
      'Which exports, or which folder of them?',
    );
  });
});
