// The rules on how a deal is documented, where their fixtures do not reach: snapshots, former processes, what a row
// decides without a look at the deal's file.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Deal } from '../../src/deal/deal.ts';
import type { Process } from '../../src/deal/process.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { RULES } from '../../src/freshness/registry.ts';
import type { Looked } from '../../src/freshness/rule.ts';
import { stepsUp } from '../../src/freshness/stage-steps.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import type { RuleId } from '../../src/workspace/rule-ids.ts';
import type { Settings, StageSettings } from '../../src/workspace/settings.ts';
import { deal, decimal, settings } from '../snapshot/build.ts';
import { inEnglish } from '../support/in-english.ts';
import { book, freshRow } from './book.ts';

const looked = (over: Partial<DealRow>, more: Partial<Looked> = {}, state: Partial<Snapshot> = {}) =>
  book([freshRow({ id: 'acme', ...over })], more, state);
const found = (rule: RuleId, of: Looked) => inEnglish(findingsOf(of, { rules: [RULES[rule]] }).findings);
const messages = (rule: RuleId, of: Looked) => found(rule, of).map(({ message }) => message);

const at = (stage: string, on: string) => ({ stage, on: day(on), logged: undefined });
const [STAGE] = settings().process.stages;

/** Settings with these stages, each as given over a plain one, and former versions. */
function process(stages: readonly Partial<StageSettings>[], history: readonly Process[] = []): Settings {
  const plain = (stage: Partial<StageSettings>) => ({ ...STAGE, label: stage.id, ...stage }) as StageSettings;
  const since = history.length === 0 ? undefined : day('2026-10-15');
  return settings({ process: { version: 9, since, stages: stages.map(plain) }, processHistory: history });
}

/** The working set of a workspace of such settings. */
const within = (of: Settings, over: Partial<DealRow>, more: Partial<Looked> = {}) =>
  looked(over, { settings: of, ...more }, { process: of.process });

/** A map of deals that nobody may look into. */
const closedFiles: ReadonlyMap<string, Deal> = new Proxy(new Map(), {
  get: () => {
    throw new Error('looked at the file');
  },
});

describe('steps up', () => {
  const former = (...ids: string[]): Process => ({
    version: 1,
    since: day('2026-01-01'),
    stages: ids.map((id) => ({ id, label: id, was: [] })),
  });
  const jumps = (of: Settings, ...stages: ReturnType<typeof at>[]) => {
    const open = within(of, { stages });
    return stepsUp(freshRow({ id: 'acme', stages }), open).map(
      ({ from, to, jumped }) => `${from.stage} ${to.stage}: ${jumped.join(' ')}`,
    );
  };
  const now = process([{ id: 'lead' }, { id: 'need', was: ['demo'] }, { id: 'offer' }, { id: 'deal' }]);

  test('a stage is the same under each of its names, whichever the record uses when', () => {
    const since = { ...now, ...process(now.process.stages, [former('lead', 'demo', 'offer', 'deal')]) };
    expect(jumps(since, at('lead', '2026-10-01'), at('offer', '2026-10-10'))).toEqual(['lead offer: need']);
    expect(jumps(since, at('demo', '2026-10-20'), at('deal', '2026-11-10'))).toEqual(['demo deal: offer']);
    expect(
      jumps(since, at('lead', '2026-10-01'), at('need', '2026-10-05'), at('offer', '2026-10-10')),
    ).toEqual(['lead need: ', 'need offer: ']);
  });

  test('a stage that came with the present version was not jumped over before it', () => {
    const since = process(now.process.stages, [former('lead', 'offer', 'deal')]);
    expect(jumps(since, at('lead', '2026-10-01'), at('offer', '2026-10-14'))).toEqual(['lead offer: ']);
    expect(jumps(since, at('lead', '2026-10-01'), at('offer', '2026-10-15'))).toEqual(['lead offer: need']);
  });

  test('up is up by the process, not by the order of the file', () => {
    expect(jumps(now, at('deal', '2026-10-20'), at('lead', '2026-10-01'))).toEqual(['lead deal: need offer']);
    expect(jumps(now, at('deal', '2026-10-01'), at('lead', '2026-10-20'))).toEqual([]);
  });

  test('a stage that nobody knows, and an outcome, is no step up', () => {
    expect(jumps(now, at('lead', '2026-10-01'), at('legal', '2026-10-20'), at('deal', '2026-11-01'))).toEqual(
      [],
    );
    expect(jumps(now, at('lead', '2026-10-01'), at('won', '2026-10-20'), at('deal', '2026-11-01'))).toEqual(
      [],
    );
  });
});

