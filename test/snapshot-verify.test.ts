// pipeline snapshot verify --all: what is missing, twice, changed or gone, on real folders and repositories.

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SnapshotVerifyView } from '../src/report/snapshot-verify.ts';
import { sha256 } from '../src/snapshot/format-yaml.ts';
import { type CliOptions, cli } from './support/cli.ts';
import { folderWith, put } from './workspace-files/folder.ts';

const SETTINGS = [
  'format: 1\nname: acme\ncurrency: PLN\ntime_zone: Europe/Warsaw\nlocale: en\n',
  'process: {stages: [lead, proposal]}\nrhythm: {snapshot: weekly on monday}\n',
].join('');
const deal = (amount: number) => `name: ERP rollout\nstage: lead\namount: ${amount}.00\n`;

let cwd: string;
const run = (words: string, options: Partial<CliOptions> = {}) => cli(words, { cwd, ...options });

/** Takes one on each of these days, with another amount each. */
async function taken(...days: string[]): Promise<void> {
  for (const today of days) {
    put(cwd, 'deals/acme-erp.yaml', deal(Number(today.slice(5).replace('-', ''))));
    expect((await run('snapshot', { today })).stderr).toBe('');
  }
}

async function verified(words = ''): Promise<{ status: number; view: SnapshotVerifyView }> {
  const { status, stdout, stderr } = await run(`snapshot verify --all ${words} --format json`);
  expect(stderr).toBe('');
  return { status, view: JSON.parse(stdout) };
}

const problemsIn = ({ snapshots }: SnapshotVerifyView) =>
  snapshots.flatMap(({ name, problems }) =>
    problems.map(({ kind, severity, message }) => [name, kind, severity, message]),
  );

beforeEach(() => {
  cwd = folderWith({ 'pipeline.yaml': SETTINGS });
});

describe('what the rhythm missed', () => {
  beforeEach(() => taken('2026-10-26', '2026-11-04', '2026-11-09', '2026-11-23'));

  test('is told day by day, and is no damage: exit 0', async () => {
    const { status, stdout } = await run('snapshot verify --all', { tty: true });
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        '4 snapshots · sound · 1 missed',
        'Checksums, form, order, values and totals are as they were written.',
        'Not under git: who changes a file and its checksum is not found out.',
        '',
        'Missed by the rhythm (weekly on monday)',
        'After       Before      Missed  Days',
        '2026-11-09  2026-11-23       1  2026-11-16',
        '',
        'What was missed stays so. In a daily job → pipeline snapshot --if-due',
        '',
      ].join('\n'),
    );
    expect((await verified()).view.series).toEqual({
      rhythm: 'weekly on monday',
      gaps: [{ after: '2026-11-09', before: '2026-11-23', missed: ['2026-11-16'] }],
      duplicates: [],
      missed: 1,
      last_missed: '2026-11-16',
    });
  });

  test('is told at once of a header that is one long line of anything', async () => {
    put(cwd, 'snapshots/2026-11-04/snapshot.yaml', '\0'.repeat(400_000));
    const { status, stdout } = await run('snapshot verify 2026-11-04', { tty: true });
    expect(status).toBe(3);
    expect(stdout.length).toBeLessThan(2_000);
  });

  test('fails where a job asks for that; damage wins over it', async () => {
    expect((await verified('--fail')).status).toBe(1);
    expect((await verified('--fail=gaps')).status).toBe(1);
    put(cwd, 'snapshots/2026-11-09/deals.csv', 'id\n');
    expect((await verified('--fail')).status).toBe(3);
  });

  test('is nothing that one snapshot could tell', async () => {
    expect((await run('snapshot verify --fail')).status).toBe(2);
    const { stdout } = await run('snapshot verify 2026-11-23 --format json');
    expect(JSON.parse(stdout).series).toBeNull();
  });

  test('is not made up of a damaged one: that is there, and damaged', async () => {
    put(cwd, 'snapshots/2026-11-09/snapshot.yaml', 'format: x\n');
    const { view } = await verified();
    expect(view.series?.gaps).toEqual([
      { after: '2026-11-09', before: '2026-11-23', missed: ['2026-11-16'] },
    ]);
    expect(problemsIn(view)).toMatchObject([['2026-11-09', 'damaged', 'error', expect.anything()]]);
  });
});

describe('duplicates', () => {
  test('of a day, of an interval, and of the same rows are told, and fail only where asked', async () => {
    await taken('2026-11-09', '2026-11-11', '2026-11-16');
    await run('snapshot --again', { now: new Date('2026-11-16T14:30:00+01:00'), today: '2026-11-16' });
    const { status, view } = await verified('--fail');
    expect(status).toBe(0);
    expect(view.series?.duplicates).toEqual([
      { kind: 'same-day', snapshots: ['2026-11-16', '2026-11-16T1430'] },
      { kind: 'same-interval', snapshots: ['2026-11-09', '2026-11-11'] },
      { kind: 'same-rows', snapshots: ['2026-11-16', '2026-11-16T1430'] },
    ]);
    expect((await verified('--fail=duplicates')).status).toBe(1);
  });

  test('stand in CSV as records of their own', async () => {
    await taken('2026-10-26', '2026-11-09', '2026-11-11');
    expect((await run('snapshot verify --all --format csv')).stdout.split('\n')).toEqual([
      'snapshot,kind,severity,file,line,message',
      '2026-11-09,gap,info,,,missed before: 2026-11-02',
      '2026-11-11,duplicate,info,,,same-interval: 2026-11-09 2026-11-11',
      '',
    ]);
  });
});

