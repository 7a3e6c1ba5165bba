// pipeline archive: what left the working set is found, counted, and comes back byte for byte.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ArchiveListView, ArchiveView } from '../src/report/archive.ts';
import type { ArchiveRestoreView } from '../src/report/archive-restore.ts';
import type { DiffView } from '../src/report/diff.ts';
import type { ShowView } from '../src/report/show.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

const deal = (stage: string, amount = '100.00', more = '') =>
  `name: Portal # here\naccount: Baltik\nowner: anna\nstage: ${stage}\namount: ${amount}\ncreated: 2026-03-01\nclose: 2026-06-01\n${more}`;

/** A won, a lost and an open deal, one merged away, one that can't be read; in two quarters. */
const ARCHIVE: Readonly<Record<string, string>> = {
  'archive/2026-Q2/won-small.yaml': deal('won'),
  'archive/2026-Q3/won-large.yaml': deal(
    'won',
    '500.00',
    'activities:\n  - {on: 2026-04-01, type: call, note: it is on}\n',
  ),
  'archive/2026-Q3/lost.yaml': deal('lost', '70.00', 'lost_reason: price\n'),
  'archive/2026-Q3/open.yaml': deal('lead', '30.00'),
  'archive/2026-Q3/merged.yaml': deal('lead', '40.00', 'merged_into: there\n'),
};
const BROKEN = { 'archive/2026-Q3/broken.yaml': 'name: [\n' };

async function workspace(files: Readonly<Record<string, string>> = ARCHIVE, init?: string): Promise<Desk> {
  const here = await desk(init);
  made.push(here);
  here.write('deals/2026/there.yaml', deal('lead', '20.00'));
  for (const [path, text] of Object.entries(files)) here.write(path, text);
  return here;
}

describe('what is in it', () => {
  test('a line a quarter; each deal is won, lost, open, merged or unreadable, and they add up', async () => {
    const here = await workspace({ ...ARCHIVE, ...BROKEN });
    const { status } = await here.run('archive');
    expect(status).toBe(3);
    const { folders, total } = await here.json<ArchiveView>('archive');
    const none = { count: 0, value: '0.00' };
    expect(folders).toEqual([
      {
        ...{ folder: '2026-Q2', deals: 1, merged: 0, unreadable: 0 },
        ...{ won: { count: 1, value: '100.00' }, lost: none, open: none },
      },
      {
        ...{ folder: '2026-Q3', deals: 5, merged: 1, unreadable: 1 },
        won: { count: 1, value: '500.00' },
        lost: { count: 1, value: '70.00' },
        open: { count: 1, value: '30.00' },
      },
    ]);
    expect(total).toMatchObject({ deals: 6, won: { count: 2, value: '600.00' }, merged: 1, unreadable: 1 });
  });

  test('deal by deal, the largest first; of a quarter alone', async () => {
    const here = await workspace();
    const all = await here.json<ArchiveListView>('archive list');
    expect(all.deals.map(({ id, archived }) => `${archived} ${id}`)).toEqual([
      '2026-Q2 won-small',
      '2026-Q3 won-large',
      '2026-Q3 lost',
      '2026-Q3 merged',
      '2026-Q3 open',
    ]);
    const { deals } = await here.json<ArchiveListView>('archive list 2026-Q2');
    expect(deals.map(({ id }) => id)).toEqual(['won-small']);
  });

  test('a quarter that is none is told from an empty archive', async () => {
    const here = await workspace();
    expect(await here.run('archive list 2026-Q5')).toMatchObject({
      status: 2,
      stderr: 'error: Nothing is in archive/2026-Q5.\n  → Did you mean "2026-Q2"?\n',
    });
    const empty = await workspace({});
    expect(await empty.run('archive list')).toMatchObject({ status: 0, stderr: '' });
    expect((await empty.run('archive')).stdout).toContain('The archive is empty.');
  });

  test.each([
    ['archive', 'sums'],
    ['archive list', 'list'],
    ['archive list --format csv', 'csv'],
    ['archive show won-large', 'show'],
    ['archive restore won-large merged --force --dry-run', 'restore'],
  ])('a screen of %s', async (words, name) => {
    const here = await workspace({ ...ARCHIVE, ...BROKEN });
    const { stdout } = await here.run(words, { tty: true });
    await expect(stdout).toMatchFileSnapshot(`../snapshots/archive-${name}.txt`);
  });
});

