// A stranger's first hour: which column is which, and what is told where one is missing or there are two of them.

import { afterEach, describe, expect, test } from 'vitest';
import { type Desk, desk, type ImportCounts } from './crm-import/desk.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
});

async function mirror(system: string, currency = 'PLN'): Promise<Desk> {
  const made = await desk(`--mirror ${system} --currency ${currency} --locale en-GB`);
  open.push(made);
  return made;
}

const HUBSPOT = [
  'Record ID,Deal Name,Deal Stage,Amount,Amount in company currency,Currency,Close Date,Deal owner,Create Date',
  '1,Alpha,Lead,1000,4300,EUR,2026-12-01,Anna,2026-09-01',
  '2,Beta,Proposal,2000,2000,PLN,2026-12-11,Anna,2026-09-11',
];

/** The export without some of its columns. */
function without(...headers: string[]): string {
  const places = headers.map((header) => HUBSPOT[0]?.split(',').indexOf(header));
  const rows = HUBSPOT.map((line) => line.split(',').filter((_, at) => !places.includes(at)));
  return rows.map((cells) => `${cells.join(',')}\n`).join('');
}

const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

describe('the amount, and the same in company currency', () => {
  test("beside a column of currencies the deal's own amount is taken, and that is said", async () => {
    const here = await mirror('hubspot');
    here.write('a.csv', without());
    const { stdout } = await here.run('import a.csv');
    expect(stdout).toContain('"Amount" is the amount; "Amount in company currency" is a custom field.');
    expect(here.read('deals/2026/alpha.yaml')).toContain('amount: 1000\ncurrency: EUR\n');
  });

  test('alone it is the amount, in the currency of the workspace, whatever stands beside it', async () => {
    const here = await mirror('hubspot');
    here.write('a.csv', without('Amount'));
    const { stdout } = await here.run('import a.csv');
    expect(stdout).toContain('"Amount in company currency" is the amount, in PLN.');
    const alpha = here.read('deals/2026/alpha.yaml');
    expect(alpha).toContain('amount: 4300\n');
    expect(alpha).not.toMatch(/^currency:/m);
    expect(alpha).toContain('custom: {currency: EUR}');
    expect(await here.json('import a.csv')).toMatchObject({ unchanged: 2, updated: 0 });
  });

  test('where no column tells the currency of the other one, the one in company currency is taken', async () => {
    const here = await mirror('hubspot');
    here.write('a.csv', without('Currency'));
    const { stdout } = await here.run('import a.csv');
    expect(unwrapped(stdout)).toContain('No column tells the currency of "Amount": it is a custom field.');
    expect(here.read('deals/2026/alpha.yaml')).toContain('amount: 4300\n');
    here.write('a.csv', without('Currency').replace('1000,4300', '4300,4300'));
    const other = await mirror('hubspot');
    other.write('a.csv', without('Currency').replace('1000,4300', '4300,4300'));
    expect((await other.run('import a.csv')).stdout).toContain('"Amount" is the amount;');
  });

  test('a mapping decides', async () => {
    const here = await mirror('hubspot');
    here.write('a.csv', without());
    here.write('map.yaml', 'format: 1\ncolumns: {amount: Amount in company currency, currency: null}\n');
    const { stdout } = await here.run('import a.csv --map map.yaml');
    expect(stdout).not.toContain('is the amount');
    expect(here.read('deals/2026/alpha.yaml')).toContain('amount: 4300\n');
  });
});

