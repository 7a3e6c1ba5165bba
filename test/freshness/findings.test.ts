// The engine: severity, waivers, sources that deliver nothing, snapshots, order.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { INDEX_RULES } from '../../src/freshness/freshness-index.ts';
import { BUILT_RULES, RULES } from '../../src/freshness/registry.ts';
import type { DealRule, Rule } from '../../src/freshness/rule.ts';
import { configuredSeverity, isOff, numberInForce } from '../../src/freshness/severity.ts';
import type { RuleSetting, RuleValues } from '../../src/workspace/settings.ts';
import { deal, settings } from '../snapshot/build.ts';
import { book, freshRow } from './book.ts';

/** The rules that these tests are about: whatever is added to the table, they hold. */
const FOUR = INDEX_RULES.map((rule) => RULES[rule]);
const PAST_CLOSE = { rules: [RULES['past-close']] };

const late = { close: day('2026-11-01') };
const rule = (over: Partial<RuleSetting>): RuleSetting => ({
  severity: undefined,
  groups: {},
  stages: {},
  numbers: {},
  ...over,
});
const at = (severity: RuleValues['severity'], numbers = {}): RuleValues => ({ severity, numbers });
const member = { name: '', email: '', until: undefined, also: [] };
const team = [
  { ...member, id: 'anna', group: 'north' },
  { ...member, id: 'piotr', group: 'south' },
];

describe('severity', () => {
  const severities = (setting: Partial<RuleSetting>) =>
    findingsOf(
      book(
        [
          freshRow({ id: 'a', owner: 'anna', ...late }),
          freshRow({ id: 'b', owner: 'piotr', ...late }),
          freshRow({ id: 'c', owner: 'nobody', ...late }),
        ],
        {
          settings: settings({ team, rules: { 'past-close': rule(setting) } }),
        },
      ),
      PAST_CLOSE,
    )
      .findings.map(({ id, severity }) => `${id} ${severity}`)
      .sort();

  test('pipeline.yaml beats the default', () => {
    expect(severities({ severity: 'info' })).toEqual(['a info', 'b info', 'c info']);
  });

  test("the owner's group beats the rest", () => {
    expect(severities({ severity: 'warning', groups: { south: at('info'), north: at('off') } })).toEqual([
      'b info',
      'c warning',
    ]);
  });

  test('a rule can be on for one group alone', () => {
    expect(severities({ severity: 'off', groups: { south: at('error') } })).toEqual(['b error']);
  });

  const inStages = (setting: Partial<RuleSetting>) =>
    findingsOf(
      book(
        [
          freshRow({ id: 'a', owner: 'anna', stage: 'lead', ...late }),
          freshRow({ id: 'b', owner: 'anna', stage: 'proposal', ...late }),
          freshRow({ id: 'c', owner: 'piotr', stage: 'proposal', ...late }),
        ],
        { settings: settings({ team, rules: { 'past-close': rule(setting) } }) },
      ),
      PAST_CLOSE,
    )
      .findings.map(({ id, severity }) => `${id} ${severity}`)
      .sort();

  test('the stage beats the rule, and the group of the owner beats the stage', () => {
    const stages = { proposal: at('info') };
    expect(inStages({ stages })).toEqual(['a error', 'b info', 'c info']);
    expect(inStages({ stages, groups: { south: at('warning') } })).toEqual([
      'a error',
      'b info',
      'c warning',
    ]);
    expect(inStages({ severity: 'off', stages })).toEqual(['b info', 'c info']);
    expect(inStages({ stages: { proposal: at('off') } })).toEqual(['a error']);
  });

  test('a group that sets numbers alone leaves the severity to the stage and the rule', () => {
    const groups = { south: at(undefined, { times: 5 }) };
    expect(inStages({ severity: 'info', groups, stages: { proposal: at('warning') } })).toEqual([
      'a info',
      'b warning',
      'c warning',
    ]);
    expect(isOff('past-close', { rules: { 'past-close': rule({ severity: 'off', groups }) } })).toBe(true);
  });

  test('a stage says for the deals that stand in it under a former id', () => {
    const plain = settings();
    const renamed = settings({
      process: {
        ...plain.process,
        stages: plain.process.stages.map((stage) =>
          stage.id === 'proposal' ? { ...stage, was: ['offer'] } : stage,
        ),
      },
      rules: { pushed: rule({ stages: { proposal: at('off', { times: 7 }) } }) },
    });
    const offer = { owner: '', stage: 'offer' };
    expect(configuredSeverity('pushed', offer, renamed)).toBe('off');
    expect(numberInForce('pushed', 'times', offer, renamed)).toBe(7);
    expect(numberInForce('pushed', 'times', { ...offer, stage: 'lead' }, renamed)).toBe(3);
  });

  test('a number holds for the group first, then for the stage, then for the rule, then by default', () => {
    const pushed = rule({
      numbers: { times: 4 },
      stages: { proposal: at(undefined, { times: 5 }), lead: at('info') },
      groups: { south: at(undefined, { times: 6 }), north: at('info') },
    });
    const of = (owner: string, stage: string) =>
      numberInForce('pushed', 'times', { owner, stage }, settings({ team, rules: { pushed } }));
    expect([of('piotr', 'proposal'), of('anna', 'proposal'), of('anna', 'lead')]).toEqual([6, 5, 4]);
    expect(numberInForce('pushed', 'times', { owner: '', stage: '' }, settings())).toBe(3);
  });

  test('a rule that graduates by itself has the one severity that is set', () => {
    const rows = [freshRow({ id: 'a', lastSignOfLife: day('2026-01-01') })];
    const rules = { stale: rule({ severity: 'info' }) };
    expect(
      findingsOf(book(rows, { settings: settings({ rules }) }), { rules: [RULES.stale] }).findings,
    ).toMatchObject([{ severity: 'info' }]);
  });

  test('a rule at off is not even asked, and not listed as not evaluated', () => {
    const trap: DealRule = {
      ...RULES['past-close'],
      evidence: {
        among: 'deals',
        has: () => {
          throw new Error('asked');
        },
        missing: 'no close dates',
      },
      check: () => {
        throw new Error('asked');
      },
    };
    const rules = { 'past-close': rule({ severity: 'off' }) };
    const result = findingsOf(book([freshRow({ id: 'a', ...late })], { settings: settings({ rules }) }), {
      rules: [trap],
    });
    expect(result).toEqual({ findings: [], notEvaluated: [], evaluated: new Set() });
  });
});

