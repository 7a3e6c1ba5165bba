// On a disk that is full, or can only be read: a sentence, and everything as it was.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { share, tally } from '../support/torture.ts';
import { outside } from '../workspace-files/outside.ts';
import { lookAfter, statesAround } from './aftermath.ts';
import { type Company, JOB_NAMES, JOBS, makeCompany } from './company.ts';
import { pipeline } from './pipeline.ts';
import { expectSentence } from './sentence.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const NAMES = share(['week'] as const, JOB_NAMES);
const SIZES = 32;
const STEP_KIB = 8;

/** A small file system of its own, or undefined where mounting is not allowed. */
function mounted(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-mount-'));
  if (outside('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder)) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

function unmount(folder: string): void {
  outside('umount', folder);
  rmSync(folder, { recursive: true, force: true });
}

const disk = mounted();
if (disk !== undefined) unmount(disk);
const canMount = disk !== undefined;

let folder: string | undefined;
let here: Company;
beforeAll(async () => {
  folder = canMount ? mounted() : undefined;
  if (folder !== undefined) here = await makeCompany(folder);
});
afterAll(() => {
  if (folder !== undefined) unmount(folder);
});

/** Fills all of the disk but so many KiB. @returns what empties it again */
function fill(kib: number): () => void {
  const filler = join(folder ?? '', 'filler');
  const room = join(folder ?? '', 'room');
  writeFileSync(room, Buffer.alloc(kib * 1024));
  const chunk = Buffer.alloc(4096, 1);
  try {
    for (;;) writeFileSync(filler, chunk, { flag: 'a' });
  } catch {
    rmSync(room);
  }
  return () => rmSync(filler);
}

test.skipIf(!canMount).each(NAMES)(
  '%s: a disk that fills up in the middle ends it with a sentence, and nothing is lost (needs mount)',
  async (name) => {
    const { words, today } = JOBS[name];
    const { root, reset } = here;
    const states = await statesAround(here, () => pipeline(words, root, today));
    const counts = { sizes: 0, full: 0, done: 0 };
    for (let size = 0; size < SIZES; size += share(15, 1)) {
      reset();
      const kib = size * STEP_KIB;
      const empty = fill(kib);
      const ran = pipeline(words, root, today);
      const at = `with ${kib} KiB left: ${ran.status} ${ran.stderr}`;
      expectSentence(ran, at);
      if (ran.status === 5)
        expect(ran.stderr, at).toMatch(/the disk is full|database or disk is full|unable to open/);
      empty();
      expect(await lookAfter(root, states, at), at).toBe(ran.status === 0 ? 'after' : 'before');
      counts.sizes++;
      counts[ran.status === 0 ? 'done' : 'full']++;
    }
    expect(counts.full).toBeGreaterThan(0);
    expect(counts.done).toBeGreaterThan(0);
    tally(`${name}: on a full disk`, counts);
  },
);

test.skipIf(!canMount).each(NAMES)(
  '%s: a disk that can only be read ends it with a sentence, and reading goes on (needs mount)',
  async (name) => {
    const { words, today } = JOBS[name];
    const { root, reset } = here;
    const states = await statesAround(here, () => pipeline(words, root, today));
    reset();
    outside('mount', '-o', 'remount,ro', folder ?? '');
    const ran = pipeline(words, root, today);
    const looked = pipeline(['list', '--all', '--format', 'csv'], root, today);
    outside('mount', '-o', 'remount,rw', folder ?? '');
    expect(ran.status).toBe(5);
    expectSentence(ran, ran.stderr);
    expect(ran.stderr).toContain(
      "error: The workspace can't be locked for writing: the file system is read-only.\n",
    );
    expect(looked.status, looked.stderr).toBe(0);
    expect(await lookAfter(root, states, ran.stderr)).toBe('before');
  },
);
