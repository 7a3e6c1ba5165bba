import { afterEach, expect, test } from 'vitest';
import { type Desk, desk, type ImportCounts, pipedrive } from './crm-import/desk.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
});

const DEALS = {
  'deals/2026/alpha.yaml':
    'name: Alpha\nowner: anna\nstage: lead\namount: 120000.00   # by phone\ncreated: 2026-03-01\nclose: 2026-12-15\ncustom: {segment: mid}\n',
  'deals/2026/beta.yaml':
    'stage: proposal\nname: "=1+1"\namount: 5\nstages:\n  - {stage: proposal, on: 2026-10-01}\n',
  'deals/2026/gamma.yaml': 'name: Gamma\nstage: won\namount: 7\nclose: 2026-10-01\n',
};

async function book(): Promise<Desk> {
  const here = await desk();
  open.push(here);
  for (const [path, text] of Object.entries(DEALS)) here.write(path, text);
  return here;
}

const COLUMNS = '--columns id,name,owner,stage,amount,currency,value,created,close,custom.segment';

async function listed(here: Desk): Promise<string> {
  return (await here.run(`list --all --sort id ${COLUMNS} --format csv`)).stdout;
}

test('a list that comes back as it was changes nothing', async () => {
  const here = await book();
  here.write('list.csv', await listed(here));
  const view = await here.json<ImportCounts>('import list.csv --match id');
  expect(view).toMatchObject({ rows: 3, updated: 0, unchanged: 3, rejected: 0, changes: [] });
  expect(here.files('deals')).toEqual(DEALS);
});

test('an edited cell changes only that field, and is shown as old → new', async () => {
  const here = await book();
  const edited = (await listed(here))
    .replace('120000.00,PLN,120000.00', '125000,PLN,120000.00')
    .replace('2026-12-15', '15/01/2027')
    .replace("'=1+1", "'=2+2")
    .replace(',mid,', ',large,');
  here.write('list.csv', edited);
  const view = await here.json<ImportCounts>('import list.csv --match id --dates dmy');
  expect(view.changes).toEqual([
    { id: 'alpha', field: 'amount', old: '120000.00', new: '125000' },
    { id: 'alpha', field: 'close', old: '2026-12-15', new: '2027-01-15' },
    { id: 'alpha', field: 'custom.segment', old: 'mid', new: 'large' },
    { id: 'beta', field: 'name', old: '=1+1', new: '=2+2' },
  ]);
  expect(here.read('deals/2026/alpha.yaml')).toBe(
    DEALS['deals/2026/alpha.yaml']
      .replace('120000.00', '125000')
      .replace('2026-12-15', '2027-01-15')
      .replace('mid', 'large'),
  );
  expect(here.read('deals/2026/beta.yaml')).toBe(DEALS['deals/2026/beta.yaml'].replace('=1+1', '=2+2'));
});

test('a stage is edited by id or label, and recorded', async () => {
  const here = await book();
  here.write('list.csv', (await listed(here)).replace(',proposal,', ',Negotiation,'));
  await here.run('import list.csv --match id');
  expect(here.read('deals/2026/beta.yaml')).toContain(
    'stages:\n  - {stage: proposal, on: 2026-10-01}\n  - {stage: negotiation, on: 2026-11-23}\n',
  );
});

test('a row whose deal has changed since is refused, with --force it is taken', async () => {
  const here = await book();
  here.write('list.csv', (await listed(here)).replace('120000.00,PLN', '1,PLN'));
  here.write('deals/2026/alpha.yaml', DEALS['deals/2026/alpha.yaml'].replace('anna', 'ewa'));
  const { status } = await here.run('import list.csv --match id');
  expect(status).toBe(3);
  expect(here.read('imports/edits-rejected-2026-11-23.csv')).toContain('changed since');
  const forced = await here.json<ImportCounts>('import list.csv --match id --force');
  expect(forced.changes).toEqual([
    { id: 'alpha', field: 'owner', old: 'ewa', new: 'anna' },
    { id: 'alpha', field: 'amount', old: '120000.00', new: '1' },
  ]);
});

test('a comment or another order of keys is no change', async () => {
  const here = await book();
  here.write('list.csv', (await listed(here)).replace(',7,PLN', ',8,PLN'));
  here.write('deals/2026/gamma.yaml', '# seen\nstage: won\nname: Gamma\namount: 7\nclose: 2026-10-01\n');
  expect(await here.json('import list.csv --match id')).toMatchObject({ updated: 1, rejected: 0 });
});

