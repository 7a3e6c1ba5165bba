import { afterAll, describe, expect, test, vi } from 'vitest';
import { day } from '../../src/base/day.ts';
import { diffSnapshots } from '../../src/movement/compare.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import {
  emptySeries,
  type FoldedSnapshot,
  factsOf,
  foldSeries,
  pairFacts,
  type SeriesFacts,
} from '../../src/snapshot/series.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { decimal, row, snapshot } from './build.ts';

const DAYS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
const RUNS = share(100, 5_000);
vi.setConfig({ testTimeout: PATIENCE_MS });
afterAll(() => tally('series of snapshots', { 'series a law': RUNS }));

/** The facts after one snapshot a week, each of one deal `x` as given; undefined: the deal is not there. */
function weeks(...rows: readonly (Partial<DealRow> | undefined)[]): SeriesFacts {
  return rows.reduce(
    (facts: SeriesFacts, over, week) =>
      foldSeries(facts, snapshot(DAYS[week] ?? '', over === undefined ? [] : [row({ id: 'x', ...over })])),
    emptySeries(),
  );
}

const x = (facts: SeriesFacts) => factsOf(facts, 'x');
const close = (text: string) => ({ close: day(text) });

describe('the close date over a series', () => {
  test('a deal that slips twice is counted twice', () => {
    const facts = x(weeks(close('2026-12-01'), close('2026-12-08'), close('2026-12-31')));
    expect(facts).toMatchObject({ closeFirst: '2026-12-01', closeMoves: 2, slips: 2 });
  });

  test('a date pulled in is a move and no slip', () => {
    expect(x(weeks(close('2026-12-31'), close('2026-12-08')))).toMatchObject({ closeMoves: 1, slips: 0 });
  });

  test('the first date that a deal gets is no move', () => {
    expect(x(weeks({}, close('2026-12-08')))).toMatchObject({ closeFirst: '2026-12-08', closeMoves: 0 });
  });

  test('a date taken away counts as later, one put back as earlier', () => {
    expect(x(weeks(close('2026-12-08'), {}, close('2026-12-08')))).toMatchObject({ closeMoves: 2, slips: 1 });
  });

  test('that it only ever stood on the last day of a month is lost with the first other day, for good', () => {
    const only = (...dates: string[]) => x(weeks(...dates.map(close)))?.monthEndsOnly;
    expect(only('2026-09-30', '2026-11-30', '2027-02-28')).toBe(true);
    expect(only('2026-09-30', '2026-11-29', '2026-12-31')).toBe(false);
    expect(x(weeks({}, close('2026-12-31')))?.monthEndsOnly).toBe(true);
    const won = x(weeks(close('2026-12-31'), { stage: 'won', ...close('2026-11-09') }));
    expect(won?.monthEndsOnly).toBe(true);
  });

  test('the day a deal was won on is no move of its expected date', () => {
    const facts = x(weeks(close('2026-12-08'), { stage: 'won', ...close('2026-11-09') }));
    expect(facts).toMatchObject({ closeMoves: 0, close: '2026-12-08', outcome: 'won' });
  });

  test('a deal that is reopened with another date has not slipped', () => {
    const facts = weeks(
      close('2026-12-08'),
      { stage: 'lost', ...close('2026-11-09') },
      close('2027-01-31'),
      close('2027-02-28'),
    );
    expect(x(facts)).toMatchObject({ closeMoves: 1, slips: 1, closeFirst: '2026-12-08' });
  });

  test('a deal that no snapshot saw open has no first expected date', () => {
    expect(x(weeks({ stage: 'won', ...close('2026-11-02') }))).toMatchObject({ closeFirst: undefined });
  });

  test('a deal that was away for a week is compared with when it was last there', () => {
    expect(x(weeks(close('2026-12-08'), undefined, close('2026-12-09')))).toMatchObject({
      firstDay: '2026-11-02',
      slips: 1,
    });
  });
});

