// What pipeline trend says is worth a look, as typed: on a workspace of three quarters with habits in it.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../src/base/day.ts';
import { periodAround } from '../src/base/period.ts';
import { widthOf } from '../src/render/width.ts';
import type { SeriesWarning, WarningsView } from '../src/report/series-warnings.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const FIRST = day('2026-01-05');
const WEEKS = 40;

let here: Desk;
beforeAll(async () => {
  here = await desk();
  configure();
  for (let week = 0; week < WEEKS; week++) {
    live(addDays(FIRST, 7 * week), week);
    const { status, stderr } = await here.run('snapshot', { today: addDays(FIRST, 7 * week) });
    if (status !== 0) throw new Error(stderr);
  }
}, 120_000);
afterAll(() => here.clear());

function configure(more = ''): void {
  here.write(
    'pipeline.yaml',
    `format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead, proposal]}\nteam: [{id: anna, name: Anna Nowak, also: [A. Nowak]}]\n${more}`,
  );
}

/** The deals of a week: one is pushed at each quarter end, Anna's shrink then, and leads that come go nowhere from June on. */
function live(on: Day, week: number): void {
  const quarter = periodAround(on, 'quarter', 1);
  const isLate = daysBetween(on, quarter.to) < 14;
  const due = daysBetween(on, quarter.to) < 7 ? periodAround(on, 'quarter', 1, 1).to : quarter.to;
  put('hel-erp', 'owner: bob', 'amount: 480000', `close: ${due}`);
  for (const number of [1, 2, 3]) {
    const lost = [12, 13, 25, 26, 38, 39].filter((late) => late <= week).length * 100;
    put(`anna-${number}`, `owner: ${number === 1 ? 'anna' : 'A. Nowak'}`, `amount: ${9000 - lost}`);
  }
  if (isLate !== [11, 12, 24, 25, 37, 38].includes(week)) throw new Error(`week ${week}, ${on}`);
  put(`lead-${week}`, 'owner: bob', 'amount: 10');
  if (week > 0) {
    const stage = week < 20 ? 'proposal' : 'lost';
    here.write(
      `deals/lead-${week - 1}.yaml`,
      `name: x\nstage: ${stage}\namount: 10\nowner: bob\nclose: ${on}\n`,
    );
  }
}

const put = (id: string, ...lines: string[]) =>
  here.write(`deals/${id}.yaml`, `name: x\nstage: lead\n${lines.join('\n')}\n`);

const TODAY = { today: addDays(FIRST, 7 * (WEEKS - 1)) };
const warnings = (words = 'trend') => here.json<WarningsView>(words, TODAY);
const ofKind = <Kind extends SeriesWarning['kind']>({ warnings: all }: WarningsView, kind: Kind) =>
  all.filter((one): one is Extract<SeriesWarning, { kind: Kind }> => one.kind === kind);

