// The law of the index: whatever becomes of it, and of the files meanwhile, a book is the same as without one.

import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { day } from '../../src/base/day.ts';
import { asItIs } from '../../src/base/said.ts';
import { type Opened, openBook } from '../../src/book/open.ts';
import { dropIndex } from '../../src/index-db/index-file.ts';
import { IndexUnsure } from '../../src/index-db/index-unsure.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';
import type { Written } from '../../src/snapshot/written.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { plainRow } from '../support/plain-row.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { folderWith, put } from '../workspace-files/folder.ts';
import { outside } from '../workspace-files/outside.ts';
import { demoWorkspace, letTheClockTick, TODAY, TROUBLE } from './demo-workspace.ts';

vi.setConfig({ testTimeout: 60_000 }); // disks are slow when they are shared

const DAMAGES = share(25, 500);
const indexOf = (root: string) => join(root, '.pipeline/index.db');

interface Counted extends Opened {
  /** How many deal files had to be read. */
  readonly read: number;
}

/** Opens it and looks at all of it; once more where the index turns out to be damaged, as the command line does. */
async function open(root: string): Promise<Counted> {
  try {
    const opened = await openOnce(root);
    shown(opened); // what was looked at once stays
    opened.close();
    return opened;
  } catch (error) {
    if (!(error instanceof IndexUnsure)) throw error;
    dropIndex(root);
    const again = await openOnce(root);
    return { ...again, notes: [asItIs(error.message), ...again.notes] };
  }
}

async function openOnce(root: string): Promise<Counted> {
  let read = 0;
  const opened = await openBook(root, {
    today: () => TODAY,
    now: new Date('2026-11-23T12:00:00Z'),
    toolVersion: '1.2.3',
    progress: (_, total) => {
      read += total;
      return { at: () => undefined, end: () => undefined };
    },
  });
  return { ...opened, read };
}

/** The book without any index: what every other one must equal. */
async function openWithout(root: string): Promise<Opened> {
  const aside = `${root}-aside`;
  if (existsSync(join(root, '.pipeline'))) renameSync(join(root, '.pipeline'), aside);
  const opened = await open(root);
  rmSync(join(root, '.pipeline'), { recursive: true });
  if (existsSync(aside)) renameSync(aside, join(root, '.pipeline'));
  return opened;
}

function placesOf(written: Written | undefined): Written | undefined {
  if (written === undefined) return undefined;
  const { path, lines, signLine, latest } = written;
  return { path, lines, signLine, latest };
}

/** Everything but the notes, read to the last field. */
const shown = ({ book, archive, series }: Opened) => ({
  book: {
    ...book,
    state: {
      ...book.state,
      deals: book.state.deals.map(plainRow),
      archived: book.state.archived.map(plainRow),
    },
    deals: [...book.deals],
    written: book.state.deals.map((row) => placesOf(book.written?.(row))),
    newestTaken: book.newestTaken?.(),
    newestReview: book.newestReview?.(),
    newestCleanup: book.newestCleanup?.(),
    keptPast: typeof book.keptPast, // what it gives changes no answer: forecast-kept.test.ts
    newestHeld: [book.newestHeld?.('plan'), book.newestHeld?.('results')],
    series: book.series?.(),
  },
  archive: [...archive],
  series: series(),
});

test('warm, cold and without an index a book is the same', async () => {
  const root = demoWorkspace(TROUBLE);
  const without = await openWithout(root);
  const cold = await open(root);
  const warm = await open(root);
  expect(shown(cold)).toStrictEqual(shown(without));
  expect(shown(warm)).toStrictEqual(shown(without));
  expect([without.notes, cold.notes, warm.notes]).toEqual([[], [], []]);
  expect(cold.read).toBeGreaterThan(50);
  expect(warm.read).toBe(0);
});

