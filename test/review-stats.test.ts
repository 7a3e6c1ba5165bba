// pipeline review stats: what reviews teach, held against figures reckoned by hand and from its own records.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../src/base/day.ts';
import type { ReviewStatsView } from '../src/report/review-stats.ts';
import { overstatedOf } from '../src/review/overstated.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { type Part, sheetText, weeklySheets } from './review/sheet-text.ts';
import { htmlProblems } from './support/html.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk();
});
afterEach(() => here.clear());

const TODAY = '2026-11-23';
const run = (words = '') => here.run(`review stats ${words}`, { today: TODAY });
const ask = (words = '') => here.json<ReviewStatsView>(`review stats ${words}`, { today: TODAY });

function settings(): void {
  here.write(
    'pipeline.yaml',
    [
      ...['format: 1', 'name: acme', 'currency: PLN', 'time_zone: Europe/Warsaw', 'locale: en-GB'],
      'team: [{id: anna, name: Anna Nowak}, piotr]',
      'lost_reasons: [price, timing]',
      'process: {stages: [lead, qualified, proposal]}',
      '',
    ].join('\n'),
  );
}

const deal = (path: string, ...lines: string[]) =>
  here.write(`${path}.yaml`, `${['name: Portal', 'account: Hel', ...lines].join('\n')}\n`);
const open = (picked: Part['picked'], more: Partial<Part> = {}): Part => ({
  stratum: 'open',
  picked,
  ...more,
});

/** Two sheets: three large deals and four by chance, some not filled in; a won and two lost ones. */
function write(): void {
  settings();
  for (const id of ['a', 'b', 'c', 'd'])
    deal(`deals/2026/${id}`, 'owner: anna', 'stage: lead', 'amount: 250');
  deal('deals/2026/e', 'owner: piotr', 'stage: proposal', 'amount: 1000', 'was: old-e');
  deal(
    'deals/2026/lo',
    'owner: piotr',
    'stage: lost',
    'amount: 70',
    'close: 2026-11-02',
    'lost_reason: Price',
  );
  deal(
    'archive/2026-Q3/lp',
    'owner: anna',
    'stage: lost',
    'amount: 30',
    'close: 2026-08-02',
    'lost_reason: price',
  );
  deal('deals/2026/lq', 'owner: anna', 'stage: lost', 'amount: 5', 'close: 2026-11-03');
  here.write(
    'reviews/2026-11-09.md',
    sheetText(
      '2026-11-09',
      [
        open([
          { id: 'a', why: 'largest', probability: 1, amount: '1000.00', close: '2026-12-01' },
          { id: 'b', why: 'largest', probability: 1, amount: '500.00', close: '2026-12-01' },
          { id: 'c', amount: '100.00', close: '2026-12-01', stage: 'proposal' },
          { id: 'old-e', amount: '50.00', currency: 'EUR', value: '200.00', owner: 'piotr' },
        ]),
        { stratum: 'lost', picked: [{ id: 'lq', stage: 'lost', close: '2026-11-03' }] },
        { stratum: 'won', picked: [{ id: 'w', stage: 'won', close: '2026-10-30' }] },
      ],
      {
        a: 'verdict: corrected\namount: 900\nclose: 2026-12-11\nlesson: ask early\ntags: [legal]',
        b: 'verdict: confirmed',
        c: 'verdict: dead\nlesson: no budget, no deal',
        'old-e': 'verdict: corrected\namount: 40',
        lq: 'verdict: confirmed\nreason: timing',
        w: 'verdict: confirmed\nreason: the demo on their own data',
      },
    ),
  );
  here.write(
    'reviews/2026-11-16.md',
    sheetText(
      '2026-11-16',
      [
        open([
          { id: 'a', why: 'largest', probability: 1, amount: '900.00', close: '2026-12-11' },
          { id: 'd', amount: '100.00', close: '2026-12-01' },
          { id: 'f', amount: '300.00' },
        ]),
      ],
      {
        a: 'verdict: at-risk\nclose: 2026-12-21\nlesson: Ask early',
        d: 'verdict: confirmed\nclose: 2026-11-21',
      },
    ),
  );
}

