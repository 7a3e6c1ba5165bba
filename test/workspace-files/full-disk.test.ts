// On a disk that is full, or can only be read: a sentence, and everything as it was.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import { filesIn } from './folder.ts';
import { outside } from './outside.ts';
import { beforeRounds, roundChanges, stateAfter } from './rounds.ts';

vi.setConfig({ testTimeout: 60_000 }); // disks are slow when they are shared

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };

/** A small file system of its own, or undefined where mounting is not allowed. */
function mounted(kib: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-mount-'));
  if (outside('mount', '-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder)) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

function unmount(folder: string): void {
  outside('umount', folder);
  rmSync(folder, { recursive: true, force: true });
}

const probe = mounted(64);
if (probe !== undefined) unmount(probe);
const canMount = probe !== undefined;

function workspaceOn(kib: number): string {
  const folder = mounted(kib);
  if (folder === undefined) throw new Error('not mounted');
  onTestFinished(() => unmount(folder));
  for (const [path, text] of Object.entries(beforeRounds())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Fills all but so many KiB. */
function fill(folder: string, leaveKib: number): void {
  writeFileSync(join(folder, '.room'), Buffer.alloc(leaveKib * 1024));
  const chunk = Buffer.alloc(4096, 1);
  try {
    for (let n = 0; ; n++) writeFileSync(join(folder, `.filler-${n}`), chunk);
  } catch {
    rmSync(join(folder, '.room'));
  }
}

const dealsOf = (root: string) =>
  Object.fromEntries(Object.entries(filesIn(root)).filter(([path]) => !path.startsWith('.')));

test.skipIf(!canMount)(
  'a full disk ends a write with exit 5, and nothing is lost (needs mount)',
  async () => {
    const outcomes: string[] = [];
    for (let kib = 0; kib <= 124; kib += 4) {
      const root = workspaceOn(512);
      fill(root, kib);
      const error: unknown = await withLock(root, who, () => commitFiles(root, roundChanges(root, 1))).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error === undefined) {
        expect(dealsOf(root)).toEqual(stateAfter(1));
        outcomes.push('done');
      } else {
        if (!(error instanceof Failure)) throw error;
        expect(error.exitStatus).toBe(5);
        expect(error.message).toMatch(/: the disk is full\.$|: database or disk is full\.$|unable to open/);
        expect(dealsOf(root)).toEqual(stateAfter(0));
        outcomes.push('full');
      }
      expect(readdirSync(join(root, 'deals')).filter((name) => name.startsWith('.'))).toEqual([]);
      unmount(root);
    }
    expect(new Set(outcomes)).toEqual(new Set(['full', 'done']));
  },
);

test.skipIf(!canMount)('a disk that can only be read ends a write with exit 5 (needs mount)', async () => {
  const root = workspaceOn(512);
  outside('mount', '-o', 'remount,ro', root);
  const error: unknown = await withLock(root, who, () => commitFiles(root, roundChanges(root, 1))).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  expect(error.exitStatus).toBe(5);
  expect(error.message).toBe("The workspace can't be locked for writing: the file system is read-only.");
  expect(dealsOf(root)).toEqual(stateAfter(0));
});
