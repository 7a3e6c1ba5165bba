// Where what a series warns of begins and ends: of how many, by how much, in which days. Steps are written by hand, so that
// every limit is met and missed by one.

import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../src/base/day.ts';
import { compare, type DealMovements } from '../../src/movement/compare.ts';
import { ConversionFellWatch, type ConversionFound } from '../../src/movement/conversion-fell.ts';
import type { Movement } from '../../src/movement/kinds.ts';
import type { End } from '../../src/movement/pair.ts';
import { PushedAtEndsWatch } from '../../src/movement/pushed-at-ends.ts';
import { openAndRead, renamedIn, type SeriesStep, tells } from '../../src/movement/series-step.ts';
import { ShrinksLateWatch } from '../../src/movement/shrinks-late.ts';
import { decimal, side, sides } from './sides.ts';

interface Moved {
  readonly id: string;
  readonly stage?: string;
  readonly owner?: string;
  /** Where it was before; open if nothing is said. */
  readonly was?: 'open' | 'won';
  readonly movements: readonly Movement[];
}

function endOf({ id, stage = 'lead', owner = 'anna', was = 'open' }: Omit<Moved, 'movements'>): End {
  const [row] = side({ deals: [{ id, stage, owner }] }, '2026-01-05').deals;
  return row === undefined ? { state: 'absent' } : { state: was, archived: false, row };
}

const NOTHING: DealMovements['values'] = { a: 0, b: 0, revaluation: 0, missingAt: [] };

function movedOf(given: Moved): DealMovements {
  const [a, b] = [endOf(given), endOf({ id: given.id })];
  return { id: given.id, a, b, unreadable: false, values: NOTHING, movements: given.movements };
}

/** A step between two days, with what moved and who was open. */
function step(
  from: string,
  to: string,
  moved: readonly Moved[],
  open: readonly Omit<Moved, 'movements'>[] = [],
) {
  const rows = open.flatMap((one) => {
    const end = endOf(one);
    return end.state === 'absent' ? [] : [end.row];
  });
  const ends = { a: side({}, from), b: side({}, to) };
  return {
    ...{ from: day(from), to: day(to), snapshot: to },
    ...ends,
    open: rows,
    moved: moved.map(movedOf),
  } satisfies SeriesStep;
}

const times = <Item>(count: number, item: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => item(at));

