// Workbooks with cells that hold no value: an empty cell would change nothing, and say nothing of it.

import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Desk, desk, type ImportCounts } from './crm-import/desk.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
});

const HEADER = ['Deal - ID', 'Deal - Title', 'Deal - Owner', 'Deal - Value', 'Deal - Stage', 'Deal - Status'];

/** A workbook of deals, each amount the XML of its cell. */
async function workbook(...amounts: string[]): Promise<Uint8Array> {
  const rows = amounts.map((_, at) => [101 + at, `T${at + 1}`, 'Anna', 777_000 + at, 'Lead', 'open']);
  const cells = [HEADER, ...rows].map((row) => row.map((value) => ({ value })));
  const files = unzipSync(await writeXlsxFile(cells).toBuffer());
  const [path = ''] = Object.keys(files).filter((name) => /worksheets\/.*\.xml$/.test(name));
  let xml = Buffer.from(files[path] ?? []).toString();
  for (const [at, amount] of amounts.entries())
    xml = xml.replace(new RegExp(`<c r="D${at + 2}"[^>]*><v>${777_000 + at}</v></c>`), amount);
  return zipSync({ ...files, [path]: strToU8(xml) });
}

async function fresh(): Promise<Desk> {
  const here = await desk();
  open.push(here);
  return here;
}

test('an error, or a formula without its value, rejects the row and names the column', async () => {
  const here = await fresh();
  here.write(
    'deals.xlsx',
    await workbook(
      '<c r="D2" t="e"><f>Z1</f><v>#REF!</v></c>',
      '<c r="D3"><f>SUM(1,2)</f></c>',
      '<c r="D4"><f>SUM(1,2)</f><v></v></c>',
      '<c r="D5"><f>SUM(1,2)</f><v>3</v></c>',
      '<c r="D6" t="str"><f>IF(1&gt;2,1,"")</f><v></v></c>',
      '<c r="D7" s="0" t="str"><f t="shared" si="0"/></c>',
      '<c r="D8"><v>8</v></c>',
    ),
  );
  const view = await here.json<ImportCounts>('import deals.xlsx');
  const uncomputed = 'Deal - Value: the workbook has a formula there without its value: open it and save it';
  expect(view).toMatchObject({ rows: 7, created: 3, rejected: 4 });
  expect(view.rejections.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'Deal - Value: #REF! is an error of the spreadsheet, no value'],
    [3, uncomputed],
    [4, uncomputed],
    [7, uncomputed],
  ]);
  const rejected = `${view.rejected_file}`;
  expect(here.read(rejected)).toContain('101,T1,Anna,#REF!,Lead,open');
  const again = await here.json<ImportCounts>(`import ${rejected} --partial`);
  expect(again).toMatchObject({ rows: 4, created: 0, rejected: 4 });
});

test('an error in place of the id takes no deal for gone, and one in a column that is left out is none', async () => {
  const here = await fresh();
  here.write('first.xlsx', await workbook('<c r="D2"><v>8</v></c>', '<c r="D3"><v>9</v></c>'));
  expect(await here.json('import first.xlsx')).toMatchObject({ created: 2, rejected: 0 });
  const bytes = unzipSync(await workbook('<c r="D2"><v>8</v></c>', '<c r="D3" t="e"><v>#N/A</v></c>'));
  const [path = ''] = Object.keys(bytes).filter((name) => /worksheets\/.*\.xml$/.test(name));
  const xml = Buffer.from(bytes[path] ?? []).toString();
  const idless = xml.replace(/<c r="A2"[^>]*><v>101<\/v><\/c>/, '<c r="A2" t="e"><v>#NAME?</v></c>');
  expect(idless).not.toBe(xml);
  here.write('second.xlsx', zipSync({ ...bytes, [path]: strToU8(idless) }));
  here.write('map.yaml', 'format: 1\nsystem: pipedrive\ncolumns: {amount: null, custom.value: null}\n');
  const view = await here.json<ImportCounts>('import second.xlsx --gone archive --map map.yaml');
  expect(view).toMatchObject({ rows: 2, unchanged: 1, rejected: 1, missing: 0 });
  expect(view.rejections[0]?.reason).toContain('Deal - ID: #NAME? is an error of the spreadsheet');
});
