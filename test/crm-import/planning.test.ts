// Whole imports in memory: what several files, workbooks and odd exports come to.

import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type ImportOutcome, importExports } from '../../src/crm-import/import-exports.ts';
import { readDeal } from '../../src/deal/read.ts';
import { asTold } from '../support/as-told.ts';
import { stubRequest, stubWorkspace } from './stub-workspace.ts';

type Files = Record<string, string | Uint8Array>;

async function plan(
  files: Files,
  more: Partial<ReturnType<typeof stubRequest>> = {},
): Promise<ImportOutcome> {
  const given = Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
  return importExports(stubWorkspace(), { ...stubRequest(Buffer.alloc(0)), files: given, ...more });
}

function texts(outcome: ImportOutcome): Record<string, string> {
  const written = outcome.files.flatMap((file) =>
    file.kind === 'write' ? [[file.path, String(file.content)]] : [],
  );
  return Object.fromEntries(written);
}

describe('files that join', () => {
  const DEALS = 'id,title,stage,product,rep\n1,A,Lead,GTXPro,ann\n2,B,Lead,MG Special,bob\n3,C,Lead,,ann\n';

  test('supply custom fields, found without minding case and spaces', async () => {
    const outcome = await plan({
      'deals.csv': DEALS,
      'products.csv': 'product,series,sales_price\nGTX Pro,GTX,4821\nMG special,MG,55\n',
      'reps.csv': 'rep,manager\nann,Zoe\nbob,Yan\n',
    });
    const deal = texts(outcome)['deals/undated/a.yaml'];
    expect(deal).toContain('list_price: 4821');
    expect(deal).toContain('manager: Zoe');
    expect(outcome.facts.joins).toMatchObject([{ matched: 2, unmatched: [] }, { matched: 3 }]);
  });

  test('are named and ignored where they join nothing, or tell no row apart', async () => {
    const outcome = await plan({
      'dictionary.csv': 'Table,Field\ndeals,id\n',
      'deals.csv': DEALS,
      'twice.csv': 'rep,manager\nann,Zoe\nann,Yan\n',
    });
    expect(outcome.facts.joins.map(({ file, on }) => [file, on])).toEqual([
      ['dictionary.csv', ''],
      ['twice.csv', ''],
    ]);
    expect(outcome.facts.created.length).toBe(3);
  });

  test('name the account whose id the deal has', async () => {
    const outcome = await plan({
      'Opportunity.csv': 'Id,AccountId,Name,StageName\n1,77,A,Lead\n2,78,B,Lead\n',
      'Account.csv': 'Id,Name,Industry\n77,Acme,Steel\n',
    });
    const written = Object.values(texts(outcome)).join('\n');
    expect(written).toContain('account: Acme\n');
    expect(written).toContain('account: "78"\n');
    expect(written).toContain('custom: {account_id: 77, industry: Steel}');
  });

  test('values that found no row are named', async () => {
    const outcome = await plan({ 'deals.csv': DEALS, 'p.csv': 'product,series\nGTX Pro,GTX\n' });
    expect(outcome.facts.joins).toMatchObject([{ matched: 1, unmatched: ['MG Special'] }]);
  });
});

test('exports with the same headers are one', async () => {
  const outcome = await plan({
    'page1.csv': 'id,title,stage\n1,A,Lead\n2,B,Lead\n',
    'page2.csv': 'id,title,stage\n3,C,Lead\n1,A,Won\n',
  });
  expect(outcome.facts).toMatchObject({ rows: 4, rejected: [{ file: 'page2.csv', line: 3 }] });
  expect(outcome.facts.created.length).toBe(3);
});