test.each(BUILT_RULES.map((built) => [built.id, built] as const))(
  '%s at off finds nothing and is not called',
  (id, built) => {
    const asked: string[] = [];
    const check = () => {
      asked.push(id);
      return [];
    };
    const trap: Rule = { ...built, check };
    const entered = { stages: [{ stage: 'lead', on: day('2026-01-01'), logged: undefined }] };
    const rows = [freshRow({ id: 'a', ...late, ...entered }), freshRow({ id: 'b', stage: 'lost' })];
    const looked = (severity: 'off' | 'info') => {
      const isNeeded = { requires: { fields: ['amount'], activities: [] }, maxDays: 1 };
      const { process } = settings();
      return book(rows, {
        settings: settings({
          team,
          sourceOfRecord: 'csv',
          process: { ...process, stages: process.stages.map((stage) => ({ ...stage, ...isNeeded })) },
          rules: { [id]: rule({ severity, groups: severity === 'off' ? { north: at('off') } : {} }) },
        }),
      });
    };
    expect(findingsOf(looked('off'), { rules: [trap] })).toEqual({
      findings: [],
      notEvaluated: [],
      evaluated: new Set(),
    });
    expect(asked).toEqual([]);
    // Else the trap would prove nothing.
    findingsOf(looked('info'), { rules: [trap] });
    expect(asked).not.toEqual([]);
  },
);

describe('waivers', () => {
  const waivedUntil = (until: string, of = 'past-close') =>
    findingsOf(book([freshRow({ id: 'a', ...late, waived: [{ rule: of, until: day(until) }] })]), PAST_CLOSE)
      .findings[0]?.waived;

  test('a waiver holds through its last day', () => {
    expect(waivedUntil('2026-11-23')).toEqual({ until: '2026-11-23', why: undefined });
    expect(waivedUntil('2026-11-22')).toBeUndefined();
  });

  test('it holds for its rule alone', () => {
    expect(waivedUntil('2026-12-31', 'stale')).toBeUndefined();
  });

  test('of several the longest holds, with its reason', () => {
    const waive = ['2026-11-30', '2026-12-31'].map((until, line) => ({
      rule: 'past-close',
      until: day(until),
      why: `until ${until}`,
      line,
    }));
    const row = freshRow({ id: 'a', ...late, waived: waive });
    const { findings } = findingsOf(
      book([row], { deals: new Map([['a', deal({ id: 'a', waive })]]) }),
      PAST_CLOSE,
    );
    expect(findings[0]?.waived).toEqual({ until: '2026-12-31', why: 'until 2026-12-31' });
  });
});

