// pipeline plan import: targets from a spreadsheet into pipeline.yaml, each row accounted for, no target lost.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toDecimal } from '../src/base/money.ts';
import { withTargets } from '../src/plan-import/target-text.ts';
import type { PlanImportView } from '../src/report/plan-import.ts';
import type { PlanTarget } from '../src/workspace/settings.ts';
import { readSettings } from '../src/workspace/settings-read.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { property } from './support/property.ts';
import { fc } from './support/seeded.ts';

const TODAY = '2026-11-15';
const HEAD = `# our pipeline
format: 1
name: acme
currency: PLN
locale: pl
team: [{id: anna, name: Anna Nowak}, {id: piotr}]
process: {stages: [lead, {id: offer, label: Oferta}]}   # two
`;

let here: Desk;
beforeEach(async () => {
  here = await desk();
  here.write('pipeline.yaml', HEAD);
});
afterEach(() => here.clear());

const imported = (words = '', today = TODAY) =>
  here.json<PlanImportView>(`plan import targets.csv ${words}`, { today });
const file = (...rows: string[]) => here.write('targets.csv', `${rows.join('\n')}\n`);
const settings = () => here.read('pipeline.yaml');

describe('rows of a table', () => {
  test('become targets, with headers and amounts as people write them; all else of the file stays', async () => {
    file(
      'Kwartał;Handlowiec;Cel;Uwagi;Telefon',
      '2026-Q4;;2 400 000,50;;1',
      'Q1 2027;Anna Nowak;700 tys.;"nowa, ""duża""";2',
      '2027;;9 mln;;3',
    );
    expect(await imported()).toMatchObject({ rows: 3, rejected: [], unused: ['Telefon'] });
    expect(settings()).toBe(
      `${HEAD}plan:\n  targets:\n` +
        '    - {period: 2026-Q4, target: "2400000.50"}\n' +
        '    - {period: 2027-Q1, owner: anna, target: "700000", why: "nowa, \\"duża\\""}\n' +
        '    - {period: "2027", target: "9000000"}\n',
    );
  });

  test('that can not be read are rejected with the reason and the line, the rest is added, exit status 3', async () => {
    file(
      'period,owner,stage,target,since',
      '2026-Q5,,,100,',
      '2026-Q4,ana,,100,',
      '2026-Q4,,x,100,',
      '2026-Q4,,,a lot,',
      '2026-Q4,,,100,soon',
      '2026-Q4,,,100 EUR,',
      '2026-Q4,,,,',
      '2026-Q4,,,-5,',
      '2026-Q4,piotr,Oferta,100,2026-10-01',
    );
    const { status, stdout } = await here.run('plan import targets.csv --format json', { today: TODAY });
    const view: PlanImportView = JSON.parse(stdout);
    expect(status).toBe(3);
    expect(view.rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 "2026-Q5" is not a period.',
      '3 "ana" is not in the team. Did you mean anna?',
      '4 There is no stage "x".',
      expect.stringContaining('5 '),
      '6 "soon" is not a date. Write it as 2026-11-23.',
      '7 A target is in PLN, and this one in EUR.',
      '8 The amount is empty.',
      expect.stringContaining('9 '),
    ]);
    expect(view.rows).toBe(view.added.length + view.unchanged + view.rejected.length);
    expect(settings()).toContain(
      '- {period: 2026-Q4, owner: piotr, stage: offer, target: "100", since: 2026-10-01}',
    );
  });

  test('the same file again adds nothing, and writes nothing', async () => {
    file('period,target', '2026-Q4,100', '2026-Q4,100');
    expect(await imported()).toMatchObject({ added: [{ target: '100' }], unchanged: 1 });
    const after = settings();
    expect(await imported()).toMatchObject({ added: [], unchanged: 2 });
    expect(settings()).toBe(after);
  });

  test('a changed target is added from today on: the plan that was keeps its line', async () => {
    file('period,target', '2026-Q4,100');
    await imported('', '2026-10-01');
    file('period,target,why', '2026-Q4,80,two people left');
    expect(await imported()).toMatchObject({ added: [{ target: '80', since: TODAY, instead_of: '100' }] });
    expect(settings()).toContain(
      '    - {period: 2026-Q4, target: "100"}\n    - {period: 2026-Q4, target: "80", since: 2026-11-15, why: two people left}\n',
    );
    expect(await here.json('plan', { today: TODAY })).toMatchObject({ target: '80.00' });
    file('period,target', '2026-Q4,70');
    expect(await imported()).toMatchObject({
      rejected: [{ reason: expect.stringContaining('changed today already') }],
    });
  });

  test('a figure can not begin on the day of one that is there', async () => {
    file('period,target,since', '2026-Q4,100,2026-10-01');
    await imported();
    file('period,target,since', '2026-Q4,200,2026-10-01');
    expect(await imported()).toMatchObject({ added: [], rejected: [{ line: 2 }] });
  });

  test.each([
    ['without a day', ''],
    ['of one day', '2026-10-01'],
  ])('two rows of one file %s with two figures are both rejected, however often', async (_, since) => {
    file('period,target,since', `2027-Q1,100,${since}`, `2027-Q1,200,${since}`, '2027-Q2,300,');
    const rejected = [
      { line: 2, reason: expect.stringMatching(/targets\.csv:3 .*2027-Q1.* 200/) },
      { line: 3, reason: expect.stringMatching(/targets\.csv:2 .*2027-Q1.* 100/) },
    ];
    expect(await imported()).toMatchObject({ added: [{ period: '2027-Q2' }], rejected });
    const after = settings();
    expect(await imported()).toMatchObject({ added: [], unchanged: 1, rejected });
    expect(settings()).toBe(after);
  });

  test('whatever pipeline.yaml holds of them already', async () => {
    file('period,target', '2027-Q1,100');
    await imported('', '2026-10-01');
    const after = settings();
    file('period,target', '2027-Q1,100', '2027-Q1,200');
    expect(await imported()).toMatchObject({ added: [], unchanged: 0, rejected: [{ line: 2 }, { line: 3 }] });
    expect(settings()).toBe(after);
  });

  test('a plan and its change in one file are both added, in whatever order they stand, and once', async () => {
    file('period,target,since', '2026-Q4,80,2026-11-01', '2026-Q4,100,');
    expect(await imported()).toMatchObject({ added: [{ target: '80' }, { target: '100' }], rejected: [] });
    expect(await imported()).toMatchObject({ added: [], unchanged: 2 });
  });

  test('--dry-run writes nothing', async () => {
    file('period,target', '2026-Q4,100');
    expect(await imported('--dry-run')).toMatchObject({ dry_run: true, added: [{ period: '2026-Q4' }] });
    expect(settings()).toBe(HEAD);
  });

  test('undo takes it back', async () => {
    file('period,target', '2026-Q4,100');
    await imported();
    await here.run('undo', { today: TODAY });
    expect(settings()).toBe(HEAD);
  });

  test('without a column for the period or the target it says what was looked for', async () => {
    file('when,target', '2026-Q4,100');
    expect(await here.run('plan import targets.csv', { today: TODAY })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('żadna kolumna nie podaje: period. Są: when, target.'),
    });
  });
});