describe('one of them', () => {
  test('is shown with its file and activities, by show as well', async () => {
    const here = await workspace();
    for (const verb of ['archive show', 'show']) {
      const view = await here.json<ShowView>(`${verb} won-large`);
      expect(view).toMatchObject({ file: 'archive/2026-Q3/won-large.yaml', archived: '2026-Q3' });
      expect(view.activities).toEqual([
        { on: '2026-04-01', logged: null, type: 'call', note: 'it is on', ref: '' },
      ]);
    }
  });

  test('is looked for in the archive alone: a piece that a deal has too is no choice', async () => {
    const here = await workspace({ 'archive/2026-Q3/there-too.yaml': deal('won') });
    expect((await here.json<ShowView>('archive show ther')).deal.id).toBe('there-too');
    here.write('deals/2026/exact.yaml', deal('lead'));
    expect(await here.run('archive show exact')).toMatchObject({
      status: 2,
      stderr: 'error: exact is not in the archive.\n  → pipeline show exact\n',
    });
  });

  test('--as-of shows it as it was archived then', async () => {
    const here = await workspace({});
    await here.run('snapshot', { today: '2026-11-02' });
    here.write('archive/2026-Q4/late.yaml', deal('won'));
    await here.run('snapshot', { today: '2026-11-16' });
    expect((await here.run('archive show late --as-of 2026-11-09')).status).toBe(2);
    const { stdout } = await here.run('archive show late --as-of 2026-11-20');
    expect(stdout).toContain('2026-11-16');
  });
});

describe('restore', () => {
  test('brings a deal back byte for byte, to the year it was created in', async () => {
    const here = await workspace();
    expect(await here.run('archive restore won-large lost')).toMatchObject({ status: 0, stderr: '' });
    expect(here.read('deals/2026/won-large.yaml')).toBe(ARCHIVE['archive/2026-Q3/won-large.yaml']);
    expect(here.read('deals/2026/lost.yaml')).toBe(ARCHIVE['archive/2026-Q3/lost.yaml']);
    expect(Object.keys(here.files('archive'))).toEqual([
      'archive/2026-Q2/won-small.yaml',
      'archive/2026-Q3/merged.yaml',
      'archive/2026-Q3/open.yaml',
    ]);
  });

  test('--dry-run says where to, and moves nothing', async () => {
    const here = await workspace();
    const view = await here.json<ArchiveRestoreView>('archive restore open --dry-run');
    expect(view.restored).toMatchObject([
      { id: 'open', from: 'archive/2026-Q3/open.yaml', file: 'deals/2026/open.yaml' },
    ]);
    expect(view.open).toEqual({ before: '20.00', after: '50.00', change: '30.00' });
    expect(here.files('archive')).toEqual(ARCHIVE);
  });

  test('a diff says that it is restored, and the bridge has it as reopened', async () => {
    const here = await workspace();
    await here.run('snapshot', { today: '2026-11-16' });
    await here.run('archive restore open');
    const { bridge, deals } = await here.json<DiffView>('diff');
    expect(deals.find(({ id }) => id === 'open')?.movements.map(({ kind }) => kind)).toEqual(['restored']);
    expect(bridge?.bars.reopened).toEqual({ value: '30.00', count: 1 });
  });

  test('one that cannot be read comes back as it is', async () => {
    const here = await workspace(BROKEN);
    const { status, stdout } = await here.run('archive restore broken');
    expect(status).toBe(0);
    expect(stdout).toContain('What is wrong with its file → pipeline check');
    expect(here.read('deals/undated/broken.yaml')).toBe('name: [\n');
    expect(here.has('archive/2026-Q3/broken.yaml')).toBe(false);
  });

  test('what was merged away stays, unless it is forced: then without merged_into', async () => {
    const here = await workspace();
    expect(await here.run('archive restore merged won-small')).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'error: merged was merged into there, and would count twice.\n' +
        '  → Where they are two deals after all: pipeline archive restore merged --force\n',
    });
    expect(here.files('archive')).toEqual(ARCHIVE);
    const { stdout } = await here.run('archive restore merged --force');
    expect(stdout).toContain('there keeps what it took over from merged.');
    expect(here.read('deals/2026/merged.yaml')).toBe(deal('lead', '40.00'));
    expect(here.has('archive/2026-Q3/merged.yaml')).toBe(false);
  });

  test('after a merge, restored with --force, the other file is as it was before', async () => {
    const here = await workspace({ 'deals/2026/other.yaml': deal('lead', '40.00', 'custom: {x: 1}\n') });
    await here.run('merge there other');
    await here.run('archive restore other --force');
    expect(here.read('deals/2026/other.yaml')).toBe(deal('lead', '40.00', 'custom: {x: 1}\n'));
  });

  const refused: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
    ['a slip of the hand', 'won-smal', ARCHIVE, 'Did you mean "won-small"?'],
    ['a deal that is no archived one', 'there', ARCHIVE, 'its file is deals/2026/there.yaml.'],
    ['an id that is taken now', 'there', { 'archive/2026-Q3/there.yaml': deal('won') }, 'there is taken'],
    [
      'an id of two archived files',
      'twice',
      { 'archive/2026-Q2/twice.yaml': deal('won'), 'archive/2026-Q3/twice.yaml': deal('won') },
      'archive/2026-Q2/twice.yaml, archive/2026-Q3/twice.yaml',
    ],
  ];
  test.each(refused)('%s is refused, and nothing else comes back either', async (_, id, files, said) => {
    const here = await workspace({ ...files, 'archive/2026-Q1/good.yaml': deal('won') });
    const { status, stdout, stderr } = await here.run(`archive restore good ${id}`);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(here.has('archive/2026-Q1/good.yaml')).toBe(true);
  });

  test('a mirrored deal comes back too: where a file lies is ours', async () => {
    const mirror = '--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive';
    const source = 'source: {system: pipedrive, id: "7"}\n';
    const here = await workspace({ 'archive/2026-Q3/a.yaml': deal('won', '1.00', source) }, mirror);
    expect((await here.run('archive restore a')).status).toBe(0);
  });
});

