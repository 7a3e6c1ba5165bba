// pipeline results: EZ, TP, KK and what changed, by hand-made deals whose figures are worked out on paper.

import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wilsonInterval } from '../src/base/wilson.ts';
import type { ForecastView } from '../src/report/forecast.ts';
import type { PlanView } from '../src/report/plan.ts';
import type { ResultsView } from '../src/report/results.ts';
import { meanInterval } from '../src/results/bootstrap.ts';
import { valueChange } from '../src/results/change.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { property } from './support/property.ts';
import { fc } from './support/seeded.ts';

const TODAY = '2026-10-20';

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write(
    'pipeline.yaml',
    'format: 1\nname: acme\ncurrency: PLN\nlocale: en-GB\nprocess: {stages: [lead, {id: offer, label: Offer}]}\nplan: {targets: [{period: 2026-Q3, target: "1000"}]}\n',
  );
});
afterEach(() => here.clear());

function deal(id: string, stage: string, amount: number, close: string, ...lines: string[]): void {
  const path = `deals/2026/${id}.yaml`;
  here.write(
    path,
    [`name: ${id}`, `stage: ${stage}`, `amount: ${amount}`, `close: ${close}`, ...lines, ''].join('\n'),
  );
}

const results = (words = '', today = TODAY) => here.json<ResultsView>(`results ${words}`, { today });
const shown = async (words = '') => (await here.run(`results ${words}`, { today: TODAY })).stdout;

describe('the indicators', () => {
  test('count deals closed in the period, wherever the clean-up has put them; open ones are in no rate', async () => {
    deal('a', 'won', 100, '2026-07-31', 'created: 2026-07-01');
    deal('b', 'won', 300, '2026-08-10', 'created: 2026-07-31');
    deal('c', 'lost', 600, '2026-09-30', 'created: 2026-07-01');
    deal('next', 'won', 999, '2026-10-01', 'created: 2026-07-01');
    deal('open', 'offer', 999, '2026-09-15', 'created: 2026-07-01');
    here.write(
      'archive/2026-Q3/old.yaml',
      'name: old\nstage: won\namount: 800\nclose: 2026-07-01\ncreated: 2026-05-02\n',
    );
    here.write(
      'archive/2026-Q3/merged.yaml',
      'name: m\nstage: won\namount: 800\nclose: 2026-07-01\nmerged_into: a\n',
    );
    expect(await results('2026-Q3')).toMatchObject({
      running: false,
      won: { count: 3, value: '1200.00' },
      lost: { count: 1, value: '600.00' },
      win_rate: { count: 3, of: 4, share: 0.75, by_value: 2 / 3 },
      cycle: { median: 30, p75: 60, mean: 33, count: 3 },
      average: { mean: '400.00', median: '300.00', interval: null, count: 3 },
    });
  });

  test('a rate over nothing is a dash, never 0 %, and what no snapshot tells is not guessed', async () => {
    const view = await results('2026-Q1');
    expect(view).toMatchObject({
      win_rate: { of: 0, share: null, interval: null, by_value: null },
      cycle: { median: null, count: 0 },
      average: { mean: null },
      velocity: null,
      open_deals: null,
      multiplier_at_start: null,
    });
    expect(await shown('2026-Q1')).not.toMatch(/\d+ of 0|· 0 %/);
  });

  test('velocity is open deals × EZ × KK ÷ TP, with the deals open at the end of the period', async () => {
    deal('w', 'won', 300, '2026-09-20', 'created: 2026-09-10');
    deal('l', 'lost', 300, '2026-09-20', 'created: 2026-09-10');
    deal('o1', 'offer', 10, '2026-12-01');
    deal('o2', 'offer', 10, '2026-12-01');
    await here.run('snapshot', { today: '2026-09-28' });
    deal('o3', 'offer', 10, '2026-12-01');
    // 2 × 0.5 × 300 ÷ 10
    expect(await results('2026-Q3')).toMatchObject({ open_deals: 2, velocity: '30.00' });
  });

  test('velocity rests on the median as it is, and the screen on whole days of it', async () => {
    deal('w', 'won', 300, '2026-09-20', 'created: 2026-09-10');
    deal('x', 'won', 300, '2026-09-20', 'created: 2026-09-09');
    deal('o', 'offer', 10, '2026-12-01');
    await here.run('snapshot', { today: '2026-09-28' });
    // 1 × 1 × 300 ÷ 10.5
    expect(await results('2026-Q3')).toMatchObject({ cycle: { median: 11 }, velocity: '28.57' });
  });

  test('MP stands as it was at the start of the period, by the snapshot of that day', async () => {
    deal('w', 'offer', 1500, '2026-09-20');
    await here.run('snapshot', { today: '2026-06-29' });
    deal('w', 'won', 1500, '2026-09-20');
    expect(await results('2026-Q3')).toMatchObject({ multiplier_at_start: 1.5 });
  });

  test('where no lost deal has a value, no rate by value is told', async () => {
    deal('won', 'won', 100, '2026-07-31');
    deal('lost', 'lost', 0, '2026-07-31');
    expect(await shown('2026-Q3')).toMatch(/by value +no lost value known\n/);
    expect(await results('2026-Q3')).toMatchObject({ win_rate: { share: 0.5, by_value: null } });
  });

  test('lost deals by the stage that they were lost from', async () => {
    const record = (...stages: string[]) =>
      `stages: [${stages.map((stage, at) => `{stage: ${stage}, on: 2026-07-0${at + 1}}`).join(', ')}]`;
    deal('a', 'lost', 10, '2026-07-09', record('lead', 'lost'));
    deal('b', 'lost', 20, '2026-07-09', record('lead', 'offer', 'lost'));
    deal('c', 'lost', 30, '2026-07-09', record('lead', 'offer'));
    deal('d', 'lost', 40, '2026-07-09');
    const { lost_from: from } = await results('2026-Q3 --by stage-lost');
    expect(await shown('2026-Q2 --by stage-lost')).not.toContain('Lost from');
    expect(await shown('2026-Q2 --by stage-lost')).toContain('No deal was lost in 2026-Q2.');
    expect(from.map(({ stage, count, value }) => [stage, count, value])).toEqual([
      ['', 1, '40.00'],
      ['lead', 1, '10.00'],
      ['offer', 2, '50.00'],
    ]);
  });
});

