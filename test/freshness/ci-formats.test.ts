// pipeline check as SARIF and as JUnit: valid by their own rules, the same findings as everywhere, hostile texts and all.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asItIs } from '../../src/base/said.ts';
import type { Annotation, Annotations } from '../../src/page/annotation.ts';
import { fingerprints } from '../../src/page/fingerprint.ts';
import { renderJunit } from '../../src/render/junit.ts';
import { renderSarif } from '../../src/render/sarif.ts';
import type { CheckFinding } from '../../src/report/check-finding.ts';
import { demoWorkspace } from '../book/demo-workspace.ts';
import { cli } from '../support/cli.ts';
import { sarifErrors, sarifRun } from '../support/sarif.ts';
import { type Element, parseXml } from '../support/xml.ts';
import { dealFile, lastCall, workspace } from './workspace.ts';

const RULES = 'stale,past-close,no-next-step,overdue-next-step';
const CHECK = `check --rule ${RULES}`;
const WAIVE = '[{rule: past-close, until: 2026-12-31, why: "holiday, then a call"}]';

const week = (settings = '', files: Readonly<Record<string, string>> = {}) =>
  workspace(
    {
      'deals/2026/late.yaml': dealFile({ amount: '2000.00', close: '2026-11-18' }),
      'deals/2026/let-be.yaml': dealFile({ close: '2026-11-18', waive: WAIVE }),
      'deals/2026/quiet.yaml': dealFile({ next_step: '', ...lastCall('2026-11-09') }),
      ...files,
    },
    settings,
  );

async function asked(format: 'sarif' | 'junit' | 'json', words: string, cwd: string, env = {}) {
  const { stdout, status, stderr } = await cli(`${words} --format ${format}`, { cwd, env });
  return { stdout, status, stderr };
}
const sarif = async (words: string, cwd: string, env = {}) =>
  sarifRun((await asked('sarif', words, cwd, env)).stdout);
const junit = async (words: string, cwd: string, env = {}) =>
  parseXml((await asked('junit', words, cwd, env)).stdout);
const suiteOf = (report: Element, rule: string) =>
  report.children.find(({ attributes }) => attributes.name?.startsWith(`${rule}:`));

