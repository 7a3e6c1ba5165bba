// Deals in a currency that nothing converts are in no sum, and whoever reads the sum is told which rate is missing.

import { expect, test } from 'vitest';
import { dealFile, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const TOLD =
  'There is no rate to PLN on 2026-11-23 for EUR, USD. 2 deals are in no sum here: pipeline check --rule missing-rate';

function abroad(): string {
  return workspace({
    'deals/2026/at-home.yaml': dealFile(),
    'deals/2026/euro.yaml': dealFile({ name: 'Robots', currency: 'EUR' }),
    'deals/2026/dollar.yaml': dealFile({ name: 'Lifts', currency: 'USD' }),
    'deals/2026/unpriced.yaml': dealFile({ name: 'Doors', amount: '' }),
    'deals/2026/won.yaml': dealFile({ name: 'Gates', currency: 'EUR', stage: 'won', close: '2026-11-10' }),
  });
}

const run = async (words: string, root = abroad()) => {
  const { stdout } = await cli(words, { cwd: root, today: '2026-11-23', columns: 200 });
  return stdout;
};

test.each(['status', 'stale', 'check', 'digest', 'list', 'plan 2026', 'meeting weekly'])(
  '%s says so',
  async (words) => {
    expect(await run(words)).toContain(TOLD);
  },
);

test.each(['stale', 'check'])('%s counts apart those that have no amount', async (words) => {
  expect(await run(words)).toContain('1 open deal without a value: in the counts alone.');
});

test('list and results count apart those that have no amount as well', async () => {
  expect(await run('list')).toContain('1 without an amount.');
  const page = await run('results 2026');
  expect(page).toContain('1 win in EUR without a rate on the day of closing: in the counts alone.');
  expect(page).not.toContain('without a value');
});

test('JSON has how many, and the currencies', async () => {
  const missing = { count: 2, currencies: ['EUR', 'USD'] };
  for (const words of ['status', 'stale', 'check', 'digest'])
    expect(JSON.parse(await run(`${words} --format json`)).freshness).toMatchObject({
      without_value: 3,
      without_rate: missing,
    });
  expect(JSON.parse(await run('list --format json')).total.without_rate).toEqual(missing);
  expect(JSON.parse(await run('plan 2026 --format json')).open.without_rate).toEqual(missing);
  expect(JSON.parse(await run('results 2026 --format json')).without_rate).toEqual({
    count: 1,
    currencies: ['EUR'],
  });
});

test('with a rate nothing is said of one', async () => {
  const root = workspace(
    { 'deals/2026/euro.yaml': dealFile({ currency: 'EUR' }) },
    'rates: [{on: 2026-01-01, EUR: "4.3"}]\n',
  );
  for (const words of ['status', 'stale', 'check', 'list'])
    expect(await run(words, root)).not.toContain('no rate');
});
