// pipeline history under git: what commits did to a deal between its snapshots, and who set what was said.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryView } from '../src/report/history.ts';
import { type Repository, repository } from './diff/repository.ts';

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.write('.gitignore', '.pipeline/\n');
});
afterEach(() => here.clear());

const hel = (close: string, amount = '100', ...more: string[]) =>
  here.deal('hel', 'stage: lead', `amount: ${amount}`, `close: ${close}`, ...more);
const snapshot = async (day: string, at = '12:00') =>
  expect((await here.run('snapshot', { today: day, now: new Date(`${day}T${at}:00Z`) })).status).toBe(0);
const history = (words: string) => here.json<HistoryView>(`history ${words}`);
const told = async (words = 'hel') =>
  (await history(words)).between.map(
    ({ author, before, movements }) =>
      `${author}: ${movements.map(({ kind }) => kind).join(' ')} < ${before}`,
  );
const said = async (words: string) =>
  (await history(words)).said?.times.map(({ close, amount, author, snapshot: first, on }) => [
    words.endsWith('close') ? close : amount,
    author,
    first,
    on,
  ]);

/** Three snapshots; between them hel slips and comes back, and shrinks for good. */
async function live(): Promise<void> {
  hel('2026-12-01');
  here.commit('2026-11-01T10:00:00Z');
  await snapshot('2026-11-02');
  hel('2027-01-31');
  here.commit('2026-11-03T10:00:00Z', 'Ewa');
  hel('2026-12-01');
  here.commit('2026-11-05T10:00:00Z', 'Piotr');
  await snapshot('2026-11-09');
  hel('2026-12-01', '80');
  here.commit('2026-11-10T10:00:00Z', 'Ewa');
  await snapshot('2026-11-16');
  hel('2026-12-20', '80');
}

