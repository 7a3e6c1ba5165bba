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

async function mirror(): Promise<Desk> {
  const here = await desk('--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive');
  open.push(here);
  here.write('old.csv', OLD);
  here.write('new.csv', NEW);
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

describe('a week writes nothing', () => {
  test.each([
    ['a row is rejected and --strict is given', 'week bad.csv --strict', 3, '1 row was rejected'],
    ['a deal cannot be read and --strict is given', 'week broken.csv --strict', 3, 'cannot be read'],
    [
      'the export lost a column of a field and --strict is given',
      'week renamed.csv --strict',
      3,
      'The export has no column "Deal - Value" any more, which is amount',
    ],
    ['a rate is missing', 'week euro.csv', 2, 'There is no rate to PLN'],
    ['the export has a stage that nothing matches', 'week strange.csv', 2, 'stages:'],
    [
      'there is a snapshot of the day',
      'week new.csv --today 2026-11-16',
      2,
      'There is a snapshot of 2026-11-16',
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
    here.write('euro.csv', NEW.replace('150', '€150'));
    here.write('strange.csv', NEW.replace('Lead', 'Nobody knows'));
    const before = all(here);
    const { status, stderr } = await here.run(words);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(said)]);
    expect(all(here)).toEqual(before);
  });
});