describe('the amount over a series', () => {
  const amount = (text: string, currency = 'PLN') => ({ amount: decimal(text), currency });

  test('an amount that never changed has no day', () => {
    expect(x(weeks(amount('100'), amount('100.00')))?.amountChanged).toBeUndefined();
  });

  test('a changed amount is dated by the snapshot that first shows it', () => {
    expect(x(weeks(amount('100'), amount('90'), amount('90')))).toMatchObject({
      amount: '90',
      amountChanged: '2026-11-09',
    });
  });

  test('an amount that goes back has changed again', () => {
    expect(x(weeks(amount('100'), amount('90'), amount('100')))?.amountChanged).toBe('2026-11-16');
  });

  test('another currency is another amount', () => {
    expect(x(weeks(amount('100'), amount('100', 'EUR')))?.amountChanged).toBe('2026-11-09');
  });

  test('an amount that a taken snapshot lacks has gone, and coming back is a change', () => {
    expect(x(weeks(amount('100'), {}, amount('100')))?.amountChanged).toBe('2026-11-16');
  });

  test('from or to an amount that a backfilled snapshot leaves empty is no change', () => {
    const backfilled = { origin: 'backfill-git' };
    const empty = foldSeries(emptySeries(), snapshot('2026-11-02', [row({ id: 'x' })], backfilled));
    const first = foldSeries(empty, snapshot('2026-11-09', [row({ id: 'x', ...amount('100') })]));
    expect(x(first)?.amountChanged).toBeUndefined();
    const again = foldSeries(first, snapshot('2026-11-16', [row({ id: 'x' })], backfilled));
    expect(x(foldSeries(again, snapshot('2026-11-23', [row({ id: 'x', ...amount('100') })])))).toMatchObject({
      amount: '100',
      amountChanged: undefined,
    });
  });

  test('what a backfilled snapshot assumed is evidence of nothing', () => {
    const assumed = { origin: 'backfill-git', assumed: ['amount', 'close', 'next_step'] };
    const guess = { ...amount('500'), ...close('2026-12-31'), nextStep: 'call' };
    const then = foldSeries(emptySeries(), snapshot('2026-11-02', [row({ id: 'x', ...guess })], assumed));
    const now = foldSeries(
      then,
      snapshot('2026-11-09', [row({ id: 'x', ...amount('100'), ...close('2027-01-31') })]),
    );
    expect(x(now)).toMatchObject({ firstDay: '2026-11-02', amountChanged: undefined, closeMoves: 0 });
  });
});

describe('the stage over a series', () => {
  test('a stage that the first snapshot shows is no change', () => {
    expect(x(weeks({ stage: 'proposal' }, { stage: 'proposal' }))).toMatchObject({
      stage: 'proposal',
      stageChanged: undefined,
    });
  });

  test('a changed stage is dated by the snapshot that first shows it', () => {
    expect(x(weeks({ stage: 'lead' }, { stage: 'proposal' }, { stage: 'proposal' }))).toMatchObject({
      stage: 'proposal',
      stageChanged: '2026-11-09',
    });
  });

  test('a stage that goes back has changed again', () => {
    const facts = weeks({ stage: 'lead' }, { stage: 'proposal' }, { stage: 'lead' });
    expect(x(facts)).toMatchObject({ stage: 'lead', stageChanged: '2026-11-16' });
  });

  test('a backfilled stage is no change, nor is one after it', () => {
    const backfilled = { origin: 'backfill-git' };
    const lead = foldSeries(emptySeries(), snapshot('2026-11-02', [row({ id: 'x' })], backfilled));
    const further = row({ id: 'x', stage: 'proposal' });
    const taken = foldSeries(lead, snapshot('2026-11-09', [further]));
    expect(x(taken)).toMatchObject({ stage: 'proposal', stageChanged: undefined });
    const again = foldSeries(taken, snapshot('2026-11-16', [row({ id: 'x' })], backfilled));
    expect(x(again)).toMatchObject({ stage: 'proposal', stageChanged: undefined });
  });

  test('a stage that only has another name is no change, and is known by its new one', () => {
    const process = {
      version: 2,
      since: undefined,
      stages: [{ id: 'contact', label: 'Contact', was: ['lead'] }],
    };
    const facts = foldSeries(
      weeks({ stage: 'lead' }),
      snapshot('2026-11-09', [row({ id: 'x', stage: 'contact' })], { process }),
    );
    expect(x(facts)).toMatchObject({ stage: 'contact', stageChanged: undefined });
  });
});

