// `locale: pl`: what a person reads is Polish, and what a machine reads is as it was.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';
import { wordsOf } from './support/words.ts';

const DIALOGUE = {
  'feedback/2026-11.yaml': `format: 1
entries:
  - {id: f1, on: 2026-11-09, kind: works, text: lista kontrolna, why: nikt nie pyta dwa razy}
  - {id: f3, on: 2026-11-16, kind: change, text: krótsze oferty, by: anna, ref: 2026-11-16-anna}
  - id: f2
    on: 2026-10-26
    kind: change
    text: jeden szablon dla wszystkich ofert
    decision: {as: trial, on: 2026-10-30, until: 2026-11-20, metric: slip-rate, why: trzy oferty na próbę}
  - {id: a1, on: 2026-11-09, kind: action, text: telefon do zarządu, owner: anna, due: 2026-11-20}
  - {id: a2, on: 2026-11-09, kind: action, text: wysłać cennik, owner: piotr, due: 2026-11-25}
  - {id: a3, on: 2026-11-09, kind: action, text: zapytać prawnika, due: 2026-11-10, done: {on: 2026-11-10, result: zapytane}}
`,
} as const;

const SCREENS = {
  agenda: 'agenda',
  actions: 'actions',
  feedback: 'feedback',
  digest: 'feedback digest --period this-quarter',
  diff: 'diff',
  bridge: 'diff --bridge',
  explain: 'diff --explain grown',
  bridges: 'diff 2026-08-31 now --every month',
  archive: 'archive',
  clean: 'clean',
  funnel: 'funnel',
  flow: 'funnel --flow',
  history: 'history wigry-resort-crs',
  promised: 'history wigry-resort-crs --field close',
  discipline: 'discipline',
  owners: 'discipline --by owner',
  backtest: 'forecast backtest --every month',
  change: 'set wigry-resort-crs close=2027-02-26 --dry-run',
  check: 'check',
  stale: 'stale',
  fix: 'fix --dry-run',
  'to-put-right': 'digest',
  rules: 'rules',
  rule: 'check --explain stage-age',
  backfill: 'backfill --from dates --since 2026-06-01 --until 2026-07-01 --every month --dry-run',
} as const;

test.each(Object.entries(SCREENS))('%s is Polish', async (name, words) => {
  const cwd = polishWorkspace();
  const { stdout, stderr, status } = await cli(wordsOf(words), {
    cwd,
    tty: true,
    columns: 100,
    env: { NO_COLOR: '1' },
  });
  expect(status, stderr).toBeLessThan(2);
  await expect(stdout).toMatchFileSnapshot(join('../snapshots/polish', `${name}.txt`));
});

test('machine formats are the same in every locale', async () => {
  const [english, polish] = [demoWorkspace(DIALOGUE), polishWorkspace()];
  for (const words of [
    'diff --format csv',
    'agenda --format csv',
    'clean --format json',
    'funnel --format csv',
  ]) {
    const printed = await Promise.all([english, polish].map((cwd) => cli(words, { cwd })));
    expect(printed[1]?.stdout, words).toBe(printed[0]?.stdout);
  }
});

function polishWorkspace(): string {
  const root = demoWorkspace(DIALOGUE);
  const settings = join(root, 'pipeline.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('locale: en', 'locale: pl'));
  return root;
}

test('what is wrong with pipeline.yaml, and what to do, is told in Polish', async () => {
  const cwd = polishWorkspace();
  const settings = join(cwd, 'pipeline.yaml');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8').replace(/^fiscal_year_starts:.*$/m, 'fiscal_year_starts: 13'),
  );
  const { stderr, status } = await cli('status', { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain('fiscal_year_starts musi być miesiącem, od 1 do 12, a nie "13".');
});

test('why two deals are not merged, and how days are written, is told in Polish', async () => {
  const cwd = polishWorkspace();
  const merged = await cli('merge wigry-resort-crs jantar-logistics-tms', { cwd });
  expect(merged.stderr).toContain('wigry-resort-crs jest otwarta, a jantar-logistics-tms jest zrealizowana');
  const typed = await cli('set wigry-resort-crs close=soonish', { cwd });
  expect(typed.stderr).toContain('Napisz dzień tak: 2026-01-15');
});

test('what to know beside an entry, and what comes next, is told in Polish', async () => {
  const cwd = polishWorkspace();
  const added = await cli('add Portal --account Acme --amount 1000 --stage proposal', { cwd });
  expect(added.stderr).toBe('');
  expect(added.stdout).toContain('Zaczyna się w etapie Proposal, a nie Lead: to późne wpisanie.');
  expect(added.stdout).toContain('Nie ma jeszcze następnego kroku → pipeline next');
});