describe('the text of pipeline.yaml', () => {
  const target: PlanTarget = {
    ...{ period: '2026-Q4', owner: '', group: '', stage: '', segment: '', currency: '' },
    ...{
      target:
        toDecimal('5') ??
        (() => {
          throw new Error('5');
        })(),
      since: undefined,
      why: '',
    },
  };
  const targetsIn = (text: string) => readSettings(text, 'pipeline.yaml').settings?.plan.targets;

  test.each([
    ['plan:\n  multiplier: whole # why not\nlocale: pl\n'],
    ['plan: {multiplier: whole}\n'],
    ['plan:\n'],
    ['plan: {}\n'],
    ['plan:\n  targets: []\n'],
    ['plan:\n  targets:\n    # none yet\n'],
    ['plan:\n  targets:\n  - {period: 2026, target: "1"}   # first\n  # more to come\n'],
    ['plan:\r\n  targets:\r\n    - {period: 2026, target: "1"}\r\n'],
    ['plan: {targets: [{period: 2026, target: "1"}]}'],
    [''],
  ])('takes a target in whatever form it is written: %j', (plan) => {
    const least = 'format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead]}\n';
    const before = targetsIn(least + plan) ?? [];
    const after = withTargets(least + plan, [target, { ...target, period: '2027' }]);
    expect(targetsIn(after)?.map(({ period }) => period)).toEqual([
      ...before.map(({ period }) => period),
      '2026-Q4',
      '2027',
    ]);
    for (const line of plan.split(/\r?\n/)) {
      const comment = /#.*/.exec(line)?.[0];
      if (comment !== undefined) expect(after).toContain(comment);
    }
  });

  property([fc.array(fc.record({ segment: fc.string(), why: fc.string() }), { minLength: 1, maxLength: 4 })])(
    'says of any words just what they are',
    (words) => {
      const clean = words.map(({ segment, why }) => ({
        segment: segment.replace(/[^ -~]/g, '').trim(),
        why: why.replace(/[^ -~]/g, '').trim(),
      }));
      const added = clean.map((one, at) => ({ ...target, ...one, period: `20${26 + at}` }));
      const text = withTargets('format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead]}\n', added);
      expect(targetsIn(text)?.map(({ segment, why }) => ({ segment, why }))).toEqual(clean);
    },
  );
});