test('a period that has not begun says so, one that runs has results so far', async () => {
  expect(await shown('2027-Q1')).toMatch(/^Results 2027-Q1, not begun yet\n/);
  expect(await shown('2026-Q4')).toMatch(/^Results 2026-Q4 so far\n/);
  expect(await shown('2026-Q3')).toMatch(/^Results 2026-Q3\n/);
});

test('a period without a closing leads to the last one that has some', async () => {
  deal('a', 'won', 100, '2026-04-30', 'created: 2026-03-01');
  expect(await results('2026-Q4')).toMatchObject({ last_closings: '2026-Q2' });
  expect(await shown('2026-09')).toMatch(
    /The last period in which deals were closed → pipeline results 2026-04\n$/,
  );
  expect(await results('2026-Q2')).toMatchObject({ last_closings: null });
  expect(await results('2026-Q1')).toMatchObject({ last_closings: null });
});

test('wins count at the rate of the day of closing, and a line says what those of today would add', async () => {
  const text = here.read('pipeline.yaml');
  here.write('pipeline.yaml', `${text}rates: [{on: 2026-01-01, EUR: "4"}, {on: 2026-10-01, EUR: "5"}]\n`);
  deal('euros', 'won', 100, '2026-08-05', 'currency: EUR');
  deal('zloty', 'won', 50, '2026-08-05');
  expect(await results('2026-Q3')).toMatchObject({
    won: { value: '450.00' },
    average: { mean: '225.00' },
    rate_difference: '100.00',
  });
  expect(await shown('2026-Q3')).toContain('at the rates of today: +100.');
  // One figure for one thing: plan and forecast tell the same.
  const [plan, forecast] = [
    await here.json<PlanView>('plan 2026-Q3', { today: TODAY }),
    await here.json<ForecastView>('forecast 2026-Q3', { today: TODAY }),
  ];
  expect([plan.won.value, plan.left, forecast.parts.won]).toEqual(['450.00', '550.00', '450.00']);
});

