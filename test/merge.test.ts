// pipeline merge: one deal of two files, nothing lost, no byte changed that need not be.

import { afterEach, describe, expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import type { MergeView } from '../src/report/merge.ts';
import { type Desk, desk } from './crm-import/desk.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

const KEEP = `# kept by hand
name: ERP rollout
account: Acme
owner: anna
stage: proposal   # since October
amount: 120000.00
created: 2026-09-01
contacts: [jan@acme.example]
stages:
  - {stage: lead, on: 2026-09-01}
  # skipped nothing
  - {stage: proposal, on: 2026-10-20}
activities:
  - {on: 2026-09-10, type: call}   # the first
  - {on: 2026-11-20, type: meeting, note: scope agreed}
custom:
  segment: mid-market
`;
const OTHER = `name: ERP roll-out
account: Acme
owner: piotr
stage: qualified
amount: 90000.00
created: 2026-09-15
close: 2026-12-15
important: reference customer
contacts: [JAN@acme.example, ewa@acme.example]
next_step: {by: 2026-11-28, what: "send the offer, then call", agreed: 2026-11-20}
stages:
  - {stage: lead, on: 2026-09-15}
  - {stage: qualified, on: 2026-10-01, logged: 2026-10-02}
activities:
  - {on: 2026-09-10, type: call}
  - {on: 2026-10-05, type: email, note: "price, asked"}
checklist: [need]
waive: [{rule: stale, until: 2026-12-31, why: holidays}]
custom: {segment: large, regions: [north, {of: pl}]}
`;
const MERGED = `# kept by hand
name: ERP rollout
account: Acme
owner: anna
stage: proposal   # since October
amount: 120000.00
created: 2026-09-01
close: 2026-12-15
important: reference customer
contacts: [jan@acme.example, ewa@acme.example]
next_step: {by: 2026-11-28, what: "send the offer, then call", agreed: 2026-11-20}
stages:
  - {stage: lead, on: 2026-09-01}
  # skipped nothing
  - {stage: qualified, on: 2026-10-01, logged: 2026-10-02}
  - {stage: proposal, on: 2026-10-20}
activities:
  - {on: 2026-09-10, type: call}   # the first
  - {on: 2026-10-05, type: email, note: "price, asked"}
  - {on: 2026-11-20, type: meeting, note: scope agreed}
checklist: [need]
custom:
  segment: mid-market
  regions: [north, {of: pl}]
`;

async function workspace(deals: Readonly<Record<string, string>>, init?: string): Promise<Desk> {
  const here = await desk(init);
  made.push(here);
  for (const [id, text] of Object.entries(deals)) here.write(`deals/2026/${id}.yaml`, text);
  return here;
}

const two = () => workspace({ keep: KEEP, other: OTHER });
const plain = (more = '', stage = 'lead') => `name: Portal\naccount: Baltik\nstage: ${stage}\n${more}`;

describe('what becomes of the two files', () => {
  test('the one that stays has all of both, and keeps every byte of its own', async () => {
    const here = await two();
    expect(await here.run('merge keep other')).toMatchObject({ status: 0, stderr: '' });
    expect(here.files('deals')).toEqual({ 'deals/2026/keep.yaml': MERGED });
    const archived = here.read('archive/2026-Q4/other.yaml');
    expect(archived).toBe(OTHER.replace('custom:', 'merged_into: keep\ncustom:'));
  });

  test('what both say differently is listed, and stays', async () => {
    const here = await two();
    const view = await here.json<MergeView>('merge keep other');
    expect(view.differing.map(({ field, kept, other }) => [field, kept, other])).toEqual([
      ['name', 'ERP rollout', 'ERP roll-out'],
      ['stage', 'proposal', 'qualified'],
      ['owner', 'anna', 'piotr'],
      ['amount', '120000.00', '90000.00'],
      ['created', '2026-09-01', '2026-09-15'],
      ['custom.segment', 'mid-market', 'large'],
    ]);
    expect(view.taken.map(({ field, value }) => `${field} ${value}`)).toEqual([
      'important reference customer',
      'close 2026-12-15',
      'next_step 2026-11-28 send the offer, then call',
      'contacts ewa@acme.example',
      'checklist need',
      'stages 2026-10-01 qualified',
      'activities 2026-10-05 email: price, asked',
      'custom.regions ["north",{"of":"pl"}]',
    ]);
    expect(view.open).toEqual({ before: '210000.00', after: '120000.00', change: '-90000.00' });
  });

  test('--dry-run says the same and writes nothing', async () => {
    const here = await two();
    const dry = await here.json<MergeView>('merge keep other --dry-run');
    expect(here.files('deals')).toEqual({ 'deals/2026/keep.yaml': KEEP, 'deals/2026/other.yaml': OTHER });
    expect(here.files('archive')).toEqual({});
    expect(dry).toEqual({ ...(await here.json<MergeView>('merge keep other')), dry_run: true });
  });

  test('a deal that has all of it keeps its file as it is, time of change included', async () => {
    const here = await workspace({ a: plain('owner: anna\n'), b: plain() });
    expect((await here.run('merge a b')).stdout).toContain('a had all of it; its file stays as it is.');
    expect(here.read('deals/2026/a.yaml')).toBe(plain('owner: anna\n'));
  });

  test('an amount is taken over with its currency', async () => {
    const here = await workspace({ a: plain(), b: plain('amount: 10.00\ncurrency: EUR\n') });
    await here.run('merge a b');
    expect(here.read('deals/2026/a.yaml')).toContain('amount: 10.00\ncurrency: EUR\n');
  });

  test('several others count on one another: what two of them have is taken over once', async () => {
    const activity = 'activities:\n  - {on: 2026-10-01, type: call}\n';
    const here = await workspace({ a: plain(), b: plain(activity), c: plain(`${activity}owner: anna\n`) });
    const view = await here.json<MergeView>('merge a b c');
    expect(view.taken).toEqual([
      { from: 'b', field: 'activities', value: '2026-10-01 call' },
      { from: 'c', field: 'owner', value: 'anna' },
    ]);
    expect(Object.keys(here.files('archive'))).toEqual(['archive/2026-Q4/b.yaml', 'archive/2026-Q4/c.yaml']);
  });

  test('a move back that the other one made stays in the record; a stage entered before does not come twice', async () => {
    const own = 'stages:\n  - {stage: lead, on: 2026-09-01}\n';
    const others =
      'stages:\n  - {stage: lead, on: 2026-09-05}\n  - {stage: proposal, on: 2026-10-01}\n  - {stage: lead, on: 2026-11-01}\n';
    const here = await workspace({ a: plain(own), b: plain(others) });
    await here.run('merge a b');
    expect(here.read('deals/2026/a.yaml')).toBe(
      plain(`${own}  - {stage: proposal, on: 2026-10-01}\n  - {stage: lead, on: 2026-11-01}\n`),
    );
  });

  test('where the record then ends with another stage, it asks which is right', async () => {
    const here = await workspace({ a: plain(), b: plain('stages: [{stage: proposal, on: 2026-11-01}]\n') });
    const { stdout } = await here.run('merge a b --dry-run');
    expect(stdout).toContain('Its stages now end with Proposal on 2026-11-01: is that where it stands?');
  });
});

describe('what a diff says of it', () => {
  test('the other is archived, and the bridge has it there, not among the lost or removed', async () => {
    const here = await two();
    await here.run('snapshot', { today: '2026-11-16' });
    await here.run('merge keep other');
    const { bridge, deals } = await here.json<DiffView>('diff');
    const kinds = Object.fromEntries(
      deals.map(({ id, movements }) => [id, movements.map(({ kind }) => kind)]),
    );
    expect(kinds).toMatchObject({ other: ['archived'] });
    expect(bridge?.bars).toMatchObject({
      archived: { value: '90000.00', count: 1 },
      removed: { count: 0 },
      lost: { count: 0 },
    });
  });
});

describe('what is refused, with nothing written', () => {
  const cases: readonly (readonly [string, string, Record<string, string>, number, string])[] = [
    ['itself', 'merge a a', { a: plain() }, 2, "a can't be merged with itself."],
    ['one of them twice', 'merge a b b', { a: plain(), b: plain() }, 2, "b can't be merged with itself."],
    [
      'an open and a won one',
      'merge a b',
      { a: plain(), b: plain('close: 2026-11-01\n', 'won') },
      2,
      'b is won',
    ],
    ['a won and a lost one', 'merge a b', { a: plain('', 'won'), b: plain('', 'lost') }, 2, 'b is lost'],
    ['a slip of the hand', 'merge aa b', { aaa: plain(), b: plain() }, 2, 'Did you mean "aaa"?'],
    [
      'a piece of an id',
      'merge port b',
      { 'the-port-deal': plain(), b: plain() },
      2,
      'There is no deal "port".',
    ],
    [
      'a file that cannot be read',
      'merge a b',
      { a: plain(), b: 'name: [\n' },
      3,
      'The file of b cannot be read.',
    ],
  ];
  test.each(cases)('%s', async (_, words, deals, status, said) => {
    const here = await workspace(deals);
    const before = here.files('deals');
    const ran = await here.run(words);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain(said);
    expect(ran.status).toBe(status);
    expect(here.files('deals')).toEqual(before);
    expect(here.files('archive')).toEqual({});
  });

  test('one that was merged before, with the way back', async () => {
    const here = await workspace({ a: plain(), b: plain(), c: plain() });
    await here.run('merge a b');
    const { status, stderr } = await here.run('merge c b');
    expect([status, stderr]).toEqual([
      2,
      'error: b is in the archive, merged into a.\n  → Bring it back first: pipeline archive restore b --force\n',
    ]);
  });

  test('deals of a CRM that is mirrored: the records are named', async () => {
    const here = await workspace(
      {
        a: plain('source: {system: pipedrive, id: "17"}\n'),
        b: plain('source: {system: pipedrive, id: "18"}\n'),
      },
      '--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive',
    );
    const { status, stderr } = await here.run('merge a b');
    expect(stderr).toContain('pipedrive is where the deals are kept: record 17 (a) and record 18 (b).');
    expect(status).toBe(2);
    const { stdout } = await here.run('check --rule duplicate');
    expect(stdout).toContain('Merge them in pipedrive (records 17 and 18) and import it again.');
    expect(stdout).not.toContain('pipeline merge');
  });

  test('an id that stands in the archive as well', async () => {
    const here = await two();
    here.write('archive/2026-Q4/other.yaml', OTHER);
    const { status, stderr } = await here.run('merge keep other');
    expect(stderr).toContain('The id stands for several files');
    expect(status).toBe(3);
  });
});

test('two won deals may be merged: what was won stays counted once', async () => {
  const won = (amount: string) => plain(`amount: ${amount}\ncreated: 2026-09-01\nclose: 2026-11-01\n`, 'won');
  const here = await workspace({ a: won('100.00'), b: won('100.00') });
  expect((await here.run('merge a b')).status).toBe(0);
  const { deals } = await here.json<{ deals: { id: string }[] }>('list --won');
  expect(deals.map(({ id }) => id)).toEqual(['a']);
});

test('a screen of it', async () => {
  const here = await two();
  const { stdout } = await here.run('merge keep other', { tty: true });
  await expect(stdout).toMatchFileSnapshot('../snapshots/merge.txt');
});