describe('what the export lacks', () => {
  test('is told with the line that mends it, and the line does', async () => {
    const here = await mirror('crm');
    here.write('a.csv', 'Id,Name,Stage,Worth,Who\n1,Alpha,Lead,100,Anna\n2,Beta,Proposal,200,Piotr\n');
    const { stdout } = await here.run('import a.csv');
    expect(unwrapped(stdout)).toContain(
      'No column is known to hold amount, close, created, owner. Where one does, put its header under columns in imports/crm.yaml and import again: `amount: HEADER`',
    );
    const mapping = here.read('imports/crm.yaml');
    here.write('imports/crm.yaml', mapping.replace('columns:\n', 'columns:\n  amount: Worth\n'));
    expect(await here.json('import a.csv')).toMatchObject({ updated: 2 });
    expect(here.read('deals/undated/alpha.yaml')).toContain('amount: 100\n');
    const again = await here.run('import a.csv');
    expect(again.stdout).not.toContain('No column is known');
  });

  test('an id: deals go by account and name; undo, and a mapping, put it right', async () => {
    const here = await mirror('crm');
    here.write('a.csv', 'Nr.,Deal,Customer,Stage\n7,Alpha,Acme,Lead\n8,Alpha,Bolt,Proposal\n');
    const { stdout } = await here.run('import a.csv');
    expect(unwrapped(stdout)).toContain('deals go by account and name');
    expect(unwrapped(stdout)).toContain('`columns: {id: HEADER}`');
    expect(here.read('deals/undated/acme-alpha.yaml')).toContain('id: Acme / Alpha');
    expect((await here.run('undo')).status).toBe(0);
    here.write('map.yaml', 'format: 1\ncolumns: {id: Nr.}\n');
    expect(await here.json('import a.csv --map map.yaml')).toMatchObject({ created: 2 });
    expect(here.read('deals/undated/acme-alpha.yaml')).toContain('id: "7"');
  });

  test('two deals of one name without an id: the second is rejected, and told what would tell them apart', async () => {
    const here = await mirror('crm');
    here.write('a.csv', 'Deal,Customer,Stage,Amount\nAlpha,Acme,Lead,1\nAlpha,Acme,Lead,2\n');
    const { rejected, rejections } = await here.json<ImportCounts>('import a.csv');
    expect(rejected).toBe(1);
    expect(rejections[0]?.reason).toBe(
      'line 2 has a deal of that account and name, with other values: only an id tells them apart',
    );
  });
});

test('a German export is read without a question, in its encoding, and its sum is told as left out', async () => {
  const here = await mirror('crm', 'EUR');
  const text = [
    'ID;Titel;Firma;Inhaber;Wert;Währung;Phase;Erstellt am;Zieldatum',
    '1;ERP;Müller GmbH;Anna;12.500,00;EUR;Angebot;01.09.2026;15.12.2026',
    '2;CRM;Schmidt AG;Jörg;8.000,50;EUR;Qualifizierung;13.08.2026;01.12.2026',
    '3;Portal;Weiß KG;Anna;20.000,00;EUR;Gewonnen;01.06.2026;10.11.2026',
    'Summe;;;;40.500,50;;;;',
    '',
  ].join('\r\n');
  here.write('a.csv', Buffer.from(`\ufeff${text}`, 'utf16le'));
  const view = await here.json<ImportCounts>('import a.csv');
  expect(view).toMatchObject({ rows: 3, created: 3, rejected: 0, left_out: [{ line: 5 }] });
  expect(view.process).toMatchObject([{ id: 'qualifizierung' }, { id: 'angebot' }]);
  expect(here.read('deals/2026/schmidt-ag-crm.yaml')).toContain(
    'owner: Jörg\nstage: qualifizierung\namount: 8000.50\ncreated: 2026-08-13\n',
  );
});