describe('why won value changed', () => {
  test('deals decided, win rate and average add up to it, as worked out on paper', async () => {
    for (let at = 0; at < 4; at++) deal(`q2-w${at}`, 'won', 100, '2026-05-05');
    for (let at = 0; at < 4; at++) deal(`q2-l${at}`, 'lost', 100, '2026-05-05');
    for (let at = 0; at < 6; at++) deal(`q3-w${at}`, 'won', 150, '2026-08-05');
    for (let at = 0; at < 4; at++) deal(`q3-l${at}`, 'lost', 100, '2026-08-05');
    // 2 more decided × ½ × 100 · (6 − 5) × 100 · 6 × 50
    expect((await results('2026-Q3 --compare 2026-Q2')).change).toEqual({
      value: '500.00',
      decided: '100.00',
      win_rate: '100.00',
      average: '300.00',
      win_rate_difference: {
        difference: expect.closeTo(0.1, 9),
        // Newcombe's interval of 6 of 10 less 4 of 8, at 90 %, from the two score intervals.
        low: expect.closeTo(-0.2535, 3),
        high: expect.closeTo(0.4249, 3),
      },
    });
    expect(await shown('2026-Q3 --compare 2026-Q2')).toContain('within chance: +10 points (−25 to +42)');
  });

  test('a part that adds nothing is called neither more nor less', async () => {
    for (const month of ['05', '08']) {
      deal(`w${month}`, 'won', 100, `2026-${month}-05`);
      deal(`l${month}`, 'lost', 100, `2026-${month}-05`);
    }
    const page = await shown('2026-Q3 --compare 2026-Q2');
    expect(page).toMatch(
      /as many deals decided \(2 → 2\) +0\n +the same win rate +0 .*\n +deals as large +0\n/,
    );
  });

  test('intervals of two rates may meet where their difference is beyond chance: it is that of the difference that counts', async () => {
    for (let at = 0; at < 20; at++) deal(`q2-${at}`, at < 6 ? 'won' : 'lost', 100, '2026-05-05');
    for (let at = 0; at < 20; at++) deal(`q3-${at}`, at < 12 ? 'won' : 'lost', 100, '2026-08-05');
    const { win_rate, compared } = await results('2026-Q3 --compare 2026-Q2');
    expect(win_rate.interval?.low).toBeLessThan(compared?.win_rate.interval?.high ?? 0);
    const text = await shown('2026-Q3 --compare 2026-Q2');
    expect(text).toContain('+30 points');
    expect(text).not.toContain('within chance');
  });

  test('a period that begins before the records do may not be whole, and says so; one with a snapshot from before is', async () => {
    deal('first', 'won', 100, '2026-08-05');
    expect(await results('2026-Q3')).toMatchObject({ records_begin: '2026-08-05' });
    expect(await shown('2026-Q3')).toContain('what closed in 2026-Q3 before that is not in it');
    expect(await shown('2026-Q2')).toContain('after 2026-Q2: of it nothing is known');
    expect(await results('2026-Q4')).toMatchObject({ records_begin: null });
    deal('before', 'lost', 100, '2026-06-30');
    expect(await results('2026-Q3')).toMatchObject({ records_begin: null });
  });

  test('is refused of a period and itself, however it is written, with one to compare it with', async () => {
    const asked = 'results 2026-Q3 --compare 2026-07-01..2026-09-30';
    expect(await here.run(asked, { today: TODAY })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/2026-Q3 .*itself[\s\S]*pipeline results 2026-Q3 --compare 2026-Q2/),
    });
  });

  test('stands for each group too, with who closed nothing in one of them', async () => {
    deal('w', 'won', 100, '2026-08-05', 'owner: anna');
    deal('l', 'lost', 70, '2026-05-05', 'owner: bob');
    const { groups } = await results('2026-Q3 --by owner --compare 2026-Q2');
    expect(groups.map(({ key, won, compared }) => [key, won.count, compared?.lost.count])).toEqual([
      ['anna', 1, 0],
      ['bob', 0, 1],
    ]);
    const page = await shown('2026-Q3 --by owner --compare 2026-Q2');
    expect(page).toMatch(/^bob +2026-Q3 +0 .*\n +2026-Q2 +0 +0 +0 of 1/m);
    const { stdout } = await here.run('results 2026-Q3 --by owner --compare 2026-Q2 --format csv', {
      today: TODAY,
    });
    expect(stdout.split('\n').map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
      'period,owner,won,won_deals,lost',
      '2026-Q3,all,100.00,1,0.00',
      '2026-Q2,all,0.00,0,70.00',
      '2026-Q3,anna,100.00,1,0.00',
      '2026-Q2,anna,0.00,0,0.00',
      '2026-Q3,bob,0.00,0,0.00',
      '2026-Q2,bob,0.00,0,70.00',
      '',
    ]);
    expect((await results('2026-Q3 --by owner')).groups[0]?.compared).toBeNull();
  });

  test('is not told where one of the periods has no win', async () => {
    deal('w', 'won', 100, '2026-08-05');
    expect(await results('2026-Q3 --compare 2026-Q2')).toMatchObject({ change: null });
    expect(await shown('2026-Q3 --compare 2026-Q2')).toContain('nothing was won');
  });

  const outcomes = fc
    .record({ won: fc.integer({ min: 1, max: 500 }), lost: fc.nat(500), value: fc.nat(10 ** 12) })
    .map(({ won, lost, value }) => ({ won, decided: won + lost, value }));
  property([outcomes, outcomes])(
    'its three parts are the whole change, to the minor unit',
    (before, after) => {
      const change = valueChange(before, after);
      expect(change).toBeDefined();
      if (change === undefined) return;
      expect(change.decided + change.winRate + change.average).toBe(after.value - before.value);
      if (before.decided === after.decided) expect(change.decided).toBe(0);
    },
  );
});

