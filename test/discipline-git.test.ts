// pipeline discipline --from-git: a line was written when the first commit that has it was made, whatever the file says.

import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DisciplineView } from '../src/report/discipline.ts';
import { type Repository, repository } from './diff/repository.ts';
import { cli } from './support/cli.ts';

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.settings('[lead, qualified, proposal]', 'documented_since: 2026-10-01\nteam: [anna, ewa]\n');
  here.write('.gitignore', '.pipeline/\n');
  here.deal('seed', 'stage: lead'); // git begins with a deal that has no day: it is in no figure
  here.commit('2026-10-01T08:00:00Z');
});
afterEach(() => here.clear());

const ask = (words = '') => here.json<DisciplineView>(`discipline --from-git ${words}`);
/** Of activities: those known and unknown, and the median of their days. */
const lags = async () => {
  const { known, unknown, median } = (await ask()).all.activities;
  return { known, unknown, median };
};
const hel = (...more: string[]) => here.deal('hel', 'stage: lead', 'created: 2026-11-02', ...more);
const call = (on: string, more = '') => `  - {on: ${on}, type: call${more}}`;

describe('the day of writing', () => {
  test('is that of the first commit, for activities, stages and the deal, and no `logged` dresses it up', async () => {
    hel(
      'recorded: 2026-11-02',
      'stages:',
      '  - {stage: lead, on: 2026-11-02, logged: 2026-11-02}',
      '  - {stage: qualified, on: 2026-11-03, logged: 2026-11-03}',
      'activities:',
      call('2026-11-02', ', logged: 2026-11-02'),
    );
    here.commit('2026-11-09T10:00:00Z');
    const { all, written_by, adoption } = await ask();
    expect(written_by).toBe('first-commit');
    expect([all.activities.median, all.stage_changes.median, all.first_entries.median]).toEqual([7, 6, 7]);
    expect(adoption).toMatchObject({ rests_on: 'first-commit' });
    expect(adoption.writers.map(({ owner, last }) => [owner, last])).toEqual([
      ['anna', '2026-11-09'],
      ['ewa', null],
    ]);
  });

  test('is one of the workspace’s time zone', async () => {
    hel('activities:', call('2026-11-09'));
    here.commit('2026-11-09T23:30:00Z'); // the 10th in Warsaw
    expect(await lags()).toEqual({ known: 1, unknown: 0, median: 1 });
  });

  test('stays where a note is mended, lines move, the file goes to the archive or the deal gets another id', async () => {
    hel('activities:', call('2026-11-02', ', note: scope'));
    here.commit('2026-11-03T10:00:00Z');
    hel('owner: ewa', 'activities:', call('2026-11-05'), call('2026-11-02', ', note: scope agreed'));
    here.commit('2026-11-06T10:00:00Z');
    expect(await lags()).toEqual({ known: 2, unknown: 0, median: 1 });
    here.remove('hel');
    const rest = ['stage: lead', 'owner: ewa', 'activities:', call('2026-11-02'), call('2026-11-05')];
    here.deal('hel-erp', 'created: 2026-11-02', 'was: hel', ...rest);
    here.commit('2026-11-10T10:00:00Z');
    here.deal('hel-wms', 'created: 2026-11-02', 'was: hel-erp', ...rest);
    here.remove('hel-erp');
    here.commit('2026-11-11T10:00:00Z');
    mkdirSync(join(here.root, 'archive/2026-Q4'), { recursive: true });
    renameSync(join(here.root, 'deals/2026/hel-wms.yaml'), join(here.root, 'archive/2026-Q4/hel-wms.yaml'));
    here.commit('2026-11-20T10:00:00Z');
    expect(await lags()).toEqual({ known: 2, unknown: 0, median: 1 });
    expect((await ask()).all.first_entries).toMatchObject({ known: 1, median: 1 });
  });

  test('of a stage stays where the process calls it otherwise', async () => {
    const stages = (id: string) => [
      'stages:',
      '  - {stage: lead, on: 2026-11-02}',
      `  - {stage: ${id}, on: 2026-11-02}`,
    ];
    here.deal('hel', 'stage: qualified', ...stages('qualified'));
    here.commit('2026-11-04T10:00:00Z');
    here.settings('[lead, {id: fit, was: [qualified]}]', 'documented_since: 2026-10-01\n');
    here.deal('hel', 'stage: fit', ...stages('fit'));
    here.commit('2026-11-18T10:00:00Z');
    expect((await ask()).all.stage_changes).toMatchObject({ known: 1, median: 2 });
  });

  test('of a second call of one day is its own; another day makes another line', async () => {
    hel('activities:', call('2026-11-02'));
    here.commit('2026-11-02T10:00:00Z');
    hel('activities:', call('2026-11-02'), call('2026-11-02'));
    here.commit('2026-11-12T10:00:00Z');
    expect(await lags()).toEqual({ known: 2, unknown: 0, median: 5 }); // 0 and 10
    hel('activities:', call('2026-11-02'), call('2026-11-03'));
    here.commit('2026-11-13T10:00:00Z');
    expect(await lags()).toEqual({ known: 2, unknown: 0, median: 5 }); // 0 and 10
  });

  test('is that of the seller’s own commit, not of the merge that brought it', async () => {
    hel();
    here.commit('2026-11-02T10:00:00Z');
    here.git('checkout', '--quiet', '-b', 'laptop');
    hel('activities:', call('2026-11-03'));
    here.commit('2026-11-04T10:00:00Z');
    here.git('checkout', '--quiet', 'main');
    here.deal('san', 'stage: lead');
    here.commit('2026-11-05T10:00:00Z');
    here.merge('laptop', '2026-11-20T10:00:00Z');
    expect(await lags()).toEqual({ known: 1, unknown: 0, median: 1 });
  });

  test('of lines that a merged deal brought along is when it had them', async () => {
    hel();
    here.deal('twin', 'stage: lead', 'activities:', call('2026-11-03'));
    here.commit('2026-11-04T10:00:00Z');
    const { status, stderr } = await here.run('merge hel twin', { today: '2026-11-20' });
    expect([status, stderr]).toEqual([0, '']);
    here.commit('2026-11-20T10:00:00Z');
    expect(await lags()).toEqual({ known: 1, unknown: 0, median: 1 });
  });

  test('is not lost where a version between can’t be read', async () => {
    hel('activities:', call('2026-11-02'));
    here.commit('2026-11-03T10:00:00Z');
    here.write('deals/2026/hel.yaml', 'name: [');
    here.commit('2026-11-04T10:00:00Z');
    hel('activities:', call('2026-11-02'));
    here.commit('2026-11-09T10:00:00Z');
    expect(await lags()).toEqual({ known: 1, unknown: 0, median: 1 });
  });
});