test('after each change of the files the book is what it would be without an index', async () => {
  const root = demoWorkspace(TROUBLE);
  const [deal] = (await open(root)).book.deals.values();
  if (deal === undefined) throw new Error('no deal');
  const path = join(root, deal.path);
  const text = readFileSync(path, 'utf8');
  const newest = (await open(root)).book.snapshotNames.at(-1) ?? '';
  const settings = readFileSync(join(root, 'pipeline.yaml'), 'utf8');
  const changes: (() => void)[] = [
    () => writeFileSync(path, `${text}# a comment\n`),
    () => writeFileSync(path, text.replace(/^name: .*$/m, 'name: Another name')),
    () => writeFileSync(path, 'name: [\n'),
    () => rmSync(path),
    () => writeFileSync(path, text),
    () => renameSync(path, join(root, 'deals/renamed.yaml')),
    () => put(root, 'archive/2026-Q4/late.yaml', 'name: late\nstage: won\nclose: 2026-11-01\n'),
    () => put(root, 'pipeline.yaml', settings.replace(/^locale: .*$/m, 'locale: de')),
    () => put(root, 'pipeline.yaml', settings.replace(/^currency: \w+/m, 'currency: JPY')),
    () => put(root, 'imports/pipedrive.yaml', 'format: 1\nsystem: pipedrive\n'),
    () => rmSync(join(root, 'imports'), { recursive: true }),
    () => rmSync(join(root, 'snapshots', newest), { recursive: true }),
  ];
  for (const [place, change] of changes.entries()) {
    change();
    const next = await open(root);
    expect(shown(next), `change ${place}`).toStrictEqual(shown(await openWithout(root)));
    expect(shown(await open(root)), `change ${place}, again`).toStrictEqual(shown(next));
  }
});

test('a deal that can’t be read stands with the same row, warm, cold and without an index', async () => {
  const root = demoWorkspace();
  const { book, archive } = await open(root);
  const taken = { ...book.state, name: '2026-11-22', on: day('2026-11-22') };
  for (const { path, text } of snapshotFiles(taken, '')) put(root, path, text);
  for (const { path } of [...[...book.deals.values()].slice(0, 5), ...archive.values()])
    put(root, path, 'name: [');
  letTheClockTick();
  const without = await openWithout(root);
  expect(without.book.state.deals.filter(({ problem }) => problem !== '')).toHaveLength(5);
  expect(without.book.state.archived.filter(({ problem }) => problem !== '')).toHaveLength(archive.size);
  expect(without.book.leftOut).toEqual([]);
  expect(shown(await open(root))).toStrictEqual(shown(without));
  expect(shown(await open(root))).toStrictEqual(shown(without));
  const again = { ...taken, name: '2026-11-22T1200', deals: taken.deals.slice(1) };
  for (const { path, text } of snapshotFiles(again, '')) put(root, path, text);
  const later = await openWithout(root);
  expect(shown(await open(root))).toStrictEqual(shown(later));
  expect(shown(await open(root))).toStrictEqual(shown(later));
});

test('what did not change is not read again', async () => {
  const root = demoWorkspace();
  const [deal] = (await open(root)).book.deals.values();
  await open(root);
  writeFileSync(join(root, deal?.path ?? ''), 'name: x\nstage: lead\n');
  expect((await open(root)).read).toBe(1);
});

test('a file that is saved twice within a tick of the clock, at the same size, is seen each time', async () => {
  const root = demoWorkspace();
  const path = join(root, 'deals/racy.yaml');
  for (let n = 0; n < 200; n++) {
    const name = `name ${String(n).padStart(3, '0')}`;
    writeFileSync(path, `name: ${name}\nstage: lead\n`);
    const { book } = await open(root);
    expect(book.deals.get('racy')?.name).toBe(name);
  }
});

test('a file that is dated in the future is seen, again and again', async () => {
  const root = demoWorkspace({ 'deals/future.yaml': 'name: one\nstage: lead\n' });
  const path = join(root, 'deals/future.yaml');
  utimesSync(path, 4e9, 4e9);
  expect((await open(root)).book.deals.get('future')?.name).toBe('one');
  expect((await open(root)).book.deals.get('future')?.name).toBe('one');
  writeFileSync(path, 'name: two\nstage: lead\n');
  utimesSync(path, 4e9, 4e9);
  expect((await open(root)).book.deals.get('future')?.name).toBe('two');
});

