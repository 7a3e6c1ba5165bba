// What show and status work out: which deal is meant, how long it stood where, what snapshots saw, what is due.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { said } from '../../src/base/said.ts';
import { dealVersion } from '../../src/deal/version.ts';
import type { DialogueEntry } from '../../src/feedback/entry.ts';
import { type Due, type DueBook, dueList } from '../../src/report/due.ts';
import { findDeal } from '../../src/report/find-deal.ts';
import { seenBy } from '../../src/report/seen.ts';
import { lifeOf } from '../../src/snapshot/life.ts';
import { daysInStage, medianDays, staysOf } from '../../src/snapshot/stage-days.ts';
import { isFromFirstStage } from '../../src/snapshot/stage-record.ts';
import type { Rhythm, Settings } from '../../src/workspace/settings.ts';
import { deal, decimal, row, settings, snapshot, TODAY } from '../snapshot/build.ts';

const now = settings();
const at = (stage: string, on: string) => ({ stage, on: day(on), logged: undefined });

describe('which deal is meant', () => {
  const state = snapshot(
    '2026-11-23',
    [
      row({ id: 'acme-erp', account: 'Acme', name: 'ERP rollout' }),
      row({ id: 'acme-crm', account: 'Acme', name: 'CRM', was: 'old-id' }),
      row({ id: 'lodz-mes', account: 'Łódź Motors', name: 'MES' }),
    ],
    { archived: [{ ...row({ id: 'gone-bi' }), archived: '2026-Q2' }] },
  );
  const book = { state, leftOut: ['broken-one'], problems: [] };
  const find = (word: string) => findDeal(word, book).row.id;
  const refused = (word: string): string => {
    try {
      return find(word);
    } catch (error) {
      if (error instanceof Failure) return `${error.code}: ${error.message} ${error.hint ?? ''}`;
      throw error;
    }
  };

  test('by its id, a former id, or a piece that no other has', () => {
    expect(find('acme-erp')).toBe('acme-erp');
    expect(find('old-id')).toBe('acme-crm');
    expect(find('crm')).toBe('acme-crm');
    expect(find('rollout')).toBe('acme-erp');
    expect(find('łódź')).toBe('lodz-mes');
    expect(findDeal('gone-bi', book).archived).toBe('2026-Q2');
  });

  test('of several nothing is guessed', () => {
    expect(refused('acme')).toMatch(/^no-such-deal: "acme" may be any of 2 deals: acme-erp, acme-crm\./);
  });

  test('an unknown one gets "did you mean"', () => {
    expect(refused('acme-epr')).toContain('Did you mean "acme-erp"?');
    expect(refused('zzzzzz')).toContain('pipeline list --all');
    expect(refused('')).toContain('no-such-deal');
  });

  test('a deal that cannot be read is not called unknown', () => {
    expect(refused('broken-one')).toMatch(/^deals-unreadable: The file of broken-one cannot be read\./);
  });
});

describe('days in stages', () => {
  const process = { ...snapshot('2026-11-23', []).process };
  const open = row({
    id: 'a',
    stage: 'proposal',
    stages: [at('lead', '2026-11-01'), at('proposal', '2026-11-13')],
  });

  test('each stage lasts until the next, the last one until today', () => {
    expect(staysOf(open, TODAY).map(({ stage, days }) => [stage, days])).toEqual([
      ['lead', 12],
      ['proposal', 10],
    ]);
    expect(daysInStage(open, process, TODAY)).toBe(10);
  });

  test('that of a closed deal lasts until it was closed', () => {
    const won = row({ id: 'a', stage: 'won', close: day('2026-11-10'), stages: [at('lead', '2026-11-01')] });
    expect(staysOf(won, TODAY).map(({ days }) => days)).toEqual([9]);
    const recorded = row({
      id: 'a',
      stage: 'won',
      stages: [at('lead', '2026-11-01'), at('won', '2026-11-05')],
    });
    expect(staysOf(recorded, TODAY).map(({ days }) => days)).toEqual([4, undefined]);
  });

  test('the record counts by day, whatever its order in the file', () => {
    const mixed = row({
      id: 'a',
      stage: 'proposal',
      stages: [at('proposal', '2026-11-13'), at('lead', '2026-11-01')],
    });
    expect(daysInStage(mixed, process, TODAY)).toBe(10);
    expect(isFromFirstStage(mixed, process, now)).toBe(true);
  });

  test('a stage that is not the last on record is not guessed', () => {
    expect(daysInStage({ ...open, stage: 'qualified' }, process, TODAY)).toBeUndefined();
    expect(daysInStage({ ...open, stages: [at('proposal', '2026-12-24')] }, process, TODAY)).toBeUndefined();
    expect(daysInStage({ ...open, stages: [] }, process, TODAY)).toBeUndefined();
  });

  test('a stage is the same under its former id', () => {
    const renamed = { ...process, stages: [{ id: 'contact', label: 'Contact', was: ['lead'] }] };
    expect(daysInStage({ stage: 'contact', stages: [at('lead', '2026-11-20')] }, renamed, TODAY)).toBe(3);
    expect(isFromFirstStage(open, renamed, now)).toBe(true);
  });

  test('a deal of a former process was recorded from the first stage of that one on, as its diff says', () => {
    const former = { version: 1, since: undefined, stages: [{ id: 'call', label: 'Call', was: [] }] };
    const since = settings({
      process: { ...now.process, since: day('2026-10-01') },
      processHistory: [former],
    });
    const entered = (on: string) => ({ stage: 'proposal', stages: [at('call', on)] });
    expect(isFromFirstStage(entered('2026-09-30'), process, since)).toBe(true);
    expect(isFromFirstStage(entered('2026-10-02'), process, since)).toBe(false);
  });

  test('without a record the stage that it is in counts as the first', () => {
    expect(isFromFirstStage({ stage: 'lead', stages: [] }, process, now)).toBe(true);
    expect(isFromFirstStage({ stage: 'qualified', stages: [] }, process, now)).toBe(false);
  });

  test('the median of an even number is the mean of the middle two, half up', () => {
    expect(medianDays([])).toBeUndefined();
    expect(medianDays([7])).toBe(7);
    expect(medianDays([10, 1, 4])).toBe(4);
    expect(medianDays([1, 2])).toBe(2);
    expect(medianDays([10, 2, 30, 4])).toBe(7);
  });
});

