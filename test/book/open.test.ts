import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { type Opened, openBook, openSettings } from '../../src/book/open.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';
import { put } from '../workspace-files/folder.ts';
import { demoWorkspace, TODAY, TROUBLE } from './demo-workspace.ts';

vi.setConfig({ testTimeout: 60_000 }); // disks are slow when they are shared

const NOW = new Date('2026-11-23T12:00:00Z');
const options = { today: () => TODAY, now: NOW, toolVersion: '1.2.3' };
const open = (root: string, more: Partial<Parameters<typeof openBook>[1]> = {}): Promise<Opened> =>
  openBook(root, { ...options, ...more });
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  return error;
};
const codes = ({ book }: Opened) => book.problems.map(({ code, file }) => `${code} ${file}`);

test('the demo opens without a problem, with all its deals, archive and snapshots', async () => {
  const { book, notes, archive } = await open(demoWorkspace());
  expect(notes).toEqual([]);
  expect(book.problems).toEqual([]);
  expect(book.snapshotNames).toHaveLength(13);
  expect(book.state.deals.map(({ id }) => id)).toEqual([...book.deals.keys()].sort());
  expect(book.state.archived.map(({ id }) => id)).toEqual([...archive.keys()].sort());
  expect(book.deals.size).toBeGreaterThan(40);
  expect(archive.size).toBeGreaterThan(0);
  expect(book.state).toMatchObject({ name: 'now', on: TODAY, toolVersion: '1.2.3', origin: 'taken' });
  expect(book.state.deals.some(({ closeMoves }) => closeMoves > 0)).toBe(true);
});

test('what can’t be read is named, and hides no other deal', async () => {
  const clean = await open(demoWorkspace());
  const opened = await open(demoWorkspace(TROUBLE));
  expect(codes(opened)).toEqual([
    'invalid-file archive/2026-Q3/empty.yaml',
    'invalid-file deals/2026/Not An Id.yaml',
    'invalid-file deals/2026/broken.yaml',
    'conflict-markers deals/2026/conflict.yaml',
    'invalid-file deals/2026/ending.yml',
    'duplicate-id deals/2026/twice.yaml',
    'unknown-key deals/2026/unknown-key.yaml',
    'duplicate-id deals/undated/twice.yaml',
    'invalid-mapping imports/broken.yaml',
  ]);
  expect(opened.book.leftOut).toEqual(['Not An Id', 'broken', 'conflict', 'ending', 'twice']);
  expect(opened.book.deals.size).toBe(clean.book.deals.size + 1);
  expect(opened.book.state.archived.find(({ id }) => id === 'empty')?.problem).toBe('The file is empty.');
  expect(opened.book.imports.map(({ system, on, rows }) => [system, on, rows])).toEqual([
    ['pipedrive', '2026-11-20', 12],
  ]);
});

test('a deal that can’t be read any more stands as in the newest snapshot', async () => {
  const root = demoWorkspace();
  const before = await open(root);
  const [deal] = before.book.deals.values();
  if (deal === undefined) throw new Error('no deal');
  put(root, deal.path, 'name: [\n');
  const { book } = await open(root);
  const row = book.state.deals.find(({ id }) => id === deal.id);
  expect(row).toMatchObject({ name: deal.name, account: deal.account });
  expect(row?.problem).toMatch(/\(line \d\)$/);
  expect(book.leftOut).toEqual([]);
  expect(book.deals.has(deal.id)).toBe(false);
  expect(book.state.deals).toHaveLength(before.book.state.deals.length);
});

test('of an id that two files have both are unreadable, also across deals/ and archive/', async () => {
  const root = demoWorkspace();
  const before = await open(root);
  const taken = { ...before.book.state, name: '2026-11-22', on: day('2026-11-22') };
  for (const { path, text } of snapshotFiles(taken, '')) put(root, path, text);
  const [deal] = before.book.deals.values();
  const [archived] = before.archive.values();
  if (deal === undefined || archived === undefined) throw new Error('no deal');
  put(root, `archive/2026-Q1/${deal.id}.yaml`, 'name: copy\nstage: won\n');
  put(root, `deals/2026/${archived.id}.yaml`, 'name: copy\nstage: lead\n');
  const { book, archive } = await open(root);
  const problems = book.problems.filter(({ code }) => code === 'duplicate-id');
  expect(problems).toHaveLength(4);
  const text = `archive/2026-Q1/${deal.id}.yaml, ${deal.path}`;
  expect(problems.filter(({ message }) => String(message).includes(text))).toHaveLength(2);
  expect(book.deals.has(deal.id)).toBe(false);
  expect(archive.has(archived.id)).toBe(false);
  expect(book.state.deals.find(({ id }) => id === deal.id)?.problem).toContain(text);
  expect(book.state.archived.find(({ id }) => id === archived.id)?.problem).toContain(archived.path);
  expect(book.state.deals.some(({ id }) => id === archived.id)).toBe(false);
});

