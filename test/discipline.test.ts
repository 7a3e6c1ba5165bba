// pipeline discipline: how soon things were written down, by hand-computed days; and who writes.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, day } from '../src/base/day.ts';
import { figuresBy, figuresOf, type Lags } from '../src/discipline/figures.ts';
import type { Item, Line, WrittenDown } from '../src/discipline/written.ts';
import type { DisciplineView } from '../src/report/discipline.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { property } from './support/property.ts';
import { fc } from './support/seeded.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk();
});
afterEach(() => here.clear());

const TEAM =
  '[{id: anna, name: Anna Nowak}, ewa, piotr, {id: marek, until: 2026-11-08}, {id: zofia, until: 2026-08-01}]';

function settings(more = '', since = '2026-10-01'): void {
  here.write(
    'pipeline.yaml',
    `format: 1\nname: acme\ncurrency: PLN\ntime_zone: Europe/Warsaw\nlocale: en\ndocumented_since: ${since}\nteam: ${TEAM}\nprocess: {stages: [lead, qualified, proposal]}\n${more}`,
  );
}

const deal = (path: string, ...lines: string[]) =>
  here.write(`${path}.yaml`, `${['name: Portal', 'account: Hel', ...lines].join('\n')}\n`);
const ask = (words = '') => here.json<DisciplineView>(`discipline ${words}`);

/** Four sellers, one of whom wrote nothing and one of whom left; five deals, one of them in the archive. */
function write(): void {
  settings();
  deal(
    'deals/2026/hel',
    'owner: Anna Nowak',
    'stage: proposal',
    'created: 2026-11-02',
    'recorded: 2026-11-05', // 3 days
    'stages:',
    '  - {stage: lead, on: 2026-11-02, logged: 2026-11-05}',
    '  - {stage: qualified, on: 2026-11-10, logged: 2026-11-10}', // 0
    '  - {stage: proposal, on: 2026-11-20, logged: 2026-11-23}', // 3
    'activities:',
    '  - {on: 2026-09-15, logged: 2026-11-05, type: call}', // before documented_since
    '  - {on: 2026-11-04, logged: 2026-11-05, type: call}', // 1
    '  - {on: 2026-11-09, logged: 2026-11-07, type: meeting}', // planned: 0
    '  - {on: 2026-11-18, logged: 2026-11-22, type: call}', // 4
    '  - {on: 2026-11-19, type: email}', // unknown
    '  - {on: 2026-11-30, logged: 2026-11-20, type: meeting}', // has not happened
  );
  deal(
    'deals/2026/odra',
    'owner: ewa',
    'stage: proposal',
    'created: 2026-11-12',
    'recorded: 2026-11-12', // 0
    'stages: [{stage: proposal, on: 2026-11-12, logged: 2026-11-12}]', // entered late
  );
  deal(
    'deals/2026/san',
    'owner: ewa',
    'stage: qualified',
    'created: 2026-11-03', // recorded: unknown
    'stages: [{stage: lead, on: 2026-11-03}, {stage: qualified, on: 2026-11-16, logged: 2026-11-16}]', // 0, nothing in Lead
  );
  deal(
    'deals/2026/imp',
    'owner: anna',
    'stage: lead',
    'created: 2026-11-06',
    'recorded: 2026-11-20',
    'stages: [{stage: lead, on: 2026-11-06}]',
    'source: {system: old-crm, id: 1}',
  );
  deal(
    'archive/2026-Q4/wda',
    'owner: anna',
    'stage: won',
    'created: 2026-10-05',
    'recorded: 2026-10-05', // 0
    'close: 2026-11-13',
    'stages: [{stage: lead, on: 2026-10-05, logged: 2026-10-05}, {stage: won, on: 2026-11-13, logged: 2026-11-14}]', // 1
    'activities: [{on: 2026-10-06, logged: 2026-10-20, type: call}]', // 14
  );
  deal(
    'archive/2026-Q4/hel-2',
    'owner: anna',
    'stage: lead',
    'merged_into: hel',
    'activities: [{on: 2026-11-04, logged: 2026-11-05, type: call}]', // hel has it
  );
}

const lag = (known: number, unknown: number, median: number, p90: number, count: number) => ({
  known,
  unknown,
  median,
  p90,
  within: { count, of: known, share: count / known },
});

