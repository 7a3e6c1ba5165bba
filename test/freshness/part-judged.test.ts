// Signs of life known of one source and not of another: the index stands (docs/method.md), and for how many deals they were
// judged stands beside it wherever it is shown; a gate can ask for a least share.

import { expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { dealFile, workspace } from './workspace.ts';

const today = '2026-11-23';

/** One deal with activities that is worth 1000, and two of a system without any, worth 3000 together. */
function half(settings = ''): string {
  const blind = (id: string, owner: string) =>
    dealFile({
      source: `{system: billing, id: "${id}"}`,
      activities: '[]',
      amount: '1500.00',
      owner,
      created: '2026-01-01',
    });
  return workspace(
    {
      'deals/2026/seen.yaml': dealFile({ source: '{system: crm, id: "1"}' }),
      'deals/2026/unseen.yaml': blind('2', 'anna'),
      'deals/2026/unseen-too.yaml': blind('3', 'piotr'),
    },
    settings,
  );
}

const told = async (words: string, root: string) => (await cli(words, { cwd: root, today })).stdout;

test.each([['status'], ['stale'], ['snapshot'], ['digest'], ['meeting weekly']])(
  '%s says beside the index for how many deals stale was judged',
  async (words) => {
    expect(await told(words, half())).toContain('stale judged for 1 of 3 open deals');
  },
);

test('where all are judged, nothing is said of it', async () => {
  const root = workspace({ 'deals/2026/seen.yaml': dealFile() });
  for (const words of ['status', 'stale', 'check', 'digest'])
    expect(await told(words, root)).not.toContain('judged');
});

test('each owner has the number of judged deals', async () => {
  const root = half();
  const rows = (await told('stale', root))
    .split('\n')
    .filter((line) => /^(Owner|anna|piotr|All) {2}/.test(line.trim()));
  expect(rows.map((row) => row.trim().split(/ {2,}/).at(-1))).toEqual(['Judged', '1', '0', '1']);
  expect(await told('digest --owner anna', root)).toContain('stale judged for 1 of 2 open deals');
});

test('trend says in which weeks', async () => {
  const root = half();
  await cli('snapshot', { cwd: root, today });
  const page = (await told('trend freshness', root)).replace(/\s+/g, ' ');
  expect(page).toContain(
    'Fresh in 2026-W48: stale was judged for a part of the open deals only, in 2026-W48 for 1 of 3',
  );
  const { groups } = JSON.parse(await told('trend freshness --format json', root));
  expect(groups[0].metrics.freshness).toEqual([{ kind: 'share', share: 1, count: 3, of: 3, judged: 1 }]);
});

test('a report marks the weeks in its chart', async () => {
  const root = half();
  await cli('snapshot', { cwd: root, today: '2026-11-22' });
  const page = await told('report --sections freshness --format markdown --out -', root);
  expect(page.replace(/\s+/g, ' ')).toContain('Hollow dots: judged for a part of the deals only.');
});

test('JSON has it in numbers: deals, value, and the share of open value', async () => {
  const judged = { count: 1, value: '1000.00', share: 0.25 };
  for (const words of ['status', 'stale', 'check', 'digest'])
    expect(JSON.parse(await told(`${words} --format json`, half())).freshness.stale_judged).toEqual(judged);
});

test('check says it in its verdict, and passes where nobody asks for a share', async () => {
  const { stdout, status } = await cli('check --min-freshness 80%', {
    cwd: half('rules: {import-overdue: off}\n'),
    today,
  });
  expect(stdout).toMatch(/Signs of life judged +25 % by value \(1 of 3 open deals\)\n/);
  expect(status).toBe(0);
});

test.each([
  ['--min-judged 90%', '', 1],
  ['--min-judged 25%', '', 0],
  ['', 'check: {min_judged: 90%}\n', 1],
])(
  'check %s %s fails where stale was judged for a smaller share of open value',
  async (words, settings, expected) => {
    const root = half(`rules: {import-overdue: off}\n${settings}`);
    const { stdout, status } = await cli(`check ${words}`, { cwd: root, today });
    expect(stdout).toMatch(expected === 1 ? /at least 90 % +FAIL/ : /at least 25 % +pass/);
    expect(status).toBe(expected);
  },
);

test('CI services are told as well', async () => {
  const root = half('rules: {import-overdue: off}\n');
  const page = await told('check --min-judged 90% --format github', root);
  expect(page).toContain('stale judged for 25 %25 of open value, at least 90 %25.');
  expect(page).toContain('100 %25 by value, stale judged for 1 of 3 open deals.');
});

test('where none is judged, min-judged ends as the blind case of min-freshness does', async () => {
  const root = workspace({
    'deals/2026/unseen.yaml': dealFile({ source: '{system: billing, id: "2"}', activities: '[]' }),
  });
  const { status, stderr } = await cli('check --min-judged 10%', { cwd: root, today });
  expect(status).toBe(2);
  expect(stderr).toContain('There is no freshness index');
});

test('plan says how many deals count as fresh in MP that nobody judged', async () => {
  const root = half();
  expect(await told('plan 2026', root)).toContain('2 are not judged by stale');
  expect(JSON.parse(await told('plan 2026 --format json', root)).fresh).toMatchObject({
    left_out: 0,
    not_judged: 2,
  });
});