describe('skipped-stage', () => {
  const jump = { stages: [at('lead', '2026-11-01'), at('offer', '2026-11-10')] };
  const stages = (allowSkip: boolean | undefined) =>
    process([{ id: 'lead' }, { id: 'need', allowSkip }, { id: 'offer' }]);

  test('where nobody said whether a stage may be jumped over, a jump is told; allow_skip: true takes it out', () => {
    expect(found('skipped-stage', within(stages(undefined), jump))).toHaveLength(1);
    expect(found('skipped-stage', within(stages(false), jump))).toHaveLength(1);
    expect(found('skipped-stage', within(stages(true), jump))).toEqual([]);
  });

  test('a snapshot tells it too, without a line', () => {
    const past = within(stages(undefined), jump, { past: true });
    expect(found('skipped-stage', past)).toMatchObject([
      { place: { file: 'snapshots/now/deals.csv', line: undefined } },
    ]);
  });

  test('a record of many jumps is told in a sentence that ends', () => {
    const many = Array.from({ length: 40 }, (_, n) => at(n % 2 === 0 ? 'lead' : 'offer', '2026-11-01')).map(
      (entry, n) => ({
        ...entry,
        on: day(`2026-${n < 20 ? '09' : '10'}-${String(1 + (n % 20)).padStart(2, '0')}`),
      }),
    );
    expect(messages('skipped-stage', within(stages(undefined), { stages: many }))[0]).toMatch(
      /^Jumped over need from lead to offer on 2026-09-02, .* and 15 more\.$/,
    );
  });
});

describe('late-entry', () => {
  test('of an open deal that was closed first the outcome is what it entered with', () => {
    expect(
      messages('late-entry', looked({ stages: [at('lost', '2026-10-01'), at('lead', '2026-11-01')] })),
    ).toEqual(['First on record in Lost on 2026-10-01, not in lead, where the process begins.']);
  });

  test('a snapshot is held against its own process', () => {
    const own = {
      process: { version: 1, since: undefined, stages: [{ id: 'demo', label: 'Demo', was: [] }] },
    };
    const entered = { stage: 'demo', stages: [at('demo', '2026-10-01')] };
    expect(found('late-entry', looked(entered, { past: true }, own))).toEqual([]);
    expect(found('late-entry', looked(entered, { past: true }))).toHaveLength(1);
  });
});

describe('late-log', () => {
  test('a deal without a late activity is not looked at, and a snapshot does not tell', () => {
    expect(found('late-log', looked({ lateLogs: 0 }, { deals: closedFiles }))).toEqual([]);
    expect(findingsOf(looked({ lateLogs: 3 }, { past: true }), { rules: [RULES['late-log']] })).toMatchObject(
      {
        findings: [],
        notEvaluated: [{ rule: 'late-log' }],
      },
    );
  });

  test('of several that are as late, the first is named', () => {
    const activities = ['2026-11-01', '2026-11-02'].map((on, n) => ({
      ...{ on: day(on), type: 'call', line: 5 + n },
      logged: day(`2026-11-1${1 + n}`),
    }));
    const deals = new Map([['acme', deal({ id: 'acme', activities })]]);
    expect(found('late-log', looked({ lateLogs: 2 }, { deals }))).toMatchObject([
      { days: 10, place: { line: 5 } },
    ]);
  });
});

describe('undocumented-stage', () => {
  const moved = { stage: 'qualified', stages: [at('lead', '2026-10-01'), at('qualified', '2026-11-01')] };

  test('where a row shows an activity in the stage left, or none since, nobody looks at the file', () => {
    const of = (stage: string) =>
      looked({ ...moved, activities: [{ stage, count: 1 }] }, { deals: closedFiles });
    expect(found('undocumented-stage', of('lead'))).toEqual([]);
    expect(() => found('undocumented-stage', of('qualified'))).toThrow('looked at the file');
  });

  test('a snapshot does not tell what happened on the day of the move, and blames nobody for it', () => {
    const past = (activities: DealRow['activities']) => looked({ ...moved, activities }, { past: true });
    expect(found('undocumented-stage', past([{ stage: 'qualified', count: 1 }]))).toEqual([]);
    expect(found('undocumented-stage', past([]))).toHaveLength(1);
  });
});