describe('under git', () => {
  const git = (on: string, ...words: string[]) => {
    const at = `${on}T12:00:00+01:00`;
    const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
    return execFileSync('git', words, { cwd, encoding: 'utf8', env }).trim();
  };
  const commit = (on: string) => {
    git(on, 'add', '--all');
    git(on, 'commit', '--quiet', '--message', 'x');
    return git(on, 'rev-parse', 'HEAD').slice(0, 12);
  };
  /** As one who knows the checksum would: it stands beside the rows. */
  function tamper(name: string): void {
    const path = (file: string) => `snapshots/${name}/${file}`;
    const text = (file: string) => readFileSync(join(cwd, path(file)), 'utf8');
    const before = text('deals.csv');
    const after = before.replace('ERP rollout', 'CRM rollout');
    put(cwd, path('snapshot.yaml'), text('snapshot.yaml').replace(sha256(before), sha256(after)));
    put(cwd, path('deals.csv'), after);
  }

  beforeEach(async () => {
    put(cwd, '.gitignore', '.pipeline/\n');
    git('2026-11-09', 'init', '--quiet');
    git('2026-11-09', 'config', 'user.name', 'Anna');
    git('2026-11-09', 'config', 'user.email', 'anna@example.com');
    await taken('2026-11-09');
    commit('2026-11-09');
    await taken('2026-11-16', '2026-11-23');
  });

  test('what was committed and is as it was is sound, and so is what is not committed yet', async () => {
    const { status, view } = await verified();
    expect([status, view.under_git, problemsIn(view)]).toEqual([0, true, []]);
  });

  test('a snapshot that was changed, checksums and all, is damaged: exit 3', async () => {
    const last = git('2026-11-09', 'rev-parse', 'HEAD').slice(0, 12);
    tamper('2026-11-09');
    const { status, view } = await verified();
    expect([status, problemsIn(view)]).toEqual([
      3,
      [
        [
          '2026-11-09',
          'changed',
          'error',
          `not as it was committed last (${last}, Anna, 2026-11-09): deals.csv, snapshot.yaml.`,
        ],
      ],
    ]);
    expect((await run('snapshot verify 2026-11-09')).status).toBe(3);
  });

  test('one of today may have been replaced since: that is told and no damage', async () => {
    commit('2026-11-23');
    put(cwd, 'deals/acme-erp.yaml', deal(7));
    await run('snapshot --replace');
    const { status, view } = await verified();
    expect([status, problemsIn(view)]).toMatchObject([
      0,
      [
        [
          '2026-11-23',
          'changed',
          'warning',
          expect.stringContaining('deals.csv, snapshot.yaml, snapshot.md.'),
        ],
      ],
    ]);
    commit('2026-11-23');
    expect(problemsIn((await verified()).view)).toEqual([]);
  });

  test('a change that somebody committed later names the commit, who and when, and fails nothing', async () => {
    commit('2026-11-16');
    tamper('2026-11-09');
    const later = commit('2026-11-20');
    const { status, view } = await verified();
    expect([status, problemsIn(view)]).toEqual([
      0,
      [
        [
          '2026-11-09',
          'changed',
          'warning',
          `changed by a later commit (${later}, Anna, 2026-11-20): deals.csv, snapshot.yaml.`,
        ],
      ],
    ]);
    git('2026-11-21', 'revert', '--no-edit', 'HEAD');
    expect(problemsIn((await verified()).view)).toEqual([]);
  });

  test('one that is gone is lost; exit 3 while the last commit has it', async () => {
    commit('2026-11-16');
    rmSync(join(cwd, 'snapshots/2026-11-09'), { recursive: true });
    const lost = await verified();
    expect([lost.status, problemsIn(lost.view)]).toEqual([
      3,
      [['2026-11-09', 'lost', 'error', 'in the last commit, but not here.']],
    ]);
    expect((await run('snapshot verify --all')).stdout).toMatch(
      /^2 snapshots · 1 lost\n(?:.*\n)+.*→ git checkout -- snapshots\/2026-11-09\n$/,
    );
    const by = commit('2026-11-20');
    const gone = await verified();
    expect([gone.status, problemsIn(gone.view)]).toEqual([
      0,
      [['2026-11-09', 'lost', 'warning', `taken away by a commit (${by}, Anna, 2026-11-20).`]],
    ]);
  });

  test('a workspace in a folder of its repository is compared as well', async () => {
    const outer = folderWith({});
    execFileSync('git', ['init', '--quiet'], { cwd: outer });
    execFileSync('git', ['config', 'user.name', 'Anna'], { cwd: outer });
    execFileSync('git', ['config', 'user.email', 'a@example.com'], { cwd: outer });
    cwd = join(outer, 'sales');
    put(cwd, 'pipeline.yaml', SETTINGS);
    await taken('2026-11-09', '2026-11-16');
    commit('2026-11-16');
    tamper('2026-11-09');
    expect((await verified()).status).toBe(3);
  });
});