test('the validator refuses what is no SARIF, the reader what is no XML', () => {
  expect(sarifErrors('{"version": "2.1.0", "runs": [{"results": []}]}')).toEqual([
    "/runs/0 must have required property 'tool'",
  ]);
  for (const wrong of ['<a>', '<a>&</a>', '<a b="1" b="2"/>', '<a>\u0001</a>', '<a/><b/>', '<a><b></a></b>'])
    expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${wrong}`), wrong).toThrow();
});

describe('both', () => {
  test.each(['sarif', 'junit', 'json'] as const)(
    '%s ends as the table does, in every situation',
    async (format) => {
      const calm = () => workspace({ 'deals/2026/fresh.yaml': dealFile() });
      const broken = () => week('', { 'deals/2026/broken.yaml': 'name: [\n' });
      for (const [words, cwd] of [
        ['check', calm()],
        ['check', week()],
        [`${CHECK} --gate warning --min-freshness 80%`, week()],
        ['check', broken()],
        ['check', workspace({})],
        ['check --rule stale', week('rules: {stale: off}\n')],
        [
          'check --min-freshness 80%',
          week('rules: {stale: off, past-close: off, no-next-step: off, overdue-next-step: off}\n'),
        ],
      ] as const) {
        const table = await cli(words, { cwd });
        const { status, stderr } = await asked(format, words, cwd);
        expect([words, status, stderr]).toEqual([words, table.status, table.stderr]);
      }
    },
  );

  test('they hold the findings of the JSON, each once, in its order', async () => {
    for (const cwd of [demoWorkspace(), week()]) {
      const view = JSON.parse((await asked('json', 'check', cwd)).stdout);
      const { results, invocations } = await sarif('check', cwd);
      expect(results.map(({ ruleId }) => ruleId)).toEqual(
        view.findings.map(({ rule }: { rule: string }) => rule),
      );
      expect(invocations[0].exitCode).toBe(view.exit_status);
      const report = await junit('check', cwd);
      expect(Number(report.attributes.failures)).toBe(view.counts.at_gate);
      expect(Number(report.attributes.failures) + Number(report.attributes.skipped)).toBe(
        view.findings.length,
      );
    }
  });

  test('paths begin at the root of the repository, where a service has checked it out or git says so', async () => {
    const outer = workspace({});
    const cwd = join(outer, 'sales & more');
    renameSync(week(), cwd);
    for (const env of [{ GITHUB_WORKSPACE: outer }, { CI_PROJECT_DIR: outer }]) {
      const [first] = (await sarif(CHECK, cwd, env)).results;
      expect(first?.locations[0].physicalLocation.artifactLocation.uri).toBe(
        'sales%20%26%20more/deals/2026/late.yaml',
      );
      const [late] = suiteOf(await junit(CHECK, cwd, env), 'past-close')?.children ?? [];
      expect(late?.attributes.file).toBe('sales & more/deals/2026/late.yaml');
    }
  });
});

describe('SARIF', () => {
  test('a result says where, what, how severe and what to do; a waiver is a suppression with its reason', async () => {
    const { results, columnKind } = await sarif(CHECK, week('rules: {no-next-step: info}\n'));
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results[0]).toEqual({
      ruleId: 'past-close',
      ruleIndex: 1,
      level: 'error',
      message: {
        text: 'late: Expected to close on 2026-11-18, 5 days ago. New close date: pipeline set late close=… (or won, lost)',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'deals/2026/late.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 1, endLine: 7 },
          },
          logicalLocations: [{ name: 'late', kind: 'object' }],
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
        'pipelineFinding/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/),
      },
      suppressions: [],
      properties: { owner: 'anna', value: '2000.00', failsCheck: true },
    });
    expect(results.map(({ level, suppressions }) => [level, suppressions])).toEqual([
      ['error', []],
      [
        'error',
        [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'waived until 2026-12-31: holiday, then a call',
          },
        ],
      ],
      ['warning', []],
    ]);
  });

  test('a finding at info is a note', async () => {
    const { results } = await sarif(CHECK, week('rules: {past-close: info}\n'));
    expect(results.find(({ ruleId }) => ruleId === 'past-close')?.level).toBe('note');
  });

  test('every rule asked for is described, also where it found nothing', async () => {
    const { tool, results } = await sarif(CHECK, week());
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(RULES.split(','));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(tool.driver.rules[1]).toMatchObject({
      name: 'PastClose',
      shortDescription: { text: 'Expected close date is past' },
      help: { markdown: expect.stringContaining('**How to fix it** Ask the customer') },
      defaultConfiguration: { level: 'error' },
    });
  });

  test('a fingerprint stays when lines move and days pass, and no two findings have the same', async () => {
    const cwd = demoWorkspace();
    const prints = async (today: string) => {
      const { stdout } = await cli('check --format sarif', { cwd, today });
      return sarifRun(stdout).results.map(
        ({ ruleId, locations: [{ physicalLocation }], partialFingerprints }) => ({
          of: `${ruleId} ${physicalLocation.artifactLocation.uri}`,
          line: physicalLocation.region.startLine,
          print: partialFingerprints.primaryLocationLineHash,
        }),
      );
    };
    const before = await prints('2026-11-23');
    expect(before.length).toBeGreaterThan(15);
    expect(new Set(before.map(({ of, print }) => `${of} ${print}`)).size).toBe(before.length);
    expect(new Set(before.map(({ print }) => print)).size).toBe(before.length);
    for (const file of new Set(before.map(({ of }) => of.split(' ')[1] ?? ''))) {
      const path = join(cwd, file);
      writeFileSync(path, `# moved\n# down\n${readFileSync(path, 'utf8')}`);
    }
    const after = await prints('2026-11-24');
    const again = after.filter(({ of }) => before.some((old) => old.of === of));
    expect(again.length).toBeGreaterThan(10);
    expect(again.every(({ of, line }) => line > 2 || of.endsWith(' pipeline.yaml'))).toBe(true); // or about the whole of it
    for (const { of, print } of again)
      expect(
        before.filter((old) => old.of === of).map((old) => old.print),
        of,
      ).toContain(print);
  });

  test('too little freshness is a result of its own; what was not evaluated is a notification', async () => {
    const source = '{system: csv, id: "1"}';
    const cwd = workspace({
      'deals/2026/late.yaml': dealFile({ close: '2026-11-18' }),
      'deals/2026/import.yaml': dealFile({ activities: '[]', source }),
    });
    const { results, invocations } = await sarif('check --min-freshness 90%', cwd);
    expect(results[0]).toMatchObject({
      ruleId: 'freshness',
      message: { text: 'Freshness 50 % by value, at least 90 %.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'pipeline.yaml' } } }],
    });
    expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toContain(
      'stale: Not evaluated for csv: no activity data.',
    );
  });

  test('a deal that cannot be read is a result, also where its rule is at info or off', async () => {
    const file = { 'deals/2026/broken.yaml': 'name: [\n' };
    for (const [settings, rule] of [
      ['', 'invalid-file'],
      ['rules: {invalid-file: off}\n', 'unreadable'],
    ] as const) {
      const { results } = await sarif('check', week(settings, file));
      expect(
        results.filter(({ message }) => message.text.includes('broken')).map(({ ruleId }) => ruleId),
      ).toEqual([rule]);
    }
  });
});

