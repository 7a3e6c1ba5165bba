// pipeline backfill --from dates of what most exports have: the day of creation, the stage of today, the day of closing.
// A deal is open from the one day to the other, and in which stage nobody knows: that it is known later is no movement.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { pastFromDates } from '../../src/backfill/from-dates.ts';
import { addDays, day } from '../../src/base/day.ts';
import { outcomeOf } from '../../src/deal/deal.ts';
import type { BackfillView } from '../../src/report/backfill.ts';
import type { CheckView } from '../../src/report/check.ts';
import type { DiffView } from '../../src/report/diff.ts';
import type { FlowView } from '../../src/report/flow.ts';
import type { ForecastView } from '../../src/report/forecast.ts';
import type { ForecastDriversView } from '../../src/report/forecast-drivers.ts';
import type { FunnelView } from '../../src/report/funnel.ts';
import type { ShowView } from '../../src/report/show.ts';
import type { StatusView } from '../../src/report/status.ts';
import type { TrendView } from '../../src/report/trend.ts';
import { readSnapshot } from '../../src/snapshot/store.ts';
import { type Desk, desk } from '../crm-import/desk.ts';
import { deal as dealOf, settings } from '../snapshot/build.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk(
    '--currency EUR --locale en-GB --time-zone Europe/Warsaw --stages lead,qualified,proposal,contract',
  );
});
afterEach(() => here.clear());

function deal(id: string, ...lines: string[]): void {
  here.write(
    `deals/2026/${id}.yaml`,
    `name: ${id}\nowner: anna\n${lines.map((line) => `${line}\n`).join('')}`,
  );
}

const made = (on: string) => here.json<BackfillView>(`backfill --from dates --on ${on}`);

/** Open in a far stage and in the first, one since its last change of stage, one won, and one that nothing places. */
function exported(): void {
  deal('odra', 'stage: contract', 'amount: 900', 'created: 2026-07-01', 'close: 2026-12-01');
  deal('wda', 'stage: lead', 'amount: 70', 'created: 2026-08-10', 'close: 2026-12-15');
  deal(
    'rega',
    'stage: proposal',
    'amount: 500',
    'created: 2026-07-20',
    'stages: [{stage: proposal, on: 2026-09-10}]',
  );
  deal('nida', 'stage: won', 'amount: 300', 'created: 2026-07-05', 'close: 2026-10-05');
  deal('bug', 'stage: lost', 'created: 2026-07-06', 'close: 2026-09-20', 'lost_reason: price');
  deal('hel', 'stage: lead', 'amount: 10');
}