describe('between the snapshots', () => {
  test('is what none of them shows, each with who did it, and in no figure', async () => {
    await live();
    const view = await history('hel');
    expect(await told()).toEqual(['Ewa: slipped < 2026-11-09', 'Piotr: pulled-in < 2026-11-09']);
    expect(view).toMatchObject({ push_count: 1, days_slipped: 19 });
    const { stdout } = await here.run('history hel', { tty: true, columns: 80 });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    await expect(stdout.replace(/\b[0-9a-f]{8}\b/g, 'COMMIT78')).toMatchFileSnapshot(
      '../snapshots/history/commits.txt',
    );
  });

  test('is all that was before the first snapshot, but for what that shows', async () => {
    hel('2026-12-01');
    here.commit('2026-11-01T10:00:00Z', 'Ewa');
    hel('2026-12-20');
    here.commit('2026-11-02T10:00:00Z', 'Piotr');
    expect(await told()).toEqual(['Ewa: new < now', 'Piotr: slipped < now']);
    await snapshot('2026-11-03');
    expect(await told()).toEqual(['Ewa: new < 2026-11-03', 'Piotr: slipped < 2026-11-03']);
  });

  test('goes by what a snapshot’s commit contains, not by the clock: work that came later counts as later', async () => {
    hel('2026-12-01');
    here.commit('2026-11-01T10:00:00Z');
    here.git('checkout', '--quiet', '-b', 'laptop');
    hel('2027-01-31');
    here.commit('2026-11-06T10:00:00Z', 'Ewa');
    here.git('checkout', '--quiet', 'main');
    await snapshot('2026-11-09');
    here.commit('2026-11-09T13:00:00Z');
    here.merge('laptop', '2026-11-10T10:00:00Z');
    hel('2026-12-01');
    here.commit('2026-11-11T10:00:00Z', 'Piotr');
    expect(await told()).toEqual(['Ewa: slipped < now', 'Piotr: pulled-in < now']);
  });

  test('as of a day ends there', async () => {
    await live();
    hel('2027-05-01', '80');
    here.commit('2026-11-18T10:00:00Z', 'Ewa');
    hel('2026-12-20', '80');
    expect(await told('hel --as-of 2026-11-09')).toEqual([
      'Ewa: slipped < 2026-11-09',
      'Piotr: pulled-in < 2026-11-09',
    ]);
    expect(await told()).toContain('Ewa: slipped < now');
  });

  test('follows a renamed deal, and never one that only has its former name', async () => {
    await live();
    here.remove('hel');
    here.deal('hel-portal', 'was: hel', 'stage: lead', 'amount: 80', 'close: 2026-12-20');
    here.commit('2026-11-18T10:00:00Z', 'Ewa');
    expect(await told('hel-portal')).toEqual(['Ewa: slipped < 2026-11-09', 'Piotr: pulled-in < 2026-11-09']);
    hel('2026-12-01');
    here.commit('2026-11-19T10:00:00Z', 'Ewa');
    expect(await told('hel-portal')).toEqual([]);
  });

  test('of a deal that is gone is told too', async () => {
    await live();
    here.remove('hel');
    here.commit('2026-11-18T10:00:00Z', 'Ewa');
    expect(await told()).toEqual(['Ewa: slipped < 2026-11-09', 'Piotr: pulled-in < 2026-11-09']);
  });

  test('without a repository is nothing, and nothing is said of it', async () => {
    await live();
    rmSync(join(here.root, '.git'), { recursive: true });
    const { stdout, stderr, status } = await here.run('history hel', {
      env: { GIT_CEILING_DIRECTORIES: '/' },
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).not.toContain('ommit');
  });
});

describe('what was said', () => {
  test('is each date that any snapshot or commit had, with who set it and where it was first', async () => {
    await live();
    expect(await said('hel --field close')).toEqual([
      ['2026-12-01', 'Anna Nowak', '2026-11-02', '2026-11-01'],
      ['2027-01-31', 'Ewa', null, '2026-11-03'],
      ['2026-12-01', 'Piotr', '2026-11-09', '2026-11-05'],
      ['2026-12-20', null, 'now', '2026-11-23'],
    ]);
    expect(await said('hel --field amount')).toEqual([
      ['100', 'Anna Nowak', '2026-11-02', '2026-11-01'],
      ['80', 'Ewa', '2026-11-16', '2026-11-10'],
    ]);
    const { stdout } = await here.run('history hel --field close', { tty: true, columns: 80 });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    await expect(stdout.replace(/\b[0-9a-f]{12}\b/g, 'COMMIT789012')).toMatchFileSnapshot(
      '../snapshots/history/close-commits.txt',
    );
  });

  test('of what a snapshot had before it was committed keeps the snapshot’s day, and names the commit', async () => {
    hel('2026-12-01');
    here.commit('2026-11-01T10:00:00Z');
    hel('2027-01-31');
    await snapshot('2026-11-02');
    const commit = here.commit('2026-11-03T10:00:00Z', 'Ewa');
    const times = (await history('hel --field close')).said?.times;
    expect(times?.at(-1)).toMatchObject({
      close: '2027-01-31',
      snapshot: '2026-11-02',
      on: '2026-11-02',
      commit,
    });
    expect(times?.length).toBe(2);
  });

  test('leaves out what another field’s commit on a branch still had', async () => {
    hel('2026-12-01');
    here.commit('2026-11-01T10:00:00Z');
    here.git('checkout', '--quiet', '-b', 'side');
    here.deal('hel', 'stage: qualified', 'amount: 100', 'close: 2026-12-01');
    here.commit('2026-11-03T10:00:00Z', 'Ewa');
    here.git('checkout', '--quiet', 'main');
    hel('2027-01-31');
    here.commit('2026-11-02T10:00:00Z', 'Piotr');
    here.merge('side', '2026-11-04T10:00:00Z', () =>
      here.deal('hel', 'stage: qualified', 'amount: 100', 'close: 2027-01-31'),
    );
    expect((await said('hel --field close'))?.map(([close]) => close)).toEqual(['2026-12-01', '2027-01-31']);
  });
});