describe('JUnit', () => {
  test('a finding at the gate fails, one below it or waived is skipped and says why, a rule without passes', async () => {
    const report = await junit(CHECK, week());
    expect(report.attributes).toEqual({
      name: 'pipeline check',
      tests: '5',
      failures: '1',
      errors: '0',
      skipped: '2',
      time: '0',
    });
    const cases = report.children.flatMap(({ children }) =>
      children.map(({ attributes, children: [outcome] }) => [
        attributes.classname,
        attributes.name,
        outcome?.name,
        outcome?.attributes.message,
      ]),
    );
    expect(cases).toEqual([
      [
        'stale',
        'quiet',
        'skipped',
        'warning, below the gate (error) · No sign of life for 14 days (limit 14). Last: call on 2026-11-09.',
      ],
      ['past-close', 'late', 'failure', 'Expected to close on 2026-11-18, 5 days ago.'],
      [
        'past-close',
        'let-be',
        'skipped',
        'error, waived until 2026-12-31: holiday, then a call · Expected to close on 2026-11-18, 5 days ago.',
      ],
      ['no-next-step', 'nothing found', undefined, undefined],
      ['overdue-next-step', 'nothing found', undefined, undefined],
    ]);
    expect(suiteOf(report, 'past-close')?.children[0]?.children[0]?.text).toBe(
      [
        'error',
        'Expected to close on 2026-11-18, 5 days ago.',
        'New close date: pipeline set late close=… (or won, lost)',
        'deals/2026/late.yaml:7 · anna · 2000.00',
      ].join('\n'),
    );
  });

  test('rules at off are left out, those not evaluated are skipped', async () => {
    const source = '{system: csv, id: "1"}';
    const cwd = workspace(
      { 'deals/2026/import.yaml': dealFile({ activities: '[]', source }) },
      'rules: {past-close: off}\n',
    );
    const report = await junit(CHECK, cwd);
    expect(suiteOf(report, 'past-close')).toBeUndefined();
    expect(suiteOf(report, 'stale')?.children.map(({ children }) => children[0])).toMatchObject([
      { name: 'skipped', attributes: { message: 'Not evaluated for csv: no activity data.' } },
    ]);
  });

  test('a report is never empty: where no rule had anything to look at, one case says so', () => {
    const nothing = {
      ranked: [],
      rules: [],
      title: 'pipeline check',
      summary: ['No deal changed.'],
      exitStatus: 0,
    };
    const report = parseXml(renderJunit(nothing, ''));
    expect(report.attributes).toMatchObject({ tests: '1', failures: '0', skipped: '1' });
    expect(report.children[0]?.children[0]?.children[0]?.attributes.message).toBe('No deal changed.');
  });

  test('a limit on freshness is a case of its own, passed or failed', async () => {
    const outcome = async (least: string) =>
      suiteOf(await junit(`${CHECK} --min-freshness ${least}`, week()), 'freshness')?.children[0]
        ?.children[0];
    expect(await outcome('0%')).toBeUndefined();
    expect(await outcome('100%')).toMatchObject({
      name: 'failure',
      attributes: { message: 'Freshness 0 % by value, at least 100 %.' },
    });
  });
});