test('a workbook is read with its typed cells, the sheet of deals found by its headers', async () => {
  const deals = [
    ['Id', 'Name', 'Stage', 'Amount', 'Close Date'].map((value) => ({ value })),
    [
      { value: 'X1' },
      { value: 'Alpha' },
      { value: 'Lead' },
      { value: 0.1 + 0.2 },
      { value: new Date('2026-12-24'), type: Date, format: 'yyyy-mm-dd' },
    ],
    [{ value: 'X2' }, { value: 'Beta' }, { value: 'Won' }, { value: 1500 }, { value: 45000 }],
  ];
  const notes = [[{ value: 'Made by' }], [{ value: 'us' }]];
  const bytes = await writeXlsxFile([
    { data: notes, sheet: 'Notes' },
    { data: deals, sheet: 'Deals' },
  ]).toBuffer();
  const outcome = await plan({ 'book.xlsx': bytes });
  expect(outcome.facts).toMatchObject({ file: 'book.xlsx: Deals', rows: 2, rejected: [] });
  const written = texts(outcome);
  expect(written['deals/undated/alpha.yaml']).toContain(
    'amount: 0.3\nrecorded: 2026-11-23\nclose: 2026-12-24\n',
  );
  expect(written['deals/undated/beta.yaml']).toContain(
    'amount: 1500\nrecorded: 2026-11-23\nclose: 2023-03-15\n',
  );
});

test('an old workbook and a file that is none are refused with what to do', async () => {
  await expect(plan({ 'a.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex') })).rejects.toThrow('old format');
  await expect(plan({ 'a.xlsx': Buffer.from('504b030400000000', 'hex') })).rejects.toThrow('not a workbook');
  await expect(plan({ 'a.csv': Buffer.from([0, 1, 2, 0, 0, 9]) })).rejects.toThrow('NUL characters');
});

describe('a deal is named', () => {
  test.each([
    ['by its name', '1,Alpha,Pump,Acme', 'Alpha'],
    ['else by its product', '1,,Pump,Acme', 'Pump'],
    ['else by its account', '1,,,Acme', 'Acme'],
    ['else by its id', '1,,,', '1'],
  ])('%s', async (_, row, name) => {
    const outcome = await plan({ 'a.csv': `id,name,product,account,stage\n${row},Lead\n` });
    const [text = ''] = Object.values(texts(outcome));
    expect(readDeal(text, 'deals/x.yaml', { currency: 'PLN' }).deal?.name).toBe(name);
  });
});

describe('stage days', () => {
  async function stagesOf(header: string, row: string): Promise<string[]> {
    const outcome = await plan({ 'a.csv': `id,name,stage,${header}\n1,A,${row}\n` });
    const [text = ''] = Object.values(texts(outcome));
    const { deal } = readDeal(text, 'deals/x.yaml', { currency: 'PLN' });
    return (deal?.stages ?? []).map(({ stage, on }) => `${stage}@${on}`);
  }

  test.each([
    ['of the present stage', 'stage_change_time', 'Lead,2026-10-01', ['lead@2026-10-01']],
    ['of winning: the close date', 'close date', 'Won,2026-10-01', ['won@2026-10-01']],
    ['of winning, not later than the export', 'close date', 'Won,2027-10-01', ['won@2026-11-23']],
    ['of no open stage: the expected close date', 'close date', 'Lead,2026-10-01', []],
    ['in the future: none', 'stage_change_time', 'Lead,2027-10-01', []],
    [
      'of each stage with a column',
      '"Date entered ""Lead""","Date entered ""Proposal (P)"""',
      'Proposal,2026-09-01,2026-10-01',
      ['lead@2026-09-01', 'proposal@2026-10-01'],
    ],
    [
      'of the last open stage beside the outcome',
      'status,stage_change_time,won_time',
      'Proposal,won,2026-09-01,2026-10-01',
      ['proposal@2026-09-01', 'won@2026-10-01'],
    ],
  ])('%s', async (_, header, row, stages) => {
    expect(await stagesOf(header, row)).toEqual(stages);
  });
});

