// pipeline process: what it shows, and how it changes the process so that nothing is left without a stage.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { ProcessView } from '../src/report/process.ts';
import type { ProcessChangeView } from '../src/report/process-change.ts';
import { desk, type ImportCounts, pipedrive } from './crm-import/desk.ts';
import { cli } from './support/cli.ts';
import { filesIn, folderWith } from './workspace-files/folder.ts';

const SETTINGS = `# Ours, by hand.
format: 1
name: acme
currency: PLN
locale: en
process:
  version: 2            # with each change
  since: 2026-09-01     # the board decided
  stages:
    # from the first call on
    - {id: lead, label: Lead}   # everybody
    # Anna's idea
    - id: qualified
      label: Qualified          # need is confirmed
      was: [demo]
      max_days: 20
      requires: {fields: [amount, close], activities: [call, meeting]}
      exit: [{id: need, text: Need confirmed}, {id: buyer, text: Buyer named}]
      allow_skip: false
      allow_back: false
      # the end of it
    - {id: proposal, label: "Offer made", probability: 50%, stale: {warn_after: 5}}

    - negotiation   # nothing but an id
  history:
    - {version: 1, since: 2026-01-01, stages: [lead, demo, proposal, negotiation]}
rules:
  pushed: {stages: {qualified: off}}
  late-log: {severity: info, stages: {qualified: warning, lead: off}}
review: {questions: {stages: {qualified: ["Who signs?"]}}}
plan:
  targets:
    - {period: 2026-Q4, stage: qualified, target: "1000"}
    - {period: 2026-Q4, target: "5000"}
`;

const DEALS = {
  'deals/ash.yaml': `name: Ash   # the first
stage: 'qualified'   # since October
amount: 100
stages:
  - {stage: lead, on: 2026-09-01}
  - {stage: qualified, on: 2026-10-13}
`,
  'deals/birch.yaml': 'name: Birch\nstage: demo\namount: 200\n',
  'deals/cedar.yaml': 'name: Cedar\nstage: lead\n',
  'deals/dogwood.yaml':
    'name: Dogwood\nstage: won\nclose: 2026-10-30\nstages: [{stage: qualified, on: 2026-10-01}]\n',
  'archive/2026-Q3/elm.yaml': 'name: Elm\nstage: qualified\n',
};

function workspace(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ 'pipeline.yaml': SETTINGS, ...DEALS, ...files });
}

