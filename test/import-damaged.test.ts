// Exports that were damaged on their way: nothing of them is taken for what the CRM says.

import { afterEach, describe, expect, test } from 'vitest';
import { type Desk, desk, type ImportCounts } from './crm-import/desk.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
});

const HEADER = 'ID,Title,Organization,Owner,Value,Stage,Status,Deal created,Expected close date';
const ROWS = Array.from(
  { length: 40 },
  (_, at) => `${101 + at},T${at + 1},Łódź ${at + 1},Anna,${at + 1}0000,Proposal,open,2026-08-03,2026-12-10`,
);
const EXPORT = `${[HEADER, ...ROWS].join('\n')}\n`;

/** A mirror of 40 deals, a week old. */
async function mirror(): Promise<Desk> {
  const here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive');
  open.push(here);
  here.write('old.csv', EXPORT);
  expect((await here.run('week old.csv', { today: '2026-11-16' })).status).toBe(0);
  return here;
}

/** Everything that a week may write. */
function all(here: Desk) {
  const folders = ['deals', 'archive', 'imports', 'snapshots'];
  return Object.assign({}, ...folders.map((folder) => here.files(folder))) as Record<string, string>;
}

async function refused(bytes: string | Uint8Array, words = 'week new.csv'): Promise<string> {
  const here = await mirror();
  const before = all(here);
  here.write('new.csv', bytes);
  const { status, stderr } = await here.run(words);
  expect(status, stderr).toBe(2);
  expect(all(here)).toEqual(before);
  return stderr;
}

/** The export with some lines changed; lines count from 1. */
function withLines(change: (line: string, number: number) => string): string {
  return EXPORT.split('\n')
    .map((line, at) => change(line, at + 1))
    .join('\n');
}

describe('a quote too many', () => {
  test('that takes rows in up to a quote that does not end it is refused, with its place', async () => {
    const stray = withLines((line, number) =>
      number === 6 ? line.replace('T5', '"T5') : number === 21 ? line.replace('T20', '"T20"') : line,
    );
    const told = await refused(stray, 'week new.csv --strict --gone archive');
    expect(told).toContain('new.csv:6:5: a quoted cell begins here, and the next quote does not end it');
    expect(told).toContain('--delimiter');
  });

  test('that takes rows in up to a quote that ends it as it should is refused as well', async () => {
    const stray = withLines((line, number) =>
      number === 6 ? line.replace('T5', '"T5') : number === 21 ? line.replace('T20', 'T20"') : line,
    );
    expect(await refused(stray)).toContain('new.csv:6:5: a quoted cell begins here and takes in the rows');
  });

  test('is refused where cells before it have quotes inside', async () => {
    const stray = withLines((line, number) =>
      number === 3
        ? line.replace('T2', '5" pipe')
        : number === 6
          ? line.replace('T5', '"T5')
          : number === 21
            ? line.replace('T20', '"T20"')
            : line,
    );
    expect(await refused(stray)).toContain('new.csv:6:5: a quoted cell begins here, and the next quote');
  });

  test('and never closed is refused with its column', async () => {
    const stray = withLines((line, number) => (number === 6 ? line.replace('Łódź', '"Łódź') : line));
    expect(await refused(stray)).toContain('new.csv:6:8: a quoted cell begins here and never ends');
  });

  test('is told from cells with quotes inside, and from quoted cells over several lines', async () => {
    const here = await mirror();
    here.write(
      'new.csv',
      withLines((line, number) =>
        number === 6
          ? line.replace('T5', '5" pipe')
          : number === 7
            ? line.replace('T6', '"""T6"" of 5"" \r\n, second, line"')
            : line,
      ),
    );
    const view = await here.json<{ import: ImportCounts }>('week new.csv --strict');
    expect(view.import).toMatchObject({ rows: 40, updated: 2, unchanged: 38, rejected: 0 });
    expect(view.import.changes.map((change) => change.new)).toEqual(['5" pipe', '"T6" of 5" , second, line']);
  });
});

describe('a byte that is no UTF-8', () => {
  const damaged = (text: string, at: string) => {
    const [before = '', after = ''] = text.split(at);
    return Buffer.concat([Buffer.from(before + at), Buffer.of(0xff), Buffer.from(after)]);
  };

  test('in an export that is UTF-8 else is refused with its line: no account is written anew in another encoding', async () => {
    const told = await refused(damaged(EXPORT, '105,T5'), 'week new.csv --strict');
    expect(told).toContain('new.csv:6: a byte in this line is no UTF-8');
    expect(told).toContain('--encoding utf-8');
  });

  test('is refused behind a byte order mark, and where a mapping names another encoding', async () => {
    expect(await refused(damaged(`\ufeff${EXPORT}`, '105,T5'))).toContain('new.csv:6: a byte in this line');
    const here = await mirror();
    here.write('imports/pipedrive.yaml', `${here.read('imports/pipedrive.yaml')}encoding: cp1250\n`);
    here.write('new.csv', damaged(EXPORT, '105,T5'));
    expect((await here.run('week new.csv')).stderr).toContain('new.csv:6: a byte in this line');
  });

  test('at the end, where a file is cut off in a character, is refused', async () => {
    const bytes = Buffer.from(EXPORT);
    const cut = bytes.subarray(0, bytes.indexOf('Łódź 40') + 1);
    expect(await refused(cut)).toContain('new.csv:41: the file ends in the middle of a character');
  });

  test('is taken where a person says that the export is UTF-8', async () => {
    const here = await mirror();
    here.write('new.csv', damaged(EXPORT, '105,T5'));
    const view = await here.json<ImportCounts>('import new.csv --encoding utf-8');
    expect(view.changes.map((change) => change.new)).toEqual(['T5\ufffd']);
  });
});

