// pipeline check ends with the same status in every format, and a check that looked at nothing is never green.

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/cli/commands/check.ts';
import { dealFile, lastCall, workspace } from '../freshness/workspace.ts';
import { cli } from '../support/cli.ts';

const LATE = dealFile({ close: '2026-11-18' });
const fine = (settings = '') => workspace({ 'deals/2026/fine.yaml': dealFile() }, settings);
const late = (settings = '') =>
  workspace({ 'deals/2026/fine.yaml': dealFile(), 'deals/2026/late.yaml': LATE }, settings);
const warned = () => workspace({ 'deals/2026/warned.yaml': dealFile(lastCall('2026-11-09')) });
const broken = () => workspace({ 'deals/2026/late.yaml': LATE, 'deals/2026/broken.yaml': 'name: [\n' });
const baselined = (text: string) =>
  workspace({ 'deals/2026/late.yaml': LATE, '.pipeline-baseline.yaml': text });
const ENTRY = 'format: 1\nfindings:\n  - {rule: past-close, id: late, severity: error}\n';

function committed(root: string): string {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'user.name=Anna', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'x');
  return root;
}

function archived(): string {
  const root = late();
  mkdirSync(join(root, 'archive/2026-Q3'), { recursive: true });
  for (const id of ['fine', 'late'])
    renameSync(join(root, `deals/2026/${id}.yaml`), join(root, `archive/2026-Q3/${id}.yaml`));
  return root;
}

const SITUATIONS: readonly [string, () => string, string, number, RegExp | undefined][] = [
  ['nothing at the gate', fine, '', 0, undefined],
  ['warnings below the gate', warned, '', 0, undefined],
  ['all findings in the baseline', () => baselined(ENTRY), '', 0, undefined],
  ['a change that concerns no deal', () => committed(late()), '--changed', 0, undefined],
  ['nothing new since the commit', () => committed(late()), '--new-only --since HEAD', 0, undefined],
  ['findings at the gate', late, '', 1, undefined],
  ['warnings at the gate', warned, '--gate warning', 1, undefined],
  ['more warnings than pass', warned, '--max-warnings 0', 1, undefined],
  [
    'less fresh than it must be',
    () => late('rules: {past-close: info}\n'),
    '--min-freshness 80%',
    1,
    undefined,
  ],
  ['a baseline that is looked past', () => baselined(ENTRY), '--no-baseline', 1, undefined],
  ['no deals', () => workspace({}), '', 2, /There are no deals/],
  ['no deals, of a change', () => committed(workspace({})), '--changed', 2, /There are no deals/],
  ['only an archive', archived, '', 2, /There are no deals/],
  [
    'none that can be read',
    () => workspace({ 'deals/2026/broken.yaml': 'name: [\n' }),
    '',
    2,
    /None of the deals can be read/,
  ],
  ['a rule that is off', () => fine('rules: {stale: off}\n'), '--rule stale', 2, /off in pipeline.yaml/],
  ['no such owner', fine, '--owner nobody', 2, /There is no owner "nobody"/],
  ['no deal in the stage', fine, '--stage won', 2, /No deal is in won/],
  [
    'a rule over the workspace, of a change',
    () => committed(fine()),
    '--changed --rule snapshot-overdue',
    2,
    /Leave out --changed/,
  ],
  [
    'no index to hold against the limit',
    () =>
      workspace({ 'deals/2026/a.yaml': dealFile({ activities: '[]', source: '{system: csv, id: "1"}' }) }),
    '--min-freshness 10%',
    2,
    /no freshness index/,
  ],
  ['no repository', fine, '--changed', 2, /no git repository/],
  ['no such commit', () => committed(fine()), '--new-only --since mian', 2, /Did you mean "main"/],
  ['no such snapshot', fine, '--new-only --since latest', 2, /no snapshot up to/],
  ['a baseline that is damaged', () => baselined('format: 1\nfindings: x\n'), '', 2, /baseline\.yaml:2:1/],
  ['a baseline of a newer format', () => baselined('format: 2\n'), '', 2, /format 2; this program reads/],
  ['no number', fine, '--max-warnings few', 2, /whole number/],
  ['a deal that cannot be read', broken, '', 3, undefined],
  [
    'the same, its finding in a baseline',
    () => {
      const root = broken();
      writeFileSync(join(root, '.pipeline-baseline.yaml'), `${ENTRY}  - {rule: invalid-file, id: broken}\n`);
      return root;
    },
    '',
    3,
    undefined,
  ],
  ['the same, old', () => committed(broken()), '--new-only --since HEAD', 3, undefined],
];