describe('a deal that was created, and has no stage on record yet', () => {
  test('is open from the day after its creation until it is closed, in a stage that is not known', async () => {
    exported();
    const view = await made('2026-07-05,2026-07-06,2026-08-11,2026-10-05,2026-10-06');
    expect(view.snapshots).toMatchObject([
      { name: '2026-07-05', open: 1, stage_not_known: 1 },
      { name: '2026-07-06', open: 2, stage_not_known: 2 },
      { name: '2026-08-11', open: 5, stage_not_known: 5, won: 0, lost: 0 },
      { name: '2026-10-05', open: 4, stage_not_known: 3, won: 0, lost: 1 },
      { name: '2026-10-06', open: 3, stage_not_known: 2, won: 1, lost: 1 },
    ]);
    const rowOf = (name: string, id: string) =>
      readSnapshot(here.root, name).deals.find((row) => row.id === id);
    expect(rowOf('2026-10-05', 'nida')).toMatchObject({ stage: '?', amount: undefined, close: undefined });
    expect(rowOf('2026-10-06', 'nida')).toMatchObject({ stage: 'won', amount: '300', close: '2026-10-05' });
    expect(rowOf('2026-08-11', 'rega')).toMatchObject({ stage: '?', stages: [] });
    expect(rowOf('2026-10-05', 'rega')?.stage).toBe('proposal');
  });

  test('is the rest that nothing places: without any day it is left out, counted and named', async () => {
    exported();
    expect((await made('2026-10-06')).unplaced).toEqual([{ id: 'hel', why: 'no-day' }]);
    const { stdout } = await here.run('backfill --from dates --on 2026-10-07');
    expect(stdout).toContain('Stage not known');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'In none of them: 1 deal (no day on record on which it was created or entered a stage): hel.',
    );
  });

  test('where nothing places it, a diff says that it is new for want of a day, and so does the report', async () => {
    exported();
    await made('2026-10-06');
    const { backfilled } = await here.json<DiffView>('diff 2026-10-06');
    expect(backfilled.map(({ new_without_dates }) => new_without_dates)).toEqual([1]);
    const told = 'It has no deal without a day on record: 1 of the new ones may have been there before.';
    for (const words of ['diff 2026-10-06', 'status', 'report --format markdown --out -'])
      expect((await here.run(words)).stdout.replaceAll(/\s+/g, ' '), words).toContain(told);
  });

  test('is counted among the open ones wherever a snapshot is read, and the snapshot is sound', async () => {
    exported();
    await made('2026-10-06');
    expect((await here.run('snapshot verify --all')).status).toBe(0);
    const status = await here.json<StatusView>('status --as-of 2026-10-06');
    expect(status.open.count).toBe(3);
    expect(status.stages.at(-1)).toMatchObject({ stage: '?', label: 'Stage not known', count: 2 });
    // Of rega alone it is known in which stage it was first.
    expect(status.recorded_from_first_stage).toMatchObject({ count: 0, of: 1 });
    for (const words of ['status', 'list --open', 'stale', 'funnel', 'show odra']) {
      const { stdout, stderr } = await here.run(`${words} --as-of 2026-10-06`);
      expect({ words, stderr }).toEqual({ words, stderr: '' });
      expect(stdout).not.toMatch(/(^|\s)\?(\s|$)/m);
    }
    expect((await here.run('list --open --as-of 2026-10-06')).stdout).toMatch(/odra.*Stage not known/);
    expect((await here.run('snapshot list --format csv')).stdout).toContain('2026-10-06,2026-10-06,');
  });

  test('is no finding of the day: that nothing tells its stage is no wrong stage, and no late entry', async () => {
    exported();
    await made('2026-10-06');
    const view = await here.json<CheckView>('check --as-of 2026-10-06');
    const found = view.findings.filter(({ id }) => id === 'odra' || id === 'wda').map(({ rule }) => rule);
    expect(found).not.toContain('unknown-stage');
    expect(found).not.toContain('late-entry');
  });

  test('in a deal’s own file that stage is wrong as any other that the process lacks', async () => {
    deal('san', 'stage: "?"', 'created: 2026-07-01');
    const view = await here.json<CheckView>('check');
    expect(view.findings.map(({ rule }) => rule)).toContain('unknown-stage');
  });

  test('is said in the language of the workspace', async () => {
    here.write('pipeline.yaml', here.read('pipeline.yaml').replace(/^locale: .*$/m, 'locale: pl'));
    exported();
    const { stdout } = await here.run('backfill --from dates --on 2026-10-06');
    expect(stdout).toContain('Etap nieznany');
    await here.run('snapshot');
    for (const words of ['list --open --as-of 2026-10-06', 'funnel --flow 2026-10-06 latest', 'history odra'])
      expect((await here.run(words)).stdout).toContain('Etap nieznany');
  });

  test('is said in the language of the workspace in each part of a report, in a digest and of one deal', async () => {
    here.write('pipeline.yaml', here.read('pipeline.yaml').replace(/^locale: .*$/m, 'locale: pl'));
    exported();
    await here.run('backfill --from dates --on 2026-10-06');
    for (const words of ['report --format markdown', 'report --out -', 'digest', 'show odra']) {
      const { stdout } = await here.run(`${words} --as-of 2026-10-06`);
      expect(stdout, words).not.toContain('Stage not known');
      expect(stdout, words).toContain('Etap nieznany');
    }
  });
});

