// pipeline stale, as typed.

import { describe, expect, test } from 'vitest';
import { dealFile, lastCall, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const week = () =>
  workspace({
    'deals/2026/fresh.yaml': dealFile({ amount: '7000.00' }),
    'deals/2026/warned.yaml': dealFile({ owner: 'piotr', ...lastCall('2026-11-09') }),
    'deals/2026/old.yaml': dealFile({ amount: '2000.00', stage: 'proposal', ...lastCall('2026-10-01') }),
    'deals/2026/won.yaml': dealFile({ stage: 'won', close: '2026-11-01', ...lastCall('2026-10-01') }),
  });

const json = async (words: string, cwd: string) =>
  JSON.parse((await cli(`${words} --format json`, { cwd })).stdout);

test('the list, its sum and the index tell one story', async () => {
  const cwd = week();
  const view = await json('stale', cwd);
  expect(view).toMatchObject({
    schema: 'pipeline/stale/1',
    today: '2026-11-23',
    as_of: null,
    currency: 'PLN',
    stale: { count: 2, value: '3000.00', share: 0.3 },
    freshness: { by_value: 0.7, by_count: 1 / 3 },
    not_fresh: { count: 2, stale: 2, others: 0 },
  });
  expect(view.deals).toMatchObject([
    {
      id: 'old',
      owner: 'anna',
      severity: 'error',
      days: 53,
      since: { date: '2026-10-01', event: 'activity:call', file: 'deals/2026/old.yaml', line: 9 },
      value: '2000.00',
    },
    { id: 'warned', owner: 'piotr', severity: 'warning', days: 14, value: '1000.00' },
  ]);

  const { stdout, status } = await cli('stale', { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain('2 of 3 open deals show no sign of life · 3,000 of 10,000 PLN (30 %)');
  expect(stdout).toContain(
    'Not fresh: 2 of 3 deals, 2 of them stale.\nMend them one by one → pipeline fix\n',
  );
});

test('in a terminal of 80 columns nothing is wider, however long the names are', async () => {
  const id = 'a-customer-with-a-name-that-is-much-longer-than-any-column';
  const cwd = workspace({
    [`deals/2026/${id}.yaml`]: dealFile({
      name: 'Zażółć gęślą jaźń 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字',
      owner: 'Maximiliane Hohenstein-Wittelsbach',
      amount: '123456789.00',
      ...lastCall('2026-10-01'),
    }),
  });
  const { stdout } = await cli('stale', { cwd, tty: true, columns: 80 });
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(stdout).toContain('…');
  expect((await cli('stale', { cwd })).stdout).toContain(id);
});

describe('--fail', () => {
  test('exits 1 where a deal is stale at error, with =warning at warning too', async () => {
    const cwd = week();
    expect((await cli('stale --fail', { cwd })).status).toBe(1);
    expect((await cli('stale --fail --owner piotr', { cwd })).status).toBe(0);
    expect((await cli('stale --fail=warning --owner piotr', { cwd })).status).toBe(1);
  });

  test('is never green where nothing was looked at', async () => {
    const none = await cli('stale --fail', { cwd: workspace({}) });
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('nothing was checked');
    const source = {
      source: '{system: csv, id: "1"}',
      activities: '[]',
      next_step: '{what: call, agreed: 2026-10-01}',
    };
    const blind = workspace({ 'deals/2026/a.yaml': dealFile(source) });
    expect((await cli('stale', { cwd: blind })).status).toBe(0);
    const refused = await cli('stale --fail', { cwd: blind });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('no activity data');
  });
});

test('a rule that is off has nothing to list', async () => {
  const cwd = workspace({ 'deals/2026/a.yaml': dealFile(lastCall('2026-01-01')) }, 'rules: {stale: off}\n');
  const { status, stderr } = await cli('stale', { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain('The rule "stale" is off');
});

test('an unreadable deal is named and the exit status is 3, and the others are listed all the same', async () => {
  const cwd = workspace({
    'deals/2026/old.yaml': dealFile(lastCall('2026-10-01')),
    'deals/2026/broken.yaml': 'name: [\n',
  });
  const { status, stdout } = await cli('stale', { cwd });
  expect(status).toBe(3);
  expect(stdout).toContain('old');
  expect(stdout).toContain('1 deal cannot be read and is left out: broken');
});

test('an unknown owner is refused with the nearest', async () => {
  const { status, stderr } = await cli('stale --owner pjotr', { cwd: week() });
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean "piotr"?');
});

test('CSV has a line a deal, with the place of the last sign of life', async () => {
  const { stdout } = await cli('stale --format csv', { cwd: week() });
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'severity,id,name,account,owner,stage,days,since,event,file,line,value,waived_until',
    'error,old,ERP rollout,Acme,anna,proposal,53,2026-10-01,activity:call,deals/2026/old.yaml,9,2000.00,',
  ]);
});

test('--by stage shows the freshness of each stage', async () => {
  const { groups } = await json('stale --by stage', week());
  expect(groups).toMatchObject([
    { key: 'lead', fresh: { count: 1, value: '7000.00' }, open: { count: 2, value: '8000.00' } },
    { key: 'proposal', by_value: 0 },
  ]);
});
