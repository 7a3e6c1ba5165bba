import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/deal/compose.ts';
import { SourceText } from '../../src/deal/source-text.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';
import { unusedIn } from '../../src/workspace/settings-unused.ts';

const LEAST = `format: 1
name: acme
currency: PLN
process: {stages: [lead, closing-talks]}
`;

/** The settings of a text that has no problem. */
function settingsOf(text: string) {
  const { settings, problems } = readSettings(text, 'pipeline.yaml');
  expect(problems).toEqual([]);
  if (settings === undefined) throw new Error('no settings');
  return settings;
}

/** What is wrong with the least settings and some more lines: `line:column message → hint`. */
function wrongWith(more: string): string[] {
  return readSettings(LEAST + more, 'pipeline.yaml').problems.map(
    (problem) => `${problem.line}:${problem.column} ${problem.message} → ${problem.hint}`,
  );
}

describe('settings that a file leaves out', () => {
  const settings = settingsOf(LEAST);

  test('have the numbers of the method', () => {
    expect(settings.freshness).toEqual({
      warnAfter: 14,
      errorAfter: 30,
      signs: ['activity', 'stage', 'amount', 'next-step'],
      notActivities: [],
    });
    expect(settings.clean).toEqual({ closedAfter: 90, forgottenAfter: 180 });
    expect(settings.review).toMatchObject({
      largest: 5,
      random: 5,
      notAgainWithin: 60,
      closedWithin: 90,
      strata: {},
    });
    expect(settings.check).toEqual({
      gate: 'error',
      maxWarnings: undefined,
      minFreshness: undefined,
      minJudged: undefined,
    });
    const every = (unit: string) => ({ every: 1, unit, weekday: undefined });
    expect(settings.rhythm).toEqual({
      import: every('week'),
      snapshot: every('week'),
      review: every('week'),
      plan: every('month'),
      feedback: every('month'),
      clean: every('quarter'),
      results: every('quarter'),
    });
  });

  test('are an own book, with any owner, in English, by UTC', () => {
    expect(settings).toMatchObject({
      sourceOfRecord: '',
      team: [],
      locale: 'en',
      timeZone: 'UTC',
      fiscalYearStarts: 1,
    });
    expect(settings.rules).toEqual({});
    expect(settings.unused).toEqual([]);
  });

  test('make of a stage that is only a word one with a label, which may be skipped and come back to', () => {
    expect(settings.process).toMatchObject({
      version: 1,
      stages: [{ id: 'lead' }, { label: 'Closing talks' }],
    });
    expect(settings.process.stages[0]).toMatchObject({
      allowSkip: undefined,
      allowBack: true,
      probability: undefined,
      maxDays: undefined,
    });
  });

  test('stay the same through JSON, so that they can be cached', () => {
    expect(JSON.parse(JSON.stringify(settings))).toEqual(JSON.parse(JSON.stringify(settingsOf(LEAST))));
    expect(structuredClone(settings)).toEqual(settings);
  });
});