describe('a warehouse, where stages have a table of their own', () => {
  const DEALS = [
    'deal_id,deal_pipeline_stage_id,owner_id,property_dealname,property_amount',
    ...['1,s1,o1,Alpha,100', '2,s2,o1,Beta,200', '3,s3,o2,Gamma,300'],
  ];

  test('its names join the deals by the id of the stage', async () => {
    const here = await mirror('hubspot');
    here.write('deals.csv', `${DEALS.join('\n')}\n`);
    here.write('stages.csv', 'stage_id,label\ns1,Lead\ns2,Demo\ns3,Closed Won\n');
    expect((await here.run('import deals.csv stages.csv')).status).toBe(0);
    const { deals } = await here.json<{ deals: { stage: string }[] }>('list --all --sort name');
    expect(deals.map(({ stage }) => stage)).toEqual(['lead', 'demo', 'won']);
  });

  test('where the deals have none, the lines that take them from the file beside are told, and do it', async () => {
    const here = await mirror('hubspot');
    here.write('deals.csv', `${DEALS.join('\n').replace(/,s\d,/g, ',,')}\n`);
    here.write(
      'stages.csv',
      'deal_id,_fivetran_active,value\n1,FALSE,Lead\n1,TRUE,Demo\n2,TRUE,Lead\n3,TRUE,Closed Won\n',
    );
    const { status, stderr } = await here.run('import deals.csv stages.csv');
    expect(status).toBe(2);
    expect(stderr).toContain('  - {file: stages.csv, on: deal_id, columns: {stage: value}}');
    here.write('map.yaml', stderr.slice(stderr.indexOf('format: 1')));
    expect(await here.json('import deals.csv stages.csv --map map.yaml')).toMatchObject({ created: 3 });
    const { deals } = await here.json<{ deals: { stage: string }[] }>('list --all --sort name');
    expect(deals.map(({ stage }) => stage)).toEqual(['demo', 'lead', 'won']);
    expect(await here.json('import deals.csv stages.csv')).toMatchObject({ unchanged: 3 });
  });

  test('without that file it is told what to give, and a line left as it is names its column', async () => {
    const here = await mirror('hubspot');
    here.write('deals.csv', `${DEALS.join('\n').replace(/,s\d,/g, ',,')}\n`);
    here.write('history.csv', 'deal_id,name,value\n1,dealstage,Lead\n2,amount,5\n');
    const { stderr } = await here.run('import deals.csv history.csv');
    expect(stderr).toContain('  stage: "?"   # the header of the column that says at which step a deal is');
    expect(stderr).toContain('#  - {file: deal_stage.csv, on: deal_id, columns: {stage: value}}');
    here.write('map.yaml', stderr.slice(stderr.indexOf('format: 1')));
    const again = await here.run('import deals.csv history.csv --map map.yaml');
    expect(again.status).toBe(2);
    expect(again.stderr).not.toContain("can't be used as a mapping");
  });
});

test('a funnel of deals without the days of their stages says what would tell them, and draws no empty bars', async () => {
  const here = await mirror('hubspot');
  here.write('a.csv', without());
  await here.run('import a.csv');
  const { stdout } = await here.run('funnel');
  expect(unwrapped(stdout)).toContain('2 deals show where they stand, and not since when.');
  expect(unwrapped(stdout)).toContain('Date entered "STAGE"');
});

test('results of an export of open deals alone say that it is one', async () => {
  const here = await mirror('hubspot');
  here.write('a.csv', without());
  await here.run('import a.csv');
  expect(unwrapped((await here.run('results')).stdout)).toContain('No deal on record is won or lost');
  here.write('b.csv', without().replace('Proposal', 'Closed Won'));
  await here.run('import b.csv');
  expect((await here.run('results 2026-Q1')).stdout).not.toContain('No deal on record');
});

test('where all rows are marked as deleted, the column is named, and the line that passes it over', async () => {
  const here = await mirror('crm');
  here.write(
    'a.csv',
    'Id,Name,StageName,IsDeleted,CreatedDate\n1,Alpha,Lead,true,2026-09-01\n2,Beta,Lead,true,2026-09-01\n',
  );
  const { status, stderr } = await here.run('import a.csv');
  expect([status, stderr]).toEqual([2, expect.stringContaining('So says "IsDeleted".')]);
  expect(stderr).toContain('`columns: {is_deleted: null}`');
  here.write('map.yaml', 'format: 1\ncolumns: {is_deleted: null}\n');
  expect(await here.json('import a.csv --map map.yaml')).toMatchObject({ created: 2 });
});

test('ids in place of stages are told, since a won deal would be an open one', async () => {
  const here = await mirror('hubspot');
  here.write('a.csv', 'deal_id,deal_pipeline_stage_id,property_dealname\n1,s1,Alpha\n2,s3,Beta\n');
  const { stdout } = await here.run('import a.csv');
  expect(unwrapped(stdout)).toContain('"deal_pipeline_stage_id" holds ids of stages');
});