describe('what snapshots saw', () => {
  const now = row({ id: 'new-id', was: 'old-id', source: 'crm:1' });
  const seen = (...deals: Parameters<typeof row>[0][][]) => {
    const all = deals.map((rows, index) =>
      snapshot(`2026-11-${String(index + 1).padStart(2, '0')}`, rows.map(row)),
    );
    const names = all.map(({ name }) => name).reverse();
    const life = lifeOf(names, (name) => all.find((one) => one.name === name) ?? snapshot(name, []), now, [
      now,
    ]);
    return seenBy(life, now).map(
      ({ snapshot: name, id, changed }) => `${name.slice(-2)} ${id} ${changed.join(' ')}`,
    );
  };

  test('the first one that has it, and each in which it had changed', () => {
    expect(
      seen(
        [],
        [{ id: 'new-id' }],
        [{ id: 'new-id', name: 'another name' }],
        [{ id: 'new-id', stage: 'proposal', amount: decimal('5') }],
        [{ id: 'new-id', stage: 'proposal', amount: decimal('5.00') }],
      ),
    ).toEqual(['02 new-id stage amount close owner', '04 new-id stage amount']);
  });

  test('a renamed deal is followed back, by its former id or its source', () => {
    expect(
      seen(
        [{ id: 'first-id', source: 'crm:1' }],
        [{ id: 'old-id', stage: 'proposal', source: 'crm:1' }],
        [{ id: 'new-id', stage: 'won' }],
      ),
    ).toEqual(['01 first-id stage amount close owner', '02 old-id stage', '03 new-id stage']);
  });

  test('a gap shows: gone, and back again', () => {
    expect(seen([{ id: 'new-id' }], [], [{ id: 'new-id' }]).map((line) => line.slice(0, 9))).toEqual([
      '01 new-id',
      '02 new-id',
      '03 new-id',
    ]);
  });
});

const MONTHLY: Rhythm = { every: 1, unit: 'month', weekday: undefined };
const QUARTERLY: Rhythm = { every: 1, unit: 'quarter', weekday: undefined };