describe('intervals', () => {
  test("Wilson's, against the published example of 10 of 20 and the ends", () => {
    const even = wilsonInterval(10, 20);
    expect(even?.low).toBeCloseTo(0.3274, 3);
    expect(even?.high).toBeCloseTo(0.6726, 3);
    expect(wilsonInterval(0, 10)).toMatchObject({ low: 0 });
    expect(wilsonInterval(10, 10)).toMatchObject({ high: 1 });
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  property([fc.nat(200), fc.nat(200)])('hold the share, within 0 and 1', (count, more) => {
    const found = wilsonInterval(count, count + more);
    if (found === undefined) return;
    const share = count / (count + more);
    if (share === 0 || share === 1) expect(share === 0 ? found.low : found.high).toBe(share);
    expect(found.low).toBeGreaterThanOrEqual(0);
    expect(found.high).toBeLessThanOrEqual(1);
    expect(found.low).toBeLessThanOrEqual(share + 1e-12);
    expect(found.high).toBeGreaterThanOrEqual(share - 1e-12);
  });

  property([fc.array(fc.nat(10 ** 9), { minLength: 5, maxLength: 30 })])(
    'of a mean lie within what there was, and are the same for a seed',
    (amounts) => {
      const found = meanInterval(amounts, ['seed']);
      expect(found).toEqual(meanInterval(amounts, ['seed']));
      expect(found?.low).toBeGreaterThanOrEqual(Math.min(...amounts));
      expect(found?.high).toBeLessThanOrEqual(Math.max(...amounts));
    },
  );

  test('of a mean are the same whichever question it answers', async () => {
    for (let at = 1; at < 9; at++) deal(`w${at}`, 'won', at * at * 10, '2026-08-20', 'owner: anna');
    for (let at = 1; at < 9; at++) deal(`v${at}`, 'won', at * at * 10, '2026-05-20', 'owner: anna');
    const whole = await results('2026-Q3');
    expect(whole.average.interval).not.toBeNull();
    const beside = await results('2026-Q2 --compare 2026-Q3');
    expect(beside.compared?.average).toEqual(whole.average);
    const owned = await results('2026-Q3 --owner anna');
    const by = await results('2026-Q3 --by owner --compare 2026-Q2');
    expect(by.groups.map(({ average }) => average)).toEqual([owned.average]);
    const before = await results('2026-Q2 --owner anna');
    expect(by.groups.map(({ compared }) => compared?.average)).toEqual([before.average]);
  });

  test('of a mean do not hang on the order of what it is of', () => {
    expect(meanInterval([9, 1, 8, 2, 7, 3], ['seed'])).toEqual(meanInterval([1, 2, 3, 7, 8, 9], ['seed']));
  });

  test('of a mean are not told of fewer than five', () => {
    expect(meanInterval([1, 2, 3, 4], ['seed'])).toBeUndefined();
  });
});

describe('results that change after the fact', () => {
  beforeEach(async () => {
    deal('stays', 'won', 100, '2026-07-20');
    deal('grows', 'won', 100, '2026-07-20');
    deal('reopened', 'won', 100, '2026-07-20');
    deal('moves-out', 'won', 100, '2026-07-20');
    deal('moves-in', 'won', 100, '2026-10-02');
    deal('turns', 'lost', 100, '2026-07-20');
    deal('goes', 'won', 100, '2026-07-20');
    deal('late', 'offer', 100, '2026-09-29');
    deal('renamed', 'won', 100, '2026-07-20');
    await here.run('snapshot', { today: '2026-10-05' });
  });

  test('nothing changed: it says so', async () => {
    expect((await results('2026-Q3')).since).toEqual({ snapshot: '2026-10-05', changes: [] });
    expect(await shown('2026-Q3')).toContain('the first snapshot after it: nothing.');
  });

  test('late, back-dated, reopened, removed and corrected ones are listed, a renamed one is the same', async () => {
    deal('grows', 'won', 120, '2026-07-20');
    deal('reopened', 'offer', 100, '2026-12-20');
    deal('moves-out', 'won', 100, '2026-10-20');
    deal('moves-in', 'won', 100, '2026-09-20');
    deal('turns', 'won', 100, '2026-07-20');
    deal('late', 'won', 100, '2026-09-29');
    deal('new', 'won', 100, '2026-09-29');
    deal('heir', 'won', 100, '2026-07-20', 'was: renamed');
    for (const id of ['renamed', 'goes']) rmSync(`${here.root}/deals/2026/${id}.yaml`);
    const { since } = await results('2026-Q3');
    expect(since?.changes.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'goes removed',
      'grows other-value',
      'late late-win',
      'moves-in dated-back',
      'moves-out dated-elsewhere',
      'new late-win',
      'reopened reopened',
      'turns other-outcome',
    ]);
  });

  test('of a period that is running there is nothing to compare with', async () => {
    expect(await results('2026-Q4')).toMatchObject({ running: true, since: null });
  });
});
