// The rules on age and rhythm beyond their fixtures: as of a day, what snapshots tell, sheets on disk.

import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { newestCleanup, newestReview } from '../../src/book/newest-sheets.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { RULES } from '../../src/freshness/registry.ts';
import { numberInForce } from '../../src/freshness/severity.ts';
import { emptySeries, foldSeries } from '../../src/snapshot/series.ts';
import { settings, snapshot } from '../snapshot/build.ts';
import { cli } from '../support/cli.ts';
import { book, freshRow } from './book.ts';
import { dealFile, workspace } from './workspace.ts';

interface View {
  readonly findings: readonly { readonly rule: string; readonly id: string; readonly message: string }[];
  readonly not_evaluated: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly deals: number;
  }[];
}

async function check(words: string, cwd: string, today = '2026-11-23'): Promise<View> {
  return JSON.parse((await cli(`check --format json ${words}`, { cwd, today })).stdout);
}

function fixture(rule: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-age-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join('fixtures/rules', rule), folder, { recursive: true });
  return folder;
}

const ids = ({ findings }: View) => findings.map(({ id }) => id);

test('as of a day, a deal had slipped as often as the snapshots up to that day show', async () => {
  const cwd = fixture('pushed');
  expect(ids(await check('--rule pushed --as-of 2026-11-09', cwd))).toEqual([
    ...['closed', 'in-proposal', 'outside'],
  ]);
  expect(ids(await check('--rule pushed --as-of 2026-10-26', cwd))).toEqual(['in-proposal']);
  expect(ids(await check('--rule pushed --as-of 2026-09-28', cwd))).toEqual([]);
});

test('what the snapshots tell is the same from the index and from the files', async () => {
  const cwd = fixture('pushed');
  const cold = await check('', cwd);
  expect(await check('', cwd)).toEqual(cold);
  rmSync(join(cwd, '.pipeline'), { recursive: true });
  expect(await check('', cwd)).toEqual(cold);
});

test('as of a day, a date is a placeholder where only the ends of months were ever seen up to then', async () => {
  const cwd = fixture('placeholder-close');
  const then = ids(await check('--rule placeholder-close --as-of 2026-10-05', cwd));
  expect(then).toContain('by-a-person'); // who moved it off the end of the month only later
  expect(then).not.toContain('once-by-a-person');
});

test('days in a stage without a record run from the snapshot that first showed it there', () => {
  const process = settings().process;
  const limited = settings({
    process: { ...process, stages: process.stages.map((stage) => ({ ...stage, maxDays: 10 })) },
  });
  const at = (on: string, stage: string) => snapshot(on, [freshRow({ id: 'acme', stage })]);
  const found = (today: string) => {
    const now = snapshot(today, [freshRow({ id: 'acme', stage: 'proposal' })]);
    const series = [at('2026-11-02', 'lead'), at('2026-11-09', 'proposal'), now].reduce(
      foldSeries,
      emptySeries(),
    );
    const looked = book(now.deals, { settings: limited, today: day(today), series: () => series });
    return findingsOf(looked, { rules: [RULES['stage-age']] });
  };
  expect(found('2026-11-19')).toMatchObject({ findings: [], notEvaluated: [] });
  expect(found('2026-11-20').findings).toMatchObject([{ days: 11, since: { date: '2026-11-09' } }]);
});

test('without max_days anywhere stage-age looks at nothing, and is no pass', async () => {
  const cwd = workspace({ 'deals/2026/acme.yaml': dealFile() });
  expect((await cli('check --rule stage-age', { cwd })).status).toBe(2);
});

test('pushed asks nothing of the snapshots while no deal has moved often enough', () => {
  const looked = book([freshRow({ id: 'acme', closeMoves: 2 })], {
    series: () => {
      throw new Error('asked');
    },
  });
  expect(findingsOf(looked, { rules: [RULES.pushed, RULES['placeholder-close']] }).findings).toEqual([]);
  expect(numberInForce('pushed', 'times', { owner: '', stage: '' }, settings())).toBe(3);
});

test('forgotten names the clean-up, also where the deals of the source have no activities', async () => {
  const cwd = fixture('forgotten');
  const { findings, not_evaluated } = await check('', cwd);
  expect(findings.filter(({ rule }) => rule === 'forgotten').map(({ id }) => id)).toContain('mirrored');
  expect(not_evaluated.filter(({ rule }) => rule === 'forgotten')).toEqual([]);
});

test('before the first review, plan review and clean-up, each is late an interval after documented_since', async () => {
  const files = { 'deals/2026/acme.yaml': dealFile() };
  const late = async (since: string) => {
    const cwd = workspace(files, `documented_since: ${since}\n`);
    return (await check('', cwd)).findings
      .map(({ rule }) => rule)
      .filter((rule) => /^(review|clean|plan)/.test(rule));
  };
  expect(await late('2026-11-16')).toEqual([]);
  expect(await late('2026-11-15')).toEqual(['review-overdue']);
  expect(await late('2026-10-23')).toEqual(['review-overdue']);
  expect(await late('2026-10-22')).toEqual(['plan-missing', 'review-overdue']);
  expect(await late('2026-08-23')).toEqual(['plan-missing', 'review-overdue']);
  expect(await late('2026-08-22')).toEqual(['clean-overdue', 'plan-missing', 'review-overdue']);
});