describe('what is due', () => {
  const due = (of: Partial<DueBook>, dialogue: readonly DialogueEntry[] = []) =>
    dueList({ settings: now, state: snapshot(TODAY, []), today: TODAY, imports: [], ...of }, dialogue);
  const one = (what: Due['what'], ...of: Parameters<typeof due>) =>
    due(...of).find((item) => item.what === what);
  const imported = (on: string) => [
    { system: 'pipedrive', on: day(on), file: '', sha256: '', rows: 1, partial: false },
  ];
  const since = (on: string, more: Partial<Settings> = {}) => ({
    settings: settings({ documentedSince: day(on), ...more }),
  });
  const entry = (more: object) =>
    ({ id: 'f1', on: TODAY, file: '', line: 1, text: '', ...more }) as unknown as DialogueEntry;

  test('a snapshot by its rhythm, at once where there is none', () => {
    const taken = (name: string) => ({ ...since('2026-11-01'), newestTaken: () => name });
    expect(one('snapshot', taken('2026-11-16'))).toEqual({
      ...{ what: 'snapshot', on: '2026-11-23', last: '2026-11-16', late: 0 },
      ...{ rhythm: said('weekly'), id: '', text: '' },
    });
    expect(one('snapshot', taken('2026-11-20'))?.late).toBe(-4);
    expect(one('snapshot', since('2026-11-20'))).toMatchObject({ on: TODAY, last: null, late: 0 });
    expect(one('snapshot', since('2026-11-10'))).toMatchObject({ on: '2026-11-17', late: 6 });
  });

  test('a mirror owes an import first, at once where there was none; an own book owes none', () => {
    const mirror = since('2026-11-01', { sourceOfRecord: 'pipedrive' });
    expect(due({ ...mirror, imports: imported('2026-11-09') })[0]).toMatchObject({ what: 'snapshot' });
    expect(one('import', { ...mirror, imports: imported('2026-11-09') })).toMatchObject({ late: 7 });
    expect(one('import', since('2026-11-23', { sourceOfRecord: 'pipedrive' }))).toMatchObject({
      late: 0,
      last: null,
    });
    expect(one('import', since('2026-11-01'))).toBeUndefined();
  });

  test('what was never done is due an interval after deals began to be written down', () => {
    const rhythm = { ...now.rhythm, plan: MONTHLY, feedback: MONTHLY, results: QUARTERLY, clean: QUARTERLY };
    expect(due(since('2026-11-01', { rhythm })).map(({ what, on }) => [what, on])).toEqual([
      ['snapshot', '2026-11-08'],
      ['review', '2026-11-08'],
      ['plan', '2026-12-01'],
      ['feedback', '2026-12-01'],
      ['results', '2027-02-01'],
      ['clean', '2027-02-01'],
    ]);
  });

  test('plan and results go by what was held, the dialogue by what people said, and nothing of after today', () => {
    const dialogue = [
      entry({ kind: 'held', what: 'plan', on: '2026-10-26' }),
      entry({ kind: 'held', what: 'plan', on: '2026-12-01' }),
      entry({ kind: 'held', what: 'results', on: '2026-11-02' }),
      entry({ kind: 'question', on: '2026-11-09' }),
      entry({ kind: 'action', on: '2026-11-20' }),
    ];
    const book = since('2026-01-01');
    expect(one('plan', book, dialogue)?.last).toBe('2026-10-26');
    expect(one('results', book, dialogue)?.last).toBe('2026-11-02');
    expect(one('feedback', book, dialogue)?.last).toBe('2026-11-09');
  });

  test('a trial is due on its last day, until somebody says what came of it or decides anew', () => {
    const decided = { on: '2026-11-02', until: '2026-11-27' };
    const trial = { kind: 'change', text: 'a template', earlier: [], decision: { as: 'trial', ...decided } };
    const book = since('2026-11-01');
    expect(one('trial', book, [entry(trial)])).toEqual({
      ...{
        what: 'trial',
        on: '2026-11-27',
        last: null,
        late: -4,
        rhythm: null,
        id: 'f1',
        text: 'a template',
      },
    });
    expect(one('trial', book, [entry({ ...trial, done: { on: TODAY, result: '' } })])).toBeUndefined();
    expect(
      one('trial', book, [entry({ ...trial, decision: { as: 'trial', on: '2026-11-02' } })]),
    ).toBeUndefined();
    expect(
      one('trial', book, [entry({ ...trial, decision: { as: 'accepted', ...decided } })]),
    ).toBeUndefined();
  });
});

describe('the version of a deal', () => {
  const base = deal({
    id: 'a',
    stages: [{ stage: 'lead', on: day('2026-11-01'), line: 4 }],
    custom: { a: 1, b: null },
  });

  test('is not moved by where things stand in the file', () => {
    const elsewhere = { ...base, path: 'deals/x/a.yaml', lines: { name: 9 }, custom: { b: null, a: 1 } };
    expect(dealVersion({ ...elsewhere, stages: [{ stage: 'lead', on: day('2026-11-01'), line: 40 }] })).toBe(
      dealVersion(base),
    );
  });

  test('is another one after any change', () => {
    const changes = [
      { name: 'x' },
      { amount: decimal('1.0') },
      { amount: decimal('1.00') },
      { custom: { a: '1', b: null } },
      { custom: { a: 1, b: null, line: 4 } },
      { stages: [] },
      { important: 'yes' },
    ];
    const versions = changes.map((change) => dealVersion({ ...base, ...change }));
    expect(new Set([...versions, dealVersion(base)]).size).toBe(changes.length + 1);
    expect(dealVersion(base)).toMatch(/^[0-9a-f]{12}$/);
  });

  test('is pinned, so that a spreadsheet of last week still fits', () => {
    expect(dealVersion(base)).toMatchInlineSnapshot(`"db170a3f9fb1"`);
  });
});
