// The demo workspace on disk, with everything in it that a book has to cope with.

import { day } from '../../src/base/day.ts';
import { demoFiles, demoMoments } from '../../src/demo/demo.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';
import { folderWith } from '../workspace-files/folder.ts';
import { settingsOf } from './settings.ts';

export const TODAY = day('2026-11-23');

/** Files that can't be read as deals, by path, and a mapping. */
export const TROUBLE: Readonly<Record<string, string>> = {
  'deals/2026/broken.yaml': 'name: Broken\nstage: [lead\n',
  'deals/2026/conflict.yaml': 'name: x\n<<<<<<< HEAD\nstage: lead\n=======\nstage: won\n>>>>>>> theirs\n',
  'deals/2026/unknown-key.yaml':
    'name: Has an unknown key\nstage: lead\nammount: 12\ncustom: {constructor: x}\n',
  'deals/2026/twice.yaml': 'name: Twice\nstage: lead\n',
  'deals/undated/twice.yaml': 'name: Twice\nstage: lead\n',
  'archive/2026-Q3/empty.yaml': '',
  'deals/2026/Not An Id.yaml': 'name: x\nstage: lead\n',
  'deals/2026/ending.yml': 'name: x\nstage: lead\n',
  'imports/pipedrive.yaml':
    'format: 1\nsystem: pipedrive\nlast: {on: 2026-11-20, file: export.csv, sha256: ab, rows: 12, partial: false}\n',
  'imports/broken.yaml': 'format: 1\ncolumns: 7\n',
};

/** A folder with the demo of TODAY: deals, archive, settings and 13 snapshots. Removed when the test ends. */
export function demoWorkspace(more: Readonly<Record<string, string>> = {}): string {
  const files: Record<string, string> = {};
  for (const { path, text } of demoFiles(TODAY)) files[path] = text;
  for (const { snapshot } of demoMoments(TODAY, '1.2.3', settingsOf))
    for (const { path, text } of snapshotFiles(snapshot, '')) files[path] = text;
  const root = folderWith({ ...files, ...more });
  letTheClockTick();
  return root;
}

/** Files as young as a first look at them are looked at twice, which is not what most tests are about. */
export function letTheClockTick(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}