describe('a setting that is there', () => {
  test('is as good as left out where it holds nothing', () => {
    expect(settingsOf(`${LEAST}team:\nrates: null\nfreshness:\n  warn_after:\n`)).toEqual(settingsOf(LEAST));
  });

  test('is read from its text: rates keep their digits, a number may be a name', () => {
    const settings = settingsOf(
      `${LEAST.replace('acme', '0012')}rates:\n  - {on: 2026-10-01, EUR: 4.2700}\n`,
    );
    expect(settings.name).toBe('0012');
    expect(settings.rates[0]?.rates).toEqual({ EUR: '4.2700' });
  });

  test('dated rates are sorted by day', () => {
    const rates = 'rates:\n  - {on: 2026-10-01, EUR: 4.27}\n  - {on: 2026-07-01, EUR: "4.25"}\n';
    expect(settingsOf(LEAST + rates).rates.map((dated) => dated.on)).toEqual(['2026-07-01', '2026-10-01']);
  });

  test.each([
    ['5%', 0.05],
    ['0.05', 0.05],
    ['33.3%', 0.333],
    ['100%', 1],
    ['0', 0],
    ['1', 1],
  ])('a share may be written %s', (text, share) => {
    expect(settingsOf(`${LEAST}check: {min_freshness: ${text}}\n`).check.minFreshness).toBe(share);
  });

  test('a rule may be a severity or a map', () => {
    const rules = 'rules: {stale: off, late-log: {severity: info, after: 5}, pushed: {times: 2}}\n';
    expect(settingsOf(LEAST + rules).rules).toEqual({
      stale: { severity: 'off', groups: {}, stages: {}, numbers: {} },
      'late-log': { severity: 'info', groups: {}, stages: {}, numbers: { after: 5 } },
      pushed: { severity: undefined, groups: {}, stages: {}, numbers: { times: 2 } },
    });
  });

  test('a rule may differ by stage and by group, each a severity or a map', () => {
    const rules =
      'rules: {pushed: {times: 2, stages: {lead: off}, groups: {north: {severity: info, times: 9}}}}\n';
    expect(settingsOf(`${LEAST}team: [{id: a, group: north}]\n${rules}`).rules.pushed).toEqual({
      severity: undefined,
      numbers: { times: 2 },
      stages: { lead: { severity: 'off', numbers: {} } },
      groups: { north: { severity: 'info', numbers: { times: 9 } } },
    });
  });

  test('a target may be for any custom field', () => {
    const [target] = settingsOf(
      `${LEAST}plan: {targets: [{period: 2026-Q4, custom.region: north, source: fair, custom.segment: big, target: 1000000}]}\n`,
    ).plan.targets;
    expect(target).toMatchObject({
      segment: 'big',
      custom: { region: 'north', lead_source: 'fair' },
      target: '1000000',
    });
  });

  test('a former process is in stages of its own, with the labels of those that live on', () => {
    const settings = settingsOf(
      LEAST.replace(
        'process: {',
        'process: {version: 3, history: [{version: 2, stages: [closing-talks]}, {version: 1, stages: [old-one]}], ',
      ),
    );
    expect(settings.processHistory).toEqual([
      { version: 1, since: undefined, stages: [{ id: 'old-one', label: 'Old one', was: [] }] },
      { version: 2, since: undefined, stages: [{ id: 'closing-talks', label: 'Closing talks', was: [] }] },
    ]);
  });

  test('is named once, with its first line, where nothing uses it yet', () => {
    const text = `${LEAST}categories: [commit]\nforecast: {history_since: 2026-01-01}\nrhythm: {plan: monthly}\n`;
    const { root } = compose(new SourceText(text, 'pipeline.yaml'));
    if (root === undefined) throw new Error('no tree');
    const waiting = new Set(['process.stages[].probability', 'forecast', 'rhythm.plan']);
    expect(unusedIn(root, waiting).map(({ key, at }) => [key, text.slice(at, at + 8)])).toEqual([
      ['forecast', 'forecast'],
      ['rhythm.plan', 'plan: mo'],
    ]);
  });

  test('is none at present: every setting has an effect', () => {
    expect(
      settingsOf(`${LEAST}categories: [commit]\nlabels: {MP: x}\nrhythm: {plan: monthly}\n`).unused,
    ).toEqual([]);
  });
});

describe('what is missing or newer', () => {
  test('each setting that there must be is named', () => {
    const { problems } = readSettings('locale: pl\n', 'pipeline.yaml');
    expect(problems.map((problem) => String(problem.message))).toEqual([
      'format is missing.',
      'name is missing.',
      'currency is missing.',
      'process is missing.',
    ]);
  });

  test('an empty file says how one looks', () => {
    for (const text of ['', '\n', '# nothing\n', '---\n']) {
      const { settings, problems } = readSettings(text, 'pipeline.yaml');
      expect(settings).toBeUndefined();
      expect(problems).toHaveLength(1);
    }
  });

  test('a newer format is refused with the version to install, and nothing else is said', () => {
    const { problems } = readSettings('format: 3\nfuture: yes\n', 'pipeline.yaml');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 1, column: 9, code: 'invalid-settings' });
    expect(String(problems[0]?.hint)).toContain('Install pipeline 3.0 or newer');
  });
});