describe('the next step over a series', () => {
  test('is dated by the snapshot that first shows its text', () => {
    expect(x(weeks({ nextStep: 'call' }, { nextStep: 'call' }))?.nextStepSince).toBe('2026-11-02');
    expect(x(weeks({ nextStep: 'call' }, { nextStep: 'offer' }))?.nextStepSince).toBe('2026-11-09');
  });

  test('is dated by its agreed day where it has one', () => {
    expect(x(weeks({ nextStep: 'call', nextStepAgreed: day('2026-10-30') }))?.nextStepSince).toBe(
      '2026-10-30',
    );
  });

  test('a later agreed day with the same text makes no new step', () => {
    const facts = weeks({ nextStep: 'call' }, { nextStep: 'call', nextStepAgreed: day('2026-11-09') });
    expect(x(facts)?.nextStepSince).toBe('2026-11-02');
  });
});

describe('who is who', () => {
  const was = (id: string, over: Partial<DealRow> = {}) => row({ id, was: 'x', ...over });

  test('a renamed deal keeps its past under the new id alone', () => {
    const facts = foldSeries(
      weeks(close('2026-12-01')),
      snapshot('2026-11-09', [was('y', close('2026-12-02'))]),
    );
    expect(factsOf(facts, 'y')).toMatchObject({ firstDay: '2026-11-02', slips: 1 });
    expect(x(facts)).toBeUndefined();
  });

  test('a former id that is still there keeps its own past', () => {
    const facts = foldSeries(weeks({}), snapshot('2026-11-09', [row({ id: 'x' }), was('y')]));
    expect(factsOf(facts, 'y')?.firstDay).toBe('2026-11-09');
    expect(x(facts)?.firstDay).toBe('2026-11-02');
  });

  test('a deal found again by its source keeps its past', () => {
    const facts = foldSeries(
      weeks({ source: 'pipedrive:7' }),
      snapshot('2026-11-09', [row({ id: 'y', source: 'pipedrive:7' })]),
    );
    expect(factsOf(facts, 'y')?.firstDay).toBe('2026-11-02');
  });

  test('a source that two deals have pairs nobody', () => {
    const facts = foldSeries(
      weeks({ source: 'pipedrive:7' }),
      snapshot(
        '2026-11-09',
        ['y', 'z'].map((id) => row({ id, source: 'pipedrive:7' })),
      ),
    );
    expect(factsOf(facts, 'y')?.firstDay).toBe('2026-11-09');
  });

  test('an id that is a word of JavaScript is an id like any other', () => {
    expect(factsOf(emptySeries(), 'constructor')).toBeUndefined();
    expect(pairFacts(weeks({}), [{ id: 'constructor', was: 'valueof', source: '' }]).size).toBe(0);
  });

  test('an archived deal is still known', () => {
    const archived = [{ ...row({ id: 'x', stage: 'won' }), archived: '2026-Q4' }];
    expect(x(foldSeries(weeks({}), snapshot('2026-11-09', [], { archived })))).toMatchObject({
      firstDay: '2026-11-02',
      outcome: 'won',
    });
  });

  test('an unreadable deal tells nothing new', () => {
    const before = weeks(close('2026-12-01'));
    const after = foldSeries(
      before,
      snapshot('2026-11-09', [row({ id: 'x', problem: 'bad indent', ...close('2027-12-01') })]),
    );
    expect(x(after)).toEqual(x(before));
  });
});