describe('figures', () => {
  test('of each part: filled in, changed by how much, moved by how many days', async () => {
    write();
    const { parts } = await ask();
    expect(parts).toEqual([
      {
        ...{ part: 'largest', drawn: 3, filled_in: 3, said: '2400.00', found: '2300.00' },
        verdicts: { confirmed: 1, corrected: 1, 'at-risk': 1, dead: 0 },
        amount_changed: { count: 1, of: 3, share: 1 / 3 },
        change: -100 / 2400,
        date_moved: { count: 2, of: 3, share: 2 / 3 },
        median_days: 10,
      },
      {
        // 100 dead, 50 EUR worth 200 now 40 EUR worth 160, 100 as said; of f nobody wrote a thing.
        ...{ part: 'random', drawn: 4, filled_in: 3, said: '400.00', found: '260.00' },
        verdicts: { confirmed: 1, corrected: 1, 'at-risk': 0, dead: 1 },
        amount_changed: { count: 2, of: 3, share: 2 / 3 },
        change: -0.35,
        date_moved: { count: 1, of: 3, share: 1 / 3 },
        median_days: -10,
      },
      expect.objectContaining({ part: 'won', drawn: 1, filled_in: 1 }),
      expect.objectContaining({ part: 'lost', drawn: 1, filled_in: 1 }),
    ]);
  });

  test('of a deal that several sheets of a day have: it was reviewed once', async () => {
    write();
    const { parts } = await ask();
    here.write(
      'reviews/2026-11-16-anna.md',
      sheetText(
        '2026-11-16',
        [
          open([
            { id: 'a', why: 'largest', probability: 1, amount: '900.00', close: '2026-12-11' },
            { id: 'd', amount: '100.00', close: '2026-12-01' },
          ]),
        ],
        { a: 'verdict: at-risk\nclose: 2026-12-21', d: 'verdict: dead' },
        { owner: 'anna' },
      ),
    );
    expect((await ask()).parts).toEqual(parts);
  });

  test('of an amount that was applied and taken out of the sheet afterwards: the deal tells of it', async () => {
    write();
    const { parts } = await ask();
    const file = 'reviews/2026-11-09.md';
    const told = (ref: string) =>
      `activities: [{on: 2026-11-09, type: review, note: "corrected · close 2026-12-01 → 2026-12-11 · amount 1000.00 → 900", ref: ${ref}}]`;
    deal('deals/2026/a', 'owner: anna', 'stage: lead', 'amount: 250', told('2026-11-09'));
    here.write(file, here.read(file).replace('amount: 900\nclose: 2026-12-11\n', ''));
    expect((await ask()).parts).toEqual(parts);
    rmSync(join(here.root, 'deals/2026/a.yaml'));
    deal('archive/2026-Q4/a', 'owner: anna', 'stage: lost', 'amount: 250', told('2026-11-09'));
    expect((await ask()).parts).toEqual(parts);
    rmSync(join(here.root, 'archive/2026-Q4/a.yaml'));
    deal('deals/2026/a', 'owner: anna', 'stage: lead', 'amount: 250', told('2026-11-02'));
    expect((await ask()).parts).not.toEqual(parts);
  });

  test('of what is open now: reviewed under a former id too, by value and count', async () => {
    write();
    expect((await ask()).open_reviewed).toEqual({
      ...{ count: 5, of: 5, value: '2000.00', of_value: '2000.00', share: 1 },
    });
    expect((await ask('--period 2026-11-16..2026-11-16')).open_reviewed).toEqual({
      ...{ count: 2, of: 5, value: '500.00', of_value: '2000.00', share: 0.25 },
    });
  });

  test('of promises: on time of those done or past their day', async () => {
    write();
    const action = (id: string, more: string) =>
      `  - {id: ${id}, on: 2026-11-09, kind: action, text: call, deal: a, ref: 2026-11-09, ${more}}`;
    here.write(
      'feedback/2026-11.yaml',
      [
        ...['format: 1', 'entries:'],
        action('a00001', 'owner: anna, due: 2026-11-12, done: {on: 2026-11-12}'),
        action('a00002', 'owner: anna, due: 2026-11-12, done: {on: 2026-11-13}'),
        action('a00003', 'owner: anna, due: 2026-11-22'), // overdue
        action('a00004', 'owner: anna, due: 2026-11-23'), // today: not late yet
        action('a00005', 'owner: piotr'),
        action('a00006', 'owner: anna, due: 2026-11-10, dropped: {on: 2026-11-10, why: lost}'),
        action('a00007', 'owner: anna, dropped: {on: 2026-11-20, why: lost}'),
        '',
      ].join('\n'),
    );
    const figures = {
      promised: 7,
      done: 2,
      dropped: 2,
      on_time: { count: 1, of: 3, share: 1 / 3 },
      overdue: 1,
      undated: 1,
    };
    expect((await ask()).actions).toEqual(figures);
    expect((await ask('--owner piotr')).actions).toMatchObject({ promised: 1, overdue: 0, undated: 1 });
    // What was done later was not done yet, nor was a later sheet there.
    const then = await here.json<ReviewStatsView>('review stats --period 2026-11', { today: '2026-11-12' });
    expect([then.actions.done, then.actions.overdue]).toEqual([1, 0]);
    expect(then.sheets.map(({ sheet }) => sheet)).toEqual(['2026-11-09']);
    expect((await run()).stdout).toContain('7 actions · on time 1 of 3 · 33 % · 1 overdue · 2 taken back');
    expect((await run()).stdout).toMatch(/What was promised and is late → pipeline actions --overdue\n$/);
  });

  test('of reasons: by quarter, from deals and the archive, else from the sheet; won ones with deal and sheet', async () => {
    write();
    const view = await ask();
    expect(view.quarters).toEqual(['2026-Q3', '2026-Q4']);
    expect(view.lost_reasons.map(({ by_quarter, count, value }) => [by_quarter, count, value])).toEqual([
      [[1, 1], 2, '100.00'],
      [[0, 1], 1, '5.00'],
    ]);
    expect(view.won_reasons).toEqual([
      { reason: 'the demo on their own data', quarter: '2026-Q4', deal: 'w', sheet: 'reviews/2026-11-09.md' },
    ]);
  });

  test('of reasons: a later sheet without one takes none back', async () => {
    write();
    const lost: Part = { stratum: 'lost', picked: [{ id: 'lq', stage: 'lost', close: '2026-11-03' }] };
    here.write('reviews/2026-11-20.md', sheetText('2026-11-20', [lost], { lq: 'verdict: confirmed' }));
    expect((await ask()).lost_reasons.map(({ reason }) => reason)).toContain('timing');
  });

  test('of lessons: by stage, once a deal, with the line where it stands', async () => {
    write();
    const { lessons } = await ask();
    expect(lessons.map(({ stage, lesson, deal: id, sheet }) => [stage, lesson, id, sheet])).toEqual([
      ['lead', 'Ask early', 'a', 'reviews/2026-11-16.md'],
      ['proposal', 'no budget, no deal', 'c', 'reviews/2026-11-09.md'],
    ]);
    const [line] = lessons.map((lesson) => lesson.line);
    expect(here.read('reviews/2026-11-16.md').split('\n')[(line ?? 0) - 1]).toBe('```yaml');
  });
});

