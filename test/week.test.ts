import { afterEach, describe, expect, test } from 'vitest';
import { type Desk, desk, type ImportCounts, pipedrive } from './crm-import/desk.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.clear();
});

const OLD = pipedrive('1,Alpha,100,Lead,open', '2,Beta,200,Proposal,open', '3,Gamma,300,Qualified,open');
const NEW = OLD.replace('Alpha,100', 'Alpha,150').replace('Proposal,open', 'Proposal,won');

interface Week {
  readonly import: ImportCounts;
  readonly snapshot: { name: string; deals: number; since: null | { bridge: Record<string, unknown> } };
}

function withColumn(table: string, header: string, value: string): string {
  const [head, ...rows] = table.trimEnd().split('\n');
  return `${[`${head},${header}`, ...rows.map((row) => `${row},${value}`)].join('\n')}\n`;
}

async function mirror(): Promise<Desk> {
  const here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive');
  open.push(here);
  here.write('old.csv', OLD);
  here.write('new.csv', NEW);
  here.write('homes.csv', withColumn(OLD, 'Deal - Organization', 'Acme'));
  return here;
}

/** Everything that a week may write. */
function all(here: Desk) {
  return {
    ...here.files('deals'),
    ...here.files('imports'),
    ...here.files('snapshots'),
    ...here.files('archive'),
  };
}

describe('a week', () => {
  test('imports, snapshots and diffs', async () => {
    const here = await mirror();
    const first = await here.json<Week>('week old.csv', { today: '2026-11-16' });
    expect(first).toMatchObject({ import: { created: 3 }, snapshot: { name: '2026-11-16', since: null } });
    const { status, stdout } = await here.run('week new.csv');
    expect(status).toBe(0);
    expect(stdout).toContain('Snapshot 2026-11-23 taken · 3 deals');
    expect(stdout).toMatch(/alpha .*grown 100 → 150/);
    expect(Object.keys(here.files('snapshots')).length).toBe(8);
    expect((await here.run('snapshot verify --all')).status).toBe(0);
  });

  test('takes the snapshot that would be taken after the import', async () => {
    const here = await mirror();
    await here.run('week old.csv', { today: '2026-11-16' });
    here.write(
      'archive/2026-Q3/delta.yaml',
      'name: Delta\nstage: lost\nsource: {system: pipedrive, id: "4"}\n',
    );
    here.write('deals/x/broken.yaml', 'name: [\n');
    here.write(
      'more.csv',
      `${NEW.replace('3,Gamma,300,Qualified,open\n', '')}4,Delta,5,Lead,open\n5,Eta,,Lead,open\n`,
    );
    expect((await here.run('week more.csv --gone archive')).status).toBe(3);
    const same = await here.run('snapshot --again --if-changed --allow-old-source');
    expect(same.stdout).toContain('Nothing changed since 2026-11-23');
  });

  test('--dry-run shows it and writes nothing', async () => {
    const here = await mirror();
    await here.run('week old.csv', { today: '2026-11-16' });
    const before = all(here);
    const { status, stdout } = await here.run('week new.csv --dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('Snapshot 2026-11-23 would be taken');
    expect(all(here)).toEqual(before);
  });

  test('goes on past rejected rows; snapshot.md says how many, the exit status is 3', async () => {
    const here = await mirror();
    here.write('bad.csv', OLD.replace('100', 'many'));
    const { status } = await here.run('week bad.csv');
    expect(status).toBe(3);
    expect(here.read('snapshots/2026-11-23/snapshot.md')).toContain('1 row of bad.csv could not be imported');
    expect(here.has('imports/pipedrive-rejected-2026-11-23.csv')).toBe(true);
  });
});

describe('a week of an export that lost the column of the amount is written', () => {
  const RENAMED = NEW.replace(/Value/, 'Worth');
  const second = async (words: string, mapping: (text: string) => string = (text) => text) => {
    const here = await mirror();
    await here.run('week old.csv', { today: '2026-11-16' });
    here.write('renamed.csv', RENAMED);
    here.write('imports/pipedrive.yaml', mapping(here.read('imports/pipedrive.yaml')));
    const { status, stderr } = await here.run(`week renamed.csv ${words}`);
    const snapshot = here.has('snapshots/2026-11-23/deals.csv')
      ? here.read('snapshots/2026-11-23/deals.csv')
      : stderr;
    return { status, isKept: /alpha.*,100/.test(snapshot), isRead: /alpha.*,150/.test(snapshot) };
  };

  test('where a person leaves the amount to the workspace', async () => {
    expect(await second('--keep amount')).toEqual({ status: 0, isKept: true, isRead: false });
  });

  test('where the mapping says that it is left out, and where it says what the column is called now', async () => {
    const saying = (line: string) => (text: string) => text.replace(/^( +)amount: .*$/m, `$1amount: ${line}`);
    expect(await second('', saying('null'))).toEqual({ status: 0, isKept: true, isRead: false });
    expect(await second('', saying('Deal - Worth'))).toEqual({ status: 0, isKept: false, isRead: true });
  });
});

test('of two columns with one header, the second one gone is told, and its field stays as it is', async () => {
  const here = await mirror();
  here.write('two.csv', withColumn(withColumn(OLD, 'Region', 'north'), 'Region', 'billing'));
  here.write('one.csv', withColumn(OLD, 'Region', 'south'));
  expect((await here.run('week two.csv', { today: '2026-11-16' })).status).toBe(0);
  const { status, stdout } = await here.run('week one.csv');
  expect(status).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'The export has no column "Region" any more: custom.region_2 stays as it is.',
  );
  expect(here.read('deals/undated/alpha.yaml')).toContain('custom: {region: south, region_2: billing}');
  const again = await here.run('import two.csv');
  expect(again.stdout).not.toContain('any more');
  expect(here.read('deals/undated/alpha.yaml')).toContain('custom: {region: north, region_2: billing}');
});