describe.each(SITUATIONS)('%s', (_, make, words, status, said) => {
  test(`ends with ${status} in every format`, async () => {
    const cwd = make();
    for (const format of check.formats ?? []) {
      const result = await cli(`check ${words} --format ${format}`, { cwd });
      expect([format, result.status], result.stderr).toEqual([format, status]);
      if (said !== undefined) expect(result.stderr).toMatch(said);
      if (status !== 2) expect(result.stdout).not.toBe('');
    }
  });
});

test('the count of waivers is shown in every format that has a summary, also where there is none', async () => {
  const waive = '[{rule: past-close, until: 2026-11-23, why: holiday}]';
  const one = workspace({ 'deals/2026/late.yaml': dealFile({ close: '2026-11-18', waive }) });
  const counted = async (cwd: string, format: string, today: string) =>
    (await cli(`check --format ${format}`, { cwd, today })).stdout;
  for (const [cwd, count, today] of [
    [fine(), 0, '2026-11-23'],
    [one, 1, '2026-11-23'],
    [one, 0, '2026-11-24'],
  ] as const) {
    expect(await counted(cwd, 'table', today)).toMatch(new RegExp(`^Waived +${count}$`, 'm'));
    expect(await counted(cwd, 'markdown', today)).toMatch(new RegExp(`Waived \\| ${count} `));
    expect(await counted(cwd, 'github', today)).toContain(`waived ${count}`);
    expect(JSON.parse(await counted(cwd, 'json', today)).counts.waived).toBe(count);
  }
});

test('at most so many warnings pass, by option or by pipeline.yaml; those that are waived do not count', async () => {
  const waived = { ...lastCall('2026-11-09'), waive: '[{rule: stale, until: 2026-12-31, why: budget}]' };
  const cwd = (settings = '') =>
    workspace(
      {
        'deals/2026/one.yaml': dealFile(lastCall('2026-11-09')),
        'deals/2026/two.yaml': dealFile(lastCall('2026-11-08')),
        'deals/2026/waived.yaml': dealFile(waived),
      },
      settings,
    );
  const rule = '--rule stale';
  expect((await cli(`check ${rule} --max-warnings 2`, { cwd: cwd() })).status).toBe(0);
  const { status, stdout } = await cli(`check ${rule} --max-warnings 1`, { cwd: cwd() });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^Warnings +2, at most 1 +FAIL$/m);
  const strict = cwd('check: {max_warnings: 1}\n');
  expect((await cli(`check ${rule}`, { cwd: strict })).status).toBe(1);
  expect((await cli(`check ${rule} --max-warnings 2`, { cwd: strict })).status).toBe(0);
  const annotated = await cli(`check ${rule} --format github`, { cwd: strict });
  expect(annotated.stdout).toContain('::error title=warnings::2 warnings, at most 1.');
});

test('what does not go together is refused with the reason', async () => {
  const cwd = committed(fine());
  for (const [words, said] of [
    ['--changed --min-freshness 80%', 'exclude each other'],
    ['--new-only --since main --min-freshness 80%', 'exclude each other'],
    ['--changed --as-of 2026-11-20', 'exclude each other'],
    ['--new-only', '--new-only needs --since'],
    ['--since main', 'it goes with --new-only'],
    ['--new-only --since now', 'nothing is new since now'],
    ['--write-baseline --owner anna', 'exclude each other'],
    ['--write-baseline --shrink-baseline', 'exclude each other'],
    ['--shrink-baseline --no-baseline', 'exclude each other'],
  ] as const) {
    const { status, stderr } = await cli(`check ${words}`, { cwd });
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  }
});

test('freshness stands in JSON for each owner and stage, and adds up', async () => {
  const cwd = workspace({
    'deals/2026/a.yaml': dealFile({ amount: '3000.00' }),
    'deals/2026/b.yaml': dealFile({ close: '2026-11-18', stage: 'proposal' }),
    'deals/2026/c.yaml': dealFile({ owner: 'piotr', stage: 'proposal' }),
  });
  const view = JSON.parse((await cli('check --format json', { cwd })).stdout);
  const told = (groups: { key: string; by_value: number; by_count: number }[]) =>
    groups.map(({ key, by_value, by_count }) => [key, by_value, by_count]);
  expect([view.freshness.by_value, view.freshness.by_count]).toEqual([0.8, 2 / 3]);
  expect(told(view.freshness_by.owner)).toEqual([
    ['anna', 0.75, 0.5],
    ['piotr', 1, 1],
  ]);
  expect(told(view.freshness_by.stage)).toEqual([
    ['lead', 1, 1],
    ['proposal', 0.5, 0.5],
  ]);
});