describe('missing-field', () => {
  const requires = (fields: readonly string[], activities: readonly string[] = []) =>
    process([{ id: 'lead', requires: { fields, activities } }]);

  test.each([
    ['account', { account: ' ' }, { account: 'Acme' }],
    ['owner', { owner: '' }, { owner: 'anna' }],
    ['amount', { amount: decimal('-0.00') }, { amount: decimal('0.1') }],
    ['amount', { amount: decimal('0001.0') }, { amount: decimal('-1') }],
    ['amount', { amount: decimal('0.010') }, { amount: decimal('0.011') }],
    ['close', { close: undefined }, { close: day('2026-12-01') }],
    ['next_step', { nextStep: '', nextStepBy: undefined }, { nextStep: 'call', nextStepBy: undefined }],
    ['checklist', { checklist: [] }, { checklist: ['need'] }],
    ['source', { source: '' }, { source: 'csv:1' }],
    ['stages', { stages: [] }, { stages: [at('lead', '2026-10-01')] }],
    ['custom.budget', { custom: { budget: '' } }, { custom: { budget: '5000' } }],
    ['custom.budget', { custom: { budget: '[]' } }, { custom: { budget: '0' } }],
  ])('%s is missing, and is not, by its row alone', (field, without, having) => {
    const of = (over: Partial<DealRow>) =>
      within(requires([field]), over, { deals: closedFiles, written: () => undefined });
    expect(messages('missing-field', of(without))[0]).toMatch(`Missing in lead: ${field}`);
    expect(found('missing-field', of(having))).toEqual([]);
  });

  test('a currency is never missing: the workspace has one', () => {
    expect(found('missing-field', within(requires(['currency']), {}))).toEqual([]);
  });

  test('contacts and other custom fields are looked up in the file, and not judged in a snapshot', () => {
    const of = requires(['contacts', 'custom.budget']);
    const deals = (over: Partial<Deal>) => ({ deals: new Map([['acme', deal({ id: 'acme', ...over })]]) });
    expect(messages('missing-field', within(of, {}, deals({})))).toEqual([
      'Missing in lead: contacts, custom.budget.',
    ]);
    const filled = { contacts: ['jan@acme.example'], custom: { budget: 5000 } };
    expect(found('missing-field', within(of, {}, deals(filled)))).toEqual([]);
    expect(found('missing-field', within(of, {}, { past: true }))).toEqual([]);
  });

  test('in a snapshot no activity at all is a finding, and types that it does not tell are not judged', () => {
    const of = (over: Partial<DealRow>) => within(requires([], ['call']), over, { past: true });
    const emailed = { activities: [{ stage: 'lead', count: 2 }], lastActivityType: 'email' };
    expect(messages('missing-field', of({ activities: [] }))).toEqual([
      'Missing in lead: an activity in this stage (call).',
    ]);
    expect(found('missing-field', of(emailed))).toEqual([]);
  });

  test('a backfilled snapshot knows of no field that it is missing: the rule is not evaluated', () => {
    const of = requires(['amount']);
    const past = (origin: string) =>
      looked({ amount: undefined }, { settings: of, past: true }, { process: of.process, origin });
    const result = findingsOf(past('backfill-dates'), { rules: [RULES['missing-field']] });
    expect(result).toMatchObject({ findings: [], notEvaluated: [{ rule: 'missing-field', deals: 0 }] });
    expect(result.evaluated.has('missing-field')).toBe(false);
    expect(found('missing-field', past('taken'))).toHaveLength(1);
  });

  test('where the record ends with another stage, an activity since then may be of the present one', () => {
    const of = process([{ id: 'lead' }, { id: 'need', requires: { fields: [], activities: ['call'] } }]);
    const row = { stage: 'need', stages: [at('lead', '2026-10-01')], lastActivityType: 'call' };
    expect(found('missing-field', within(of, { ...row, activities: [{ stage: 'lead', count: 1 }] }))).toEqual(
      [],
    );
  });

  test('without any requirement there is nothing to look at', () => {
    const result = findingsOf(looked({ amount: undefined }), { rules: [RULES['missing-field']] });
    expect(result).toEqual({ findings: [], notEvaluated: [], evaluated: new Set() });
  });
});

describe('closed-without-reason', () => {
  test('where no reasons are listed, any is one', () => {
    const lost = (lostReason: string) =>
      messages('closed-without-reason', looked({ stage: 'lost', lostReason }));
    expect(lost('the moon')).toEqual([]);
    expect(lost(' ')).toEqual(['Lost without a reason.']);
  });
});

describe('expired-waiver', () => {
  const waived = [{ rule: 'stale', until: day('2026-11-01') }];

  test('a snapshot is held against its own day, and knows no reason', () => {
    const past = (today: string) => looked({ waived }, { past: true, today: day(today) });
    expect(found('expired-waiver', past('2026-11-01'))).toEqual([]);
    expect(messages('expired-waiver', past('2026-11-02'))).toEqual([
      'The waiver of stale ended on 2026-11-01, 1 day ago.',
    ]);
  });
});