describe('slips and moves are those of diffs from week to week', () => {
  const shown = fc.record({
    stage: fc.constantFrom('lead', 'lead', 'lead', 'won', 'lost'),
    close: fc.constantFrom(undefined, day('2026-12-01'), day('2026-12-08'), day('2026-12-31')),
  });
  property.prop([fc.array(shown, { minLength: 1, maxLength: 4 })], { numRuns: RUNS })(
    'for any deal',
    (series) => {
      const taken = series.map((over, week) => snapshot(DAYS[week] ?? '', [row({ id: 'x', ...over })]));
      const movements = taken.flatMap((later, week) => {
        const earlier = taken[week - 1];
        return earlier === undefined ? [] : diffSnapshots(earlier, later).flatMap((deal) => deal.movements);
      });
      const facts = x(weeks(...series));
      expect(facts?.slips).toBe(movements.filter(({ kind }) => kind === 'slipped').length);
      const moves = movements.filter(({ kind }) => kind === 'slipped' || kind === 'pulled-in').length;
      // The first date that an open deal gets is pulled in for a diff, which does not know the weeks before.
      const firstWeek = series.findIndex(({ stage, close: at }) => stage === 'lead' && at !== undefined);
      const isFirstDatePulledIn = firstWeek > 0 && series[firstWeek - 1]?.stage === 'lead';
      expect(facts?.closeMoves).toBe(moves - (isFirstDatePulledIn ? 1 : 0));
    },
  );
});

describe('the fold', () => {
  const days = fc.constantFrom(undefined, day('2026-12-01'), day('2026-12-08'), day('2026-12-31'));
  const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'constructor', 'd'), { maxLength: 4 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          was: fc.constantFrom('', 'a', 'b'),
          source: fc.constantFrom('', 'crm:1', 'crm:2'),
          stage: fc.constantFrom('lead', 'proposal', 'won', 'lost'),
          close: days,
          amount: fc.constantFrom(undefined, decimal('1'), decimal('2'), decimal('2.00')),
          nextStep: fc.constantFrom('', 'call', 'offer'),
        }),
      ),
    ),
  );
  const series = fc
    .array(fc.tuple(rows, fc.constantFrom('taken', 'backfill-git')), { maxLength: 4 })
    .map((all): FoldedSnapshot[] =>
      all.map(([deals, origin], week) => snapshot(DAYS[week] ?? '', deals.map(row), { origin })),
    );
  const fold = (snapshots: readonly FoldedSnapshot[], from = emptySeries()) =>
    snapshots.reduce(foldSeries, from);

  property.prop([series, fc.nat(4)], { numRuns: RUNS })(
    'can stop anywhere, be kept as JSON, and go on to the same facts',
    (snapshots, at) => {
      const kept: SeriesFacts = JSON.parse(JSON.stringify(fold(snapshots.slice(0, at))));
      expect(fold(snapshots.slice(at), kept)).toEqual(fold(snapshots));
    },
  );

  property.prop([series], { numRuns: RUNS })(
    'leaves the facts that it was given as they were',
    (snapshots) => {
      const before = fold(snapshots.slice(0, -1));
      const text = JSON.stringify(before);
      fold(snapshots.slice(-1), before);
      expect(JSON.stringify(before)).toBe(text);
    },
  );

  property.prop([series], { numRuns: RUNS })('the same snapshot again changes nothing', (snapshots) => {
    const once = fold(snapshots);
    const last = snapshots.at(-1);
    if (last !== undefined) expect(foldSeries(once, last)).toEqual(once);
  });

  property.prop([series], { numRuns: RUNS })(
    'never counts more slips than moves, or moves than pairs',
    (snapshots) => {
      for (const facts of Object.values(fold(snapshots).deals)) {
        expect(facts.slips).toBeLessThanOrEqual(facts.closeMoves);
        expect(facts.closeMoves).toBeLessThan(Math.max(1, snapshots.length));
      }
    },
  );
});