describe('the figures', () => {
  test('are what one counts by hand: what is unknown, imported, planned or before documented_since is in none', async () => {
    write();
    const view = await ask();
    expect(view.period).toEqual({ name: '2026-09-07..2026-11-23', from: '2026-09-07', to: '2026-11-23' });
    expect(view.all).toEqual({
      activities: lag(4, 1, 3, 14, 2), // 0 1 4 14
      stage_changes: lag(4, 0, 1, 3, 3), // 0 0 1 3
      first_entries: { ...lag(3, 1, 0, 3, 2), imported: 1 }, // 0 0 3
      all: lag(11, 2, 1, 4, 7), // 0 0 0 0 0 1 1 3 3 4 14
      from_first_stage: { count: 4, of: 5, share: 0.8 },
      undocumented: { count: 1, of: 3, share: 1 / 3 },
    });
    expect(view.unknown).toEqual([{ why: 'not-logged', lines: 2 }]);
  });

  test('count a line in the week in which it was written', async () => {
    write();
    const { weeks, groups } = await ask('--by week');
    expect(weeks.map(({ week, ...figures }) => ({ key: week, ...figures }))).toEqual(groups);
    const known = (name: string) => weeks.find(({ week }) => week === name)?.all.known;
    expect(weeks.length).toBe(12);
    expect(known('2026-W43')).toBe(1); // the call of W41
    expect(known('2026-W48')).toBe(1); // the stage of W47
    expect((await ask('--period 2026-W48')).all.all).toEqual(lag(1, 0, 3, 3, 0));
  });

  test('of all owners, stages and weeks add up to the whole', async () => {
    write();
    const whole = (await ask()).all;
    for (const by of ['owner', 'stage', 'week']) {
      const { groups } = await ask(`--by ${by}`);
      const sum = (count: (figures: DisciplineView['all']) => number) =>
        groups.reduce((total, figures) => total + count(figures), 0);
      for (const kind of ['all', 'activities', 'stage_changes', 'first_entries'] as const) {
        expect(
          sum((of) => of[kind].known),
          by,
        ).toBe(whole[kind].known);
        expect(
          sum((of) => of[kind].unknown),
          by,
        ).toBe(whole[kind].unknown);
        expect(
          sum((of) => of[kind].within.count),
          by,
        ).toBe(whole[kind].within.count);
      }
      expect(
        sum((of) => of.from_first_stage.of),
        by,
      ).toBe(5);
      expect(
        sum((of) => of.undocumented.count),
        by,
      ).toBe(1);
    }
  });

  test('of one owner stand under the team’s id, whatever deals call them', async () => {
    write();
    const { groups } = await ask('--by owner');
    expect(groups.map(({ key, all }) => [key, all.known])).toEqual([
      ['anna', 9],
      ['ewa', 2],
    ]);
  });

  test('go by the promised time of rule late-log, by group too, and by --within', async () => {
    write();
    const promised = async (words = '') => {
      const { within, all } = await ask(words);
      return [within, all.all.within.count];
    };
    expect(await promised()).toEqual([{ days: 2, from: 'late-log', own: false }, 7]);
    expect(await promised('--within 3')).toEqual([{ days: 3, from: 'option', own: false }, 9]);
    expect(await promised('--within 0')).toEqual([{ days: 0, from: 'option', own: false }, 5]);
    settings('rules: {late-log: {after: 4}}\n');
    expect(await promised()).toEqual([{ days: 4, from: 'late-log', own: false }, 10]);
    settings('rules: {late-log: {after: 4, stages: {proposal: {after: 0}}}}\n');
    // Hel and Odra: of 0 1 3 3 4 and 0 those of 0; the others 0 0 1 14.
    expect(await promised()).toEqual([{ days: 4, from: 'late-log', own: true }, 6]);
  });

  test('are –, not 0 %, of nothing', async () => {
    settings();
    deal('deals/2026/hel', 'stage: lead');
    const { all, undated } = await ask();
    expect(all.all).toEqual({
      known: 0,
      unknown: 0,
      median: null,
      p90: null,
      within: { count: 0, of: 0, share: null },
    });
    expect(undated).toBe(1);
    expect((await here.run('discipline')).stdout).toMatch(/^Nothing was written down · /);
  });

  test('take no line for written in time that only says so of a day that has not come', async () => {
    settings();
    deal('deals/2026/hel', 'stage: lead', 'activities: [{on: 2026-11-20, logged: 2026-11-24, type: call}]');
    const { all, unknown } = await ask();
    expect([all.all.known, unknown]).toEqual([0, [{ why: 'dated-ahead', lines: 1 }]]);
  });
});

