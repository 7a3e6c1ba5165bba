import { afterEach, describe, expect, test } from 'vitest';
import { recordIds } from '../../src/crm-import/record-ids.ts';
import { type Desk, desk, type ImportCounts, pipedrive } from './desk.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
});

const ROWS = ['101,Alpha,100,Lead,open', '102,Beta,200,Lead,open', '103,Gamma,300,Lead,open'];

async function imported(rows: readonly string[]): Promise<Desk> {
  const here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive');
  open.push(here);
  here.write('a.csv', pipedrive(...rows));
  expect((await here.run('week a.csv', { today: '2026-11-16' })).status).toBe(0);
  return here;
}

const asNumbers = (rows: readonly string[]) => rows.map((row) => row.replace(/^\d+/, '$&.0'));

describe('ids that a spreadsheet took for numbers', () => {
  test('are those of the records: none is gone, none comes a second time', async () => {
    const here = await imported(ROWS);
    here.write('b.csv', pipedrive(...asNumbers(ROWS.slice(0, 2)), ROWS[2] ?? ''));
    const { status, stdout } = await here.run('week b.csv --strict --gone archive');
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '2 ids of records were known in another form: "101.0" is "101".',
    );
    expect(Object.keys(here.files('deals')).length).toBe(3);
    expect(here.files('archive')).toEqual({});
  });

  test('take a change, and new ones among them have no decimals either', async () => {
    const here = await imported(ROWS);
    here.write('b.csv', pipedrive(...asNumbers([...ROWS, '104,Delta,5,Lead,open'])).replace('200', '250'));
    const view = await here.json<ImportCounts>('import b.csv --partial');
    expect(view).toMatchObject({ created: 1, updated: 1, unchanged: 2, rejected: 0 });
    expect(here.read('deals/undated/delta.yaml')).toContain('source: {system: pipedrive, id: "104"}');
    expect(here.read('deals/undated/beta.yaml')).toContain('amount: 250');
  });

  test('are known the other way round too: once imported so, they come back whole', async () => {
    const here = await imported(asNumbers(ROWS));
    here.write('b.csv', pipedrive(...ROWS));
    expect(await here.json<ImportCounts>('import b.csv')).toMatchObject({ created: 0, unchanged: 3 });
  });

  test('beside the whole number in one export are a record that stands there twice', async () => {
    const here = await imported(ROWS);
    here.write('b.csv', pipedrive(...ROWS, '101.0,Alpha,999,Lead,open'));
    const view = await here.json<ImportCounts>('import b.csv');
    expect(view).toMatchObject({ created: 0, unchanged: 3, rejected: 1 });
    expect(view.rejections[0]?.reason).toContain('the record 101 stands in line 2 already');
  });
});

test('an id that is known as it stands is nothing else, and text is no number', () => {
  const known = new Set(['7', '7.0', 'A-1', '08']);
  const { recordOf, respelled } = recordIds(['7', '7.0', 'A-1.0', '8.0', '9.5'], (id) => known.has(id));
  expect(['7', '7.0', 'A-1.0', '8.0', '9.5'].map(recordOf)).toEqual(['7', '7.0', 'A-1.0', '8.0', '9.5']);
  expect(respelled.size).toBe(0);
});
