// Clocks that tick too slowly, go back, or were never right: what a file says is what a command sees.

import { execFileSync } from 'node:child_process';
import { lstatSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { randomOf } from '../support/random.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { put } from '../workspace-files/folder.ts';
import { emptyFolder } from './random-workspace.ts';

let root: string;
let path: string;
beforeEach(() => {
  root = emptyFolder();
  path = join(root, 'deals/racy.yaml');
  put(root, 'pipeline.yaml', 'format: 1\nname: x\ncurrency: PLN\nprocess: {stages: [lead]}\n');
  put(root, 'deals/racy.yaml', dealOf(0));
});

/** Of the same size whatever the number. */
const dealOf = (number: number) => `name: deal ${String(number).padStart(6, '0')}\nstage: lead\n`;

async function seen(now = new Date('2026-11-23T12:00:00Z')): Promise<string> {
  const { stdout } = await cli('list --format json', { cwd: root, now });
  const { deals }: { deals: readonly { id: string; name: string }[] } = JSON.parse(stdout);
  return deals.find(({ id }) => id === 'racy')?.name ?? '';
}

const nameOf = (number: number) => `deal ${String(number).padStart(6, '0')}`;
const EDITS = share(20, 5_000);

/** Ways to write a file again, of the same size. */
const SAVES: Readonly<Record<string, (text: string) => void>> = {
  'in place': (text) => writeFileSync(path, text),
  'as editors do, by a new file': (text) => {
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  },
  'with the old date put back': (text) => {
    const { atime, mtime } = lstatSync(path);
    writeFileSync(path, text);
    utimesSync(path, atime, mtime);
  },
  'dated in the future': (text) => {
    writeFileSync(path, text);
    utimesSync(path, 4e9, 4e9);
  },
  'dated long ago': (text) => {
    writeFileSync(path, text);
    utimesSync(path, 1, 1);
  },
  'by a new file with the date of the old one': (text) => {
    const { atime, mtime } = lstatSync(path);
    writeFileSync(`${path}~`, text);
    utimesSync(`${path}~`, atime, mtime);
    renameSync(`${path}~`, path);
  },
  'by cp -p from a file that is as old': (text) => {
    writeFileSync(`${path}~`, text);
    utimesSync(`${path}~`, lstatSync(path).atime, lstatSync(path).mtime);
    execFileSync('cp', ['-p', `${path}~`, path]);
  },
};

test.each(Object.entries(SAVES))(
  `a file that is saved ${EDITS} times %s is seen each time`,
  async (how, save) => {
    for (let number = 1; number <= EDITS; number++) {
      save(dealOf(number));
      expect(await seen(), `edit ${number}`).toBe(nameOf(number));
      if (number % 5 === 0) expect(await seen(), `edit ${number}, again`).toBe(nameOf(number));
    }
    tally(`saved ${how}`, { edits: EDITS });
  },
  PATIENCE_MS,
);

test(
  'a system clock that goes back and forth changes nothing that is seen',
  async () => {
    const random = randomOf(20261123);
    for (let number = 1; number <= EDITS; number++) {
      if (random.oneIn(2)) random.pick(Object.values(SAVES))(dealOf(number));
      else writeFileSync(path, dealOf(number));
      const now = new Date(Date.UTC(random.between(1990, 2050), random.below(12), random.between(1, 28)));
      expect(await seen(now), `edit ${number}, at ${now.toISOString()}`).toBe(nameOf(number));
    }
    tally('a clock that goes back', { edits: EDITS });
  },
  PATIENCE_MS,
);

test(
  'pipeline.yaml that is saved again and again within a tick is seen each time',
  async () => {
    for (let number = 0; number < EDITS; number++) {
      const stage = `stage-${String(number).padStart(6, '0')}`;
      put(root, 'pipeline.yaml', `format: 1\nname: x\ncurrency: PLN\nprocess: {stages: [${stage}]}\n`);
      const { stdout } = await cli('status --format json', { cwd: root });
      expect(stdout.includes(stage), stage).toBe(true);
    }
  },
  PATIENCE_MS,
);

test('a snapshot is refused on a day before one that was taken, and says what to do', async () => {
  const at = (now: string) => cli('snapshot', { cwd: root, now: new Date(now), env: { PIPELINE_TODAY: '' } });
  expect((await at('2026-11-23T12:00:00Z')).status).toBe(0);
  const { status, stderr } = await at('2026-11-20T12:00:00Z');
  expect(status).toBe(2);
  expect(stderr).toContain('set the clock right');
});