async function json<View>(line: string, cwd: string, today?: string): Promise<View> {
  const { stdout, stderr } = await cli(`${line} --format json`, {
    cwd,
    ...(today === undefined ? {} : { today }),
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Runs it; it must be done. */
async function done(line: string | readonly string[], cwd: string, today?: string): Promise<string> {
  const { status, stdout, stderr } = await cli(line, { cwd, ...(today === undefined ? {} : { today }) });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

/** The lines that changed, without those that stay: `-` before, `+` after. */
function changedLines(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `-${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+${line}`),
  ];
}

describe('pipeline process', () => {
  test('shows each stage with what it asks for, since when it is there, and the open deals in it', async () => {
    const view = await json<ProcessView>('process', workspace());
    expect(view).toMatchObject({ version: 2, since: '2026-09-01', open: { count: 3, value: '300.00' } });
    expect(view.stages.map(({ stage, since, count, value }) => [stage, since, count, value])).toEqual([
      ['lead', '2026-01-01', 1, '0.00'],
      ['qualified', '2026-01-01', 1, '100.00'],
      ['proposal', '2026-01-01', 0, '0.00'],
      ['negotiation', '2026-01-01', 0, '0.00'],
    ]);
    expect(view.stages[1]).toMatchObject({
      was: ['demo'],
      asks: {
        max_days: 20,
        requires: { fields: ['amount', 'close'], activities: ['call', 'meeting'] },
        exit: [
          { id: 'need', text: 'Need confirmed' },
          { id: 'buyer', text: 'Buyer named' },
        ],
        allow_skip: false,
        allow_back: false,
      },
    });
    expect(view.unknown).toEqual([{ stage: 'demo', count: 1, value: '200.00' }]);
    expect(view.history).toEqual([
      {
        version: 1,
        since: '2026-01-01',
        until: '2026-08-31',
        stages: ['lead', 'demo', 'proposal', 'negotiation'],
      },
    ]);
  });

  test('names a deal that can’t be read, exit 3; and of a snapshot shows the process of then', async () => {
    const cwd = workspace();
    await done('snapshot', cwd, '2026-11-16');
    await done('process rename qualified vetted', cwd);
    const then = await json<ProcessView>('process --as-of 2026-11-20', cwd);
    expect(then).toMatchObject({ as_of: '2026-11-16', version: 2 });
    expect(then.stages.map(({ stage, asks }) => [stage, asks])).toContainEqual(['qualified', null]);
    expect(then.history.map(({ version }) => version)).toEqual([1]);
    const broken = workspace({ 'deals/fir.yaml': 'name: [' });
    const { status, stdout } = await cli('process', { cwd: broken });
    expect(status).toBe(3);
    expect(stdout).toContain('1 deal cannot be read: fir');
  });

  test('a screen of it, and of a change', async () => {
    const cwd = workspace();
    const shown = await cli('process', { cwd, tty: true });
    const change = await cli('process remove qualified --to proposal --dry-run', { cwd, tty: true });
    await expect(`${shown.stdout}\n${change.stdout}`).toMatchFileSnapshot('../snapshots/process.txt');
  });
});

test('another label shows the labels before and after, and how to take it back', async () => {
  const cwd = workspace();
  const { stdout } = await cli(['process', 'rename', 'qualified', '--label', 'Vetted'], { cwd });
  const lineOf = (when: string) => stdout.split('\n').find((line) => line.startsWith(when));
  expect(lineOf('after')).toContain('Vetted');
  expect(lineOf('before')).not.toContain('Vetted');
  expect(stdout).toContain('pipeline undo');
});

describe('process rename', () => {
  test('changes in pipeline.yaml what names the stage, and no other byte', async () => {
    const cwd = workspace();
    await done('process rename qualified vetted', cwd);
    expect(changedLines(SETTINGS, filesIn(cwd)['pipeline.yaml'] ?? '')).toEqual([
      '-  version: 2            # with each change',
      '-  since: 2026-09-01     # the board decided',
      '-    - id: qualified',
      '-      label: Qualified          # need is confirmed',
      '-      was: [demo]',
      '-  pushed: {stages: {qualified: off}}',
      '-  late-log: {severity: info, stages: {qualified: warning, lead: off}}',
      '-review: {questions: {stages: {qualified: ["Who signs?"]}}}',
      '-    - {period: 2026-Q4, stage: qualified, target: "1000"}',
      '+  version: 3            # with each change',
      '+  since: 2026-11-23     # the board decided',
      '+    - id: vetted',
      '+      label: Vetted          # need is confirmed',
      '+      was: [demo, qualified]',
      '+    - {version: 2, since: 2026-09-01, stages: [lead, qualified, proposal, negotiation]}',
      '+  pushed: {stages: {vetted: off}}',
      '+  late-log: {severity: info, stages: {vetted: warning, lead: off}}',
      '+review: {questions: {stages: {vetted: ["Who signs?"]}}}',
      '+    - {period: 2026-Q4, stage: vetted, target: "1000"}',
    ]);
  });

  test('writes the new id into its open deals, those under a former id too; closed and archived ones keep theirs', async () => {
    const cwd = workspace();
    const view = await json<ProcessChangeView>('process rename qualified vetted', cwd);
    expect(view.deals.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['ash', 'qualified', 'vetted'],
      ['birch', 'demo', 'vetted'],
    ]);
    expect(view).toMatchObject({ on_record: 2, archived_in_it: 1, diff_says: null, deals_value: '300.00' });
    const after = filesIn(cwd);
    expect(after['deals/ash.yaml']).toBe(DEALS['deals/ash.yaml'].replace("'qualified'", "'vetted'"));
    expect(after['deals/birch.yaml']).toBe(DEALS['deals/birch.yaml'].replace('demo', 'vetted'));
    for (const path of ['deals/cedar.yaml', 'deals/dogwood.yaml', 'archive/2026-Q3/elm.yaml'] as const)
      expect(after[path]).toBe(DEALS[path]);
  });

  test('a label of a person’s own stays; another label alone is no new version and no change of a deal', async () => {
    const cwd = workspace();
    await done('process rename proposal offer', cwd);
    expect(filesIn(cwd)['pipeline.yaml']).toContain(
      '{id: offer, label: "Offer made", was: [proposal], probability: 50%',
    );
    const before = filesIn(cwd);
    const view = await json<ProcessChangeView>('process rename qualified --label Vetted', cwd, '2026-11-24');
    expect([view.before.version, view.after.version, view.deals]).toEqual([3, 3, []]);
    expect(filesIn(cwd)).toEqual({
      ...before,
      'pipeline.yaml': before['pipeline.yaml']?.replace('label: Qualified ', 'label: Vetted '),
    });
  });

  test('a stage may take up its own former id again', async () => {
    const cwd = workspace();
    await done('process rename qualified demo', cwd);
    const text = filesIn(cwd)['pipeline.yaml'];
    expect(text).toContain(
      '- id: demo\n      label: Demo          # need is confirmed\n      was: [qualified]\n',
    );
    expect(filesIn(cwd)['deals/birch.yaml']).toBe(DEALS['deals/birch.yaml']);
  });

  test('a stage that is an id alone becomes one with a former id', async () => {
    const cwd = workspace();
    await done(['process', 'rename', 'negotiation', 'closing', '--label', 'Last, talks: #1'], cwd);
    expect(filesIn(cwd)['pipeline.yaml']).toContain(
      '\n    - {id: closing, label: "Last, talks: #1", was: [negotiation]}   # nothing but an id\n',
    );
  });
});

describe('process remove', () => {
  test('without --to says how much would be left without a stage, and with what it goes', async () => {
    const cwd = workspace({
      'imports/pipedrive.yaml': 'format: 1\nsystem: pipedrive\nstages: {Demo: demo}\n',
    });
    const before = filesIn(cwd);
    const { status, stderr } = await cli('process remove qualified', { cwd });
    expect([status, stderr]).toEqual([
      2,
      'error: Without qualified, 2 open deals, 1 plan target, 1 stage value of imports/pipedrive.yaml would be left without a stage.\n' +
        '  → Say which one takes them over: pipeline process remove qualified --to proposal\n',
    ]);
    expect(filesIn(cwd)).toEqual(before);
  });

  test('takes out the stage with its comments and what is set for it, and moves deals and targets', async () => {
    const cwd = workspace();
    const view = await json<ProcessChangeView>('process remove qualified --to proposal', cwd);
    expect(view.settings).toEqual([
      ...['max_days', 'requires', 'exit', 'allow_skip', 'allow_back'].map((key) => ({
        setting: `process.stages.qualified.${key}`,
        what: 'taken-out',
      })),
      { setting: 'rules.pushed.stages.qualified', what: 'taken-out' },
      { setting: 'rules.late-log.stages.qualified', what: 'taken-out' },
      { setting: 'review.questions.stages.qualified', what: 'taken-out' },
      { setting: 'plan.targets 2026-Q4', what: 'followed' },
    ]);
    expect(changedLines(SETTINGS, filesIn(cwd)['pipeline.yaml'] ?? '')).toEqual([
      '-  version: 2            # with each change',
      '-  since: 2026-09-01     # the board decided',
      "-    # Anna's idea",
      '-    - id: qualified',
      '-      label: Qualified          # need is confirmed',
      '-      was: [demo]',
      '-      max_days: 20',
      '-      requires: {fields: [amount, close], activities: [call, meeting]}',
      '-      exit: [{id: need, text: Need confirmed}, {id: buyer, text: Buyer named}]',
      '-      allow_skip: false',
      '-      allow_back: false',
      '-      # the end of it',
      '-  pushed: {stages: {qualified: off}}',
      '-  late-log: {severity: info, stages: {qualified: warning, lead: off}}',
      '-review: {questions: {stages: {qualified: ["Who signs?"]}}}',
      '-    - {period: 2026-Q4, stage: qualified, target: "1000"}',
      '+  version: 3            # with each change',
      '+  since: 2026-11-23     # the board decided',
      '+    - {version: 2, since: 2026-09-01, stages: [lead, qualified, proposal, negotiation]}',
      '+  late-log: {severity: info, stages: {lead: off}}',
      '+    - {period: 2026-Q4, stage: proposal, target: "1000"}',
    ]);
    expect(view.deals.map(({ id, to }) => [id, to])).toEqual([
      ['ash', 'proposal'],
      ['birch', 'proposal'],
    ]);
    expect(filesIn(cwd)['deals/ash.yaml']).toBe(DEALS['deals/ash.yaml'].replace("'qualified'", "'proposal'"));
  });

  test('an empty stage goes without a word about where to', async () => {
    const cwd = workspace();
    expect(await done('process remove negotiation', cwd)).toContain('No open deal is in negotiation');
    expect(filesIn(cwd)['pipeline.yaml']).not.toContain('nothing but an id');
  });

  test('two plan targets never become one in silence', async () => {
    const twice = SETTINGS.replace(
      '    - {period: 2026-Q4, target',
      '    - {period: 2026-Q4, stage: lead, target: "1"}\n    - {period: 2026-Q4, target',
    );
    const { status, stderr } = await cli('process remove qualified --to lead', {
      cwd: workspace({ 'pipeline.yaml': twice }),
    });
    expect(status).toBe(2);
    expect(stderr).toContain(
      'plan.targets has a target of 2026-Q4 for qualified and one for lead: which is to hold?',
    );
  });

  test('where the deals go beyond the neighbours, it says what a diff will call that', async () => {
    const cwd = workspace();
    await done('snapshot', cwd, '2026-11-16');
    const far = await json<ProcessChangeView>('process remove qualified --to negotiation', cwd);
    expect(far.diff_says).toBe('advanced');
    const { deals } = await json<{ deals: { id: string; movements: { kind: string }[] }[] }>('diff', cwd);
    expect(deals.find(({ id }) => id === 'ash')?.movements.map(({ kind }) => kind)).toEqual(['advanced']);
  });
});

describe('process add and reorder', () => {
  test.each([
    ['process add legal', 'lead, qualified, proposal, negotiation, legal'],
    ['process add legal --first', 'legal, lead, qualified, proposal, negotiation'],
    ['process add legal --after qualified', 'lead, qualified, legal, proposal, negotiation'],
    ['process add legal --before lead', 'legal, lead, qualified, proposal, negotiation'],
    ['process reorder qualified --first', 'qualified, lead, proposal, negotiation'],
    ['process reorder qualified --after negotiation', 'lead, proposal, negotiation, qualified'],
    ['process reorder Lead --before negotiation', 'qualified, proposal, lead, negotiation'],
    ['process reorder negotiation --after lead', 'lead, negotiation, qualified, proposal'],
  ])('%s: %s', async (line, expected) => {
    const cwd = workspace();
    const view = await json<ProcessChangeView>(line, cwd);
    expect(view.after.stages.map(({ stage }) => stage).join(', ')).toBe(expected);
    expect(view.after).toMatchObject({ version: 3, since: '2026-11-23' });
    const { 'pipeline.yaml': text = '', ...others } = filesIn(cwd);
    const { 'pipeline.yaml': _, ...before } = { 'pipeline.yaml': SETTINGS, ...DEALS };
    expect(others).toEqual(before);
    for (const comment of SETTINGS.match(/#.*/g) ?? []) expect(text.split(comment)).toHaveLength(2);
  });

  test('a stage goes with the comments that belong to it', async () => {
    const cwd = workspace();
    await done('process reorder qualified --after negotiation', cwd);
    const text = filesIn(cwd)['pipeline.yaml'] ?? '';
    expect(text).toContain(
      "\n    - negotiation   # nothing but an id\n    # Anna's idea\n    - id: qualified\n      label: Qualified          # need is confirmed\n",
    );
    expect(text).toContain('\n      # the end of it\n  history:\n');
  });

  test('a stage that comes back takes up what is on record of it, and says so', async () => {
    const cwd = workspace();
    await done('process remove negotiation', cwd, '2026-11-20');
    const text = await done('process add negotiation', cwd);
    expect(text).toContain('Version 2 had a stage negotiation: what is on record of it counts to this one.');
  });
});

test('a deal entered at the first stage of the day’s morning is no late entry in the evening, nor one of no day', async () => {
  const entered = (on: string) => `name: New\nstage: lead\nstages: [{stage: lead, on: ${on}}]\n`;
  const cwd = workspace({
    'deals/fir.yaml': entered('2026-11-23'),
    'deals/hazel.yaml': entered('2026-11-24'),
  });
  await done('process add contact --first', cwd);
  const { findings } = await json<{ findings: { id: string }[] }>(
    'check --rule late-entry',
    cwd,
    '2026-11-25',
  );
  // Birch stands in Qualified: nothing but an earlier stage could have been its first.
  expect(findings.map(({ id }) => id).sort()).toEqual(['birch', 'hazel']);
});

describe('versions', () => {
  test('one a day: what is changed again on the day that a version began belongs to it', async () => {
    const cwd = workspace();
    await done('process add legal', cwd, '2026-11-20');
    const text = await done('process rename legal law', cwd, '2026-11-20');
    expect(text).toContain('Version 3 began today: the change belongs to it.');
    const { version, history } = await json<ProcessView>('process', cwd, '2026-11-20');
    expect([version, history.map((one) => one.version)]).toEqual([3, [2, 1]]);
    await done('process remove law', cwd, '2026-11-21');
    const later = await json<ProcessView>('process', cwd);
    expect([later.version, later.since, later.history.map((one) => one.version)]).toEqual([
      4,
      '2026-11-21',
      [3, 2, 1],
    ]);
    expect(later.history[0]?.stages).toEqual(['lead', 'qualified', 'proposal', 'negotiation', 'law']);
  });

  test('a process without version, day and history gets all three, in whatever form it is written', async () => {
    const flow = 'format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead, {id: proposal}]}\n';
    const json_ =
      '{"format": 1, "name": "acme", "currency": "PLN", "process": {"stages": [{"id": "lead", "label": "L"}, "proposal"]}}';
    const block =
      'format: 1\r\nname: acme\r\ncurrency: PLN\r\nprocess:\r\n  stages:\r\n  - lead # first\r\n  - proposal';
    const expected = [
      flow.replace(
        '{stages: [lead, {id: proposal}]}',
        '{version: 2, since: 2026-11-23, stages: [{id: contact, was: [lead]}, {id: proposal}], history: [{version: 1, stages: [lead, proposal]}]}',
      ),
      json_.replace(
        '{"stages": [{"id": "lead", "label": "L"}, "proposal"]}',
        '{version: 2, since: 2026-11-23, "stages": [{"id": "contact", "label": "L", was: [lead]}, "proposal"], history: [{version: 1, stages: [lead, proposal]}]}',
      ),
      block
        .replace('  stages:', '  version: 2\r\n  since: 2026-11-23\r\n  stages:')
        .replace('- lead', '- {id: contact, was: [lead]}')
        .concat('\r\n  history:\r\n    - {version: 1, stages: [lead, proposal]}'),
    ];
    for (const [at, text] of [flow, json_, block].entries()) {
      const cwd = folderWith({ 'pipeline.yaml': text });
      await done('process rename lead contact', cwd);
      expect(filesIn(cwd)['pipeline.yaml']).toBe(expected[at]);
    }
  });
});

test('in a mirror the values of the export follow: the next import finds every deal where it is', async () => {
  const here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive');
  onTestFinished(() => here.clear());
  here.write(
    'export.csv',
    pipedrive('1,Ash,100,Lead,open', '2,Birch,200,Qualified,open', '3,Cedar,300,Proposal,open'),
  );
  const imported = async () => await here.json<ImportCounts>('import export.csv', { today: '2026-11-24' });
  expect(await imported()).toMatchObject({ created: 3 });
  const { status, stderr } = await here.run('process remove qualified --to proposal');
  expect([status, stderr]).toEqual([0, '']);
  await here.run(['process', 'rename', 'lead', 'contact', '--label', 'First talk']);
  expect(here.read('imports/pipedrive.yaml')).toMatch(
    /stages:\n {2}Lead: contact\n {2}Qualified: proposal\n {2}Proposal: proposal\n/,
  );
  expect(await imported()).toMatchObject({ created: 0, updated: 0, unchanged: 3, changes: [] });
  const { stdout } = await here.run('process add legal');
  expect(stdout).toContain(
    'No value of pipedrive leads to it yet: put it under stages in imports/pipedrive.yaml.',
  );
});

test('--dry-run shows the same and writes nothing', async () => {
  for (const line of [
    'rename qualified vetted',
    'add legal',
    'remove qualified --to lead',
    'reorder lead --after proposal',
  ]) {
    const cwd = workspace();
    const before = filesIn(cwd);
    const dry = await json<ProcessChangeView>(`process ${line} --dry-run`, cwd);
    expect(filesIn(cwd)).toEqual(before);
    expect(await json<ProcessChangeView>(`process ${line}`, cwd)).toEqual({ ...dry, dry_run: false });
    expect(filesIn(cwd)).not.toEqual(before);
  }
});

describe('is refused, and nothing is written', () => {
  test.each([
    ['rename qualified', 'What is qualified to be called?'],
    ['rename qualified qualified', 'That is what qualified is called already: Qualified.'],
    ['rename qualfied vetted', 'There is no stage "qualfied".\n  → Did you mean "qualified"?'],
    [
      'rename qualified lead',
      'There is a stage "lead" already: Lead.\n  → To put two together: pipeline process remove STAGE --to STAGE',
    ],
    ['rename lead demo', '"demo" is what Qualified was called before'],
    ['rename qualified won', '"won" is an outcome, no stage'],
    ['rename won vetted', '"won" is an outcome, no stage'],
    ['rename qualified Needs_Analysis', 'Write needs-analysis, and --label "Needs_Analysis".'],
    ['add lead', 'There is a stage "lead" already'],
    ['add constructor', '"constructor" can\'t be the id of a stage'],
    ['add legal --first --after lead', 'Give one of --after, --before and --first.'],
    ['add legal --after leda', 'Did you mean "lead"?'],
    ['remove qualified --to qualified', "qualified can't take over its own deals."],
    ['reorder lead', 'Where is lead to stand?'],
    ['reorder lead --first', 'Lead stands there already.'],
    ['reorder lead --after lead', "lead can't stand beside itself."],
    [
      'rename qualified vetted --today 2026-08-31',
      'Version 2 of the process holds since 2026-09-01, which is after today.',
    ],
  ])('process %s', async (line, message) => {
    const cwd = workspace();
    const before = filesIn(cwd);
    const { status, stderr } = await cli(`process ${line}`, { cwd });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(filesIn(cwd)).toEqual(before);
  });

  test('a stage is not called as one was that is gone: its records would be read as this one’s', async () => {
    const cwd = workspace();
    await done('process remove negotiation', cwd, '2026-11-20');
    const { status, stderr } = await cli('process rename lead negotiation', { cwd });
    expect(stderr).toContain('"negotiation" was another stage until version 2');
    expect(status).toBe(2);
  });

  test('while a deal can’t be read that may be in the stage; it is named, exit 3', async () => {
    const cwd = workspace({ 'deals/fir.yaml': 'name: [' });
    const before = filesIn(cwd);
    for (const line of ['rename qualified vetted', 'remove qualified --to lead']) {
      const { status, stderr } = await cli(`process ${line}`, { cwd });
      expect(stderr).toContain("1 deal can't be read, so nobody knows whether they are in qualified.");
      expect(stderr).toContain('deals/fir.yaml:');
      expect(status).toBe(3);
    }
    expect(filesIn(cwd)).toEqual(before);
    await done('process add legal', cwd);
  });

  test('the last stage stays', async () => {
    const cwd = folderWith({
      'pipeline.yaml': 'format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead]}\n',
    });
    const { status, stderr } = await cli('process remove lead', { cwd });
    expect([status, stderr]).toEqual([
      2,
      'error: lead is the only stage: a process needs one.\n  → Add the other one first: pipeline process add ID\n',
    ]);
  });
});