test.each([
  ['no version', (csv: string) => csv.replace(/(alpha.*),[^,]*\n/, '$1,\n'), 'it has no version'],
  ['no id', (csv: string) => csv.replace('\nalpha,', '\n,'), 'it has no id'],
  ['an id that nobody has', (csv: string) => csv.replace('\nalpha,', '\nalpa,'), 'Did you mean "alpha"?'],
  [
    'a stage that is none',
    (csv: string) => csv.replace(',lead,', ',lost in space,'),
    'no stage "lost in space"',
  ],
  [
    'an amount that is none',
    (csv: string) => csv.replace(',120000.00,PLN', ',lots,PLN'),
    '"lots" is no amount',
  ],
])('a row with %s is refused', async (_, edit, reason) => {
  const here = await book();
  here.write('list.csv', edit(await listed(here)));
  const view = await here.json<ImportCounts>('import list.csv --match id');
  expect(view).toMatchObject({ rejected: 1, unchanged: 2, updated: 0 });
  expect(view.rejections[0]?.reason).toContain(reason);
  expect(here.files('deals')).toEqual(DEALS);
});

test('a workbook comes back as well', async () => {
  const here = await book();
  const { bytes } = await here.run(`list --all ${COLUMNS} --format xlsx`);
  here.write('list.xlsx', bytes);
  const view = await here.json<ImportCounts>('import list.xlsx --match id');
  expect(view).toMatchObject({ rows: 3, unchanged: 3, rejected: 0 });
});

test('an emptied cell changes nothing, and a column of your own is named', async () => {
  const here = await book();
  const csv = (await listed(here)).replace(',anna,', ',,').split('\n');
  here.write(
    'list.csv',
    csv.map((line, at) => (line === '' ? '' : `${line},${at === 0 ? 'my notes' : 'x'}`)).join('\n'),
  );
  const view = await here.json<ImportCounts>('import list.csv --match id');
  expect(view).toMatchObject({ unchanged: 3, notes: [expect.stringContaining('Not read: my notes')] });
});

test('in a mirror the fields of the CRM are refused with its record, ours are taken', async () => {
  const here = await desk('--currency PLN --locale en-GB --mirror pipedrive');
  open.push(here);
  here.write('a.csv', pipedrive('1,Alpha,100,Lead,open', '2,Beta,200,Lead,open'));
  await here.run('import a.csv');
  const csv = (await here.run('list --columns id,amount,important --format csv')).stdout;
  here.write('list.csv', csv.replace('alpha,100,', 'alpha,101,').replace('beta,200,', 'beta,200,reference'));
  const view = await here.json<ImportCounts>('import list.csv --match id');
  expect(view.rejections).toMatchObject([
    { reason: 'amount belongs to pipedrive: change it there, in record 1' },
  ]);
  expect(view.changes).toEqual([{ id: 'beta', field: 'important', old: '', new: 'reference' }]);
});

test('a list that pipeline wrote is not taken for an export', async () => {
  const here = await book();
  here.write('list.csv', await listed(here));
  const { status, stderr } = await here.run('import list.csv');
  expect([status, stderr]).toEqual([2, expect.stringContaining('pipeline import list.csv --match id')]);
});

test.each(['KWD', 'TND'])('amounts of three decimals come back in %s as they went', async (currency) => {
  const here = await desk(`--currency ${currency} --locale en-GB --time-zone Europe/Warsaw`);
  open.push(here);
  here.write('deals/2026/a.yaml', 'name: A\nstage: lead\namount: 1.234\n');
  here.write('deals/2026/b.yaml', 'name: B\nstage: lead\namount: 12.500\n');
  const csv = (await here.run('list --all --sort id --columns id,name,amount --format csv')).stdout;
  here.write('list.csv', csv);
  const view = await here.json<ImportCounts>('import list.csv --match id');
  expect(view).toMatchObject({ unchanged: 2, rejected: 0, changes: [] });
  here.write('list.csv', csv.replace('12.500', '"13,5"'));
  expect((await here.json<ImportCounts>('import list.csv --match id')).changes).toEqual([
    { id: 'b', field: 'amount', old: '12.500', new: '13.5' },
  ]);
});

test('a workbook escapes nothing, so that nothing in it is unescaped', async () => {
  const here = await book();
  here.write('deals/2026/delta.yaml', 'name: "\'=delta"\nstage: lead\n');
  const { bytes } = await here.run(`list --all ${COLUMNS} --format xlsx`);
  here.write('list.xlsx', bytes);
  const view = await here.json<ImportCounts>('import list.xlsx --match id');
  expect(view).toMatchObject({ rows: 4, unchanged: 4, changes: [] });
});

test('the rejected rows of a list that are imported again are rejected with one line and reason', async () => {
  const here = await book();
  here.write('list.csv', (await listed(here)).replace('\nalpha,', '\nalpa,'));
  await here.run('import list.csv --match id');
  const path = Object.keys(here.files('imports')).find((file) => file.includes('rejected')) ?? '';
  const once = here.read(path);
  await here.run(`import ${path} --match id`);
  expect(here.read(path).split('\n')[0]).toBe(once.split('\n')[0]);
  expect(here.read(path).match(/rejected_reason/g)?.length).toBe(1);
});