/** Small and the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const DAMAGE = [
  [
    'flipped bits',
    (bytes: Buffer, random: () => number) => {
      for (let n = 0; n < 1 + random() * 40; n++) {
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      return bytes;
    },
  ],
  [
    'random bytes',
    (bytes: Buffer, random: () => number) => {
      const from = Math.floor(random() * bytes.length);
      for (let at = from; at < Math.min(bytes.length, from + random() * 3_000); at++)
        bytes[at] = random() * 256;
      return bytes;
    },
  ],
  ['a cut', (bytes: Buffer, random: () => number) => bytes.subarray(0, Math.floor(random() * bytes.length))],
  [
    'pages out of place',
    (bytes: Buffer, random: () => number) => {
      const page = () => 4096 * Math.floor((random() * bytes.length) / 4096);
      for (let n = 0; n < 3; n++) bytes.copy(bytes, page(), page(), page() + 4096);
      return bytes;
    },
  ],
  [
    'a hole',
    (bytes: Buffer, random: () => number) => {
      const from = Math.floor(random() * bytes.length);
      return bytes.fill(0, from, Math.min(bytes.length, from + Math.floor(random() * 9_000)));
    },
  ],
] as const;

test(
  `${DAMAGES} damages to the index change nothing but the time that it takes`,
  async () => {
    const root = demoWorkspace(TROUBLE);
    const without = shown(await openWithout(root));
    await open(root);
    await open(root);
    const sound = readFileSync(indexOf(root));
    const seen = { noticed: 0, harmless: 0 };
    for (let n = 0; n < DAMAGES; n++) {
      const [kind, damage] = DAMAGE[n % DAMAGE.length] ?? DAMAGE[0];
      writeFileSync(indexOf(root), damage(Buffer.from(sound), randomNumbers(n + 1)));
      const opened = await open(root);
      expect(shown(opened), `${kind} ${n}`).toStrictEqual(without);
      for (const note of opened.notes)
        expect(String(note), `${kind} ${n}`).toMatch(/^The index (was damaged|is of another)/);
      expect(opened.notes.length, `${kind} ${n}`).toBeLessThan(2);
      seen[opened.notes.length === 0 ? 'harmless' : 'noticed']++;
      const again = await open(root);
      expect(shown(again), `${kind} ${n}, again`).toStrictEqual(without);
      expect(again.notes, `${kind} ${n}, again`).toEqual([]);
    }
    expect(seen.noticed).toBeGreaterThan(0);
    tally('damages to the index of a book', seen);
  },
  PATIENCE_MS,
);

test.each([
  ['another version', 'PRAGMA user_version = 99'],
  ['another build', "UPDATE meta SET value = 'other' WHERE key = 'build'"],
  ['another workspace', "UPDATE meta SET value = '1' WHERE key = 'workspace'"],
  ['other tables', 'DROP TABLE reading'],
  ['a lie', "UPDATE reading SET reading = replace(reading, 'ca', 'ac')"],
  ['a lie about time', "UPDATE reading SET fingerprint = '1:2:3:4'"],
  ['a lie about series', 'UPDATE memo SET value = \'{"last":"","deals":{}}\''],
  ['a lie about rows', "UPDATE memo_column SET cells = replace(cells, '1', '2')"],
  ['rows without a column', "DELETE FROM memo_column WHERE name = 'owner'"],
])('an index of %s is built anew, with a line', async (_, sql) => {
  const root = demoWorkspace(TROUBLE);
  const without = shown(await openWithout(root));
  await open(root);
  const database = openDatabase(indexOf(root), 0);
  database.exec(sql);
  database.close();
  const opened = await open(root);
  expect(shown(opened)).toStrictEqual(without);
  expect(opened.notes).toHaveLength(1);
  expect((await open(root)).notes).toEqual([]);
});

test('the index of a copied workspace is built anew, that of a moved one is kept', async () => {
  const root = demoWorkspace();
  await open(root);
  const copy = folderWith();
  cpSync(root, join(copy, 'copy'), { recursive: true, preserveTimestamps: true });
  const opened = await open(join(copy, 'copy'));
  expect(opened.notes.map(String)).toEqual(['The index is of another workspace; it is built anew.']);
  renameSync(join(copy, 'copy'), join(copy, 'moved'));
  const moved = await open(join(copy, 'moved'));
  expect([moved.notes, moved.read]).toEqual([[], 0]);
});

test('an index that is a folder, a link or empty is none', async () => {
  const root = demoWorkspace();
  const without = shown(await openWithout(root));
  const elsewhere = folderWith({ precious: 'precious' });
  for (const make of [
    () => put(root, '.pipeline/index.db/x', ''),
    () => symlinkSync(join(elsewhere, 'precious'), indexOf(root)),
    () => put(root, '.pipeline/index.db', ''),
  ]) {
    rmSync(indexOf(root), { force: true, recursive: true });
    make();
    expect(shown(await open(root))).toStrictEqual(without);
    expect(lstatSync(indexOf(root)).isFile()).toBe(true);
  }
  expect(readFileSync(join(elsewhere, 'precious'), 'utf8')).toBe('precious');
});

test('an index that another command has locked is done without, and not harmed', async () => {
  const root = demoWorkspace();
  const without = shown(await openWithout(root));
  await open(root);
  const other = openDatabase(indexOf(root), 0);
  other.exec('BEGIN EXCLUSIVE');
  const opened = await open(root);
  expect(shown(opened)).toStrictEqual(without);
  expect(opened.notes).toEqual(['The index is in use; everything is read anew.']);
  other.close();
  expect((await open(root)).read).toBe(0);
});

const canMount = outside('unshare', '-m', 'true');

test.skipIf(!canMount)(
  'in a folder that can only be read, warm or cold, it is the same (needs mount)',
  async () => {
    const root = demoWorkspace(TROUBLE);
    const without = shown(await openWithout(root));
    outside('mount', '--bind', root, root);
    onTestFinished(() => void outside('umount', root));
    // A file that was closed a moment ago may count as open for writing still.
    const remount = (how: string) =>
      vi.waitFor(() => expect(outside('mount', '-o', `remount,bind,${how}`, root)).toBe(true), 10_000);
    await remount('ro');
    const cold = await open(root);
    expect(shown(cold)).toStrictEqual(without);
    expect(cold.notes.map(String)).toEqual(["The index can't be kept: the file system is read-only."]);
    await remount('rw');
    await open(root);
    await remount('ro');
    const warm = await open(root);
    expect(shown(warm)).toStrictEqual(without);
    expect([warm.notes, warm.read]).toEqual([[], 0]);
    await remount('rw');
    writeFileSync(indexOf(root), 'damaged '.repeat(1_000));
    await remount('ro');
    const damaged = await open(root);
    expect(shown(damaged)).toStrictEqual(without);
    expect(damaged.notes).toEqual(cold.notes);
    await remount('rw');
  },
);

test.skipIf(!canMount)('on a full disk it is the same (needs mount)', async () => {
  const folder = folderWith();
  outside('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder);
  onTestFinished(() => void outside('umount', folder));
  cpSync(demoWorkspace(TROUBLE), folder, { recursive: true });
  const without = shown(await openWithout(folder));
  for (let n = 0; ; n++) {
    try {
      writeFileSync(join(folder, `.filler-${n}`), Buffer.alloc(4096, 1));
    } catch {
      break;
    }
  }
  const opened = await open(folder);
  expect(shown(opened)).toStrictEqual(without);
  expect(opened.notes).toHaveLength(1);
  expect(String(opened.notes[0])).toMatch(/^The index can't be kept: .*(full|space)/);
  for (const name of readdirSync(folder)) if (name.startsWith('.filler')) rmSync(join(folder, name));
  await open(folder);
  expect((await open(folder)).read).toBe(0);
});