test('a week without the column of a field that shows it by itself goes on', async () => {
  const here = await mirror();
  await here.run('week homes.csv', { today: '2026-11-16' });
  const { status, stdout } = await here.run('week new.csv');
  expect(status).toBe(0);
  expect(stdout).toContain(
    'The export has no column "Deal - Organization" any more: account stays as it is.',
  );
});

describe('the first week speaks of the weeks before it', () => {
  const first = async (export_: string, rates = '') => {
    const here = await mirror();
    if (rates !== '') here.write('pipeline.yaml', `${here.read('pipeline.yaml')}\nrates:\n${rates}`);
    here.write('first.csv', export_);
    const { stdout } = await here.run('week first.csv', { today: '2026-11-16' });
    const made = await here.run('backfill --from dates --dry-run', { today: '2026-11-16' });
    return { speaks: stdout.includes('pipeline backfill --from dates'), status: made.status };
  };

  test('not where no date tells of them, or all of them are of this week', async () => {
    expect(await first(OLD)).toEqual({ speaks: false, status: 2 });
  });

  test('where dates tell of them', async () => {
    expect(await first(withColumn(OLD, 'Deal - Last stage change', '2026-09-01'))).toEqual({
      speaks: true,
      status: 0,
    });
  });

  const euro = (status: string) =>
    withColumn(
      withColumn(
        'Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Status,Deal - Won time,Deal - Lost time\n' +
          `1,Alpha,100,EUR,Lead,${status}\n2,Beta,200,PLN,Proposal,open,,\n`,
        'Deal - Deal created',
        '2026-08-03',
      ),
      'Deal - Owner',
      'Anna',
    );
  const since = (day: string) => `  - on: ${day}\n    EUR: 4.30\n`;

  test.each([
    ['where a currency had no rate then, and no amount in it is known of then', 'open,,', '2026-11-01', 0],
    ['where it has one since the amount is known', 'won,2026-10-15,', '2026-10-10', 0],
    ['where what was lost is all that is known before it', 'lost,,2026-10-15', '2026-11-05', 0],
    ['not where an amount is known before the rate', 'won,2026-10-15,', '2026-11-05', 2],
  ])('%s', async (_, deal, day, status) => {
    expect(await first(euro(deal), since(day))).toEqual({ speaks: status === 0, status });
  });
});