/** So many lines, entries and steps of a few owners and weeks. */
const writtenDowns = (() => {
  const start = day('2026-09-07');
  const item = fc.record({
    id: fc.constantFrom('hel', 'san', 'odra'),
    owner: fc.constantFrom('', 'anna', 'ewa'),
    stage: fc.constantFrom('lead', 'proposal', 'won'),
    day: fc.nat(80).map((days) => addDays(start, days)),
  });
  const line = fc
    .record({
      item,
      kind: fc.constantFrom('activity', 'stage-change', 'first-entry' as const),
      lag: fc.option(fc.nat(60), { nil: undefined }),
      promised: fc.nat(5),
    })
    .map(
      ({ item: of, kind, lag: days, promised }): Line => ({
        ...of,
        kind: kind as Line['kind'],
        lag: days,
        unknown: days === undefined ? 'not-logged' : undefined,
        written: days === undefined ? undefined : of.day,
        isOnTime: days !== undefined && days <= promised,
        isDocumented: true,
      }),
    );
  const entry = fc
    .record({ item, isFromFirstStage: fc.boolean(), isImported: fc.boolean() })
    .map(({ item: of, ...more }) => ({ ...of, ...more }));
  const step = fc
    .record({ item, isUndocumented: fc.boolean() })
    .map(({ item: of, ...more }) => ({ ...of, ...more, on: of.day }));
  return fc.record({
    lines: fc.array(line),
    entries: fc.array(entry),
    steps: fc.array(step),
    undated: fc.nat(3),
  });
})();

const GROUPS: Readonly<Record<string, (item: Item) => string>> = {
  owner: ({ owner }) => owner,
  stage: ({ stage }) => stage,
  month: ({ day: on }) => on.slice(0, 7),
};

property<[WrittenDown]>([writtenDowns])(
  'groups add up to the whole, no count is beyond what it is of, and P90 is no less than the median',
  (written) => {
    const whole = figuresOf(written);
    const counts = ({ all, fromFirstStage, undocumented, imported }: typeof whole) => [
      ...[all.known, all.unknown, all.onTime.count, all.onTime.of, imported],
      ...[fromFirstStage.count, fromFirstStage.of, undocumented.count, undocumented.of],
    ];
    for (const keyOf of Object.values(GROUPS)) {
      const groups = [...figuresBy(written, keyOf).values()].map(counts);
      const sums = counts(whole).map((_, at) => groups.reduce((sum, of) => sum + (of[at] ?? 0), 0));
      expect(sums).toEqual(counts(whole));
    }
    const kinds: Lags[] = [whole.activities, whole.stageChanges, whole.firstEntries];
    expect(kinds.reduce((sum, { known }) => sum + known, 0)).toBe(whole.all.known);
    for (const { median, p90, onTime } of [whole.all, ...kinds]) {
      expect(onTime.count).toBeLessThanOrEqual(onTime.of);
      expect((median === undefined) === (onTime.of === 0)).toBe(true);
      expect(p90 ?? 0).toBeGreaterThanOrEqual(median ?? 0);
    }
  },
);

describe('who writes', () => {
  test('is everybody in the team, also who wrote nothing; who left is not asked of after that', async () => {
    write();
    const { adoption } = await ask();
    expect(adoption).toMatchObject({ rests_on: 'logged', counts: 'lines', recent_days: 7 });
    expect(
      adoption.writers.map(({ owner, last, is_recent, left_on }) => [owner, last, is_recent, left_on]),
    ).toEqual([
      ['anna', '2026-11-23', true, null],
      ['ewa', '2026-11-16', null, null], // when San was first written down nobody knows: it may have been today
      ['marek', null, false, '2026-11-08'],
      ['piotr', null, false, null],
    ]);
    expect(adoption.recent).toEqual({ count: 1, of: 2, share: 0.5, unknown: 1 });
    const weeks = (id: string) => adoption.writers.find(({ owner }) => owner === id)?.weeks;
    // Of the weeks before documented_since nothing tells: they are no silence.
    expect(weeks('piotr')).toEqual([...Array(3).fill(null), ...Array(9).fill(0)]);
    expect(weeks('marek')).toEqual([...Array(3).fill(null), ...Array(6).fill(0), null, null, null]);
    // W41 Wda, W43 its call, W45 Hel with two calls and the meeting, W46 its stage and Wda won, W47 its call, W48.
    expect(weeks('anna')).toEqual([...[null, null, null, 0, 1, 0, 1, 0], ...[4, 2, 1, 1]]);
    expect(adoption.writers[0]?.weeks_written).toEqual({ count: 6, of: 9, share: 6 / 9 });
    // Until 3 November nothing can have been written of San; since then, in any week.
    expect(weeks('ewa')).toEqual([...Array(3).fill(null), ...Array(5).fill(0), null, 1, 1, null]);
  });

  test('goes by snapshots where most lines do not say when they were written', async () => {
    settings();
    const hel = (...more: string[]) => deal('deals/2026/hel', 'owner: anna', 'stage: lead', ...more);
    const call = (on: string) => `  - {on: ${on}, type: call}`;
    hel('activities:', call('2026-11-02'));
    deal('deals/2026/san', 'owner: ewa', 'stage: lead', 'activities:', call('2026-11-02'));
    const snapshot = async (today: string) => expect((await here.run('snapshot', { today })).status).toBe(0);
    await snapshot('2026-11-02');
    hel('activities:', call('2026-11-02'), call('2026-11-06'));
    await snapshot('2026-11-09');
    await snapshot('2026-11-16');
    hel('activities:', call('2026-11-02'), call('2026-11-06'), call('2026-11-20'));
    const { adoption } = await ask('--period 2026-11');
    expect(adoption).toMatchObject({ rests_on: 'snapshots', counts: 'deals' });
    const told = adoption.writers.map(({ owner, weeks, last }) => [owner, weeks, last]);
    expect(told.slice(0, 2)).toEqual([
      // 26 October to 1 November, of which no snapshot tells, and the one that began with 2 November: there is none before it
      ['anna', [null, null, 1, 0, 1], '2026-11-23'],
      ['ewa', [null, null, 0, 0, 0], null],
    ]);
  });

  test('is not known, and nobody is blamed, where neither lines nor snapshots tell', async () => {
    settings();
    deal('deals/2026/hel', 'owner: anna', 'stage: lead', 'activities: [{on: 2026-11-20, type: call}]');
    const { adoption } = await ask();
    const told = adoption.writers.map(({ owner, is_recent }) => [owner, is_recent]);
    expect(told).toContainEqual(['anna', null]);
    expect(told).toContainEqual(['piotr', false]);
  });
});

