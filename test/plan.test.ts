// pipeline plan: targets against what is won and open, by hand-made deals whose figures are worked out on paper.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PlanView } from '../src/report/plan.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const TODAY = '2026-11-15';

const SETTINGS = `format: 1
name: acme
currency: PLN
locale: en-GB
team: [{id: anna, name: Anna, group: north}, {id: piotr, name: Piotr, group: south}]
process: {stages: [lead, proposal, negotiation]}
snapshot: {custom: [segment]}
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  targets('{period: 2026-Q4, target: "1000"}');
});
afterEach(() => here.clear());

function targets(...lines: string[]): void {
  const list = lines.map((line) => `    - ${line}\n`).join('');
  here.write('pipeline.yaml', `${SETTINGS}plan:\n  targets:\n${list}`);
}

function deal(id: string, stage: string, amount: number | '', close: string, ...lines: string[]): void {
  const text = [
    `name: ${id}`,
    `stage: ${stage}`,
    ...(amount === '' ? [] : [`amount: ${amount}`]),
    ...(close === '' ? [] : [`close: ${close}`]),
    ...lines,
    '',
  ];
  here.write(`deals/2026/${id}.yaml`, text.join('\n'));
}

const plan = (words = '', today = TODAY) => here.json<PlanView>(`plan ${words}`, { today });
const shown = async (words = '') => (await here.run(`plan ${words}`, { today: TODAY })).stdout;
const snapshot = async (today: string) => {
  const { status, stderr } = await here.run('snapshot', { today });
  expect(`${status} ${stderr}`).toMatch(/^0 /);
};

describe('the multiplier', () => {
  test('is open value due in the period over what is left of the target; what is not due does not count', async () => {
    deal('won', 'won', 400, '2026-10-20');
    deal('before', 'won', 999, '2026-09-30');
    deal('due', 'proposal', 500, '2026-12-01');
    deal('also-due', 'negotiation', 250, '2026-12-31');
    deal('later', 'proposal', 5000, '2027-01-01');
    deal('undated', 'proposal', 7000, '');
    deal('unvalued', 'lead', '', '2026-12-01');
    expect(await plan()).toMatchObject({
      period: '2026-Q4',
      days_left: 46,
      target: '1000.00',
      won: { count: 1, value: '400.00' },
      left: '600.00',
      open: { count: 3, value: '750.00', without_value: 1 },
      multiplier: 1.25,
      stages: [
        { stage: 'negotiation', count: 1, value: '250.00' },
        { stage: 'proposal', count: 1, value: '500.00' },
        { stage: 'lead', count: 1, value: '0.00' },
      ],
    });
    here.write('pipeline.yaml', here.read('pipeline.yaml').replace('plan:', 'plan:\n  multiplier: whole'));
    expect(await plan()).toMatchObject({ multiplier: 0.75, multiplier_over: 'whole' });
  });

  test('says "met" where nothing is left to win, and nothing where there is no target', async () => {
    deal('won', 'won', 1200, '2026-10-20');
    expect(await plan()).toMatchObject({ multiplier: 'met', left: '-200.00', short: null });
    expect(await shown()).toContain('Won beyond it');
    expect(await plan('2026-Q3')).toMatchObject({ target: null, multiplier: null, left: null });
    expect(await shown('2026-Q3')).toContain('No target says what is to be won in 2026-Q3.');
  });

  test('over fresh deals leaves out those with an error of freshness, and says how many', async () => {
    const fresh = 'activities: [{on: 2026-11-14, type: call}]';
    deal('fresh', 'proposal', 300, '2026-12-01', fresh);
    deal('stale', 'proposal', 600, '2026-12-01', 'activities: [{on: 2026-09-01, type: call}]');
    deal('late', 'proposal', 600, '2026-11-14', fresh);
    expect(await plan()).toMatchObject({
      multiplier: 1.5,
      fresh: { multiplier: 0.3, value: '300.00', left_out: 2 },
    });
  });

  test('holds against the target that was in force: one changed in mid-quarter keeps its history', async () => {
    targets(
      '{period: 2026-Q4, target: "1000", since: 2026-10-01}',
      '{period: 2026-Q4, target: "800", since: 2026-11-10, why: two people left}',
    );
    deal('due', 'proposal', 400, '2026-12-01');
    await snapshot('2026-11-09');
    expect(await plan()).toMatchObject({ target: '800.00', multiplier: 0.5 });
    expect(await plan('--as-of 2026-11-09')).toMatchObject({ target: '1000.00', multiplier: 0.4 });
    expect((await plan()).course).toMatchObject([{ on: '2026-11-09', multiplier: 0.4 }]);
  });

  test('without a period it is of the quarter, or of the period that has a target and that today is in', async () => {
    targets('{period: 2026-11, target: "300"}', '{period: 2026, target: "900"}');
    expect(await plan()).toMatchObject({ period: '2026-11', target: '300.00' });
  });
});

describe('the multiplier that is needed', () => {
  test('is the median, at the same day of earlier quarters, of what was due for each unit then still won', async () => {
    // Half-way through each quarter 600 were due, of which 300, 200 and 400 were then won, and in one nothing was.
    const quarters = [
      ['2025-11-15', '2025-12-10', 300],
      ['2026-02-14', '2026-03-10', 200],
      ['2026-05-16', '2026-06-10', 400],
      ['2026-08-15', '2026-09-10', 0],
    ] as const;
    for (const [day, close, wins] of quarters) {
      deal(`of-${day}`, 'proposal', 600, close);
      await snapshot(day);
      if (wins > 0) deal(`of-${day}`, 'won', wins, close);
      else deal(`of-${day}`, 'lost', 600, close);
    }
    deal('won', 'won', 400, '2026-10-20');
    deal('due', 'proposal', 500, '2026-12-01');
    const view = await plan();
    expect(view).toMatchObject({
      multiplier: 0.83,
      needed: 2,
      needed_from: {
        kind: 'history',
        left_out: 1,
        periods: [
          { period: '2026-Q2', due: '600.00', still_won: '400.00' },
          { period: '2026-Q1', due: '600.00', still_won: '200.00' },
          { period: '2025-Q4', due: '600.00', still_won: '300.00' },
        ],
      },
      // 2 × 600 − 500, in wins of this quarter
      short: { value: '700.00', deals: 1.8 },
      average_deal: { value: '400.00', count: 1, period: '2026-Q4' },
    });
    expect(await shown()).toContain(
      'median at this day of 3 earlier periods; 1 with nothing still won left out',
    );
  });

  test('what was won before that day is not "still won", and a deal won that was not due then is', async () => {
    for (const [day, close] of [
      ['2026-02-14', '2026-03-10'],
      ['2026-05-16', '2026-06-10'],
      ['2026-08-15', '2026-09-10'],
    ] as const) {
      deal(`early-${day}`, 'won', 1000, `${day.slice(0, 8)}01`);
      deal(`due-${day}`, 'proposal', 300, close);
      await snapshot(day);
      deal(`due-${day}`, 'lost', 300, close);
      deal(`surprise-${day}`, 'won', 100, close);
    }
    expect(await plan()).toMatchObject({ needed: 3, needed_from: { kind: 'history' } });
  });

  test('is 1 ÷ win rate by value where fewer than three periods tell it, and is called weaker', async () => {
    deal('won', 'won', 100, '2026-08-20');
    deal('lost', 'lost', 300, '2026-08-20');
    expect(await plan()).toMatchObject({
      needed: 4,
      needed_from: { kind: 'win-rate', periods: ['2026-Q3'], won: '100.00', decided: '400.00', deals: 2 },
    });
    expect(await shown()).toContain('weaker: 1 ÷ win rate, 100 of 400 (2)');
  });
});

test('of a period to come, the running one is not among the complete ones that tell what is needed', async () => {
  targets('{period: 2027-Q1, target: "1000"}');
  deal('won-now', 'won', 100, '2026-10-20');
  deal('lost-now', 'lost', 900, '2026-10-20');
  deal('won', 'won', 100, '2026-08-20');
  deal('lost', 'lost', 300, '2026-08-20');
  expect(await plan('2027-Q1')).toMatchObject({
    needed: 4,
    needed_from: { periods: ['2026-Q3'], deals: 2 },
  });
});

test('a past that was made of dates knows nothing of what was due: it tells no multiplier, neither needed nor of then', async () => {
  targets('{period: 2026-Q4, target: "1000"}', '{period: 2026-Q3, target: "1000", since: 2026-07-01}');
  for (const month of ['03', '06', '09', '10']) {
    for (const at of [1, 2]) {
      const id = `w${month}-${at}`;
      deal(
        id,
        'won',
        100,
        `2026-${month}-20`,
        'created: 2025-12-01',
        'stages:',
        '  - {stage: lead, on: 2025-12-01}',
      );
    }
  }
  deal('lost', 'lost', 100, '2026-06-20', 'created: 2025-12-01');
  deal('open', 'lead', 100, '', 'created: 2025-12-01', 'stages:', '  - {stage: lead, on: 2025-12-01}');
  const { stderr } = await here.run('backfill --from dates --every week', { today: TODAY });
  expect(stderr).toBe('');
  const { needed_from: from, course } = await plan();
  expect(from).toMatchObject({ kind: 'win-rate' });
  expect(course.length).toBeGreaterThan(3);
  expect(course.map(({ multiplier, earlier }) => [multiplier, earlier])).toEqual(
    course.map(() => [null, []]),
  );
});

test('where no lost deal has a value, the win rate by value tells nothing', async () => {
  deal('won', 'won', 100, '2026-08-20');
  deal('lost', 'lost', 0, '2026-08-20');
  expect(await plan()).toMatchObject({ needed: null, needed_from: null });
});

test('nor does it where no deal was ever lost: 1 would say that whatever is open comes in', async () => {
  deal('won', 'won', 100, '2026-08-20');
  deal('due', 'proposal', 5000, '2026-12-01');
  expect(await plan()).toMatchObject({ needed: null, needed_from: null, short: null });
  expect(await shown()).not.toContain('Enough is open');
});

test('a deal that starts today closes after the usual cycle: the last period with five wins tells it', async () => {
  for (let at = 0; at < 5; at++) deal(`w${at}`, 'won', 10, '2026-08-31', `created: 2026-08-0${at + 1}`);
  deal('recent', 'won', 10, '2026-10-20', 'created: 2026-10-19');
  expect(await plan()).toMatchObject({
    cycle: {
      days: 28,
      count: 5,
      period: '2026-Q3',
      starting_today: '2026-12-13',
      latest_start: '2026-12-03',
    },
  });
  expect(await plan('', '2026-12-10')).toMatchObject({ cycle: { starting_today: '2027-01-07' } });
});

test('by owner, each target is held against its owner; one without a deal is there too', async () => {
  targets(
    '{period: 2026-Q4, target: "1000"}',
    '{period: 2026-Q4, owner: anna, target: "600"}',
    '{period: 2026-Q4, owner: piotr, target: "400"}',
    '{period: 2026-Q4, segment: small, target: "50"}',
  );
  deal('hers', 'proposal', 300, '2026-12-01', 'owner: anna', 'custom: {segment: small}');
  const groups = async (by: string) =>
    (await plan(`--by ${by}`)).groups.map(({ key, target, multiplier }) => ({ key, target, multiplier }));
  expect(await groups('owner')).toEqual([
    { key: 'anna', target: '600.00', multiplier: 0.5 },
    { key: 'piotr', target: '400.00', multiplier: 0 },
  ]);
  expect(await groups('segment')).toEqual([{ key: 'small', target: '50.00', multiplier: 6 }]);
  expect(await groups('group')).toEqual([{ key: 'north', target: null, multiplier: null }]);
  expect(await plan('--owner anna')).toMatchObject({ target: '600.00', owner: 'anna' });
  expect(await here.run('plan --by industry', { today: TODAY })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Deals are not grouped by "industry".'),
  });
  expect(await here.run('plan --by custom.industry', { today: TODAY })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('snapshot: {custom: [segment, industry]}'),
  });
});

test('by owner, each says how much open value it lacks, and of how many average deals that is', async () => {
  targets('{period: 2026-Q4, owner: anna, target: "600"}');
  deal('due', 'proposal', 300, '2026-12-01', 'owner: anna');
  deal('his', 'proposal', 50, '2026-12-01', 'owner: piotr');
  expect(await shown('2026-Q4 --by owner')).not.toContain('Short');
  deal('w', 'won', 100, '2026-08-05', 'owner: anna');
  deal('l', 'lost', 100, '2026-08-06', 'owner: anna');
  // Every second złoty is won: 1,200 of open value for the 600 that are left.
  expect(await shown('2026-Q4 --by owner')).toMatch(/^Anna .* 900 \(9\)$/m);
  expect(await shown('2026-Q4 --by owner')).toMatch(/^Piotr .* –$/m);
});

describe('what if', () => {
  test('deals are lost or slip: the multiplier without them, those not due anyway named', async () => {
    deal('big', 'proposal', 500, '2026-12-01');
    deal('small', 'proposal', 100, '2026-12-01');
    deal('later', 'proposal', 700, '2027-02-01');
    expect(await plan('--if-lost big --if-slip later')).toMatchObject({
      multiplier: 0.6,
      what_if: { lost: ['big'], slipped: ['later'], not_due: ['later'], multiplier: 0.1 },
    });
    expect((await plan('--if-lost big,big')).what_if?.lost).toEqual(['big']);
    expect(await here.run('plan --if-lost big --if-slip big,later', { today: TODAY })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('big: either lost or slipped, not both'),
    });
    expect(await shown('--if-slip later,big')).toContain('Not due in 2026-Q4 anyway: later.');
  });

  test('says that nothing can be said where no target or no needed multiplier is known, and enough where it is met', async () => {
    deal('big', 'proposal', 500, '2026-12-01');
    expect(await shown('--if-lost big')).toMatch(
      /If big is lost: nothing can be\s+said of it, since no multiplier/,
    );
    targets();
    expect(await shown('2026-Q4 --if-lost big')).toContain('nothing can be said of it without a target');
    targets('{period: 2026-Q4, target: "1000"}');
    deal('won', 'won', 1200, '2026-10-20');
    expect(await shown('--if-lost big')).toContain('If big is lost: enough is left.');
  });

  test('of a deal that is not open, or not there, is an error', async () => {
    deal('over', 'won', 500, '2026-10-01');
    expect(await here.run('plan --if-lost over', { today: TODAY })).toMatchObject({ status: 2, stdout: '' });
    expect(await here.run('plan --if-lost nothing', { today: TODAY })).toMatchObject({
      status: 2,
      stdout: '',
    });
  });
});

test('spreadsheets get a record for the whole and one a group, with plain decimals', async () => {
  deal('due', 'proposal', 500, '2026-12-01', 'owner: anna');
  const { stdout } = await here.run('plan --by owner --format csv', { today: TODAY });
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'period,owner,target,won,won_deals,left,open,open_deals,multiplier,fresh_multiplier,needed,short,short_deals',
    '2026-Q4,all,1000.00,0.00,0,1000.00,500.00,1,0.5,0.5,,,',
    '2026-Q4,anna,,0.00,0,,500.00,1,,,,,',
  ]);
});

describe('the period', () => {
  test('that nobody names is one for plan and forecast: the one with a target', async () => {
    const periods = async () => {
      const forecast = await here.json<{ period: string }>('forecast', { today: TODAY });
      return [(await plan()).period, forecast.period];
    };
    expect(await periods()).toEqual(['2026-Q4', '2026-Q4']);
    targets('{period: 2026-11, target: "1000"}');
    expect(await periods()).toEqual(['2026-11', '2026-11']);
  });

  test('of the same days is the same, however it is written, in the target and in the question', async () => {
    expect(await plan('2026-10-01..2026-12-31')).toMatchObject({ period: '2026-Q4', target: '1000.00' });
    targets('{period: 2026-10-01..2026-12-31, target: "700"}');
    expect(await plan('2026-Q4')).toMatchObject({ period: '2026-Q4', target: '700.00' });
    expect(await plan('2026-10-02..2026-12-31')).toMatchObject({ target: null });
  });

  test('without a target of its own names what there is: of other deals, or of shorter periods', async () => {
    targets(
      '{period: 2026-Q4, owner: anna, target: "600"}',
      '{period: 2026-Q4, owner: piotr, target: "400"}',
    );
    expect(await shown('2026-Q4 --by owner')).toContain(
      'None of the 2 targets of 2026-Q4 is of just these deals.',
    );
    targets('{period: 2026-10, target: "600"}', '{period: 2026-11, target: "400"}');
    expect(await shown('2026-Q4')).toContain('No target is of 2026-Q4; there are some of 2026-10, 2026-11.');
  });

  test('as of a day of the past has what the snapshot of then knows, and what was left after that day', async () => {
    targets();
    await snapshot('2026-11-09');
    targets('{period: 2026-Q4, target: "1000"}');
    const then = await shown('2026-Q4 --as-of 2026-11-09');
    expect(then).toContain('52 days left after that day');
    expect(then).toContain('The snapshot of 2026-11-09 knows no target of 2026-Q4.');
    expect(then).not.toContain('pipeline.yaml');
    expect(then).toMatch(/pipeline plan 2026-Q4\n$/);
  });

  test.each(['plan', 'results'])('as of a day to come is refused by %s, as by a forecast', async (verb) => {
    await snapshot('2026-11-09');
    expect(await here.run(`${verb} --as-of 2026-11-16`, { today: TODAY })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--as-of 2026-11-16 is after today, 2026-11-15.'),
    });
  });
});
