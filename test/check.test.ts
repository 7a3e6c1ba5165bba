// pipeline check, as typed: gates, formats, and that looking at nothing is never a pass.

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { day } from '../src/base/day.ts';
import { snapshotFiles } from '../src/snapshot/store.ts';
import { freshRow } from './freshness/book.ts';
import { dealFile, lastCall, workspace } from './freshness/workspace.ts';
import { snapshot } from './snapshot/build.ts';
import { cli } from './support/cli.ts';

/** The rules that the numbers here are about, whatever is added to the table. */
const THESE = 'stale,past-close,no-next-step,overdue-next-step';

const week = (settings = '') =>
  workspace(
    {
      'deals/2026/fresh.yaml': dealFile({ amount: '7000.00' }),
      'deals/2026/late.yaml': dealFile({ amount: '2000.00', close: '2026-11-18' }),
      'deals/2026/warned.yaml': dealFile({ owner: 'piotr', ...lastCall('2026-11-09') }),
    },
    settings,
  );
const calm = () => workspace({ 'deals/2026/fresh.yaml': dealFile() });

const json = async (words: string, cwd: string) =>
  JSON.parse((await cli(`${words} --format json`, { cwd })).stdout);

test('what certain rules find stands in full where they are asked for, the verdict last', async () => {
  const { stdout, status } = await cli(`check --rule ${THESE}`, { cwd: week() });
  expect(status).toBe(1);
  expect(stdout).toBe(`Check on 2026-11-23 · 2 findings on 2 deals · 3 open deals

deals/2026/late.yaml:7  error  past-close  anna  2,000
  Expected to close on 2026-11-18, 5 days ago.
  → New close date: pipeline set late close=… (or won, lost)
deals/2026/warned.yaml:9  warning  stale  piotr  1,000
  No sign of life for 14 days (limit 14). Last: call on 2026-11-09.
  → Log it: pipeline log warned "…" --on DAY (or lost)

Rule        Error  Warning
stale           0        1
past-close      1        0
All             1        1

Freshness  70 % by value (7,000 of 10,000)
Errors     1, at most 0                     FAIL
Waived     0
exit 1
1 warning below the gate → pipeline check --gate warning
Mend them one by one → pipeline fix --rule stale,past-close,no-next-step,overdue-next-step
`);
});

test('what is below the gate stands in numbers alone', async () => {
  const { stdout } = await cli('check', { cwd: week() });
  expect(stdout).toContain('late.yaml:7');
  expect(stdout).not.toContain('warned.yaml');
});

test('JSON holds the same', async () => {
  const view = await json(`check --rule ${THESE}`, week());
  expect(view).toMatchObject({
    schema: 'pipeline/check/1',
    freshness: { by_value: 0.7, by_count: 1 / 3 },
    not_evaluated: [],
    counts: { error: 1, warning: 1, info: 0, waived: 0, at_gate: 1 },
    exit_status: 1,
  });
  expect(view.findings[0]).toMatchObject({
    rule: 'past-close',
    severity: 'error',
    id: 'late',
    owner: 'anna',
    file: 'deals/2026/late.yaml',
    line: 7,
    column: 1,
    value: '2000.00',
    days: 5,
  });
});

describe('exit status', () => {
  test('0 where nothing stands at the gate', async () => {
    expect((await cli('check', { cwd: calm() })).status).toBe(0);
    expect((await cli('check --owner piotr', { cwd: week() })).status).toBe(0);
  });

  test('1 at the gate, by option or by pipeline.yaml; the option wins', async () => {
    expect((await cli('check --owner piotr --gate warning', { cwd: week() })).status).toBe(1);
    const strict = week('check: {gate: warning}\n');
    expect((await cli('check --owner piotr', { cwd: strict })).status).toBe(1);
    expect((await cli('check --owner piotr --gate error', { cwd: strict })).status).toBe(0);
  });

  test('1 below the least freshness, by option or by pipeline.yaml', async () => {
    const rules = 'rules: {past-close: info, stale: info}\n';
    expect((await cli('check --min-freshness 70%', { cwd: week(rules) })).status).toBe(0);
    const { status, stdout } = await cli('check --min-freshness 0.71', { cwd: week(rules) });
    expect(status).toBe(1);
    expect(stdout).toMatch(/Freshness {2}70 % by value \(7,000 of 10,000\), at least 71 % {2}FAIL/);
    expect((await cli('check', { cwd: week(`${rules}check: {min_freshness: 80%}\n`) })).status).toBe(1);
  });

  test('3 where a deal cannot be read, and it wins over 1', async () => {
    const cwd = workspace({
      'deals/2026/late.yaml': dealFile({ close: '2026-11-18' }),
      'deals/2026/broken.yaml': 'name: [\n',
    });
    const { status, stdout } = await cli('check', { cwd });
    expect(status).toBe(3);
    expect(stdout).toContain('invalid-file');
    expect(stdout).toContain('past-close');
    expect(stdout).toContain('exit 3: deals cannot be read');
  });

  test.each<[string, () => string, string, RegExp]>([
    ['there are no deals', () => workspace({}), 'check', /There are no deals/],
    [
      'no deal can be read',
      () => workspace({ 'deals/2026/broken.yaml': 'name: [\n' }),
      'check',
      /None of the deals can be read/,
    ],
    ['no deal meets the filter', week, 'check --stage won', /No deal is in won/],
    ['the rule is off', () => week('rules: {stale: off}\n'), 'check --rule stale', /off in pipeline.yaml/],
    [
      'there is no index',
      () =>
        workspace({
          'deals/2026/a.yaml': dealFile({ activities: '[]', source: '{system: csv, id: "1"}' }),
        }),
      'check --min-freshness 0%',
      /no freshness index/,
    ],
  ])('2 where %s: that is never a pass', async (_, make, words, sentence) => {
    const { status, stderr } = await cli(words, { cwd: make() });
    expect(stderr).toMatch(sentence);
    expect(status).toBe(2);
  });

  test('2 for words that are not understood', async () => {
    const cwd = calm();
    for (const [words, hint] of [
      ['check --min-freshness 80', 'Write 80%.'],
      ['check --min-freshness lots', 'Write 80% or 0.8.'],
      ['check --rule stal', 'Did you mean "stale"?'],
      ['check --gate info', 'error, warning'],
    ] as const) {
      const { status, stderr } = await cli(words, { cwd });
      expect(stderr).toContain(hint);
      expect(status).toBe(2);
    }
  });
});