describe('a plan review', () => {
  const held = (day: string) => `  - {id: h${day}, on: ${day}, kind: held, what: plan}\n`;
  const found = async (feedback: string, settings = '', words = '') => {
    const files = { 'deals/2026/acme.yaml': dealFile(), 'feedback/2026-10.yaml': feedback };
    const cwd = workspace(files, `documented_since: 2026-08-24\n${settings}`);
    return (await check(`--rule plan-missing ${words}`, cwd)).findings;
  };
  const entries = (...lines: string[]) => `format: 1\nentries:\n${lines.join('')}`;

  test('goes by the newest that was held, by the rhythm', async () => {
    expect(await found(entries(held('2026-10-23'), held('2026-09-01'), held('2026-12-01')))).toEqual([]);
    expect(await found(entries(held('2026-10-22'), held('2026-09-01'), held('2026-12-01')))).toMatchObject([
      {
        file: 'feedback/2026-10.yaml',
        days: 1,
        message:
          'The newest plan review is of 2026-10-22. The next one was due on 2026-11-22, 1 day ago (rhythm: monthly).',
        hint: 'Hold it, and write that down: pipeline agenda done plan',
      },
    ]);
    expect(await found(entries(held('2026-10-22')), 'rhythm: {plan: quarterly}\n')).toEqual([]);
  });

  test('of results or of what people say is none; without a target the target is what is missing', async () => {
    const others = entries(
      '  - {id: h1, on: 2026-11-20, kind: held, what: results}\n',
      '  - {id: f1, on: 2026-11-20, kind: works, text: plan}\n',
    );
    expect(await found(others)).toMatchObject([
      { message: expect.stringContaining('No plan review is on record.') },
    ]);
    const bare =
      'format: 1\nname: x\ncurrency: PLN\nprocess: {stages: [lead]}\ndocumented_since: 2026-01-01\n';
    const cwd = workspace({ 'pipeline.yaml': bare, 'deals/acme.yaml': dealFile() });
    expect((await check('--rule plan-missing', cwd)).findings).toMatchObject([
      { message: 'There is no plan target.' },
    ]);
  });

  test('is not said to be overdue where a file of the dialogue may tell otherwise', async () => {
    const folded = entries(
      held('2026-08-30'),
      '  - {id: f1, on: 2026-11-20, kind: works, text: |\n      a\n      b}\n',
    );
    expect(await found(folded)).toEqual([]);
    expect(await found('entries: [')).toEqual([]);
  });
});

test('a clean-up is dated by its first line, else by its quarter, and nothing that only looks like one counts', () => {
  const cwd = workspace({
    'cleanups/2026-Q1.md': '\ufeff# Clean-up 2026-Q1 · 2026-03-09\r\nwhat left\r\n',
    'cleanups/2026-Q2.md': 'by hand, without a day\n',
    'cleanups/notes.md': '# 2026-11-01\n',
    'cleanups/2026-Q4.md': '# Clean-up 2026-Q4 · 2026-12-24\n',
  });
  writeFileSync(join(cwd, 'elsewhere.md'), '# 2026-11-20\n');
  symlinkSync(join(cwd, 'elsewhere.md'), join(cwd, 'cleanups/2026-Q3.md'));
  const newest = (until: string, starts = 1) => newestCleanup(cwd, day(until), starts);
  expect(newest('2026-03-08')).toBeUndefined();
  expect(newest('2026-03-09')).toEqual({ file: 'cleanups/2026-Q1.md', day: '2026-03-09' });
  expect(newest('2026-04-01')).toEqual({ file: 'cleanups/2026-Q2.md', day: '2026-04-01' });
  expect(newest('2026-04-01', 7)?.day).toBe('2026-03-09'); // that Q2 was October to December 2025
  expect(newest('2026-12-23')).toEqual({ file: 'cleanups/2026-Q3.md', day: '2026-07-01' });
});

test('the newest review is that of the latest day up to today, of one owner too', () => {
  const cwd = workspace({
    'reviews/2026-11-09.md': '',
    'reviews/2026-11-16-anna.md': '',
    'reviews/2026-11-16.txt': '',
  });
  expect(newestReview(cwd, day('2026-11-15'))).toEqual({ file: 'reviews/2026-11-09.md', day: '2026-11-09' });
  expect(newestReview(cwd, day('2026-11-16'))?.file).toBe('reviews/2026-11-16-anna.md');
  expect(newestReview(join(cwd, 'nowhere'), day('2026-11-16'))).toBeUndefined();
});