describe('worth a look', () => {
  test('is a deal that was pushed at each of the last three quarter ends', async () => {
    expect(ofKind(await warnings(), 'pushed-at-quarter-ends')).toEqual([
      {
        kind: 'pushed-at-quarter-ends',
        deal: 'hel-erp',
        name: 'x',
        owner: 'bob',
        stage: 'lead',
        value: '480000.00',
        close: '2026-12-31',
        pushes: [
          { quarter: '2026-Q1', snapshot: '2026-03-30', from: '2026-03-31', to: '2026-06-30', days: 91 },
          { quarter: '2026-Q2', snapshot: '2026-06-29', from: '2026-06-30', to: '2026-09-30', days: 92 },
          { quarter: '2026-Q3', snapshot: '2026-09-28', from: '2026-09-30', to: '2026-12-31', days: 92 },
        ],
        days: 275,
        too_few: false,
        needed: 3,
      },
    ]);
  });

  test('is an owner, under all their names, whose deals shrink in the last two weeks of a quarter', async () => {
    const [anna, ...others] = ofKind(await warnings(), 'shrinks-at-quarter-end');
    expect(others).toEqual([]);
    expect(anna).toMatchObject({
      owner: 'anna',
      quarters: ['2026-Q1', '2026-Q2', '2026-Q3'],
      late: { rate: { count: 9, of: 18 }, value: '-900.00', deals: ['anna-1', 'anna-2', 'anna-3'] },
      too_few: false,
    });
  });

  test('is a stage that fewer deals leave for a later one', async () => {
    const [lead] = ofKind(await warnings(), 'conversion-fell');
    expect(lead).toMatchObject({
      stage: 'lead',
      before: { from: '2026-01-06', to: '2026-05-22', conversion: { count: 19, of: 19 } },
      after: { from: '2026-05-23', to: '2026-10-05', conversion: { count: 0, of: 20 } },
      too_few: false,
    });
    expect(lead?.lost).toHaveLength(20);
  });

  test('stands at the end of the screen, with what to do next', async () => {
    const { stdout } = await here.run('trend open-count', { ...TODAY, tty: true, columns: 80 });
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot('../snapshots/look/trend-warnings.txt');
    const markdown = (await here.run('trend open-count --format markdown', TODAY)).stdout;
    for (const command of [
      'pipeline history hel-erp --field close',
      'pipeline list --owner anna',
      'pipeline funnel',
    ]) {
      expect(markdown).toContain(`\`${command}\``);
      const { status, stderr } = await here.run(command.replace('pipeline ', ''), TODAY);
      expect({ command, status, stderr }).toMatchObject({ status: 0, stderr: '' });
    }
  });

  test('is the same by group and for one metric: it is of the whole series', async () => {
    expect((await warnings('trend slip-rate --by owner')).warnings).toEqual((await warnings()).warnings);
  });
});

describe('what can’t be judged', () => {
  test('by months is who shrinks in two weeks, and it is said', async () => {
    const view = await warnings('trend --every month');
    expect(view.not_judged).toContain('shrinks-at-quarter-end');
    expect(ofKind(view, 'shrinks-at-quarter-end')).toEqual([]);
    const { stdout } = await here.run('trend open-count --every month', TODAY);
    expect(stdout).toContain('Not judged: who shrinks at quarter ends');
  });

  test('at two quarter ends is marked with what it would take', async () => {
    const view = await warnings('trend --since 2026-05-01');
    expect(ofKind(view, 'pushed-at-quarter-ends')).toMatchObject([
      { deal: 'hel-erp', too_few: true, needed: 3 },
    ]);
    const { stdout } = await here.run('trend open-count --since 2026-05-01', TODAY);
    expect(stdout).toContain('Too few to judge: 3 quarter ends are needed.');
  });

  test('at one is not told', async () => {
    const view = await warnings('trend --since 2026-08-03');
    expect(ofKind(view, 'pushed-at-quarter-ends')).toEqual([]);
    expect(view.not_judged).toContain('pushed-at-quarter-ends');
  });
});

test('a single snapshot tells of nothing that could be judged, and nobody is bothered with that', async () => {
  const { stdout } = await here.run('trend open-count --until 2026-01-06', TODAY);
  expect(stdout).not.toContain('judged');
  expect((await warnings('trend --until 2026-01-06')).not_judged).toHaveLength(3);
});

test('of fiscal quarters that end elsewhere neither deal nor owner is told', async () => {
  configure('fiscal_year_starts: 2\n');
  const view = await warnings();
  configure();
  expect(view.warnings.map(({ kind }) => kind)).toEqual(['conversion-fell']);
});

test('with gaps at two of the quarter ends nobody is told to be pushed at all of them', async () => {
  const gone = [
    '2026-03-23',
    '2026-03-30',
    '2026-04-06',
    '2026-04-13',
    '2026-06-22',
    '2026-06-29',
    '2026-07-06',
    '2026-07-13',
  ];
  const kept = gone.map((name) => here.files(`snapshots/${name}`));
  for (const name of gone) rmSync(join(here.root, 'snapshots', name), { recursive: true });
  const view = await warnings();
  for (const files of kept) for (const [path, text] of Object.entries(files)) here.write(path, text);
  expect(ofKind(view, 'pushed-at-quarter-ends')).toEqual([]);
});