describe('sources that deliver nothing', () => {
  const bare = { lastActivity: undefined, lastSignOfLife: day('2026-01-01'), lastSignEvent: 'created' };

  test('stale is not evaluated for the deals of a source none of whose deals has an activity', () => {
    const rows = [
      freshRow({ id: 'a', source: 'csv:1', ...bare }),
      freshRow({ id: 'b', source: 'csv:2', ...bare }),
      freshRow({ id: 'c', source: 'csv:3', stage: 'won', ...bare }),
      freshRow({ id: 'd', source: 'hubspot:1', ...bare }),
      freshRow({ id: 'e', source: 'hubspot:2' }),
      freshRow({ id: 'f', source: '', ...bare }),
    ];
    const { findings, notEvaluated, evaluated } = findingsOf(book(rows), { rules: [RULES.stale] });
    expect(findings.map(({ id }) => id)).toEqual(['d', 'f']);
    expect(notEvaluated).toEqual([{ rule: 'stale', source: 'csv', reason: 'no activity data', deals: 2 }]);
    expect(evaluated.has('stale')).toBe(true);
  });

  test('an activity on a closed or archived deal shows that the source has them', () => {
    const open = freshRow({ id: 'a', source: 'csv:1', ...bare });
    const closed = freshRow({ id: 'b', source: 'csv:2', stage: 'lost' });
    expect(findingsOf(book([open, closed]), { rules: [RULES.stale] }).notEvaluated).toEqual([]);
    const archived = [{ ...closed, archived: '2026-Q3' }];
    expect(findingsOf(book([open], {}, { archived }), { rules: [RULES.stale] }).notEvaluated).toEqual([]);
  });

  test('next steps and close dates are looked for among open deals', () => {
    const none = { nextStep: '', nextStepBy: undefined, close: undefined };
    const rows = [
      freshRow({ id: 'a', source: 'csv:1', ...none }),
      freshRow({ id: 'b', source: 'csv:2', stage: 'won' }),
      freshRow({ id: 'c', ...none }),
    ];
    const { findings, notEvaluated } = findingsOf(book(rows), { rules: FOUR });
    expect(findings.map(({ id, rule: of }) => `${id} ${of}`)).toEqual(['c no-next-step']);
    expect(notEvaluated).toEqual([
      { rule: 'past-close', source: 'csv', reason: 'no close dates', deals: 1 },
      { rule: 'no-next-step', source: 'csv', reason: 'no next steps', deals: 1 },
      { rule: 'overdue-next-step', source: 'csv', reason: 'no next steps', deals: 1 },
    ]);
  });

  test('a rule that was evaluated for no deal did not look at anything', () => {
    const { evaluated } = findingsOf(book([freshRow({ id: 'a', source: 'csv:1', ...bare })]), {
      rules: [RULES.stale],
    });
    expect([...evaluated]).toEqual([]);
  });
});

test('of a snapshot, rules whose facts it lacks are listed as not evaluated, never as passed', () => {
  const looked = book([freshRow({ id: 'a', ...late })], { past: true }, { name: '2026-11-16' });
  const { notEvaluated, evaluated } = findingsOf(looked);
  const lacking = BUILT_RULES.filter(
    ({ notInSnapshots, isMoot }) => notInSnapshots !== undefined && isMoot?.(looked.settings) !== true,
  );
  expect(notEvaluated).toEqual(
    lacking.map(({ id, notInSnapshots }) => ({ rule: id, source: '', reason: notInSnapshots, deals: 0 })),
  );
  expect(notEvaluated.map((entry) => entry.rule)).toEqual(
    expect.arrayContaining(['invalid-file', 'future-date', 'unused-setting']),
  );
  for (const { id } of FOUR) expect(evaluated.has(id)).toBe(true);
  expect(evaluated.has('invalid-file')).toBe(false);
  expect(findingsOf(looked, PAST_CLOSE).findings).toMatchObject([
    { rule: 'past-close', place: { file: 'snapshots/2026-11-16/deals.csv' } },
  ]);
});

test('findings come by severity, then by value at stake, those without a value last', () => {
  const rows = [
    freshRow({ id: 'a', value: 1_00, ...late }),
    freshRow({ id: 'b', value: undefined, ...late }),
    freshRow({ id: 'c', value: 3_00, ...late }),
    freshRow({ id: 'd', value: 9_00, nextStep: '', nextStepBy: undefined }),
  ];
  expect(findingsOf(book(rows), { rules: FOUR }).findings.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});
