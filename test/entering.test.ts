// Writing deals down by commands: one file, only the lines that must change, and the process speaks as it happens.

import { afterEach, describe, expect, test } from 'vitest';
import type { ChangeView } from '../src/report/change.ts';
import { type Desk, desk, pipedrive } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

const SETTINGS = `format: 1
name: desk
currency: PLN
locale: en-GB
time_zone: Europe/Warsaw
team:
  - {id: anna, name: Anna Nowak, email: anna@example.com}
  - {id: piotr, name: Piotr Lis}
  - {id: ewa, name: Ewa Zak, until: 2026-10-31}
process:
  stages:
    - {id: lead, requires: {fields: [owner]}}
    - id: qualified
      requires: {fields: [amount, close], activities: [call, meeting]}
      exit: [{id: need, text: Need confirmed}, {id: buyer, text: Buyer named}]
      allow_skip: false
    - {id: proposal, requires: {fields: [next_step]}, allow_back: false}
    - {id: negotiation}
lost_reasons: [price, timing]
freshness: {not_activities: [note]}
`;

/** With a comment, an order and quotes of its own. */
const DEAL = `# kept by hand
stage: qualified   # since October
name: "ERP rollout"
account: Acme Sp. z o.o.
owner: anna
amount: 120000.00
created: 2026-09-01
close: 2026-12-15
next_step: {by: 2026-11-28, what: send the offer, agreed: 2026-11-20}
stages:
  - {stage: lead, on: 2026-09-01}
  - {stage: qualified, on: 2026-10-01}
activities:
  - {on: 2026-10-05, type: call}   # the first
  - {on: 2026-11-20, type: note, note: asked around}
`;
const PATH = 'deals/2026/acme-erp.yaml';

async function book(files: Readonly<Record<string, string>> = { [PATH]: DEAL }): Promise<Desk> {
  const here = await desk();
  made.push(here);
  here.write('pipeline.yaml', SETTINGS);
  for (const [path, text] of Object.entries(files)) here.write(path, text);
  return here;
}