test('lessons stand under what a stage is called now; of one that is gone they come last', async () => {
  write();
  const stages = (list: string) =>
    here.write('pipeline.yaml', here.read('pipeline.yaml').replace(/stages: \[.*\]/, `stages: [${list}]`));
  const order = async () => (await ask()).lessons.map(({ stage, lesson }) => [stage, lesson]);
  stages('qualified, {id: offer, was: [proposal]}, {id: new, was: [lead]}');
  expect(await order()).toEqual([
    ['offer', 'no budget, no deal'],
    ['new', 'Ask early'],
  ]);
  stages('qualified, proposal');
  expect(await order()).toEqual([
    ['proposal', 'no budget, no deal'],
    ['lead', 'Ask early'],
  ]);
});

describe('the estimate', () => {
  const weeks = (count: number) => {
    settings();
    const sheets = weeklySheets(
      { deals: 120, spread: 1, wrong: 0.4, by: 'dead' },
      7,
      day('2026-07-06'),
      count,
    );
    for (const [file, text] of Object.entries(sheets)) here.write(file, text);
  };

  test('can be reckoned again from the records', async () => {
    weeks(20);
    const { overstated } = await ask();
    const [head = '', ...lines] = (await run('--format csv')).stdout.trim().split(/\r?\n/);
    const columns = head.split(',');
    const records = lines.map(
      (line) => new Map(line.split(',').map((cell, at) => [columns[at] ?? '', cell])),
    );
    const random = records.filter((record) => record.get('why') === 'random');
    const isUsed = (record: Map<string, string>) => record.get('in_estimate') === 'yes';
    const again = overstatedOf(
      random.filter(isUsed).map((record) => {
        const mates = random.filter((mate) => mate.get('sheet') === record.get('sheet'));
        return {
          sheet: record.get('sheet') ?? '',
          value: Number(record.get('value')),
          reviewed: Number(record.get('reviewed_value')),
          probability: (Number(record.get('probability')) * mates.filter(isUsed).length) / mates.length,
        };
      }),
    );
    expect(overstated.random.share).toBeCloseTo(again.share ?? 0, 8);
    expect(overstated.random.low).toBeCloseTo(again.interval?.low ?? 0, 8);
    expect(overstated.random.high).toBeCloseTo(again.interval?.high ?? 0, 8);
    expect(overstated).toMatchObject({ sheets: 20, drawn: 100, filled_in: again.deals, too_few: null });
  });

  test('of the whole lies between that of the largest, which are known, and of the rest', async () => {
    weeks(20);
    const { whole, judged, random } = (await ask()).overstated;
    const [all, known, rest] = [whole, judged, random].map(({ value }) => Number(value));
    expect(Math.abs((all ?? 0) - (known ?? 0) - (rest ?? 0))).toBeLessThanOrEqual(1);
    const mixed = ((known ?? 0) * (judged.share ?? 0) + (rest ?? 0) * (random.share ?? 0)) / (all ?? 1);
    expect(whole.share).toBeCloseTo(mixed, 6);
    expect(((whole.high ?? 0) - (whole.low ?? 0)) * (all ?? 0)).toBeCloseTo(
      ((random.high ?? 0) - (random.low ?? 0)) * (rest ?? 0),
      -1,
    );
  });

  test('says that reviews are too few, and how many there are', async () => {
    weeks(4);
    const { stdout } = await run();
    expect(stdout.split('\n')[0]).toBe('Too few reviews to say by how much the pipeline is overstated');
    expect(stdout).toContain(
      'An interval takes 20 deals picked by chance, 3 of them changed: so far 17 of the 20.',
    );
    expect((await ask()).overstated).toMatchObject({ too_few: 'deals', filled_in: 17, whole: { low: null } });
  });

  test('rests on no sheet of one owner, nor on a second draw of a day; with --owner on that owner alone', async () => {
    weeks(2);
    const part = open([{ id: 'x', amount: '100.00', owner: 'piotr' }]);
    here.write('reviews/2026-07-13-2.md', sheetText('2026-07-13', [part], { x: 'verdict: dead' }));
    here.write(
      'reviews/2026-07-13-piotr.md',
      sheetText('2026-07-13', [part], { x: 'verdict: dead' }, { owner: 'piotr' }),
    );
    const { overstated, sheets } = await ask();
    expect(overstated).toMatchObject({ sheets: 2, left_out: { of_owners: 1, drawn_again: 1 } });
    expect(sheets.map(({ sheet, in_estimate }) => [sheet, in_estimate])).toEqual([
      ['2026-07-06', true],
      ['2026-07-13', true],
      ['2026-07-13-2', false],
      ['2026-07-13-piotr', false],
    ]);
    const ofPiotr = await ask('--owner piotr');
    expect(ofPiotr.overstated.sheets).toBe(3);
    expect(ofPiotr.overstated.drawn).toBeLessThan(overstated.drawn);
    expect((await run('--format csv --owner piotr')).stdout).not.toContain(',anna,');
  });

  test('of a sheet in another reporting currency is none', async () => {
    weeks(2);
    const euro = sheetText(
      '2026-07-20',
      [open([{ id: 'x', amount: '1.00' }])],
      { x: 'verdict: dead' },
      { currency: 'EUR' },
    );
    here.write('reviews/2026-07-20.md', euro);
    const view = await ask();
    expect(view.left_out.other_currency).toEqual(['reviews/2026-07-20.md']);
    expect(view.sheets).toHaveLength(2);
  });

  test('is shown on a screen of 80 columns, in Markdown and as a page', async () => {
    weeks(20);
    deal(
      'deals/2026/lo',
      'owner: piotr',
      'stage: lost',
      'amount: 70000',
      'close: 2026-11-02',
      'lost_reason: price',
    );
    const { stdout } = await run();
    await expect(stdout).toMatchFileSnapshot('../snapshots/review-stats.txt');
    const markdown = await run('--format markdown');
    await expect(markdown.stdout).toMatchFileSnapshot('../snapshots/review-stats.md');
    expect(await htmlProblems((await run('--format html')).stdout)).toEqual([]);
  });
});

