// Each rule at its limit: just inside, on it, just outside; and what it leaves alone.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { asItIs } from '../../src/base/said.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { BUILT_RULES, RULES } from '../../src/freshness/registry.ts';
import type { Looked } from '../../src/freshness/rule.ts';
import { staleLimits } from '../../src/freshness/rules/stale.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import type { RuleId } from '../../src/workspace/rule-ids.ts';
import { deal, decimal, row, settings } from '../snapshot/build.ts';
import { inEnglish } from '../support/in-english.ts';
import { book, freshRow } from './book.ts';

const found = (
  rule: RuleId,
  over: Partial<DealRow>,
  more: Partial<Looked> = {},
  state: Partial<Snapshot> = {},
) =>
  inEnglish(
    findingsOf(book([freshRow({ id: 'acme', ...over })], more, state), { rules: [RULES[rule]] }).findings,
  );

/** Such a sign of life, so many days before 2026-11-23. */
const sign = (date: string, lastSignEvent = 'activity:call') => ({
  lastSignOfLife: day(date),
  lastSignEvent,
});

describe('stale', () => {
  test('one day before the limit a deal is not stale', () => {
    expect(found('stale', sign('2026-11-10'))).toEqual([]);
  });

  test('from warn_after on it is a warning', () => {
    expect(found('stale', sign('2026-11-09'))).toMatchObject([
      {
        severity: 'warning',
        days: 14,
        message: 'No sign of life for 14 days (limit 14). Last: call on 2026-11-09.',
      },
    ]);
    expect(found('stale', sign('2026-10-25'))).toMatchObject([{ severity: 'warning', days: 29 }]);
  });

  test('from error_after on it is an error', () => {
    expect(found('stale', sign('2026-10-24'))).toMatchObject([
      { severity: 'error', days: 30, since: { date: '2026-10-24', event: 'activity:call' } },
    ]);
  });

  test('a sign of life dated after today keeps it from being stale', () => {
    expect(found('stale', sign('2026-12-24'))).toEqual([]);
  });

  test('a stage has its own limits, each one else the general one, also under a former id', () => {
    const plain = settings();
    const own = settings({
      process: {
        ...plain.process,
        stages: plain.process.stages.map((stage) =>
          stage.id === 'proposal' ? { ...stage, was: ['offer'], stale: { errorAfter: 7 } } : stage,
        ),
      },
    });
    expect(staleLimits('proposal', own)).toEqual({ warnAfter: 14, errorAfter: 7 });
    expect(staleLimits('offer', own)).toEqual({ warnAfter: 14, errorAfter: 7 });
    expect(staleLimits('lead', own)).toEqual({ warnAfter: 14, errorAfter: 30 });
    // An error limit below the one for warnings is an error at once.
    expect(found('stale', { stage: 'proposal', ...sign('2026-11-16') }, { settings: own })).toMatchObject([
      { severity: 'error', days: 7 },
    ]);
    expect(found('stale', { stage: 'proposal', ...sign('2026-11-17') }, { settings: own })).toEqual([]);
  });

  test.each([
    ['stage:proposal', 'Last: stage proposal, 2026-10-01.'],
    ['amount', 'Last: amount changed, 2026-10-01.'],
    ['next-step', 'Last: next step agreed on 2026-10-01.'],
    ['created', 'None since it was created on 2026-10-01.'],
    ['recorded', 'None since it was recorded on 2026-10-01.'],
    ['first-snapshot', 'None since a snapshot first had it, 2026-10-01.'],
  ])('names the event that the clock runs from: %s', (event, text) => {
    expect(found('stale', sign('2026-10-01', event))[0]?.message).toContain(text);
  });

  test('points at the line that the event is written in', () => {
    const file = deal({
      id: 'acme',
      activities: [
        { on: day('2026-10-01'), type: 'call', line: 11 },
        { on: day('2026-10-01'), type: 'call', line: 12 },
        { on: day('2026-10-01'), type: 'note', line: 13 },
      ],
      stages: [{ stage: 'proposal', on: day('2026-10-01'), line: 9 }],
      lines: { stage: 4, amount: 5, created: 6 },
    });
    const more = {
      deals: new Map([['acme', file]]),
      snapshotNames: ['2026-09-28', '2026-10-01', '2026-10-08'],
    };
    const place = (event: string) => found('stale', sign('2026-10-01', event), more)[0]?.since?.place;
    expect(place('activity:call')).toMatchObject({ file: 'deals/2026/acme.yaml', line: 12 });
    expect(place('stage:proposal')).toMatchObject({ line: 9 });
    expect(place('amount')).toMatchObject({ line: 5 });
    expect(place('created')).toMatchObject({ line: 6 });
    expect(place('first-snapshot')).toMatchObject({
      file: 'snapshots/2026-10-01/deals.csv',
      line: undefined,
    });
  });

  test('a deal of a mirrored CRM is put right there', () => {
    const mirror = { settings: settings({ sourceOfRecord: 'pipedrive' }) };
    const [finding] = found('stale', { ...sign('2026-10-01'), source: 'pipedrive:17' }, mirror);
    expect(finding?.hint).toContain('in pipedrive (record 17) and import it again');
  });
});