describe('settings that contradict each other', () => {
  test('a key that stands twice is named with both lines', () => {
    expect(wrongWith('name: other\n')).toEqual([
      '5:1 The key "name" stands in line 2 and again in line 5. → Keep the one that is right.',
    ]);
  });

  test.each([
    ['freshness: {error_after: 10}', '5:26 warn_after (14) is more than error_after (10).'],
    [
      'review: {questions: {stages: {leed: [Who?]}}}',
      '5:31 There is no stage "leed". → Did you mean "lead"?',
    ],
    ['rates: [{on: 2026-01-01, PLN: 1}]', '5:26 PLN is the reporting currency.'],
    ['team: [{id: a, also: [b]}, b]', '5:23 "b" is the id of somebody else.'],
    ['rules: {stale: {stages: {leed: info}}}', '5:26 There is no stage "leed". → Did you mean "lead"?'],
    ['rules: {stael: info}', '5:9 Unknown key "stael" in rules. → Did you mean "stale"?'],
    [
      'rules: {pushed: {stages: {lead: {tims: 4}}}}',
      '5:34 Unknown key "tims" in rules.pushed.stages.lead. → Did you mean "times"?',
    ],
    ['rules: {stale: {stages: {lead: {times: 4}}}}', 'Unknown key "times" in rules.stale.stages.lead.'],
    [
      'rules: {pushed: {groups: {north: warn}}}\nteam: [{id: a, group: north}]',
      '5:34 rules.pushed.groups.north must be off, info, warning or error, not "warn". → Did you mean "warning"?',
    ],
    [
      'rules: {snapshot-overdue: {stages: {lead: off}}}',
      '5:37 snapshot-overdue is about the workspace: no stage differs. → Set its severity alone, or take stages out.',
    ],
  ])('%s', (more, expected) => {
    const wrong = wrongWith(`${more}\n`);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(expected);
  });

  test('a former stage is named by what it is called now', () => {
    const text = LEAST.replace('[lead,', '[{id: lead, was: [prospect]},');
    const { problems } = readSettings(
      `${text}review: {questions: {stages: {prospect: [Who?]}}}\n`,
      'pipeline.yaml',
    );
    expect(String(problems[0]?.hint)).toBe('It is called lead now.');
  });

  test('an older version of the process does not begin after a newer one', () => {
    const text = LEAST.replace(
      'process: {',
      'process: {version: 2, since: 2026-01-01, history: [{version: 1, since: 2026-02-01, stages: [a]}], ',
    );
    expect(readSettings(text, 'pipeline.yaml').problems.map((problem) => String(problem.message))).toEqual([
      'Version 2 holds since "2026-01-01", version 1 since "2026-02-01".',
    ]);
  });
});

const EXAMPLE = new URL('../../../shared/pipeline.example.yaml', import.meta.url);