describe('what to put right next', () => {
  test('is of each owner’s open deals, with the command, by name', async () => {
    write();
    deal('deals/2026/dry', 'owner: anna', 'stage: lead', 'created: 2026-10-20', 'recorded: 2026-10-20');
    const { fixes } = await ask('--by owner');
    expect(fixes.map(({ owner, id, kind, command }) => [owner, id, kind, command])).toEqual([
      ['anna', 'dry', 'silent', 'pipeline log dry "…"'],
      ['ewa', 'san', 'undocumented-stage', 'pipeline log san "…" --on 2026-11-16'],
      ['ewa', 'odra', 'late-entry', null],
    ]);
    const { stdout } = await here.run('discipline --by owner', { tty: true });
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot('../snapshots/discipline/by-owner.txt');
  });

  test('is for the CRM in a mirror, and names its record', async () => {
    write();
    settings('source_of_record: old-crm\n');
    deal(
      'deals/2026/imp',
      'owner: anna',
      'stage: proposal',
      'created: 2026-11-06',
      'recorded: 2026-11-20',
      'stages: [{stage: proposal, on: 2026-11-06}]',
      'activities: [{on: 2026-11-20, type: call}]',
      'source: {system: old-crm, id: R17}',
    );
    const view = await ask('--by owner');
    expect(view.fixes.find(({ id }) => id === 'imp')).toMatchObject({
      kind: 'late-entry',
      command: null,
      record: 'R17',
    });
    expect(view.unknown).toContainEqual({ why: 'mirrored', lines: 1 });
    expect((await here.run('discipline --by owner')).stdout).toContain('in the CRM: record R17');
  });
});

describe('a screen', () => {
  test('fits a terminal, and says what it rests on and what is next', async () => {
    write();
    const { stdout } = await here.run('discipline', { tty: true });
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot('../snapshots/discipline/whole.txt');
  });

  test('has for spreadsheets a row a figure, and by owner the weeks in which they wrote', async () => {
    write();
    const { stdout } = await here.run('discipline --by owner --format csv');
    expect(stdout.split('\n')[0]).toBe('owner,figure,count,of,share,median_days,p90_days,unknown');
    expect(stdout).toContain('\nanna,activities,2,4,0.5,3,14,1\n');
    expect(stdout).toContain('\npiotr,weeks-written,0,9,0,,,\n');
  });
});

describe('what a person gets wrong is told', () => {
  test('a period that has not begun, no deal at all, a promised time that is none', async () => {
    settings();
    const status = async (words: string) => {
      const { status: code, stderr } = await here.run(words);
      return [code, stderr.split('\n')[0]];
    };
    expect(await status('discipline --period 2027')).toEqual([
      2,
      'error: 2027 has not begun: nothing is written yet.',
    ]);
    expect((await status('discipline --within soon'))[0]).toBe(2);
    expect((await status('discipline --by segment'))[0]).toBe(2);
    here.write('pipeline.yaml', 'format: 1\nname: x\ncurrency: PLN\nprocess: {stages: [lead]}\n');
    expect(await status('discipline')).toEqual([2, 'error: There is no deal here yet.']);
  });

  test('a deal that cannot be read is named, and the exit status says so', async () => {
    write();
    here.write('deals/2026/bad.yaml', 'name: [');
    const { status, stdout } = await here.run('discipline');
    expect(status).toBe(3);
    expect(stdout).toContain('1 deal cannot be read and is left out: bad.');
  });
});