test('--as-of shows the newest snapshot of that day or before', async () => {
  const root = demoWorkspace(TROUBLE);
  const { book } = await open(root, { asOf: day('2026-11-15') });
  expect(book).toMatchObject({ past: true, today: '2026-11-09', problems: [], leftOut: [] });
  expect(book.state.name).toBe('2026-11-09');
  expect(book.deals.size).toBe(0);
});

test('before the first snapshot there is nothing to show', async () => {
  const failure = await failureOf(open(demoWorkspace(), { asOf: day('2020-01-01') }));
  expect(failure.code).toBe('no-such-snapshot');
  expect(failure.message).toBe('There is no snapshot of 2020-01-01 or before.');
});

test('snapshots after today, and the one that is to be replaced, tell nothing', async () => {
  const root = demoWorkspace();
  const early = await open(root, { today: () => day('2026-10-05') });
  const [first] = early.book.snapshotNames;
  expect(early.series().last <= '2026-10-05').toBe(true);
  const last = (await open(root)).series().last;
  const without = await open(root, { without: last });
  expect(without.series().last < last).toBe(true);
  expect(without.book.snapshotNames).not.toContain(last);
  expect(first).toBe('2026-08-24');
  expect((await open(root)).series().last).toBe(last);
});

test('invalid settings stop with every problem', async () => {
  const root = demoWorkspace();
  put(root, 'pipeline.yaml', 'format: 1\nname: x\ncurrency: Zloty\nlocale: 7\nprocess: {}\n');
  for (const work of [open(root), openSettings(root, NOW)]) {
    const failure = await failureOf(work);
    expect(failure.code).toBe('settings-invalid');
    expect(failure.problems.length).toBeGreaterThan(1);
    expect(failure.message).toBe(`There are ${failure.problems.length} mistakes in pipeline.yaml.`);
  }
});

test('the settings alone are those of the book', async () => {
  const root = demoWorkspace();
  const { settings: first } = await openSettings(root, NOW);
  const { book } = await open(root);
  expect(book.settings).toEqual(first);
  expect((await openSettings(root, NOW)).settings).toEqual(first);
});

test('a workspace without deals and snapshots is empty, not broken', async () => {
  const root = demoWorkspace();
  for (const folder of ['deals', 'archive', 'snapshots']) rmSync(join(root, folder), { recursive: true });
  const { book, notes } = await open(root);
  expect(book.state.deals).toEqual([]);
  expect(book.snapshotNames).toEqual([]);
  expect(notes).toEqual([]);
});

test('a write that was interrupted is completed before anything is shown', async () => {
  const root = demoWorkspace({
    'deals/.0.pipeline-tmp': 'name: New\nstage: lead\n',
    '.pipeline/journal.json': JSON.stringify({
      format: 1,
      steps: [{ kind: 'put', temporary: 'deals/.0.pipeline-tmp', path: 'deals/new.yaml', expected: 'any' }],
    }),
  });
  const { book, notes } = await open(root);
  expect(notes.map(String)).toEqual([
    'A command was interrupted while it wrote; its change is completed now.',
  ]);
  expect(book.deals.get('new')?.name).toBe('New');
  expect((await open(root)).notes).toEqual([]);
});

test('reading many files can be interrupted, and shows how far it is', async () => {
  const more = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`deals/d${n}.yaml`, 'name: x\nstage: lead\n']),
  );
  const root = demoWorkspace(more);
  const interruption = new AbortController();
  const seen: number[] = [];
  const work = open(root, {
    signal: interruption.signal,
    progress: () => ({
      at: (done) => {
        seen.push(done);
        if (done === 120) interruption.abort(new Error('asked to stop'));
      },
      end: () => undefined,
    }),
  });
  await expect(work).rejects.toThrow('asked to stop');
  expect(seen.length).toBeLessThan(250);
});

test('a linked imports/ is not followed: it is a problem, and nothing was imported', async () => {
  const root = demoWorkspace(TROUBLE);
  renameSync(join(root, 'imports'), join(root, 'elsewhere'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'imports'));
  const { book } = await open(root);
  expect(book.imports).toEqual([]);
  expect(book.problems.filter(({ file }) => file.startsWith('imports'))).toMatchObject([
    {
      file: 'imports',
      severity: 'error',
      message: 'The folder is a symbolic link, and links are not followed.',
    },
  ]);
});