test('a last activity is one activity, and none where it lies after the export', async () => {
  const outcome = await plan({
    'a.csv': 'id,name,stage,last activity date\n1,A,Lead,2026-11-20\n2,B,Lead,2026-12-01\n',
  });
  const written = texts(outcome);
  expect(written['deals/undated/a.yaml']).toContain('activities:\n  - {on: 2026-11-20, type: crm}\n');
  expect(written['deals/undated/b.yaml']).not.toContain('activities');
  expect(asTold(outcome.facts.notes)).toContainEqual(
    expect.stringContaining('1 row has a last activity after 2026-11-23'),
  );
});

test('hostile cells come through whole, and none can break the file that it is in', async () => {
  const cells = [
    'a: b',
    '{x',
    '- y',
    '# z',
    "it's",
    '"q"',
    '\u001b[31mred',
    '\u202eabc',
    'null',
    '0012',
    ' x ',
    '=1+1',
    'a\nb',
    '__proto__',
  ];
  const rows = cells.map(
    (cell, at) => `${at},"${cell.replaceAll('"', '""')}",Lead,"${cell.replaceAll('"', '""')}"`,
  );
  const outcome = await plan({ 'a.csv': `id,name,stage,constructor\n${rows.join('\n')}\n` });
  expect(outcome.facts.created.length).toBe(cells.length);
  const names = Object.entries(texts(outcome))
    .filter(([path]) => path.startsWith('deals/'))
    .map(([path, text]) => readDeal(text, path, { currency: 'PLN' }).deal);
  expect(names.map((deal) => deal?.custom.column_constructor)).toEqual(cells.map((cell) => cell.trim()));
  expect(names.map((deal) => deal?.name)).toEqual(cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
});

test('a row that is too long for a deal is refused, and a table too wide is no export', async () => {
  const outcome = await plan({
    'a.csv': `id,name,stage,note\n1,A,Lead,${'x'.repeat(300_000)}\n2,B,Lead,y\n`,
  });
  expect(asTold(outcome.facts.rejected)).toMatchObject([
    { line: 2, reason: expect.stringContaining('too long') },
  ]);
  const wide = Array.from({ length: 1200 }, (_, at) => `c${at}`).join(',');
  await expect(plan({ 'a.csv': `id,name,stage,${wide}\n1,A,Lead\n` })).rejects.toThrow('1203 columns');
});

test('a column of many values is not taken for the process', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => `${at},A,note ${at}`).join('\n');
  await expect(plan({ 'a.csv': `id,name,stage\n${rows}\n` })).rejects.toThrow(
    '100 values that are no stages',
  );
});

test('two headers that only differ in spelling are asked about where their values do', async () => {
  const rows = (second: string) => `id,name,Stage,stage\n1,A,Lead,${second}\n`;
  await expect(plan({ 'a.csv': rows('Proposal') })).rejects.toThrow('several columns');
  expect((await plan({ 'a.csv': rows('Lead') })).facts.created.length).toBe(1);
});

test('a number of a workbook has a decimal point, however many digits stand behind it', async () => {
  const bytes = await writeXlsxFile([
    ['id', 'title', 'stage', 'amount'].map((value) => ({ value })),
    [{ value: '1' }, { value: 'A' }, { value: 'Lead' }, { type: Number, value: 12.345 }],
  ]).toBuffer();
  const outcome = await plan({ 'deals.xlsx': bytes });
  expect(asTold(outcome.facts.rejected)).toMatchObject([
    { reason: 'the amount 12.345 has more decimals than PLN' },
  ]);
});

test('a custom number is one only where it keeps all its digits', async () => {
  const outcome = await plan({
    'deals.csv': 'id,title,stage,serial,price\n1,A,Lead,12345678901234.123456,12.50\n',
  });
  expect(texts(outcome)['deals/undated/a.yaml']).toContain('serial: "12345678901234.123456"');
  expect(texts(outcome)['deals/undated/a.yaml']).toContain('price: 12.5');
});