test('without a sheet there is nothing to look at, and it says how to begin, or when there were some', async () => {
  settings();
  expect(await run()).toMatchObject({ status: 2, stdout: '' });
  expect((await run()).stderr).toContain('pipeline review --sheet');
  write();
  const { status, stderr } = await run('--period 2025');
  expect(status).toBe(2);
  expect(stderr).toContain('from 2026-11-09 to 2026-11-16');
});

test('what cannot be read is named with its line, and the rest counts: status 3', async () => {
  write();
  const text = here.read('reviews/2026-11-16.md').replace('verdict: confirmed', 'verdict: perhaps');
  here.write('reviews/2026-11-16.md', text);
  const { status, stdout } = await run();
  expect(status).toBe(3);
  expect(stdout).toMatch(/In no figure, since it can't be read: reviews\/2026-11-16\.md:\d+/);
  expect((await ask()).parts[0]?.filled_in).toBe(3);
});

test('a file of the dialogue that cannot be read is named: status 3', async () => {
  write();
  here.write('feedback/2026-11.yaml', 'format: 1\n<<<<<<< ours\nentries: []\n=======\n>>>>>>> theirs\n');
  const { status, stdout } = await run();
  expect(stdout).toMatch(/In no figure, since it can't be read: feedback\/2026-11\.yaml:2/);
  expect(status).toBe(3);
});