test.skipIf(!existsSync(EXAMPLE))(
  'the example of the design reads as it says (needs ../shared/pipeline.example.yaml)',
  () => {
    const settings = settingsOf(readFileSync(EXAMPLE, 'utf8'));
    const size = { largest: 5, random: 5 };
    expect(settings).toMatchObject({
      name: 'acme-sales',
      locale: 'pl',
      timeZone: 'Europe/Warsaw',
      fiscalYearStarts: 1,
      documentedSince: '2026-11-01',
      currency: 'PLN',
      rates: [
        { on: '2026-07-01', rates: { EUR: '4.25', USD: '3.64' } },
        { on: '2026-10-01', rates: { EUR: '4.27', USD: '3.62' } },
      ],
      sourceOfRecord: '',
      team: [
        {
          id: 'anna',
          name: 'Anna Nowak',
          email: 'anna@example.com',
          group: 'north',
          until: undefined,
          also: ['Anna N.'],
        },
        { id: 'piotr', name: 'Piotr Lis', email: '', group: 'south', until: '2026-12-31', also: [] },
      ],
      process: { version: 2, since: '2026-10-01' },
      processHistory: [{ version: 1, since: '2025-01-01' }],
      lostReasons: ['price', 'competitor', 'no-decision', 'timing'],
      activityTypes: ['call', 'meeting', 'email', 'offer', 'note'],
      categories: ['commit', 'best-case', 'pipeline'],
      labels: {
        MP: 'mnożnik planu',
        TP: 'tempo procesu',
        EZ: 'efektywność zamykania',
        KK: 'kwota kontraktu',
      },
      freshness: { warnAfter: 14, errorAfter: 30, notActivities: ['note'] },
      rules: {
        'past-close': { severity: 'error' },
        'late-log': { severity: 'info', numbers: { after: 2 } },
        pushed: { severity: 'warning', numbers: { times: 3 } },
        forgotten: { severity: 'warning' },
        'stage-age': { severity: 'warning', groups: { south: { severity: 'info', numbers: {} } } },
        'placeholder-close': { severity: 'off' },
      },
      check: { gate: 'error', maxWarnings: undefined, minFreshness: 0.8, minJudged: undefined },
      snapshotCustom: ['segment', 'product'],
      review: { ...size, strata: { lost: { largest: 3, random: 3 } }, notAgainWithin: 60, closedWithin: 90 },
      clean: { closedAfter: 90, forgottenAfter: 180 },
      plan: { multiplier: 'remaining' },
      forecast: { historySince: '2026-01-01', listPrice: 'custom.list_price' },
    });
    expect(settings.process.stages).toEqual([
      { ...bare('lead', 'Lead', 0.05), maxDays: 30, stale: { warnAfter: 14, errorAfter: 30 } },
      {
        ...bare('qualified', 'Qualified', 0.2),
        was: ['demo'],
        requires: { fields: ['amount', 'close'], activities: ['call', 'meeting'] },
        exit: [
          { id: 'need', text: 'Need confirmed' },
          { id: 'buyer', text: 'Buyer named' },
        ],
        allowSkip: false,
        maxDays: 'p75',
      },
      {
        ...bare('proposal', 'Proposal', 0.5),
        requires: { fields: ['amount', 'close', 'next_step'], activities: [] },
      },
      { ...bare('negotiation', 'Negotiation', 0.75), stale: { warnAfter: 7, errorAfter: 14 } },
    ]);
    expect(settings.processHistory[0]?.stages.map((stage) => stage.id)).toEqual([
      'lead',
      'demo',
      'proposal',
      'negotiation',
    ]);
    expect(settings.rhythm.snapshot).toEqual({ every: 1, unit: 'week', weekday: 1 });
    expect(settings.rhythm.review).toEqual({ every: 2, unit: 'week', weekday: undefined });
    expect(settings.review.questions.stages).toEqual({ negotiation: ['Who signs?'] });
    expect(
      settings.plan.targets.map((target) => [target.owner, target.target, target.since, target.why]),
    ).toEqual([
      ['', '1500000', '2026-10-01', ''],
      ['anna', '700000', '2026-10-01', ''],
      ['', '1400000', '2026-11-10', 'two people left'],
    ]);
  },
);

function bare(id: string, label: string, probability: number) {
  return {
    ...{ id, label, was: [], probability, maxDays: undefined, stale: {} },
    ...{ requires: { fields: [], activities: [] }, exit: [], allowSkip: undefined, allowBack: true },
  };
}