describe('a file that is cut off in its last row', () => {
  const cut = (bytes: number) => Buffer.from(EXPORT).subarray(0, -bytes);

  test.each([
    ['an amount', 40],
    ['a name', 60],
    ['the id', 65],
  ])('within %s has that row rejected, and takes no deal for gone', async (_, bytes) => {
    const here = await mirror();
    const before = here.files('deals');
    here.write('new.csv', cut(bytes));
    const { stderr, status } = await here.run('week new.csv --strict --gone archive');
    expect([status, stderr]).toEqual([3, expect.stringContaining('new.csv:41: the file seems cut off here')]);
    const view = await here.json<ImportCounts>('import new.csv --gone archive');
    expect(view).toMatchObject({
      rows: 40,
      unchanged: 39,
      updated: 0,
      rejected: 1,
      missing: 0,
      left_out: [],
    });
    expect(view.notes).toEqual([expect.stringContaining('new.csv seems cut off in line 41.')]);
    const again = await here.json<ImportCounts>(`import ${view.rejected_file} --partial`);
    expect(again).toMatchObject({ rows: 1, rejected: 1, created: 0 });
    expect(here.files('deals')).toEqual(before);
    expect(here.files('archive')).toEqual({});
  });

  test('is told from one that only lacks the last line break', async () => {
    const here = await mirror();
    here.write('new.csv', cut(1));
    const view = await here.json<ImportCounts>('import new.csv');
    expect(view).toMatchObject({ rows: 40, unchanged: 40, rejected: 0, notes: [] });
  });

  test('is told from one whose system leaves off empty cells at the end of rows', async () => {
    const here = await mirror();
    here.write('new.csv', EXPORT.replaceAll(/,2026-08-03,2026-12-10$/gm, '').trimEnd());
    const view = await here.json<ImportCounts>('import new.csv');
    expect(view).toMatchObject({ rows: 40, unchanged: 40, rejected: 0 });
  });

  test('is told from one that ends in a notice', async () => {
    const here = await mirror();
    here.write('new.csv', `${EXPORT}\nExported from somewhere`);
    const view = await here.json<ImportCounts>('import new.csv');
    expect(view).toMatchObject({ rows: 40, unchanged: 40, rejected: 0, left_out: [{ line: 43 }] });
  });

  test('joins no deal with that row, where it joins them', async () => {
    const here = await mirror();
    const accounts = [
      'Organization,Region,City,Size',
      'Łódź 1,North,Łódź,10',
      'Łódź 2,South,Łódź,20',
      'Łódź 3,West,Łó',
    ];
    here.write('accounts.csv', accounts.join('\n'));
    const view = await here.json<ImportCounts>('import old.csv accounts.csv');
    expect(view).toMatchObject({ rows: 40, updated: 2, unchanged: 38, rejected: 0 });
    expect(view.notes).toEqual(['accounts.csv seems cut off in line 4: that row of it joins no deal.']);
  });

  test('has that row of an edited list rejected', async () => {
    const here = await mirror();
    const list = (await here.run('list --format csv')).stdout.trimEnd().split('\n');
    const last = list.at(-1)?.split(',').slice(0, -2).join(',');
    here.write('list.csv', [...list.slice(0, -1), last].join('\n'));
    const view = await here.json<ImportCounts>('import list.csv --match id');
    expect(view).toMatchObject({ rows: 40, unchanged: 39, rejected: 1 });
    expect(view.rejections[0]?.reason).toContain('the file seems cut off here');
  });
});

describe('a deal that is called like a sum', () => {
  /** As many empty columns as make a row of a deal look as bare as one of a sum. */
  const wide = (lines: readonly string[]) =>
    `${lines.map((line, at) => line + (at === 0 ? ',c1,c2,c3,c4,c5,c6,c7,c8,c9,c10' : ',,,,,,,,,,')).join('\n')}\n`;
  const TOTAL = ROWS[0]?.replace(',T1,', ',Total 2026 licence,') ?? '';
  const LATER = ROWS.slice(1);

  test.each([
    ['of an id that is known', TOTAL, { updated: 1, created: 0, missing: 0 }],
    ['of an id that is written like the others', TOTAL.replace(/^101/, '9999'), { created: 1, missing: 1 }],
  ])('and stands last is no footer, %s', async (_, total, counts) => {
    const here = await mirror();
    here.write('new.csv', wide([HEADER, ...LATER, total]));
    const view = await here.json<ImportCounts>('import new.csv --gone archive');
    expect(view).toMatchObject({ rows: 40, rejected: 0, left_out: [], ...counts });
  });

  test('is known by its id, of whatever form that is', async () => {
    const here = await mirror();
    here.write('first.csv', wide([HEADER, ...ROWS, TOTAL.replace(/^101/, 'licence/main')]));
    expect(await here.json('import first.csv')).toMatchObject({ created: 0, left_out: [{ line: 42 }] });
    here.write('first.csv', wide([HEADER, TOTAL.replace(/^101/, 'licence/main'), ...ROWS]));
    expect(await here.json('import first.csv')).toMatchObject({ created: 1 });
    here.write('new.csv', wide([HEADER, ...ROWS, TOTAL.replace(/^101/, 'licence/main')]));
    expect(await here.json('import new.csv')).toMatchObject({ rows: 41, unchanged: 41, left_out: [] });
  });

  test('is told from a sum', async () => {
    const here = await mirror();
    here.write('new.csv', wide([HEADER, ...ROWS, 'Total 40,,,,8200000,,,,', ',Total,,,8200000,,,,']));
    const view = await here.json<ImportCounts>('import new.csv');
    expect(view).toMatchObject({ rows: 40, unchanged: 40, left_out: [{ line: 42 }, { line: 43 }] });
  });
});