describe('the first snapshot that is taken after such a past', () => {
  test('calls none of its deals new, handed over, late or moved', async () => {
    exported();
    await made('2026-10-06,2026-11-01');
    await here.run('snapshot');
    const view = await here.json<DiffView>('diff 2026-11-01 latest');
    const kindsOf = (id: string) =>
      view.deals.find((one) => one.id === id)?.movements.map(({ kind }) => kind);
    expect(kindsOf('odra')).toEqual(['grown']);
    expect(kindsOf('wda')).toEqual(['grown']);
    expect(kindsOf('rega')).toEqual(['grown']);
    // Nobody knows since when there is hel.
    expect(kindsOf('hel')).toEqual(['new']);
    expect(view.backfilled).toMatchObject([{ amounts_unknown: 3, stages_unknown: 2 }]);
    const { stdout } = await here.run('diff 2026-11-01 latest');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'It does not know the stage of 2 open deals: that the other end knows it is no movement.',
    );
  });

  test('nor does the past itself, when a stage is on record: it goes neither forward nor over any', async () => {
    exported();
    await made('2026-08-11,2026-10-06');
    const view = await here.json<DiffView>('diff 2026-08-11 2026-10-06');
    const moved = view.deals.map(({ id, movements }) => [id, movements.map(({ kind }) => kind)]);
    expect(moved).toEqual(
      expect.arrayContaining([
        ['bug', ['lost']],
        ['nida', ['won', 'grown']],
        ['rega', ['idle']],
        ['odra', ['idle']],
      ]),
    );
    const created = await here.json<DiffView>('diff 2026-08-11 2026-10-06 --only late-entry');
    expect(created.deals).toEqual([]);
  });

  test('a deal that is new in it is not late where its stage is not known', async () => {
    exported();
    await made('2026-07-06,2026-08-11');
    const view = await here.json<DiffView>('diff 2026-07-06 2026-08-11');
    const kinds = view.deals.flatMap(({ movements }) => movements.map(({ kind }) => kind));
    expect(kinds.sort()).toEqual(['idle', 'idle', 'new', 'new', 'new']);
  });

  test('nor do the life of a deal, and what moved a forecast, tell of a stage that it moved to or a date that was pulled in', async () => {
    exported();
    await made('2026-08-31,2026-10-31');
    await here.run('snapshot');
    const shown = await here.json<ShowView>('show odra');
    expect(shown.snapshots.map(({ stage, changed }) => [stage, changed.includes('stage')])).toEqual([
      ['?', true],
      ['contract', false],
    ]);
    const { stdout } = await here.run('history odra');
    expect(stdout).not.toMatch(/advanced|skipped|pulled in/);
    const drivers = await here.json<ForecastDriversView>('forecast drivers 2026-Q4 --since 2026-11-02');
    const barsOf = (id: string) =>
      drivers.bars.filter(({ deals }) => deals.some((one) => one.id === id)).map(({ bar }) => bar);
    expect(barsOf('odra')).toEqual(expect.arrayContaining(['chances']));
    expect(barsOf('odra')).not.toEqual(expect.arrayContaining(['stages']));
    expect(barsOf('odra')).not.toEqual(expect.arrayContaining(['pulled-in']));
  });

  test('what went where has a row of deals whose stage was not known', async () => {
    exported();
    await made('2026-11-01');
    await here.run('snapshot');
    const view = await here.json<FlowView>('funnel --flow 2026-11-01 latest');
    expect(view.flows.filter(({ from }) => from === '?')).toEqual([
      { from: '?', to: 'lead', deals: 1 },
      { from: '?', to: 'contract', deals: 1 },
    ]);
    const { stdout } = await here.run('funnel --flow 2026-11-01 latest');
    expect(stdout).toMatch(/^Stage not known +1/m);
  });
});