/** Lines that are not in both, with their sign. */
function diff(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

/** What a command changes in the deal's file. */
async function changed(words: readonly string[], text = DEAL): Promise<string[]> {
  const here = await book({ [PATH]: text });
  const { status, stderr } = await here.run(words);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return diff(text, here.read(PATH));
}

describe('a verb changes only the lines that it must', () => {
  test.each<[readonly string[], readonly string[]]>([
    [
      ['log', 'acme-erp', 'scope agreed', '--type', 'meeting'],
      ['+  - {on: 2026-11-23, logged: 2026-11-23, type: meeting, note: scope agreed}'],
    ],
    [
      ['log', 'acme-erp', 'they called', '--type', 'call', '--on', '10.11'],
      ['+  - {on: 2026-11-10, logged: 2026-11-23, type: call, note: they called}'],
    ],
    [
      ['next', 'acme-erp', 'send the offer', '--by', 'fri'],
      [
        '-next_step: {by: 2026-11-28, what: send the offer, agreed: 2026-11-20}',
        '+next_step: {by: 2026-11-27, what: send the offer, agreed: 2026-11-20}',
      ],
    ],
    [
      ['next', 'acme-erp', 'call the board', '--by', '+2w'],
      [
        '-next_step: {by: 2026-11-28, what: send the offer, agreed: 2026-11-20}',
        '+next_step: {by: 2026-12-07, what: call the board, agreed: 2026-11-23}',
      ],
    ],
    [
      ['done', 'acme-erp', '--type', 'offer'],
      [
        '-next_step: {by: 2026-11-28, what: send the offer, agreed: 2026-11-20}',
        '+  - {on: 2026-11-23, logged: 2026-11-23, type: offer, note: send the offer}',
      ],
    ],
    [
      ['move', 'acme-erp', 'Proposal', '--met', 'need,buyer', '--on', 'yesterday'],
      [
        '-stage: qualified   # since October',
        '+stage: proposal   # since October',
        '+  - {stage: proposal, on: 2026-11-22, logged: 2026-11-23}',
        '+checklist: [need, buyer]',
      ],
    ],
    [
      ['lost', 'acme-erp', '--reason', 'Price', '--on', '2026-11-20'],
      [
        '-stage: qualified   # since October',
        '-close: 2026-12-15',
        '+stage: lost   # since October',
        '+close: 2026-11-20',
        '+  - {stage: lost, on: 2026-11-20, logged: 2026-11-23}',
        '+lost_reason: price',
      ],
    ],
    [
      ['owner', 'acme-erp', 'Piotr Lis'],
      ['-owner: anna', '+owner: piotr'],
    ],
    [
      ['set', 'acme-erp', 'amount=95k'],
      ['-amount: 120000.00', '+amount: 95000'],
    ],
    [
      ['set', 'acme-erp', 'amount=25 000 EUR'],
      ['-amount: 120000.00', '+amount: 25000', '+currency: EUR'],
    ],
    [
      ['set', 'acme-erp', 'close=end of Q1'],
      ['-close: 2026-12-15', '+close: 2027-03-31'],
    ],
    [['set', 'acme-erp', 'close='], ['-close: 2026-12-15']],
    [
      ['set', 'acme-erp', 'custom.segment=mid, large', 'contacts+=jan@acme.example'],
      ['+contacts: [jan@acme.example]', '+custom: {segment: "mid, large"}'],
    ],
  ])('%j', async (words, lines) => {
    expect((await changed(words)).sort()).toEqual([...lines].sort());
  });

  test('activities stand by day, after those of the same day', async () => {
    const here = await book();
    await here.run(['log', 'acme-erp', 'in between', '--type', 'email', '--on', '2026-11-01']);
    const days = [...here.read(PATH).matchAll(/- \{on: (\S+),/g)].map(([, on]) => on);
    expect(days).toEqual(['2026-10-05', '2026-11-01', '2026-11-20']);
  });

  test('a word that says the same changes nothing, and says so', async () => {
    const here = await book();
    const { stdout, status } = await here.run('owner acme-erp anna');
    expect([stdout, status]).toEqual(['acme-erp says so already\n', 0]);
    expect(here.read(PATH)).toBe(DEAL);
  });

  test('--dry-run writes nothing and shows the same', async () => {
    const here = await book();
    const view = await here.json<ChangeView>('set acme-erp amount=1m --dry-run');
    expect(view.deals).toEqual([
      expect.objectContaining({ changes: [{ field: 'amount', old: '120000.00', new: '1000000' }] }),
    ]);
    expect(view.understood).toEqual([{ given: '1m', day: null, amount: '1000000', currency: 'PLN' }]);
    expect(here.read(PATH)).toBe(DEAL);
  });

  test('a deal without a record of stages does not look as if it began in the one that it enters', async () => {
    const bare =
      'name: Bare\nowner: anna\nstage: lead\ncreated: 2026-11-02\namount: 5000\nclose: 2026-12-01\n';
    expect(await changed(['move', 'acme-erp', 'qualified'], bare)).toEqual([
      '-stage: lead',
      '+stage: qualified',
      '+stages:',
      '+  - {stage: lead, on: 2026-11-02}',
      '+  - {stage: qualified, on: 2026-11-23, logged: 2026-11-23}',
    ]);
  });
});

describe('reopen', () => {
  const lost = 'name: Bare\nowner: anna\nstage: lost\ncreated: 2026-10-02\namount: 5000\n';
  const record = async (deal: string) => {
    const here = await book({ [PATH]: deal });
    const words = ['reopen', 'acme-erp', '--stage', 'lead', '--why', 'they came back'];
    expect((await here.run(words)).status).toBe(0);
    return here.read(PATH).match(/stage: lost, on: [\d-]+/g);
  };

  test('a deal without a record of stages was lost when it closed, not when it began', async () => {
    expect(await record(`${lost}close: 2026-11-10\n`)).toEqual(['stage: lost, on: 2026-11-10']);
    expect(await record(`${lost}close: 2027-01-10\n`)).toEqual(['stage: lost, on: 2026-11-23']);
    expect(await record(lost)).toEqual(['stage: lost, on: 2026-11-23']);
  });
});

describe('add', () => {
  test('only the name is needed; the id comes from account and name', async () => {
    const here = await book({});
    const { stdout, status } = await here.run(['add', 'Łódź – pumps']);
    expect(status).toBe(0);
    expect(here.read('deals/2026/lodz-pumps.yaml')).toBe(
      [
        'name: Łódź – pumps',
        'stage: lead',
        'created: 2026-11-23',
        'recorded: 2026-11-23',
        'stages:',
        '  - {stage: lead, on: 2026-11-23, logged: 2026-11-23}',
        '',
      ].join('\n'),
    );
    expect(stdout).toContain('deals/2026/lodz-pumps.yaml');
    expect(stdout).toContain('Lead requires what it lacks: owner.');
    expect(stdout).toContain('pipeline owner lodz-pumps …');
  });

  test('everything at once, as people type it, is told back as understood', async () => {
    const here = await book({});
    const { stdout } = await here.run([
      ...['add', 'Acme – ERP rollout', '--account', 'Acme Sp. z o.o.', '--owner', 'anna@example.com'],
      ...['--amount', '120k', '--close', 'end of Q1', '--next', 'call Jan', '--by', 'fri'],
      ...['--contact', 'jan@acme.example', '--set', 'custom.segment=mid', '--created', 'yesterday'],
    ]);
    expect(stdout).toMatchInlineSnapshot(`
      "acme-erp-rollout · Acme – ERP rollout · new
      “yesterday” is Sunday, 2026-11-22
      “120k” is 120,000 PLN
      “end of Q1” is Wednesday, 2027-03-31
      “fri” is Friday, 2026-11-27

      name            Acme – ERP rollout
      account         Acme Sp. z o.o.
      owner           Anna Nowak
      stage           Lead
      amount          120,000
      created         2026-11-22
      recorded        2026-11-23
      close           2027-03-31
      next_step       2026-11-27 call Jan
      contacts        jan@acme.example
      stages          2026-11-22 lead
      custom.segment  mid

      deals/2026/acme-erp-rollout.yaml
      Not what you meant? → pipeline undo
      "
    `);
    expect(here.read('deals/2026/acme-erp-rollout.yaml')).toMatchInlineSnapshot(`
      "name: Acme – ERP rollout
      account: Acme Sp. z o.o.
      owner: anna
      stage: lead
      amount: 120000
      created: 2026-11-22
      recorded: 2026-11-23
      close: 2027-03-31
      contacts: [jan@acme.example]
      next_step: {by: 2026-11-27, what: call Jan, agreed: 2026-11-23}
      stages:
        - {stage: lead, on: 2026-11-22, logged: 2026-11-23}
      custom: {segment: mid}
      "
    `);
  });

  test('beyond the first stage it is a late entry, said once and found by check', async () => {
    const here = await book({});
    const words = ['add', 'Late', '--stage', 'proposal', '--owner', 'anna', '--amount', '5k'];
    const { stdout } = await here.run([...words, '--next', 'call', '--by', 'fri']);
    expect(stdout).toContain('It begins in Proposal, not in Lead: a late entry.');
    const check = await here.run('check --rule late-entry');
    expect(check.stdout).toContain('First on record in Proposal on 2026-11-23');
    expect((await here.run('log late "a call" --type call')).stdout).not.toContain('late entry');
  });

  test('a deal that looks like one that is there is written, and says which', async () => {
    const here = await book();
    const { stdout } = await here.run(['add', 'ERP roll-out', '--account', 'ACME', '--owner', 'anna']);
    expect(stdout).toContain('It looks like acme-erp: pipeline merge acme-erp acme-erp-roll-out');
  });

  test('an id that is taken gets a tail; one that was asked for is refused', async () => {
    const here = await book({ 'deals/2026/x.yaml': 'name: X\nstage: lead\nwas: y\n' });
    expect((await here.json<ChangeView>('add X')).deals[0]?.id).toMatch(/^x-[a-z0-9]{6}$/);
    expect((await here.run('add Y --id y')).stderr).toContain('y is or was the id of another deal.');
    expect((await here.run(['add', 'Y', '--id', 'No Good'])).stderr).toContain('no-good');
  });
});

describe('the process speaks where a deal moves', () => {
  test('what is missing is listed with the commands that mend it, and nothing is written', async () => {
    const bare = 'name: Bare\nowner: anna\nstage: lead\ncreated: 2026-11-02\n';
    const here = await book({ 'deals/bare.yaml': bare });
    const { stderr, status } = await here.run('move bare proposal');
    expect(status).toBe(2);
    expect(stderr).toBe(
      [
        "error: bare can't go to Proposal yet: 2 things are in the way.",
        '  → Mend them, or go on and say why: --force --why "…"',
        '    Qualified may not be jumped over',
        '        pipeline move bare qualified',
        '    next_step',
        '        pipeline next bare "…" --by fri',
        '',
      ].join('\n'),
    );
    expect(here.read('deals/bare.yaml')).toBe(bare);
  });

  test('each of its commands does mend it', async () => {
    const here = await book({
      'deals/bare.yaml': 'name: Bare\nowner: anna\nstage: lead\ncreated: 2026-11-02\n',
    });
    for (const words of [
      ['set', 'bare', 'amount=5k', 'close=+6w'],
      ['move', 'bare', 'qualified'],
      ['log', 'bare', 'talked', '--type', 'call'],
      ['set', 'bare', 'checklist+=need'],
      ['set', 'bare', 'checklist+=buyer'],
      ['next', 'bare', 'the offer', '--by', 'fri'],
      ['move', 'bare', 'proposal'],
      ['won', 'bare'],
    ]) {
      const { status, stderr } = await here.run(words);
      expect([words, status, stderr]).toEqual([words, 0, '']);
    }
    expect(here.read('deals/bare.yaml')).toContain('stage: won');
  });

  test('--force --why goes on, and the deal keeps the reason for its review', async () => {
    const here = await book({ 'deals/bare.yaml': 'name: Bare\nowner: anna\nstage: lead\namount: 900\n' });
    expect((await here.run('move bare proposal --force')).stderr).toContain('--force needs a reason.');
    await here.run(['move', 'bare', 'proposal', '--force', '--why', 'they are in a hurry']);
    expect(here.read('deals/bare.yaml')).toContain(
      'type: exception, note: "to Proposal, against: Qualified may not be jumped over; next_step. Why: they are in a hurry"',
    );
    const { stdout } = await here.run('review --largest 1 --random 0');
    expect(stdout).toContain('they are in a hurry');
  });

  test('a deal may not come back to a stage that does not allow it', async () => {
    const late = DEAL.replace('stage: qualified   #', 'stage: negotiation   #');
    const here = await book({ [PATH]: late });
    expect((await here.run('move acme-erp proposal')).stderr).toContain(
      'a deal may not come back to Proposal',
    );
    expect((await here.run('move acme-erp qualified')).status).toBe(0);
  });
});

describe('closing and reopening', () => {
  test('a deal that was lost by mistake goes on where it was, and its record keeps the end', async () => {
    const here = await book();
    await here.run('lost acme-erp --reason price');
    expect((await here.run('log acme-erp x --type call')).status).toBe(0);
    expect((await here.run('next acme-erp x --by fri')).stderr).toContain('pipeline reopen acme-erp --why');
    expect((await here.run('reopen acme-erp')).stderr).toContain('Why does it go on?');
    await here.run(['reopen', 'acme-erp', '--why', 'they came back']);
    const text = here.read(PATH);
    expect(text).toContain('stage: qualified   # since October');
    expect(text).not.toContain('lost_reason');
    expect(text).not.toContain('close:');
    expect(text).toContain('{stage: lost, on: 2026-11-23, logged: 2026-11-23}');
    expect(text).toContain('note: "reopened: they came back"');
    expect((await here.run('reopen acme-erp --why again')).stderr).toContain('acme-erp is open');
  });

  test('a win without an amount is written, and said to be worth nothing', async () => {
    const here = await book({ 'deals/x.yaml': 'name: X\nstage: negotiation\n' });
    expect((await here.run('won x')).stdout).toContain('pipeline set x amount=…');
  });
});

describe('which deal', () => {
  const files = {
    'deals/acme-erp.yaml': 'name: ERP\naccount: Acme\nstage: lead\nowner: anna\n',
    'deals/acme-crm.yaml': 'name: CRM\naccount: Acme\nstage: lead\nowner: piotr\n',
    'deals/zorza.yaml':
      'name: Zorza\naccount: Zorza Sp. z o.o.\nstage: won\nowner: piotr\namount: 5\nclose: 2026-10-01\n',
  };

  test('a piece of id, name or account is enough where one deal has it; several are listed', async () => {
    const here = await book(files);
    expect((await here.run('owner crm anna')).status).toBe(0);
    const { stderr, status } = await here.run('owner acme anna');
    expect(status).toBe(2);
    expect(stderr).toContain('"acme" may be any of 2 deals: acme-crm, acme-erp.');
    expect((await here.run('owner nobody anna')).stderr).toContain('There is no deal "nobody".');
  });

  test('--where changes all open deals that meet it, once somebody agrees to the count', async () => {
    const here = await book(files);
    const asked = await here.run(['owner', '--where', 'account=Acme', 'piotr']);
    expect(asked.status).toBe(2);
    expect(asked.stderr).toContain('2 deals would be changed: acme-crm, acme-erp.');
    expect((await here.run(['owner', '--where', 'account=Acme', 'piotr', '--yes'])).stdout).toContain(
      '1 said so already',
    );
    expect(here.read('deals/acme-erp.yaml')).toContain('owner: piotr');
    expect((await here.run(['owner', '--where', 'account=Zorza', 'anna', '--yes'])).stderr).toContain(
      'No open deal meets the conditions.',
    );
  });

  test('of many none is changed where one can not be', async () => {
    const here = await book(files);
    const before = here.files('deals');
    const { stderr } = await here.run(['done', '--where', 'account=Acme', '--type', 'call', '--yes']);
    expect(stderr).toContain("2 of 2 deals can't be changed, so none was.");
    expect(here.files('deals')).toEqual(before);
  });

  test('what is wrong with all of many is said once; what mends them, deal by deal', async () => {
    const here = await book(files);
    const wrong = await here.run(['set', '--where', 'account=Acme', 'category=comit', '--yes']);
    expect(wrong.stderr.split('"comit"')).toHaveLength(2);
    const moved = await here.run(['move', '--where', 'account=Acme', 'qualified', '--yes']);
    for (const id of ['acme-crm', 'acme-erp'])
      expect(moved.stderr).toMatch(new RegExp(`^ {8}pipeline .*${id}`, 'm'));
  });
});

test('rename-id moves the file and leaves the old id behind; a diff sees the same deal', async () => {
  const here = await book();
  await here.run('snapshot');
  const { stdout } = await here.run('rename-id acme-erp acme-two');
  expect(stdout).toContain('acme-erp → acme-two');
  expect(here.has(PATH)).toBe(false);
  expect(diff(DEAL, here.read('deals/2026/acme-two.yaml'))).toEqual(['+was: acme-erp']);
  const { stdout: told, stderr } = await here.run('diff latest now --format csv');
  expect([told.includes(',renamed,'), stderr]).toEqual([true, '']);
  expect((await here.run('rename-id acme-two acme-erp')).status).toBe(0);
});

test('a deal that was renamed again and again is the same one to every snapshot, by each id that it had', async () => {
  const here = await book();
  await here.run('snapshot --today 2026-11-02');
  await here.run('rename-id acme-erp one --today 2026-11-03');
  await here.run('snapshot --today 2026-11-09');
  await here.run('rename-id one two --today 2026-11-10');
  await here.run('rename-id two three --today 2026-11-10');
  const path = 'deals/2026/three.yaml';
  expect(diff(DEAL, here.read(path))).toEqual(['+was: two one acme-erp']);

  const kinds = async (from: string) => {
    const { stdout } = await here.run(`diff ${from} now --format csv --today 2026-11-10`);
    const [, ...rows] = stdout.trimEnd().split('\n');
    return rows.map((row) => row.split(',')).map(({ 0: id, 6: movement }) => `${id} ${movement}`);
  };
  expect([await kinds('2026-11-02'), await kinds('2026-11-09')]).toEqual([
    ['three renamed'],
    ['three renamed'],
  ]);
  for (const former of ['two', 'one', 'acme-erp']) {
    const shown = await here.run(`history ${former} --format json --today 2026-11-10`);
    expect(JSON.parse(shown.stdout), former).toMatchObject({ deal: { id: 'three' }, snapshots: 2 });
  }
  expect((await here.run('add Else --id one --no-input --today 2026-11-10')).stderr).toContain(
    'one is or was the id of another deal',
  );

  expect((await here.run('rename-id three one --today 2026-11-10')).status).toBe(0);
  expect(here.read('deals/2026/one.yaml')).toContain('was: three two acme-erp\n');
  expect([await kinds('2026-11-02'), await kinds('2026-11-09')]).toEqual([['one renamed'], ['one idle']]);
});

test('a deal under a former id of the stage has not moved into it', async () => {
  const here = await book();
  here.write('pipeline.yaml', SETTINGS.replace('id: qualified\n', 'id: qualified\n      was: [mql]\n'));
  here.write(PATH, DEAL.replace('stage: qualified   #', 'stage: mql   #'));
  expect((await here.run('move acme-erp qualified')).stderr).toBe('');
  expect(here.read(PATH)).toBe(DEAL);
});

test('several fields at once are read one after the other, and none twice', async () => {
  const here = await book();
  const set = (...words: string[]) => here.run(['set', 'acme-erp', ...words]);
  expect((await set('amount=100k', 'currency=EUR')).stdout).toContain('“100k” is 100,000 EUR');
  expect(here.read(PATH)).toContain('amount: 100000\ncurrency: EUR\n');
  expect((await set('amount=100 USD', 'currency=GBP')).stderr).toContain('another currency than GBP');
  expect((await set('amount=100 USD', 'currency=')).stderr).toContain('another currency than PLN.');
  expect((await set('close=tomorrow', 'close=+2w')).stderr).toContain('close is given twice.');
  await set('contacts+=a@b.example', 'contacts+=a@b.example,c@b.example');
  expect(here.read(PATH)).toContain('contacts: [a@b.example, c@b.example]');
  expect((await set('created=tomorrow')).stderr).toContain('still to come');
  await here.run('move acme-erp proposal --met need,buyer --met need');
  expect(here.read(PATH)).toContain('checklist: [need, buyer]');
});

test.each([
  ['amount=-5k', 'The amount -5000 is below zero.'],
  ['amount=12,34,567', '"12,34,567" is not an amount.'],
  ['close=wczoraj', 'The deal is open, and 2026-11-22 is over.'],
  ['contacts+=jan2@', '"jan2@" is no whole address.'],
  ['custom.lead source=fair', 'A key has no spaces: "custom.lead source".\n  → Write custom.lead_source=…'],
])('a slip like %s is not written down', async (assignment, sentence) => {
  const here = await book();
  const before = here.read(PATH);
  const { status, stderr } = await here.run(['set', 'acme-erp', assignment]);
  expect(stderr).toContain(sentence);
  expect([status, here.read(PATH)]).toEqual([2, before]);
});

test('one amount for deals in several currencies is told in each', async () => {
  const here = await book({
    'deals/a.yaml': 'name: A\nstage: lead\ncurrency: EUR\n',
    'deals/b.yaml': 'name: B\nstage: lead\n',
  });
  const { stdout } = await here.run(['set', '--where', 'stage=lead', 'amount=5k', '--yes']);
  expect(stdout).toContain('“5k” is 5,000 EUR\n“5k” is 5,000 PLN\n');
});

test('what is to come, has passed, or is before the last stage is refused with its day', async () => {
  const here = await book();
  const said = async (words: readonly string[]) => (await here.run(words)).stderr;
  expect(await said(['log', 'acme-erp', 'x', '--on', '2026-12-01'])).toContain('is still to come');
  expect(await said(['next', 'acme-erp', 'x', '--by', '2026-11-01'])).toContain('late before it begins');
  expect(await said(['lost', 'acme-erp', '--reason', 'price', '--on', '2026-09-15'])).toContain(
    'acme-erp entered qualified on 2026-10-01, after 2026-09-15.',
  );
  expect(here.read(PATH)).toBe(DEAL);
});

test('words that the workspace does not know are refused with what it knows', async () => {
  const here = await book();
  const said = async (...words: string[]) => (await here.run(words)).stderr;
  expect(await said('log', 'acme-erp', 'x', '--type', 'meting')).toContain('Did you mean "meeting"?');
  expect(await said('move', 'acme-erp', 'propsal')).toContain('Did you mean "proposal"?');
  expect(await said('move', 'acme-erp', 'won')).toContain('pipeline won ID');
  expect(await said('lost', 'acme-erp', '--reason', 'colour')).toContain('pipeline.yaml has price, timing');
  expect(await said('owner', 'acme-erp', 'ewa')).toContain('Ewa Zak left on 2026-10-31.');
  expect(await said('set', 'acme-erp', 'stage=lead')).toContain('stage has a verb of its own.');
  expect(await said('set', 'acme-erp', 'amont=5')).toContain('Did you mean "amount"?');
  expect(await said('set', 'acme-erp', 'owner+=anna')).toContain('owner holds one value');
  expect(await said('set', 'amount=5')).toContain('Which deal?');
  expect(await said('set', 'acme-erp')).toContain('What is to be set?');
  expect(here.read(PATH)).toBe(DEAL);
});

test('a plain note is no sign of life here, and says so', async () => {
  const here = await book();
  expect((await here.run('log acme-erp x')).stdout).toContain('A note is no sign of life here');
  expect((await here.run('log acme-erp y --type call')).stdout).not.toContain('no sign of life');
});

test('in a mirror a field of the CRM is refused with its record; what is ours is written', async () => {
  const here = await desk('--currency PLN --locale en-GB --mirror pipedrive');
  made.push(here);
  here.write('a.csv', pipedrive('17,Alpha,100,Lead,open'));
  await here.run('import a.csv');
  for (const words of ['set alpha amount=5', 'won alpha', 'lost alpha --reason x', 'move alpha proposal']) {
    const { stderr, status } = await here.run(words);
    expect([words, status]).toEqual([words, 2]);
    expect(stderr).toContain('of alpha: record 17.');
  }
  expect((await here.run(['set', 'alpha', 'important=reference'])).status).toBe(0);
  expect((await here.run(['log', 'alpha', 'met them', '--type', 'meeting'])).status).toBe(0);
  expect((await here.run('add Own')).stdout).toContain('pipedrive does not have it');
});

test('a text without its quotes is told so, and a piece of an id finds a deal that can not be read', async () => {
  const here = await book({ [PATH]: DEAL, 'deals/zorza-crm.yaml': 'name: X\nstage: [lead\n' });
  expect((await here.run('log acme-erp they rang today')).stderr).toContain('stands in quotes');
  const { stderr, status } = await here.run(['log', 'zorza', 'they rang']);
  expect(status).toBe(3);
  expect(stderr).toContain('The file of zorza-crm cannot be read.');
});

test('a deal whose file can not be read is not changed', async () => {
  const broken = 'name: X\nstage: [lead\n';
  const here = await book({ 'deals/x.yaml': broken });
  const { status, stderr } = await here.run(['log', 'x', 'a call', '--type', 'call']);
  expect(status).toBe(3);
  expect(stderr).toContain('deals/x.yaml:');
  expect(here.read('deals/x.yaml')).toBe(broken);
});

test('an amount that no rate converts is taken, and the lines to paste are told', async () => {
  const here = await book();
  const added = await here.run(['add', 'Robots', '--amount', '25k USD', '--id', 'robots', '--no-input']);
  expect([added.status, added.stderr]).toEqual([0, '']);
  expect(added.stdout).toContain('There is no rate to PLN on 2026-11-23 for USD.');
  expect(added.stdout).toMatch(/^ *rates: .*\n *- on: 2026-11-23\n *USD: "\?"$/m);
  const missing = async (words: string) => (await here.json<ChangeView>(words)).missing_rates;
  expect(await missing('set robots amount=30k')).toEqual(['USD']);
  expect(await missing('set robots account=Acme')).toEqual([]);
  expect(await missing('won robots --dry-run --force --why paid')).toEqual(['USD']);
  expect(await missing('set acme-erp amount=90k')).toEqual([]);
  here.write('pipeline.yaml', `${SETTINGS}rates: [{on: 2026-11-01, USD: "4"}]\n`);
  expect(await missing('set robots amount=35k')).toEqual([]);
});