describe('a week writes nothing', () => {
  test.each([
    ['a row is rejected and --strict is given', 'week bad.csv --strict', 3, '1 row was rejected'],
    ['a deal cannot be read and --strict is given', 'week broken.csv --strict', 3, 'cannot be read'],
    [
      'the export lost the column of the amount',
      'week renamed.csv',
      3,
      'The export has no column "Deal - Value" any more, which is amount: nothing is written.',
    ],
    [
      'the export lost the column of any field and --strict is given',
      'week homeless.csv --strict',
      3,
      'The export has no column "Deal - Organization" any more, which is account: with --strict nothing is written.',
    ],
    [
      'a year of two digits may stand at either end of its dates',
      'week short.csv --strict',
      2,
      '26-12-10 is 2010-12-26 or 2026-12-10',
    ],
    ['a rate is missing', 'week euro.csv', 2, 'There is no rate to PLN'],
    ['the export has a stage that nothing matches', 'week strange.csv', 2, 'stages:'],
    [
      'there is a snapshot of the day',
      'week new.csv --today 2026-11-16',
      2,
      'pipeline week EXPORT --again adds another one of the day',
    ],
    [
      'the export is older than the rhythm allows',
      'week new.csv --export-date 2026-10-01',
      2,
      'The newest export',
    ],
    ['there is no such file', 'week nowhere.csv', 2, 'There is no file'],
  ])('where %s', async (_, words, expected, said) => {
    const here = await mirror();
    await here.run('week old.csv', { today: '2026-11-16' });
    here.write('bad.csv', NEW.replace('150', 'many'));
    here.write('broken.csv', NEW);
    if (words.includes('broken')) here.write('deals/undated/gamma.yaml', 'name: [\n');
    here.write('renamed.csv', NEW.replace(/Value/, 'Worth'));
    here.write('homeless.csv', NEW);
    if (words.includes('homeless')) await here.run('week homes.csv --again', { today: '2026-11-16' });
    here.write('short.csv', withColumn(NEW, 'Deal - Expected close date', '26-12-10'));
    here.write('euro.csv', NEW.replace('150', '€150'));
    here.write('strange.csv', NEW.replace('Lead', 'Nobody knows'));
    const before = all(here);
    const { status, stderr } = await here.run(words);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(said)]);
    expect(all(here)).toEqual(before);
  });
});

describe('an export that is not the one to take', () => {
  const DATED = (rows: string) =>
    `Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time\n${rows}`;
  const BEFORE = DATED('1,Hel,100,Lead,Open,2026-11-02,\n2,Nida,200,Lead,Open,2026-11-16,\n');
  const AFTER = DATED('1,Hel,100,Lead,Won,2026-11-02,2026-11-19\n2,Nida,200,Lead,Open,2026-11-16,\n');

  test('an older one than the last says so, though it is imported later', async () => {
    const here = await mirror();
    here.write('before.csv', BEFORE);
    here.write('after.csv', AFTER);
    expect((await here.run('import before.csv', { today: '2026-11-17' })).status).toBe(0);
    const newer = await here.run('import after.csv', { today: '2026-11-20' });
    expect(newer.stdout).not.toContain('newest day');
    expect(here.read('imports/pipedrive.yaml')).toContain('newest: 2026-11-19}');
    const older = await here.run('import before.csv', { today: '2026-11-21' });
    expect(older.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'The newest day in this export is 2026-11-16, in the one before it was 2026-11-19: if it is the older one, its values replace newer ones, and pipeline undo takes them back.',
    );
  });

  test.each([
    ['by what is dated in it', 'week before.csv --strict'],
    ['by its own day', 'week after.csv --strict --allow-old-source --export-date 2026-11-19'],
  ])('an older one, %s, writes nothing with --strict', async (_, words) => {
    const here = await mirror();
    here.write('before.csv', BEFORE);
    here.write('after.csv', AFTER);
    expect((await here.run('week after.csv', { today: '2026-11-20' })).status).toBe(0);
    const then = all(here);
    const { status, stderr } = await here.run(words);
    expect([status, stderr.replaceAll(/\s+/g, ' ')]).toEqual([
      3,
      expect.stringMatching(
        /The export is older than the last one: with --strict nothing is written\. .*It goes up to/,
      ),
    ]);
    expect(all(here)).toEqual(then);
    expect((await here.run(words.replace(' --strict', ''))).status).toBe(0);
  });

  test('one of another system than the source of record names both, and nothing is written', async () => {
    const here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedriv');
    here.write('before.csv', BEFORE);
    const { status, stderr } = await here.run('week before.csv', { today: '2026-11-17' });
    expect(status).toBe(2);
    expect(stderr).toContain(
      'before.csv is an export of pipedrive, and source_of_record in pipeline.yaml is pipedriv.',
    );
    expect(stderr).toContain('--system pipedriv');
    expect(here.has('imports/pipedrive.yaml')).toBe(false);
    expect((await here.run('week before.csv --system pipedriv', { today: '2026-11-17' })).status).not.toBe(
      70,
    );
  });
});