test('a limit that is just missed is not shown as met', async () => {
  const cwd = workspace(
    {
      'deals/2026/fresh.yaml': dealFile({ amount: '7996.00' }),
      'deals/2026/late.yaml': dealFile({ amount: '2004.00', close: '2026-11-18' }),
    },
    'rules: {past-close: info}\n',
  );
  const { stdout } = await cli('check --min-freshness 80%', { cwd });
  expect(stdout).toContain('79.96 % by value (7,996 of 10,000), at least 80.00 %');
});

test('a waiver takes a finding off the gate and lists it all the same', async () => {
  const waive = '[{rule: past-close, until: 2026-11-23, why: "holiday, then a call"}]';
  const cwd = workspace({ 'deals/2026/late.yaml': dealFile({ close: '2026-11-18', waive }) });
  expect(await json('check', cwd)).toMatchObject({
    exit_status: 0,
    counts: { error: 0, waived: 1 },
    freshness: { by_value: 0 },
    findings: [
      { rule: 'past-close', at_gate: false, waived: { until: '2026-11-23', why: 'holiday, then a call' } },
    ],
  });
  expect((await cli('check', { cwd, today: '2026-11-24' })).status).toBe(1);
});

test('github: annotations from the root of the repository, by the same exit status', async () => {
  const outer = workspace({});
  const cwd = join(outer, 'sales');
  mkdirSync(join(outer, 'sales'));
  renameSync(join(week(), 'pipeline.yaml'), join(cwd, 'pipeline.yaml'));
  mkdirSync(join(cwd, 'deals/2026'), { recursive: true });
  renameSync(join(week(), 'deals/2026/late.yaml'), join(cwd, 'deals/2026/late.yaml'));
  const { stdout, status } = await cli('check --format github', { cwd, env: { GITHUB_WORKSPACE: outer } });
  expect(status).toBe(1);
  expect(stdout.split('\n')[0]).toContain(
    '::error file=sales/deals/2026/late.yaml,line=7,col=1,title=past-close · late · anna::',
  );
});

test('CSV has a line a finding', async () => {
  const { stdout } = await cli('check --format csv', { cwd: week() });
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'rule,severity,id,owner,file,line,column,message,hint,value,days,since,event,waived_until,apart',
    'past-close,error,late,anna,deals/2026/late.yaml,7,1,"Expected to close on 2026-11-18, 5 days ago.","New close date: pipeline set late close=… (or won, lost)",2000.00,5,,,,',
  ]);
});

test('--as-of shows the newest snapshot of then, with what it lacks as not evaluated', async () => {
  const rows = [
    freshRow({ id: 'late', close: day('2026-11-10') }),
    freshRow({ id: 'calm', close: day('2026-12-18') }),
  ];
  const files = snapshotFiles(snapshot('2026-11-16', rows), '');
  const cwd = workspace(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const view = await json('check --as-of 2026-11-20', cwd);
  expect(view).toMatchObject({
    today: '2026-11-16',
    as_of: '2026-11-16',
    exit_status: 1,
    deals: { open: 2 },
  });
  expect(view.findings).toMatchObject([
    { rule: 'past-close', id: 'late', days: 6, file: 'snapshots/2026-11-16/deals.csv', line: null },
    { rule: 'plan-missing', id: '', message: 'There is no plan target.' },
  ]);
  expect(view.not_evaluated.map(({ rule }: { rule: string }) => rule)).toContain('invalid-file');
  const listed = await json('stale --as-of 2026-11-20', cwd);
  expect(listed).toMatchObject({ as_of: '2026-11-16', freshness: { by_value: 0.5 } });

  const { status, stderr } = await cli('check --as-of 2026-11-15', { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain('There is no snapshot of 2026-11-15 or before.');
});

test('the days of late-log differ by stage, shorter or longer than its own', async () => {
  const logged = (day: string) =>
    `[{on: 2026-11-16, logged: ${day}, type: call}, {on: 2026-11-20, type: call}]`;
  const cwd = workspace(
    {
      'deals/2026/a.yaml': dealFile({ activities: logged('2026-11-18') }),
      'deals/2026/b.yaml': dealFile({ activities: logged('2026-11-18'), stage: 'proposal' }),
      'deals/2026/c.yaml': dealFile({ activities: logged('2026-11-20'), stage: 'proposal' }),
    },
    'rules: {late-log: {after: 3, stages: {lead: {after: 1}, proposal: {after: 4}}}}\n',
  );
  const { findings } = await json('check --rule late-log', cwd);
  expect(findings.map(({ id, days }: { id: string; days: number }) => [id, days])).toEqual([['a', 2]]);
});
