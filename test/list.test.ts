// pipeline list, as a person types it; and what a spreadsheet gets.

import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dealFile, workspace } from './freshness/workspace.ts';
import { companyFolder, put } from './look/company-files.ts';
import { cli } from './support/cli.ts';

let company: ReturnType<typeof companyFolder>;
beforeAll(() => {
  company = companyFolder();
});
afterAll(() => company.remove());

const list = (words: readonly string[] = []) => cli(['list', ...words], { cwd: company.root });
const ids = async (...words: string[]) => {
  const { status, stdout, stderr } = await list([...words, '--format', 'json']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout).deals.map(({ id }: { id: string }) => id);
};

describe('pipeline list', () => {
  test('lists open deals, the largest first, with their sum', async () => {
    const { stdout } = await list(['--format', 'json']);
    const view = JSON.parse(stdout);
    expect(view).toMatchObject({
      schema: 'pipeline/list/1',
      currency: 'PLN',
      outcomes: ['open'],
      total: { count: 10, value: '1355000.00', without_value: 1 },
    });
    expect(view.deals[0]).toEqual({
      id: 'goplo-erp',
      name: 'Project erp',
      account: 'Goplo Sp. z o.o.',
      owner: 'anna',
      stage: 'negotiation',
      outcome: 'open',
      amount: '480000.00',
      currency: 'PLN',
      value: '480000.00',
      created: '2026-09-01',
      close: '2027-01-29',
    });
  });

  test('a condition is read as people write it, and what was understood is told back', async () => {
    const words = [
      '--where',
      'stage=Negotiation',
      '--where',
      'amount >= 400k',
      '--where',
      'close <= end of Q1',
    ];
    expect(await ids(...words)).toEqual(['goplo-erp']);
    const { stdout } = await list(words);
    expect(stdout).toContain('“400k” is 400,000 PLN');
    expect(stdout).toContain('“end of Q1” is Wednesday, 2027-03-31');
  });

  test('filters hold together', async () => {
    expect(await ids('--won', '--sort', 'close')).toEqual(['drawa-wms', 'rega-tms', 'pomorze-erp']);
    expect(await ids('--lost', '--owner', 'marek')).toEqual(['wieprz-erp', 'opole-mes']);
    expect(await ids('--all', '--closing', '2026-11', '--sort', 'id')).toEqual([
      'odra-scada',
      'pomorze-erp',
      'rega-tms',
      'wieprz-erp',
    ]);
    expect(await ids('--stage', 'Lead', '--account', 'gdynia')).toEqual(['gdynia-b2b']);
    expect(await ids('--where', 'value >= 100000', '--where', 'stage != proposal')).toEqual([
      'goplo-erp',
      'san-hr',
    ]);
    expect(await ids('--where', 'amount=')).toEqual(['hel-logistics']);
    expect(await ids('--where', 'segment = SMB')).toEqual(['gdynia-b2b', 'hel-logistics']);
  });

  test('a period is of the calendar of the workspace, relative to today', async () => {
    expect(await ids('--closing', 'next-quarter')).toEqual(['goplo-erp']);
  });

  test('--as-of shows what a snapshot saw, and its day', async () => {
    const { stdout } = await list(['--as-of', '2026-11-20', '--stage', 'negotiation']);
    expect(stdout).toContain('4 open deals on 2026-11-16 · 850,000 PLN');
    expect((await list(['--as-of', '2026-01-01'])).status).toBe(2);
  });

  test('an empty answer says what there is', async () => {
    const { status, stdout } = await list(['--where', 'lost_reason = price']);
    expect(status).toBe(0);
    expect(stdout).toContain('3 with another outcome meet what was asked → pipeline list --all');
  });

  test.each([
    [['--where', 'stage = demo'], 'There is no stage "demo".'],
    [['--where', 'category = comit'], 'There is no category "comit".'],
    [['--where', 'amuont > 5'], 'Did you mean "amount"?'],
    [['--where', 'amount'], 'is not a condition'],
    [['--owner', 'ana'], 'Did you mean "anna"?'],
    [['--stage', 'propsal'], 'Did you mean "proposal"?'],
    [['--columns', 'id,vale'], 'Did you mean "value"?'],
    [['--closing', 'soon'], '"soon" is not a period.'],
  ])('%s is refused with a hint', async (words, hint) => {
    const { status, stderr, stdout } = await list(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  test('the screens', async () => {
    const narrow = await cli('list', { cwd: company.root, tty: true, columns: 80 });
    await expect(narrow.stdout).toMatchFileSnapshot('../snapshots/list.txt');
    const wide = await cli('list --all --columns id,name,amount,currency,value,custom.segment', {
      cwd: company.root,
      tty: true,
      columns: 120,
    });
    await expect(wide.stdout).toMatchFileSnapshot('../snapshots/list-columns.txt');
  });
});

describe('a list for a spreadsheet', () => {
  test('carries the version of each deal, which changes with it', async () => {
    const versions = async () =>
      new Map(
        (await list(['--format', 'csv'])).stdout
          .split('\n')
          .map((line) => [line.split(',')[0], line.split(',').at(-1)]),
      );
    const before = await versions();
    expect(before.get('id')).toBe('version');
    expect(before.get('goplo-erp')).toMatch(/^[0-9a-f]{12}$/);

    const own = companyFolder();
    put(own.root, 'deals/2026/goplo-erp.yaml', 'name: Project erp\nstage: negotiation\namount: 480000.01\n');
    const { stdout } = await cli('list --format csv', { cwd: own.root });
    own.remove();
    expect(stdout).not.toContain(before.get('goplo-erp'));
    expect(stdout).toContain(before.get('beskid-mes'));
  });

  test('of the past has none: there is no file to come back to', async () => {
    const { stdout } = await list(['--as-of', '2026-11-16', '--format', 'csv']);
    expect(stdout.split('\n')[1]).toMatch(/,$/);
  });

  test('of chosen columns still carries it, once', async () => {
    const { stdout } = await list(['--columns', 'id,amount,version', '--format', 'csv']);
    expect(stdout.split('\n')[0]).toBe('id,amount,version');
  });

  test('is the same in XLSX, with numbers and dates', async () => {
    const csv = await list(['--all', '--format', 'csv']);
    const xlsx = await list(['--all', '--format', 'xlsx']);
    const sheets = await readXlsxFile(xlsx.bytes);
    const rows = sheets[0]?.data ?? [];
    const text = (cell: unknown) =>
      cell === null
        ? ''
        : cell instanceof Date
          ? cell.toISOString().slice(0, 10)
          : typeof cell === 'number'
            ? cell.toFixed(2)
            : String(cell);
    const lines = csv.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(rows.map((row) => row.map(text))).toEqual(
      lines.map((line) => line.map((cell) => (/^\d+$/.test(cell) ? `${cell}.00` : cell))),
    );
    const head = rows[0]?.map(String) ?? [];
    expect(typeof rows[1]?.[head.indexOf('value')]).toBe('number');
    expect(rows[1]?.[head.indexOf('close')]).toBeInstanceOf(Date);
  });

  test('a deal that cannot be read is listed as the snapshot has it, without a version, with status 3', async () => {
    const own = companyFolder();
    put(own.root, 'deals/2026/beskid-mes.yaml', '<<<<<<< ours\nname: a\n=======\nname: b\n>>>>>>> theirs\n');
    const { status, stdout } = await cli('list --format csv', { cwd: own.root });
    own.remove();
    expect(status).toBe(3);
    expect(stdout).toMatch(/^beskid-mes,Project mes,.*,260000\.00,.*,$/m);
  });
});

test('what a clean-up has taken away is told below a list of what it was: count and value, of what was asked', async () => {
  const won = { stage: 'won', close: '2026-06-01' };
  const cwd = workspace({
    'deals/2026/here.yaml': dealFile({ ...won, amount: '100.00' }),
    'archive/2026-Q3/gone.yaml': dealFile({ ...won, amount: '2000.00' }),
    'archive/2026-Q3/other.yaml': dealFile({ ...won, owner: 'piotr' }),
    'archive/2026-Q3/lost.yaml': dealFile({ ...won, stage: 'lost', lost_reason: 'price' }),
    'archive/2026-Q3/twin.yaml': dealFile({ ...won, merged_into: 'here' }),
  });
  const { stdout } = await cli('list --won', { cwd });
  expect(stdout).toContain('\n2 more won in the archive, 3,000 → pipeline archive list\n');
  const view = JSON.parse((await cli('list --won --owner anna --format json', { cwd })).stdout);
  expect([view.total.count, view.archived]).toEqual([1, { count: 1, value: '2000.00' }]);
  expect((await cli('list', { cwd })).stdout).not.toContain('in the archive');
});

test('an owner with a comma in the name can be asked for, alone and beside another', async () => {
  const cwd = workspace({
    'deals/2026/karl.yaml': dealFile({ owner: '"Müller, Karl"' }),
    'deals/2026/jan.yaml': dealFile({ owner: 'Jan' }),
    'deals/2026/eva.yaml': dealFile({ owner: 'Eva' }),
  });
  const listed = async (owner: string) => {
    const { stdout, stderr } = await cli(['list', '--owner', owner, '--format', 'json'], { cwd });
    expect(stderr).toBe('');
    return JSON.parse(stdout)
      .deals.map(({ id }: { id: string }) => id)
      .sort();
  };
  expect(await listed('Müller, Karl')).toEqual(['karl']);
  expect(await listed('jan,muller,karl')).toEqual(['jan', 'karl']);
});
