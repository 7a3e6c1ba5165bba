// pipeline history: one deal through the snapshots, as typed.

import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryView } from '../src/report/history.ts';
import { readRowsWith, readSnapshot } from '../src/snapshot/store.ts';
import { type Desk, desk } from './crm-import/desk.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write(
    'pipeline.yaml',
    'format: 1\nname: acme\ncurrency: PLN\ntime_zone: Europe/Warsaw\nlocale: en\nprocess: {stages: [lead, qualified, proposal]}\n',
  );
});
afterEach(() => here.clear());

function deal(id: string, ...lines: string[]): void {
  here.write(
    `deals/2026/${id}.yaml`,
    `${['name: Portal', 'account: Hel', 'owner: anna', ...lines].join('\n')}\n`,
  );
}

/** Hel's life in four snapshots and the working set. */
async function live(): Promise<void> {
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['2026-09-07', 'stage: lead', 'amount: 100', 'close: 2026-10-31'],
    ['2026-09-14', 'stage: lead', 'amount: 100', 'close: 2026-11-30'],
    ['2026-09-21', 'stage: lead', 'amount: 100', 'close: 2026-11-30'],
    ['2026-09-28', 'stage: proposal', 'amount: 180', 'close: 2026-11-20'],
  ];
  deal('bug', 'stage: lead', 'amount: 7');
  for (const [on, ...lines] of steps) {
    deal('hel', ...lines);
    expect((await here.run('snapshot', { today: on })).status).toBe(0);
  }
  deal('hel', 'stage: qualified', 'amount: 150', 'close: 2026-12-31');
}

const history = (words: string) => here.json<HistoryView>(`history ${words}`, { today: '2026-10-05' });

describe('a deal’s life', () => {
  test('is every snapshot in which something happened, and what that adds up to', async () => {
    await live();
    const view = await history('hel');
    expect(
      view.events.map(({ snapshot, movements }) => [snapshot, movements.map(({ kind }) => kind)]),
    ).toEqual([
      ['2026-09-07', []],
      ['2026-09-14', ['slipped']],
      ['2026-09-28', ['skipped', 'pulled-in', 'grown']],
      ['now', ['regressed', 'slipped', 'shrunk']],
    ]);
    expect(view).toMatchObject({
      snapshots: 4,
      push_count: 2,
      days_slipped: 30 + 41,
      pull_count: 1,
      days_pulled_in: 10,
      amount: { first: '100', peak: '180', now: '150', currency: 'PLN' },
      close: { first: '2026-10-31', now: '2026-12-31' },
      skipped: ['qualified'],
      regressed: 1,
      idle: 1,
      gone: null,
      said: null,
    });
    expect(view.points.map(({ snapshot }) => snapshot).at(-1)).toBe('now');
  });

  test('as a screen', async () => {
    await live();
    const { stdout } = await here.run('history hel', { today: '2026-10-05', tty: true, columns: 80 });
    await expect(stdout).toMatchFileSnapshot('../snapshots/history/life.txt');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('what was said, each time that it was something else, with who said it', async () => {
    await live();
    const view = await history('hel --field close');
    expect(view.said?.times.map(({ close, snapshot, owner }) => [close, snapshot, owner])).toEqual([
      ['2026-10-31', '2026-09-07', 'anna'],
      ['2026-11-30', '2026-09-14', 'anna'],
      ['2026-11-20', '2026-09-28', 'anna'],
      ['2026-12-31', 'now', 'anna'],
    ]);
    const amounts = await history('hel --field amount');
    expect(amounts.said?.times.map(({ amount }) => amount)).toEqual(['100', '180', '150']);
    const { stdout } = await here.run('history hel --field close', { today: '2026-10-05' });
    await expect(stdout).toMatchFileSnapshot('../snapshots/history/close.txt');
  });

  test('follows a renamed deal back', async () => {
    await live();
    rmSync(join(here.root, 'deals/2026/hel.yaml'));
    deal('hel-portal', 'was: hel', 'stage: proposal', 'amount: 180', 'close: 2026-11-20');
    const view = await history('hel-portal');
    expect(view.snapshots).toBe(4);
    expect(view.events.at(-1)?.movements).toMatchObject([{ kind: 'renamed', what: ['id'] }]);
  });

  test('does not follow a former id, or a source, that another deal still has', async () => {
    await live();
    deal('heir', 'was: hel', 'stage: lead');
    expect(await history('heir')).toMatchObject({ snapshots: 0, events: [{ snapshot: 'now' }] });
  });

  test('as of a day ends there', async () => {
    await live();
    const view = await history('hel --as-of 2026-09-20');
    expect(view.points.map(({ snapshot }) => snapshot)).toEqual(['2026-09-07', '2026-09-14']);
  });

  test('as CSV is a row a snapshot', async () => {
    await live();
    const { stdout } = await here.run('history hel --format csv', { today: '2026-10-05' });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'snapshot,on,origin,stage,amount,currency,close,owner',
      '2026-09-07,2026-09-07,taken,lead,100,PLN,2026-10-31,anna',
    ]);
    expect(stdout.trim().split('\n').length).toBe(6);
  });
});