describe('what a past with such deals tells', () => {
  test('a cohort has its open deals too, and no stage counts one that was never seen in it', async () => {
    exported();
    const view = await here.json<FunnelView>('funnel --cohort quarter');
    expect(view.cohorts).toMatchObject([
      { name: '2026-Q3', deals: 5, won: 1, lost: 1, open: 3, win_rate: { count: 1, of: 2 } },
    ]);
    expect(view.stages.map(({ stage, entered }) => [stage, entered])).toEqual([
      ['lead', 0],
      ['qualified', 0],
      ['proposal', 1],
      ['contract', 0],
    ]);
    await made('2026-10-06');
    const then = await here.json<FunnelView>('funnel --cohort quarter --as-of 2026-10-06');
    expect(then.cohorts).toMatchObject([{ deals: 5, won: 1, lost: 1, open: 3 }]);
    expect(then.stages[3]).toMatchObject({ entered: 0, open: 0, conversion: { of: 0 } });
  });

  test('a trend by stage has them in a line of their own, and no rate of steps is over them', async () => {
    exported();
    await made('2026-08-31,2026-09-30,2026-10-31');
    const byStage = await here.json<TrendView>('trend open-count --every month --by stage');
    expect(byStage.groups.map(({ key }) => key)).toEqual(['proposal', '?']);
    expect((await here.run('trend open-count --every month --by stage')).stdout).toMatch(/^Stage not known/m);
    const view = await here.json<TrendView>(
      'trend skip-rate regress-rate drop-out-rate late-entry-share open-count --every month',
    );
    const [all] = view.groups;
    // September's step: nobody knows where the five were; then rega alone has a stage.
    expect(all?.metrics['skip-rate']?.slice(1)).toMatchObject([
      { count: 0, of: 0, share: null },
      { count: 0, of: 1 },
    ]);
    expect(all?.metrics['regress-rate']?.at(-1)).toMatchObject({ count: 0, of: 1 });
    expect(all?.metrics['drop-out-rate']?.slice(1)).toMatchObject([
      { count: 1, of: 5 },
      { count: 0, of: 4 },
    ]);
    expect(all?.metrics['late-entry-share']?.at(1)).toMatchObject({ of: 0, share: null });
    expect(all?.metrics['open-count']).toMatchObject([{ count: 5 }, { count: 4 }, { count: 3 }]);
  });

  test('a forecast learns from them what open deals do, whatever their stage, and says that it knows none', async () => {
    for (let at = 0; at < 60; at++) {
      const created = addDays(day('2025-10-01'), at * 6);
      const [closed, outcome] = [addDays(created, 45), at % 3 === 0 ? 'won' : 'lost'];
      if (closed < '2026-11-20') {
        deal(`d${at}`, `stage: ${outcome}`, 'amount: 100', `created: ${created}`, `close: ${closed}`);
      } else deal(`d${at}`, 'stage: proposal', 'amount: 100', `created: ${created}`, 'close: 2026-12-10');
    }
    await here.run('backfill --from dates --every month');
    await here.run('snapshot');
    const then = await here.json<ForecastView>('forecast 2026-10 --as-of 2026-10-02');
    expect(then.deals.length).toBeGreaterThan(5);
    // A third of such deals was won.
    for (const { stage, like } of then.deals) {
      expect(stage).toBe('?');
      expect(like.of).toBeGreaterThan(0);
    }
    // All that was won stood open before, so that nothing of it came out of nowhere.
    expect(Number(then.parts.new)).toBeLessThan(Number(then.parts.open));
    const now = await here.json<ForecastView>('forecast 2026-Q4');
    expect(now.history.without_stage).toBeGreaterThan(40);
    const { stdout } = await here.run('forecast 2026-Q4');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `No stage from before the end is known of ${now.history.without_stage} of ${now.history.decided} decided deals`,
    );
    expect((await here.run('forecast 2026-10 --as-of 2026-10-02')).stdout).toContain('Stage not known');
  });
});

describe('the law', () => {
  const someDay = fc.nat({ max: 60 }).map((days) => addDays(day('2026-07-01'), days));
  const life = fc.record({
    created: someDay,
    close: fc.option(someDay, { nil: undefined }),
    outcome: fc.constantFrom('won', 'lost'),
    entered: fc.array(someDay, { maxLength: 3 }),
  });

  property([life, someDay])(
    'at the start of a day that is open which was created before it and not closed before it',
    ({ created, close, outcome, entered }, on) => {
      const stages = entered.map((day, line) => ({ stage: 'proposal', on: day, line }));
      const stage = close === undefined ? 'proposal' : outcome;
      const { at } = pastFromDates({
        deals: [dealOf({ id: 'wda', stage, created, close, stages })],
        archived: [],
        settings: settings(),
      });
      const state = at(on);
      if (state instanceof Promise) throw new Error('dates are told at once');
      const open = state.deals.filter((deal) => outcomeOf(deal.stage) === 'open');
      expect(open.length).toBe(created < on && !(close !== undefined && close < on) ? 1 : 0);
      // And its stage is known from the first day on record on, never before.
      for (const deal of open) expect(deal.stage === '?').toBe(!entered.some((day) => day < on));
    },
  );
});

const SALESFORCE = resolve('../shared/data/salesforce_demo/Opportunity.csv');
test.skipIf(!existsSync(SALESFORCE))(
  'a real export of created, stage and close date: the first diff knows every open deal (needs ../shared/data/salesforce_demo)',
  async () => {
    const demo = await desk('--currency USD --locale en --time-zone UTC');
    onTestFinished(() => demo.clear());
    const rows: Record<string, string>[] = parse(readFileSync(SALESFORCE), { columns: true, bom: true });
    const open = rows.filter(({ StageName = '' }) => !StageName.startsWith('Closed')).length;
    expect((await demo.run(['import', SALESFORCE])).status).toBe(0);
    const view = await demo.json<BackfillView>('backfill --from dates --on 2026-11-01');
    expect(view.unplaced).toEqual([]);
    expect(view.snapshots).toMatchObject([{ deals: rows.length, open, stage_not_known: open }]);
    await demo.run('snapshot');
    const diff = await demo.json<DiffView>('diff 2026-11-01 latest');
    expect(diff.bridge).toMatchObject({ opening_count: open, closing_count: open });
    expect(new Set(diff.deals.flatMap(({ movements }) => movements.map(({ kind }) => kind)))).toEqual(
      new Set(['grown']),
    );
  },
);
