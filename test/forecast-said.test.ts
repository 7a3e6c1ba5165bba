// What a forecast says of its own figures: what they leave out, whose numbers it names, and where it has none to give.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdict } from '../src/page/forecast-tried.ts';
import type { ForecastView } from '../src/report/forecast.ts';
import type { TriedView } from '../src/report/forecast-tried.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { eightAMonth } from './forecast/eight-a-month.ts';
import { cli } from './support/cli.ts';

describe('of the demo company', () => {
  test('configured chances say that what is not created yet is not in them', async () => {
    const { stdout } = await cli('forecast 2027-Q4', { cwd: demoWorkspace() });
    expect(stdout).toContain('What is not created yet is not in it');
  });

  test('a configured chance that is cut by the close date says so', async () => {
    const { stdout } = await cli('forecast 2027-Q4', { cwd: demoWorkspace() });
    expect(stdout).toMatch(/^kormoran-shipyard-erp .* 1 % .* 75 % configured, less by close date$/m);
  });

  test('drivers to a day before the one that they begin with are refused, and both days are told', async () => {
    const line = 'forecast drivers --since 2026-11-16 --as-of 2026-10-27';
    const { stdout, stderr, status } = await cli(line, { cwd: demoWorkspace() });
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain('--since 2026-11-16 is not before 2026-10-27');
    expect(stderr).toContain('pipeline forecast drivers --since 2026-10-27 --as-of 2026-11-16');
  });

  test('by owner no word of what it rests on is cut in a narrow terminal', async () => {
    const { stdout } = await cli('forecast --by owner', { cwd: demoWorkspace(), tty: true, columns: 74 });
    expect(stdout).toContain('all deals; 5 decided');
    expect(stdout).toContain('little history');
  });

  test('a command of it that is typed in another number is told from a period', async () => {
    const { stderr, status } = await cli('forecast calls', { cwd: demoWorkspace() });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean pipeline forecast call?')]);
  });
});

describe('of two years of deals without an amount on the open ones', () => {
  const today = '2027-01-04';
  let here: Desk;
  const shown = async (line: string) => (await here.run(line, { today })).stdout;

  beforeAll(async () => {
    here = await desk('--name years --stages lead --currency EUR --locale en --time-zone UTC');
    here.write('export.csv', EXPORT);
    for (const line of ['import export.csv', 'backfill --from dates --every month'])
      expect((await here.run(line, { today })).status).toBe(0);
  }, 120_000);
  afterAll(() => here.clear());

  test('a period too far ahead for its history has no range, and no process that has changed', async () => {
    const stdout = await shown('forecast 2032-Q4');
    expect(stdout).toContain('Too far ahead');
    expect(stdout).toContain('begins in 2,097 days');
    expect(stdout).not.toMatch(/P10|Won by the end of|process has changed/);
  });

  test('a period of before the first record says that of it nothing is known', async () => {
    expect(await shown('forecast 2015')).toContain('after 2015: of it nothing is known.');
    expect(await shown('forecast 2026-Q4')).not.toContain('nothing is known');
  });

  test('the wins whose mean stands in are counted, and not the deals that it stands in for', async () => {
    const view = await here.json<ForecastView>('forecast', { today });
    const open = view.deals.filter(({ stand_in }) => stand_in !== null).length;
    expect(view.stand_ins.wins).toBe(EXPORT.split('\n').filter((row) => row.includes(',won,')).length);
    expect(view.stand_ins.wins).toBeGreaterThan(open);
    expect(await shown('forecast')).toContain(`the mean of earlier wins (${view.stand_ins.wins} on record)`);
  });

  test('an amount without an exchange rate is told from one that nobody knows', async () => {
    const { deals } = await here.json<ForecastView>('forecast', { today });
    const [one, two] = deals.map(({ id }) => id);
    for (const id of [one, two]) {
      const { status, stderr } = await here.run(`set ${id} amount=5000 currency=USD`, { today });
      expect([status, id], stderr).toEqual([0, id]);
    }
    const view = await here.json<ForecastView>('forecast', { today });
    expect(view.stand_ins.without_rate).toEqual([one, two].sort());
    const stdout = await shown('forecast');
    expect(stdout).toContain('2 open deals have an amount, but no exchange rate');
    expect(stdout).toContain('pipeline check');
    expect(stdout).toContain(`No amount is known of ${deals.length - 2} open deals`);
  });

  test('where chances are adjusted, it says why chance × value is not what is expected', async () => {
    expect(await shown('forecast 2027-01')).toMatch(
      /open and new × [\d.]+\. Of a chance the odds: chance × value/,
    );
  });

  test('by another way it says nothing of the range of the forecast, and not to use what is shown', async () => {
    const stdout = await shown('forecast --method mean-of-past');
    expect(stdout).not.toMatch(/fell within P10–P90|use that|\n\n\n/);
    expect(stdout).toContain('error (WAPE)');
  });
});

test('a simpler way that spoke less often is shown beside the forecast on the same forecasts', () => {
  const own = { method: 'forecast', runs: 9, wape: 0.14, forecast_wape: 0.14, bias: 0 } as const;
  const mean = { method: 'mean-of-past', runs: 5, wape: 0.066, forecast_wape: 0.085, bias: 0 } as const;
  const tried = { runs: 9, within: 8, best: 'mean-of-past', missed_lately: null } as const;
  const told = (methods: TriedView['methods']) =>
    JSON.stringify([...verdict({ ...tried, methods })]).match(/On the same #|0\.\d+/g);
  expect(told([own, mean])).toEqual(['On the same #', '0.085', '0.066']);
  expect(told([own, { ...mean, runs: 9 }])).toBeNull();
});

/** The open ones have no amount. */
const EXPORT = eightAMonth(() => '');