describe('past-close', () => {
  test('a deal that is expected to close today is not late', () => {
    expect(found('past-close', { close: day('2026-11-23') })).toEqual([]);
  });

  test('the day after, it is an error', () => {
    expect(found('past-close', { close: day('2026-11-22') })).toMatchObject([
      { severity: 'error', days: 1, message: 'Expected to close on 2026-11-22, 1 day ago.' },
    ]);
  });

  test('a deal without a date is not late', () => {
    expect(found('past-close', { close: undefined })).toEqual([]);
  });
});

describe('next steps', () => {
  test('a step due today is not overdue, one due yesterday is', () => {
    expect(found('overdue-next-step', { nextStepBy: day('2026-11-23') })).toEqual([]);
    expect(found('overdue-next-step', { nextStepBy: day('2026-11-22') })).toMatchObject([
      { severity: 'warning', days: 1, message: 'Next step "call back" was due on 2026-11-22, 1 day ago.' },
    ]);
  });

  test('a step without a day is a step, and never overdue', () => {
    const undated = { nextStep: 'call back', nextStepBy: undefined };
    expect(found('no-next-step', undated)).toEqual([]);
    expect(found('overdue-next-step', undated)).toEqual([]);
  });

  test('no step at all is a warning', () => {
    expect(found('no-next-step', { nextStep: '', nextStepBy: undefined })).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  test('without a line of its own, the finding points at the stage', () => {
    const deals = new Map([['acme', deal({ id: 'acme', lines: { stage: 4 } })]]);
    expect(found('no-next-step', { nextStep: '', nextStepBy: undefined }, { deals })[0]?.place).toEqual({
      file: 'deals/2026/acme.yaml',
      line: 4,
      column: 1,
    });
  });
});

describe('missing-rate', () => {
  const euro = { currency: 'EUR', value: undefined, amount: decimal('10') };

  test('an open or won deal in a currency without a rate is an error; a lost one is not', () => {
    expect(found('missing-rate', euro)).toMatchObject([{ severity: 'error', value: undefined }]);
    expect(found('missing-rate', { ...euro, stage: 'won' })).toHaveLength(1);
    expect(found('missing-rate', { ...euro, stage: 'lost' })).toEqual([]);
  });

  test('a deal in the archive is judged as snapshot judges it', () => {
    const archived = [
      { ...row({ id: 'won', ...euro, stage: 'won' }), archived: '2026-Q3' },
      { ...row({ id: 'lost', ...euro, stage: 'lost' }), archived: '2026-Q3' },
      { ...row({ id: 'known-by-id-alone', ...euro, stage: '' }), archived: '2026-Q3' },
    ];
    const state = { archived };
    expect(found('missing-rate', {}, {}, state)).toMatchObject([
      { id: 'won', severity: 'error', place: { file: 'archive/2026-Q3/won.yaml' } },
    ]);
    expect(found('missing-rate', {}, { past: true }, state)).toMatchObject([
      { place: { file: 'snapshots/now/archived.csv' } },
    ]);
    expect(
      found('past-close', {}, {}, { archived: archived.map((one) => ({ ...one, stage: 'lead' })) }),
    ).toEqual([]);
  });

  test('with a rate in force there is nothing to say', () => {
    expect(found('missing-rate', euro, {}, { rates: { EUR: decimal('4.27') } })).toEqual([]);
  });
});

describe('unknown-stage', () => {
  test('the nearest stage is suggested', () => {
    expect(found('unknown-stage', { stage: 'propsal' })).toMatchObject([
      {
        severity: 'error',
        message: 'The process has no stage "propsal".',
        hint: 'Did you mean "proposal"? → pipeline move acme STAGE',
      },
    ]);
  });

  test('a former id names its successor', () => {
    const process = {
      version: 2,
      since: undefined,
      stages: [{ id: 'qualified', label: 'Qualified', was: ['demo'] }],
    };
    expect(found('unknown-stage', { stage: 'demo' }, {}, { process })[0]?.hint).toBe(
      'It is called "qualified" now.',
    );
  });

  test('stages and outcomes are known', () => {
    for (const stage of ['lead', 'won', 'lost']) expect(found('unknown-stage', { stage })).toEqual([]);
  });
});

describe('unknown-owner', () => {
  const member = { name: 'Anna Nowak', email: '', group: '', until: undefined, also: ['Anna N.'] };
  const team = [
    { ...member, id: 'anna' },
    { ...member, id: 'piotr', name: 'Piotr Lis', also: [], until: day('2026-11-22') },
    { ...member, id: 'ewa', name: 'Ewa', also: [], until: day('2026-11-23') },
  ];
  const owned = (owner: string, more: Partial<DealRow> = {}) =>
    found('unknown-owner', { owner, ...more }, { settings: settings({ team }) });

  test('a member is known by id, by name and by what exports call her', () => {
    for (const owner of ['anna', 'Anna Nowak', 'anna nowak', 'Anna N.']) expect(owned(owner)).toEqual([]);
  });

  test('anybody else is not, and the nearest member is suggested', () => {
    expect(owned('ana')).toMatchObject([
      { severity: 'error', hint: 'Did you mean "anna"? → pipeline owner acme …' },
    ]);
  });

  test('a member is known on the last day and not after it', () => {
    expect(owned('ewa')).toEqual([]);
    expect(owned('piotr')).toMatchObject([{ message: 'Piotr Lis left the team on 2026-11-22.' }]);
  });

  test('closed deals of somebody who left, and deals without an owner, are left alone', () => {
    expect(owned('piotr', { stage: 'won' })).toEqual([]);
    expect(owned('')).toEqual([]);
  });

  test('while the team is empty the rule looks at nothing', () => {
    const { findings, evaluated, notEvaluated } = findingsOf(
      book([freshRow({ id: 'acme', owner: 'nobody' })]),
      { rules: [RULES['unknown-owner']] },
    );
    expect(findings).toEqual([]);
    expect(evaluated.has('unknown-owner')).toBe(false);
    expect(notEvaluated).toEqual([]);
  });
});

describe('future-date', () => {
  const on = (date: string) =>
    deal({
      id: 'acme',
      created: day(date),
      recorded: day(date),
      close: day(date),
      nextStep: { what: 'call', by: day(date), agreed: day(date) },
      stages: [{ stage: 'lead', on: day(date), line: 7 }],
      activities: [{ on: day(date), type: 'call', line: 9 }],
      lines: { created: 3, recorded: 4, close: 5, next_step: 6 },
    });
  const lines = (date: string, stage = 'lead') =>
    found('future-date', { stage }, { deals: new Map([['acme', { ...on(date), stage }]]) }).map(
      ({ place }) => place.line,
    );

  test('today is no future', () => {
    expect(lines('2026-11-23')).toEqual([]);
  });

  test('every date of what has happened is looked at, with its own line', () => {
    expect(lines('2026-11-24')).toEqual([3, 4, 6, 7, 9]);
  });

  test('the close date of a closed deal has happened too', () => {
    expect(lines('2026-11-24', 'won')).toEqual([3, 4, 5, 6, 7, 9]);
  });
});

describe('import-overdue', () => {
  const imported = (on: string, system = 'pipedrive') => ({
    system,
    on: day(on),
    file: 'deals.csv',
    sha256: '',
    rows: 1,
    partial: false,
  });
  const mirror = settings({ sourceOfRecord: 'pipedrive' });

  test('an export is not overdue on the day that it is due, but on the day after', () => {
    expect(found('import-overdue', {}, { settings: mirror, imports: [imported('2026-11-16')] })).toEqual([]);
    expect(
      found('import-overdue', {}, { settings: mirror, imports: [imported('2026-11-15')] }),
    ).toMatchObject([{ severity: 'error', id: '', days: 1, place: { file: 'imports/pipedrive.yaml' } }]);
  });

  test('the newest export of the mirrored CRM counts, not one of another', () => {
    const imports = [imported('2026-11-01'), imported('2026-11-22'), imported('2026-11-08')];
    expect(found('import-overdue', {}, { settings: mirror, imports })).toEqual([]);
    expect(
      found('import-overdue', {}, { settings: mirror, imports: [imported('2026-11-22', 'hubspot')] }),
    ).toHaveLength(1);
  });

  test('where the last import cannot be read, it says so and where', () => {
    const problem = {
      code: 'invalid-mapping',
      severity: 'error',
      file: 'imports/pipedrive.yaml',
      line: 2,
      message: asItIs('There is no key.'),
    } as const;
    expect(found('import-overdue', {}, { settings: mirror, problems: [problem] })).toMatchObject([
      {
        message: 'What was last imported from pipedrive cannot be read. There is no key.',
        place: { file: 'imports/pipedrive.yaml', line: 2 },
      },
    ]);
    expect(found('import-overdue', {}, { settings: mirror })).toMatchObject([
      { message: 'No export of pipedrive was imported yet.', place: { file: 'pipeline.yaml' } },
    ]);
  });

  test('an own book has none', () => {
    expect(found('import-overdue', {})).toEqual([]);
  });
});

describe('snapshot-overdue', () => {
  const late = (newest: string | undefined, over: Parameters<typeof settings>[0] = {}, recorded?: string) =>
    found(
      'snapshot-overdue',
      { recorded: recorded === undefined ? undefined : day(recorded) },
      { settings: settings(over), newestTaken: () => newest },
    ).map(({ days, message }) => [days, message]);

  test('a snapshot is not overdue on the day that it is due, but on the day after', () => {
    expect(late('2026-11-16')).toEqual([]);
    expect(late('2026-11-15')).toEqual([
      [
        1,
        'The newest snapshot is of 2026-11-15. The next one was due on 2026-11-22, 1 day ago (rhythm: weekly).',
      ],
    ]);
    expect(late('2026-11-15T1430')).toHaveLength(1);
  });

  test('the rhythm in pipeline.yaml decides', () => {
    const monday = { every: 1, unit: 'week', weekday: 1 } as const;
    const rhythm = { ...settings().rhythm, snapshot: monday };
    expect(late('2026-11-15', { rhythm })).toMatchObject([[7, expect.anything()]]);
    expect(late('2026-11-16', { rhythm })).toEqual([]);
    expect(late('2026-11-01', { rhythm: { ...rhythm, snapshot: { ...monday, every: 4 } } })).toEqual([]);
  });

  test('without any, the first is due an interval after deals began to be written down', () => {
    expect(late(undefined, { documentedSince: day('2026-11-16') })).toEqual([]);
    expect(late(undefined, { documentedSince: day('2026-11-15') }, '2020-01-01')).toEqual([
      [1, 'No snapshot was taken yet. The first one was due on 2026-11-22, 1 day ago (rhythm: weekly).'],
    ]);
    expect(late(undefined, {}, '2026-11-16')).toEqual([]);
    expect(late(undefined, {}, '2026-11-13')).toMatchObject([[3, expect.anything()]]);
  });

  test('where nothing tells since when deals are written down, none is late', () => {
    expect(late(undefined)).toEqual([]);
  });

  test('as of a day it is not evaluated: the snapshot that is shown is of that day', () => {
    const past = book([], { past: true, newestTaken: () => '2026-11-01' });
    const { findings, notEvaluated } = findingsOf(past, { rules: [RULES['snapshot-overdue']] });
    expect(findings).toEqual([]);
    expect(notEvaluated).toMatchObject([
      { rule: 'snapshot-overdue', reason: 'on its own day no snapshot is late' },
    ]);
  });

  test('a mirror takes it with the import', () => {
    const mirror = { settings: settings({ sourceOfRecord: 'pipedrive' }), newestTaken: () => '2026-11-01' };
    expect(found('snapshot-overdue', {}, mirror)).toMatchObject([
      { hint: 'Export the deals from pipedrive and take it with them: pipeline week FILE' },
    ]);
  });
});

describe('what reading found', () => {
  test.each(['invalid-file', 'duplicate-id', 'conflict-markers', 'unknown-key'] as const)(
    'a problem %s is a finding at its place, with owner and value of the last snapshot row',
    (code) => {
      const problem = {
        code,
        severity: 'error',
        file: 'deals/2026/acme.yaml',
        line: 3,
        column: 5,
        message: asItIs('Something.'),
        hint: asItIs('Do this.'),
      } as const;
      expect(found(code, { problem: 'Something.' }, { problems: [problem] })).toMatchObject([
        {
          id: 'acme',
          owner: 'anna',
          value: 100_00,
          severity: code === 'unknown-key' ? 'info' : 'error',
          place: { file: 'deals/2026/acme.yaml', line: 3, column: 5 },
          hint: 'Do this.',
        },
      ]);
    },
  );

  test('a setting without effect is named with its line', () => {
    const unused = [{ key: 'plan.targets', line: 40 }];
    expect(found('unused-setting', {}, { settings: settings({ unused }) })).toMatchObject([
      { severity: 'info', place: { file: 'pipeline.yaml', line: 40 } },
    ]);
  });
});

test('closed deals and unreadable ones are never flagged by rules on open deals', () => {
  const wrong = {
    lastSignOfLife: day('2020-01-01'),
    close: day('2020-01-01'),
    nextStep: '',
    nextStepBy: undefined,
  };
  const rows = [
    freshRow({ id: 'a', stage: 'won', ...wrong }),
    freshRow({ id: 'b', stage: 'lost', ...wrong }),
    freshRow({ id: 'c', problem: 'not YAML', stage: 'nowhere', ...wrong }),
  ];
  const rules = BUILT_RULES.filter(({ over }) => over === 'open deals');
  expect(findingsOf(book(rows), { rules }).findings).toEqual([]);
});

test('a fresh deal has no finding', () => {
  const rules = BUILT_RULES.filter(({ over }) => over !== 'book');
  expect(findingsOf(book([freshRow({ id: 'acme' })]), { rules }).findings).toEqual([]);
});