describe('hostile texts', () => {
  const NASTY =
    ']]></failure><x a="&\'">\u0000\u0008\u001b[31m\ud800\ufffe\u202e [here](http://x) {0} a\r\nb ::error:: %0A <!--';
  const said = (over: Partial<Annotation>): Annotation => ({
    level: 'error',
    rule: 'stale',
    id: NASTY,
    subject: NASTY,
    owner: NASTY,
    value: '1.00',
    fingerprint: 'a:1',
    passes: undefined,
    apart: false,
    waived: { until: '2026-12-31', why: NASTY },
    file: `deals/a b#?${NASTY}.yaml`,
    line: undefined,
    column: undefined,
    message: NASTY,
    hint: NASTY,
    ...over,
  });
  const all = (ranked: readonly Annotation[]): Annotations => ({
    ranked,
    rules: [
      {
        id: 'stale',
        title: NASTY,
        level: 'error',
        what: NASTY,
        why: NASTY,
        fix: NASTY,
        evaluated: true,
        notEvaluated: [NASTY],
      },
    ],
    title: NASTY,
    summary: [NASTY],
    exitStatus: 1,
  });

  test('end no element, add no link, and leave valid files', () => {
    const text = renderSarif(all([said({}), said({ passes: NASTY, apart: true })]), {
      folder: 'ą/',
      version: '1.0.0',
    });
    const { results } = sarifRun(text);
    expect(results[0]?.message.text).toContain('[here\\](http://x) {{0}}');
    expect(results[0]?.locations[0].physicalLocation.artifactLocation.uri).toMatch(
      /^%C4%85\/deals\/a%20b%23%3F[!-~]*$/,
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|\\u0000|\\u001b|\\ud800/);

    const report = parseXml(renderJunit(all([said({}), said({ passes: NASTY, apart: true })]), 'ą/'));
    expect(report.attributes).toMatchObject({ tests: '3', failures: '1', skipped: '2' });
    expect(report.children[0]?.children).toHaveLength(3);
  });

  test('a file of SARIF holds 25,000 results, the first ones, and says how many are left out', () => {
    const many = Array.from({ length: 25_002 }, (_, place) =>
      said({ id: `d${place}`, message: 'x', hint: '' }),
    );
    const { results, invocations } = sarifRun(renderSarif(all(many), { folder: '', version: '1.0.0' }));
    expect(results).toHaveLength(25_000);
    expect(results.at(-1)?.message.text).toBe('d24999: x');
    expect(invocations[0].toolExecutionNotifications.at(-1)?.message.text).toContain(
      '2 more findings are left out',
    );
  });
});

test('a baseline that is written beside a deal that cannot be read fails in every format', async () => {
  const cwd = () => week('', { 'deals/2026/broken.yaml': 'name: [\n' });
  const told = await asked('junit', 'check --write-baseline', cwd());
  expect(told.status).toBe(3);
  const report = parseXml(told.stdout);
  expect(report.attributes).toMatchObject({ tests: '1', failures: '1' });
  expect(suiteOf(report, 'unreadable')?.children[0]?.attributes.name).toBe('broken');
  const { results, invocations } = await sarif('check --write-baseline', cwd());
  expect(results).toMatchObject([{ ruleId: 'unreadable', level: 'error' }]);
  expect(invocations[0].exitCode).toBe(3);
  const { stdout } = await cli('check --write-baseline --format github', { cwd: cwd() });
  expect(stdout).toMatch(/^::error .*The deal broken cannot be read/m);
});

test('of several things of the workspace, taking out one leaves the identity of the others', () => {
  const finding = (about: string, line: number): CheckFinding => ({
    ...{
      rule: 'unused-setting',
      severity: 'info',
      id: '',
      about,
      owner: '',
      value: null,
      file: 'pipeline.yaml',
    },
    ...{
      line,
      column: null,
      message: asItIs(about),
      hint: '',
      days: null,
      since: null,
      waived: null,
      at_gate: false,
      apart: null,
    },
  });
  const [first, second] = [finding('labels', 7), finding('forecast', 8)];
  const both = fingerprints([first, second]);
  const alone = fingerprints([second]);
  expect(new Set(both.values()).size).toBe(2);
  expect(alone.get(second)).toBe(both.get(second));
});