describe('conversion that fell', () => {
  const WON: Movement = { kind: 'won' };
  const LOST: Movement = { kind: 'lost', reason: '' };
  type Half = readonly [movedOn: number, of: number];
  type Stage = readonly [stage: string, before: Half, after: Half];
  /** Who left the stage in one half of a hundred days: the first so many went on. */
  const half = (stage: string, name: string, [movedOn, of]: Half): Moved[] =>
    times(of, (at) => ({ id: `${name}-${at}`, stage, movements: [at < movedOn ? WON : LOST] }));
  const [START, MIDDLE, END] = ['2026-01-01', '2026-02-20', '2026-04-11'];
  function found(...stages: Stage[]): ConversionFound {
    const watch = new ConversionFellWatch((stage) => stage);
    watch.add(
      step(
        START,
        MIDDLE,
        stages.flatMap(([stage, before]) => half(stage, `${stage}-b`, before)),
      ),
    );
    watch.add(
      step(
        MIDDLE,
        END,
        stages.flatMap(([stage, , after]) => half(stage, `${stage}-a`, after)),
      ),
    );
    return watch.found(day(END));
  }
  const told = (before: Half, after: Half) =>
    found(['lead', before, after]).stages.map(({ tooFew }) => (tooFew ? 'too few' : 'told'));

  test('is judged from ten in each half, told from three, and then only where it is half or less', () => {
    expect(told([10, 10], [2, 10])).toEqual(['told']);
    expect(told([10, 10], [2, 9])).toEqual(['too few']);
    expect(told([9, 9], [2, 10])).toEqual(['too few']);
    expect(told([3, 3], [1, 3])).toEqual(['too few']);
    expect([told([2, 2], [0, 9]), told([9, 9], [0, 2])]).toEqual([[], []]);
    expect(told([4, 8], [2, 8])).toEqual(['too few']);
    expect(told([5, 8], [3, 8])).toEqual([]);
    expect([told([0, 5], [0, 5]), told([0, 12], [0, 12])]).toEqual([[], []]);
  });

  test('of enough is two thirds or less, and less likely by chance than one in twenty', () => {
    expect(told([30, 40], [20, 40])).toEqual(['told']);
    expect(told([300, 400], [210, 400])).toEqual([]);
    expect(told([6, 10], [3, 10])).toEqual([]);
  });

  test('names the halves, and who dropped out of the later one, in order', () => {
    const watch = new ConversionFellWatch((stage) => stage.toUpperCase());
    watch.add(step(START, MIDDLE, half('lead', 'b', [3, 3])));
    const out = (id: string, movement: Movement): Moved => ({ id, stage: 'lead', movements: [movement] });
    watch.add(step(MIDDLE, END, [out('zeta', LOST), out('went', WON), out('alfa', { kind: 'removed' })]));
    expect(watch.found(day(END)).stages).toMatchObject([
      {
        stage: 'LEAD',
        before: { from: '2026-01-02', to: '2026-02-20', movedOn: 3, of: 3 },
        after: { from: '2026-02-21', to: '2026-04-11', movedOn: 1, of: 3 },
        lost: ['alfa', 'zeta'],
      },
    ]);
  });

  test('goes on by a later stage, one after a jump or a win; out of a closed one, or idle, nobody goes', () => {
    const steps = { from: 'lead', to: 'proposal' };
    const on = [{ kind: 'advanced', ...steps }, { kind: 'skipped', ...steps, stages: [] }, WON] as Movement[];
    const watch = new ConversionFellWatch((stage) => stage);
    const moved = on.map((movement, at) => ({
      id: `d${at}`,
      stage: 'lead',
      movements: [{ kind: 'idle' }, movement],
    }));
    watch.add(step(START, MIDDLE, moved as Moved[]));
    const lost = times(3, (at): Moved => ({ id: `l${at}`, stage: 'lead', movements: [LOST] }));
    const none: Moved[] = [
      { id: 'idle', stage: 'lead', movements: [{ kind: 'idle' }] },
      { id: 'was-won', stage: 'lead', was: 'won', movements: [LOST] },
    ];
    watch.add(step(MIDDLE, END, [...lost, ...none]));
    const [stage] = watch.found(day(END)).stages;
    expect([stage?.before, stage?.after]).toMatchObject([
      { movedOn: 3, of: 3 },
      { movedOn: 0, of: 3 },
    ]);
  });

  test('has the stage that is least likely so by chance first, and else goes by its name', () => {
    const stages = (...given: Stage[]) => found(...given).stages.map(({ stage }) => stage);
    const little: readonly [Half, Half] = [
      [10, 10],
      [2, 10],
    ];
    const much: readonly [Half, Half] = [
      [20, 20],
      [2, 20],
    ];
    expect(stages(['alfa', ...little], ['beta', ...much])).toEqual(['beta', 'alfa']);
    expect(stages(['beta', ...much], ['alfa', ...little])).toEqual(['beta', 'alfa']);
    expect(stages(['gama', ...much], ['alfa', ...much], ['beta', ...much])).toEqual(['alfa', 'beta', 'gama']);
  });

  test('is not judged where nobody left a stage in one of the halves, or there is no step', () => {
    expect(found(['lead', [10, 10], [0, 0]])).toEqual({ stages: [], judged: false });
    expect(found(['lead', [0, 0], [0, 10]])).toEqual({ stages: [], judged: false });
    expect(found(['lead', [1, 1], [1, 1]])).toEqual({ stages: [], judged: true });
    expect(new ConversionFellWatch((stage) => stage).found(day(END))).toEqual({ stages: [], judged: false });
  });

  test('looks back a year of weeks, and no further', () => {
    const said = (last: Day) => {
      const watch = new ConversionFellWatch((stage) => stage);
      watch.add(step('2025-01-01', '2025-01-08', half('lead', 'old', [5, 5])));
      watch.add(step('2025-01-08', '2025-01-15', half('lead', 'b', [10, 10])));
      watch.add(step('2025-01-15', last, half('lead', 'a', [1, 10])));
      const [stage] = watch.found(last).stages;
      return [stage?.before.from, stage?.before.of];
    };
    const first = day('2025-01-08');
    expect(said(addDays(first, 363))).toEqual(['2025-01-02', 15]);
    expect(said(addDays(first, 364))).toEqual(['2025-01-09', 10]);
  });
});