describe('what git cannot know is unknown, and not 0 days', () => {
  const unknown = async () => (await ask()).unknown;

  test('a line that is not committed yet', async () => {
    hel();
    here.commit('2026-11-02T10:00:00Z');
    hel('activities:', call('2026-11-20'));
    here.deal('san', 'stage: lead', 'created: 2026-11-20');
    expect(await unknown()).toEqual([{ why: 'not-committed', lines: 2 }]);
  });

  test('what a book had when it was put under git, though that was not the first commit', async () => {
    here.git('checkout', '--quiet', '--orphan', 'fresh');
    here.remove('seed');
    here.commit('2026-11-01T10:00:00Z');
    hel('activities:', call('2026-11-02'));
    here.commit('2026-11-09T10:00:00Z');
    hel('activities:', call('2026-11-02'), call('2026-11-10'));
    here.commit('2026-11-11T10:00:00Z');
    expect(await lags()).toEqual({ known: 1, unknown: 1, median: 1 });
  });

  test('what stood in the first commit of the repository, unless it happened on that day', async () => {
    here.git('checkout', '--quiet', '--orphan', 'fresh');
    hel('activities:', call('2026-11-02'), call('2026-11-09'));
    here.commit('2026-11-09T10:00:00Z');
    expect(await lags()).toEqual({ known: 1, unknown: 1, median: 0 });
    expect(await unknown()).toEqual([{ why: 'before-git', lines: 2 }]);
  });

  test('a line whose commit is dated after today', async () => {
    hel();
    here.commit('2026-11-02T10:00:00Z');
    hel('activities:', call('2026-11-20'));
    here.commit('2026-12-01T10:00:00Z');
    expect(await unknown()).toEqual([{ why: 'dated-ahead', lines: 1 }]);
  });

  test('what a shallow clone is cut off from, which it says', async () => {
    hel('activities:', call('2026-11-02'));
    here.deal('san', 'stage: lead', 'created: 2026-11-02');
    here.commit('2026-11-03T10:00:00Z');
    hel('activities:', call('2026-11-02'), call('2026-11-05'));
    here.commit('2026-11-06T10:00:00Z');
    const outer = mkdtempSync(join(tmpdir(), 'pipeline-shallow-'));
    const clone = join(outer, 'clone');
    here.git('clone', '--quiet', '--depth', '2', `file://${here.root}`, clone);
    const { stdout } = await cli('discipline --from-git --format json', { cwd: clone });
    const view: DisciplineView = JSON.parse(stdout);
    expect(view.shallow).toBe(true);
    expect(view.unknown).toEqual([{ why: 'before-git', lines: 3 }]); // a call, and both deals
    expect(view.all.activities).toMatchObject({ known: 1, unknown: 1, median: 1 });
    const { stdout: screen } = await cli('discipline --from-git', { cwd: clone });
    expect(screen).toContain('git fetch --unshallow');
    rmSync(outer, { recursive: true, force: true });
  });

  test('a workspace without git, or without a commit, is told what it lacks', async () => {
    hel();
    rmSync(join(here.root, '.git'), { recursive: true });
    expect(await here.run('discipline --from-git')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('in no git repository'),
    });
    here.git('init', '--quiet');
    expect(await here.run('discipline --from-git')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no commit yet'),
    });
  });
});

test('a screen without days names the way to ask git, where there is one', async () => {
  hel('activities:', call('2026-11-20'));
  const last = async () => (await here.run('discipline --by stage')).stdout.trimEnd().split('\n').at(-1);
  expect(await last()).toBe('When these were first committed → pipeline discipline --from-git --by stage');
  rmSync(join(here.root, '.git'), { recursive: true });
  expect(await last()).toBe('What each can put right next → pipeline discipline --by owner');
});
