// A workspace at random: settings, deals and an archive with all that goes wrong in them, imports, and up to four
// snapshots that the command itself has taken while the deals went on.

import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDays, type Day } from '../../src/base/day.ts';
import { cli } from '../support/cli.ts';
import type { Random } from '../support/random.ts';
import { put } from '../workspace-files/folder.ts';
import { disturb } from './disturb.ts';
import { MEMORY } from './memory.ts';
import { randomDeal, randomPath, TODAY } from './random-deal.ts';
import { randomImport, randomSettings } from './random-settings.ts';

const UNREADABLE = ['invalid-file', 'duplicate-id', 'conflict-markers'];

/** An empty folder on disk, or in memory where nothing is to be said about disks; removed when the test ends. */
export function emptyFolder(where = tmpdir()): string {
  const root = realpathSync(mkdtempSync(join(where, 'pipeline-torture-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** @returns its folder, without `.pipeline/` */
export async function randomWorkspace(random: Random): Promise<string> {
  const root = emptyFolder(MEMORY);
  const snapshots = random.below(5);
  const apart = random.between(3, 9);
  const dayOf = (chapter: number): Day => addDays(TODAY, (chapter - snapshots) * apart);
  put(root, 'pipeline.yaml', randomSettings(random));
  if (random.oneIn(2)) put(root, 'imports/pipedrive.yaml', randomImport(random));
  if (random.oneIn(8)) put(root, 'imports/broken.yaml', 'format: 1\ncolumns: 7\n');
  for (let count = random.between(0, 40); count > 0; count--)
    put(root, randomPath(random), randomDeal(random, dayOf(0)));
  for (let chapter = 0; chapter < snapshots; chapter++) {
    await takeSnapshot(root, dayOf(chapter), random.oneIn(3));
    for (let count = random.between(1, 8); count > 0; count--) disturb(root, random, dayOf(chapter + 1));
  }
  if (random.oneIn(2)) await removeUnreadable(root);
  rmSync(join(root, '.pipeline'), { recursive: true, force: true });
  const onDisk = emptyFolder();
  cpSync(root, onDisk, { recursive: true });
  rmSync(root, { recursive: true });
  return onDisk;
}

/** Else hardly any command would ever have nothing to complain of. */
async function removeUnreadable(root: string): Promise<void> {
  const { stdout } = await cli('check --format json', { cwd: root, today: TODAY });
  if (stdout === '') return;
  const { findings }: { findings: readonly { rule: string; file: string }[] } = JSON.parse(stdout);
  for (const { rule, file } of findings)
    if (UNREADABLE.includes(rule) && !file.startsWith('imports/')) rmSync(join(root, file), { force: true });
}

/** Some are refused, as everywhere: where no deal was ever readable, or one of a later day is there. */
async function takeSnapshot(root: string, today: Day, twice: boolean): Promise<void> {
  await cli('snapshot --allow-old-source', { cwd: root, today });
  if (twice) await cli('snapshot --again --allow-old-source', { cwd: root, today });
}