describe('pushed at quarter ends', () => {
  const slip = (id: string, from: string | undefined, to: string | undefined, kind = 'slipped'): Moved => ({
    id,
    movements: [{ kind, days: null, from: from && day(from), to: to && day(to) } as Movement],
  });
  /** Around the ends of three quarters, on their last days. */
  const ENDS: readonly (readonly [from: string, to: string])[] = [
    ['2026-03-25', '2026-03-31'],
    ['2026-06-24', '2026-06-30'],
    ['2026-09-24', '2026-09-30'],
  ];
  const pushes = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'];
  function found(steps: readonly SeriesStep[], last: string) {
    const watch = new PushedAtEndsWatch(1);
    for (const one of steps) watch.add(one);
    const { deals, seen } = watch.found(day(last));
    return { seen, deals: deals.map((deal) => [deal.id, ...deal.pushes.map(({ quarter }) => quarter)]) };
  }
  const atEnds = (moved: (from: string, to: string) => readonly Moved[]) =>
    ENDS.map(([from, to], at) => step(from, to, moved(pushes[at] ?? '', pushes[at + 1] ?? '')));
  const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3'];

  test('are told by id, from the day on which the third of them ends', () => {
    const steps = atEnds((from, to) => [
      slip('zeta', from, to),
      slip('alfa', from, to),
      slip('mid', from, to),
    ]);
    const deals = ['alfa', 'mid', 'zeta'].map((id) => [id, ...QUARTERS]);
    expect(found(steps, '2026-09-30')).toEqual({ seen: 3, deals });
    expect(found(steps, '2026-11-02')).toEqual({ seen: 3, deals });
  });

  test('are left by a date beyond the end, or by none; not by one in the quarter, on its last day or after it', () => {
    expect(
      found(
        atEnds((from) => [slip('none', from, undefined)]),
        '2026-10-05',
      ).deals,
    ).toHaveLength(1);
    const [early, late] = [(end: string) => end.replace(/-3.$/, '-02'), (end: string) => end];
    expect(
      found(
        atEnds((end) => [slip('within', early(end), late(end))]),
        '2026-10-05',
      ).deals,
    ).toEqual([]);
    expect(
      found(
        atEnds((_, next) => [slip('later', next, addDays(day(next), 9))]),
        '2026-10-05',
      ).deals,
    ).toEqual([]);
  });

  test('are those of dates that slipped, and of nothing else that has two', () => {
    for (const kind of ['pulled-in', 'transferred', 'flipped']) {
      expect(
        found(
          atEnds((from, to) => [slip('hel', from, to, kind)]),
          '2026-10-05',
        ).deals,
      ).toEqual([]);
    }
    expect(
      found(
        atEnds((_, to) => [slip('hel', undefined, to)]),
        '2026-10-05',
      ).deals,
    ).toEqual([]);
  });

  test('has the first snapshot that shows it where it was moved twice around one end', () => {
    const watch = new PushedAtEndsWatch(1);
    for (const one of atEnds((from, to) => [slip('hel', from, to)])) watch.add(one);
    watch.add(step('2026-09-30', '2026-10-07', [slip('hel', '2026-09-30', '2027-06-30')]));
    const [hel] = watch.found(day('2026-10-07')).deals;
    expect(hel?.pushes.at(-1)).toMatchObject({ snapshot: '2026-09-30', to: '2026-12-31' });
  });

  test('are the last three where it is pushed at the end of the running quarter too', () => {
    const running = step('2026-12-20', '2026-12-24', [slip('hel', '2026-12-31', '2027-03-31')]);
    const steps = [...atEnds((from, to) => [slip('hel', from, to)]), running];
    expect(found(steps, '2026-12-24').deals).toEqual([['hel', '2026-Q2', '2026-Q3', '2026-Q4']]);
  });

  test('are told by steps of up to 31 days that reach into the two weeks before an end', () => {
    const seen = (from: string, to: string) => found([step(from, to, [])], '2026-04-20').seen;
    expect([seen('2026-03-05', '2026-04-05'), seen('2026-03-04', '2026-04-05')]).toEqual([1, 0]);
    expect([seen('2026-03-10', '2026-03-18'), seen('2026-03-10', '2026-03-17')]).toEqual([1, 0]);
  });
});