describe('a deal that is gone', () => {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: here.root, encoding: 'utf8' }).trim();

  test('is found in the snapshots, with the commit that removed its file and what brings it back', async () => {
    await live();
    git('init', '--quiet');
    git('config', 'user.name', 'Ewa\u001b[31m');
    git('config', 'user.email', 'ewa@example.com');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'all');
    rmSync(join(here.root, 'deals/2026/hel.yaml'));
    git('commit', '--quiet', '--all', '--message', 'tidy up');
    const view = await history('hel');
    expect(view.gone?.removal).toMatchObject({ commit: git('rev-parse', 'HEAD') });
    expect(view.events.at(-1)).toMatchObject({
      snapshot: 'now',
      stage: '',
      movements: [{ kind: 'removed' }],
    });
    const { stdout } = await here.run('history hel', { today: '2026-10-05' });
    expect(stdout).toContain('It is gone: neither among the deals nor in the archive.');
    expect(stdout).not.toContain('\u001b');
    const command = view.gone?.removal?.command ?? '';
    execFileSync('sh', ['-c', command], { cwd: here.root });
    expect(here.read('deals/2026/hel.yaml')).toContain('amount: 150');
  });

  test('without git is told without a commit, and one that nobody ever saw is no deal', async () => {
    await live();
    rmSync(join(here.root, 'deals/2026/hel.yaml'));
    expect((await history('hel')).gone).toEqual({ removal: null });
    const { status, stderr } = await here.run('history nobody');
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no deal "nobody"'),
    });
  });
});

describe('a row among thousands', () => {
  test('is found where names hold quotes, line ends and other ids', async () => {
    deal('hel', 'stage: lead', 'amount: 1');
    const text = 'a "quoted" name,\nhel,\nbug,"';
    here.write(
      'deals/2026/evil.yaml',
      `name: ${JSON.stringify(text)}\nstage: lead\nnext_step: {what: ${JSON.stringify(text)}}\n`,
    );
    deal('zulu', 'stage: lead', 'source: {system: crm, id: "x\\"y"}');
    await here.run('snapshot', { today: '2026-09-07' });
    const all = readSnapshot(here.root, '2026-09-07').deals;
    for (const id of ['hel', 'evil', 'zulu'])
      expect(readRowsWith(here.root, '2026-09-07', [id]).deals.find((row) => row.id === id)).toEqual(
        all.find((row) => row.id === id),
      );
    expect(readRowsWith(here.root, '2026-09-07', ['crm:x"y']).deals.map(({ id }) => id)).toEqual(['zulu']);
  });

  test('that is damaged is named with its line', async () => {
    deal('hel', 'stage: lead', 'amount: 1');
    deal('bug', 'stage: lead', 'amount: 1');
    await here.run('snapshot', { today: '2026-09-07' });
    const path = 'snapshots/2026-09-07/deals.csv';
    const sound = here.read(path);
    writeFileSync(
      join(here.root, path),
      sound.replace('hel,Portal,Hel,anna,lead,1,', 'hel,Portal,Hel,anna,lead,lots,'),
    );
    const { status, stderr } = await here.run('history hel');
    expect({ status, stderr }).toMatchObject({ status: 3, stderr: expect.stringContaining(`${path}:3`) });
  });
});