describe('results count archived deals still', () => {
  const ended = (stage: string, more = '') =>
    `name: Deal\nstage: ${stage}\namount: 100.00\ncreated: 2026-09-01\nclose: 2026-10-20\nstages:\n  - {stage: lead, on: 2026-09-01}\n${stage === 'lead' ? '' : `  - {stage: ${stage}, on: 2026-10-20}\n`}${more}`;
  const results = async (here: Desk) => ({
    trend: (await here.run('trend win-rate --format json')).stdout,
    funnel: (await here.run('funnel --cohort quarter --format json')).stdout,
    bars: (await here.json<DiffView>('diff 2026-09-28 now --period 2026-Q4')).bridge?.bars,
  });
  const FILES = ['a', 'b', 'c'] as const;

  async function company(): Promise<Desk> {
    const here = await workspace({});
    for (const id of FILES) here.write(`deals/2026/${id}.yaml`, ended('lead'));
    await here.run('snapshot', { today: '2026-09-28' });
    here.write('deals/2026/a.yaml', ended('won'));
    here.write('deals/2026/b.yaml', ended('lost', 'lost_reason: price\n'));
    return here;
  }

  test('to archive what is won and lost changes no count of either, whether a snapshot saw it end or not', async () => {
    const [archived, kept] = [await company(), await company()];
    const before = await results(archived);
    expect(before.bars).toMatchObject({
      won: { count: 1, value: '100.00' },
      lost: { count: 1, value: '100.00' },
    });
    const archive = () => {
      for (const id of ['a', 'b']) {
        archived.write(`archive/2026-Q4/${id}.yaml`, archived.read(`deals/2026/${id}.yaml`));
        rmSync(join(archived.root, `deals/2026/${id}.yaml`));
      }
    };
    archive();
    expect(await results(archived)).toEqual(before);
    for (const here of [archived, kept]) await here.run('snapshot', { today: '2026-11-02' });
    expect(await results(archived)).toEqual(await results(kept));
  });

  test('a deal that was merged away counts in no funnel: it is part of another', async () => {
    const here = await company();
    type Funnel = { readonly won: number; readonly cohorts: readonly { readonly deals: number }[] };
    here.write('deals/2026/a-again.yaml', ended('won'));
    here.write('deals/2026/c-again.yaml', ended('lead'));
    const twice = await here.json<Funnel>('funnel --cohort quarter');
    await here.run('merge a a-again');
    await here.run('merge c c-again');
    const once = await here.json<Funnel>('funnel --cohort quarter');
    expect([twice.won, once.won]).toEqual([2, 1]);
    const deals = ({ cohorts }: Funnel) => cohorts.map((cohort) => cohort.deals);
    expect([deals(twice), deals(once)]).toEqual([
      [1, 5],
      [1, 3],
    ]);
  });
});