describe('shrinking late', () => {
  const shrunk = (id: string, value: number, owner = 'anna', more: object = {}): Moved => ({
    id,
    owner,
    movements: [
      {
        kind: 'shrunk',
        currency: 'PLN',
        from: decimal('2'),
        to: decimal('1'),
        by: decimal('-1'),
        pct: null,
        value,
        ...more,
      },
    ],
  });
  const open = (count: number, owner = 'anna') => times(count, (at) => ({ id: `${owner}-${at}`, owner }));
  const LATE: readonly (readonly [string, string])[] = [
    ['2026-03-24', '2026-03-31'],
    ['2026-06-23', '2026-06-30'],
    ['2026-09-23', '2026-09-30'],
  ];
  /** How many shrank of how many: `3/10`; in each of the weeks at quarter ends, and in one between. */
  function steps(owner: string, late: string, between: string): SeriesStep[] {
    const counts = (text: string) => text.split('/').map(Number);
    const [shrunkBetween = 0, openBetween = 0] = counts(between);
    const some = (count: number, name: string) =>
      times(count, (at) => shrunk(`${owner}-${name}-${at}`, -10, owner));
    return [
      step('2026-02-02', '2026-02-09', some(shrunkBetween, 'x'), open(openBetween, owner)),
      ...late.split(' ').map((week, at) => {
        const [count = 0, of = 0] = counts(week);
        const [from, to] = LATE[at] ?? ['', ''];
        return step(from, to, some(count, `q${at}`), open(of, owner));
      }),
    ];
  }
  function found(...all: readonly (readonly SeriesStep[])[]) {
    const watch = new ShrinksLateWatch(1, (owner) => owner);
    for (const one of all.flat()) watch.add(one);
    return watch.found();
  }
  const told = (late: string, otherwise: string) =>
    found(steps('anna', late, otherwise)).owners.map(({ tooFew }) => (tooFew ? 'too few' : 'told'));

  test('is judged from five times at two ends, told from two, and only where it is twice as often and hardly chance', () => {
    expect(told('3/10 2/10', '0/100')).toEqual(['told']);
    expect(told('2/10 2/10', '0/100')).toEqual(['too few']);
    expect(told('5/20', '0/100')).toEqual(['too few']);
    expect(told('2/10', '0/100')).toEqual(['too few']);
    expect(told('1/10', '0/100')).toEqual([]);
    expect(told('40/200 40/200', '10/100')).toEqual(['told']);
    expect(told('39/200 40/200', '10/100')).toEqual([]);
    expect(told('2/10', '1/10')).toEqual([]);
    expect(told('3/10 3/10', '1/10')).toEqual([]);
  });

  test('names quarters in which something shrank, and deals, in order and once', () => {
    const watch = new ShrinksLateWatch(1, (owner) => owner);
    watch.add(step('2026-02-02', '2026-02-09', [], open(100)));
    watch.add(step('2026-03-24', '2026-03-31', [], open(10)));
    watch.add(step('2026-09-23', '2026-09-30', [shrunk('zeta', -10), shrunk('alfa', -5)], open(10)));
    watch.add(step('2026-06-16', '2026-06-23', [shrunk('zeta', -10), shrunk('mid', -1)], open(10)));
    expect(watch.found().owners).toMatchObject([
      {
        late: { shrunk: 4, of: 30, value: -26, deals: ['alfa', 'mid', 'zeta'] },
        otherwise: { shrunk: 0, of: 100, value: 0, deals: [] },
        quarters: ['2026-Q2', '2026-Q3'],
      },
    ]);
  });

  test('counts no deal that was closed before, nor an amount that a made snapshot does not know', () => {
    const watch = new ShrinksLateWatch(1, (owner) => owner);
    watch.add(step('2026-02-02', '2026-02-09', [], open(100)));
    const none = [
      { ...shrunk('won', -10), was: 'won' } as const,
      shrunk('unknown', -10, 'anna', { unknown: 'to' }),
    ];
    watch.add(step('2026-03-24', '2026-03-31', [...none, shrunk('a', -1), shrunk('b', -1)], open(10)));
    expect(watch.found().owners).toMatchObject([{ late: { shrunk: 2, deals: ['a', 'b'] } }]);
  });

  test('has the owner for whom it is least likely by chance first, and else goes by the name', () => {
    const little = '3/10 2/10';
    const much = '6/10 6/10';
    const owners = (...all: SeriesStep[][]) => found(...all).owners.map(({ owner }) => owner);
    expect(owners(steps('anna', little, '0/100'), steps('bob', much, '0/100'))).toEqual(['bob', 'anna']);
    expect(owners(steps('bob', much, '0/100'), steps('anna', little, '0/100'))).toEqual(['bob', 'anna']);
    const alike = ['cora', 'anna', 'bob'].map((owner) => steps(owner, much, '0/100'));
    expect(owners(...alike)).toEqual(['anna', 'bob', 'cora']);
  });

  test('is not judged without steps at quarter ends and others', () => {
    const [between, ...late] = steps('anna', '5/5', '0/5');
    expect(found([between ?? step('', '', [])])).toEqual({ owners: [], judged: false });
    expect(found(late)).toEqual({ owners: [], judged: false });
  });

  test('takes a step for a late one where more than half of its days are, and none of more than two weeks', () => {
    const isLate = (from: string, to: string) => {
      const watch = new ShrinksLateWatch(1, (owner) => owner);
      watch.add(step('2026-02-02', '2026-02-09', [], open(100)));
      watch.add(step(from, to, [shrunk('a', -1), shrunk('b', -1)], open(10)));
      return watch.found().owners.length > 0;
    };
    // The two weeks are those from 2026-03-18 to 2026-03-31.
    expect([isLate('2026-03-13', '2026-03-21'), isLate('2026-03-14', '2026-03-22')]).toEqual([false, true]);
    expect([isLate('2026-03-16', '2026-03-18'), isLate('2026-03-17', '2026-03-18')]).toEqual([false, true]);
    expect([isLate('2026-03-17', '2026-03-31'), isLate('2026-03-17', '2026-04-01')]).toEqual([true, false]);
  });

  test('looks back a year of weeks, and no further', () => {
    const of = (last: Day) => {
      const watch = new ShrinksLateWatch(1, (owner) => owner);
      watch.add(step('2025-02-03', '2025-02-10', [], open(50)));
      watch.add(step('2025-02-10', '2025-02-17', [], open(100)));
      watch.add(step('2025-03-24', '2025-03-31', [shrunk('a', -1), shrunk('b', -1)], open(10)));
      watch.add(step(addDays(last, -7), last, [], open(1)));
      return watch.found().owners[0]?.otherwise.of;
    };
    const first = day('2025-02-10');
    expect([of(addDays(first, 363)), of(addDays(first, 364))]).toEqual([151, 101]);
  });
});

describe('a step', () => {
  test('has the deals that were open in A and can be read in B, idle ones too', () => {
    const deals = [{ id: 'grown' }, { id: 'idle' }, { id: 'lost-since' }, { id: 'unread' }, { id: 'gone' }];
    const [a, b] = sides(
      { deals: [...deals, { id: 'won', stage: 'won' }] },
      {
        deals: [
          { id: 'grown', amount: '200' },
          { id: 'idle' },
          { id: 'lost-since', stage: 'lost' },
          { id: 'unread', problem: 'a tab' },
          { id: 'new', account: 'B' },
          { id: 'won', stage: 'lead' },
        ],
      },
    );
    const idle = a.deals.find(({ id }) => id === 'idle');
    const later = {
      ...b,
      deals: b.deals.map((row) => (row.id === 'idle' && idle !== undefined ? idle : row)),
    };
    const open = openAndRead(compare(a, later));
    expect(open.map(({ id }) => id).sort()).toEqual(['gone', 'grown', 'idle', 'lost-since']);
    expect(open.every((row) => a.deals.includes(row))).toBe(true);
  });

  test('tells a field that both ends know of open deals, and neither assumes', () => {
    const known = side({ deals: [{ id: 'a', amount: '' }, { id: 'b' }] }, '2026-11-16');
    const lacking = side(
      {
        deals: [
          { id: 'a', amount: '' },
          { id: 'b', stage: 'won' },
        ],
      },
      '2026-11-16',
    );
    const made = { origin: 'backfill-dates' } as const;
    expect(tells({ a: lacking, b: lacking }, 'amount')).toBe(true);
    expect(tells({ a: { ...known, ...made }, b: known }, 'amount')).toBe(true);
    expect(tells({ a: { ...lacking, ...made }, b: known }, 'amount')).toBe(false);
    expect(tells({ a: known, b: { ...lacking, ...made } }, 'amount')).toBe(false);
    expect(tells({ a: { ...lacking, ...made }, b: known }, 'close')).toBe(true);
    expect(tells({ a: { ...known, assumed: ['amount'] }, b: known }, 'amount')).toBe(false);
    expect(tells({ a: { ...known, assumed: ['amount'] }, b: known }, 'close')).toBe(true);
  });

  test('has the ids that deals had before, and not what else of them was renamed', () => {
    const movements: Movement[] = [
      {
        kind: 'renamed',
        changes: [
          { what: 'name', from: 'ERP', to: 'CRM' },
          { what: 'id', from: 'erp', to: 'crm' },
        ],
      },
      { kind: 'transferred', from: 'anna', to: 'bob' },
    ];
    expect([...renamedIn({ moved: [movedOf({ id: 'crm', movements })] })]).toEqual([['erp', 'crm']]);
  });
});
