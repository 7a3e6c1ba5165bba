// What becomes of the files of a workspace between two commands: somebody edits, moves, breaks and removes them.

import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Day } from '../../src/base/day.ts';
import type { Random } from '../support/random.ts';
import { put } from '../workspace-files/folder.ts';
import { randomDeal, randomPath } from './random-deal.ts';
import { randomImport, randomSettings } from './random-settings.ts';

interface Scene {
  readonly root: string;
  readonly random: Random;
  readonly today: Day;
  /** The path of a deal file that is there; undefined where none is. */
  readonly deal: string | undefined;
}

/** Each does one thing; where what it takes is not there, nothing. */
const DISTURBANCES = {
  'a new deal': ({ root, random, today }: Scene) => put(root, randomPath(random), randomDeal(random, today)),
  'a deal rewritten': ({ root, random, today, deal }: Scene) =>
    deal && writeFileSync(join(root, deal), randomDeal(random, today)),
  'an edit of the same size': ({ root, random, deal }: Scene) =>
    deal && edit(root, deal, (text) => text.replace(/\d(?=\d*$)/m, () => String(random.below(10)))),
  'an edit of the same size that keeps its date': ({ root, random, deal }: Scene) => {
    if (deal === undefined) return;
    const { atime, mtime } = lstatSync(join(root, deal));
    edit(root, deal, (text) => text.replace(/\d(?=\d*$)/m, () => String(random.below(10))));
    utimesSync(join(root, deal), atime, mtime);
  },
  'another stage': ({ root, random, deal }: Scene) =>
    deal &&
    edit(root, deal, (text) =>
      text.replace(/^stage: .*$/m, `stage: ${random.pick(['lead', 'proposal', 'won', 'lost'])}`),
    ),
  'another amount': ({ root, random, deal }: Scene) =>
    deal && edit(root, deal, (text) => text.replace(/^amount: .*$/m, `amount: ${random.below(900_000)}`)),
  'a deal pushed': ({ root, random, today, deal }: Scene) =>
    deal &&
    edit(root, deal, (text) =>
      text.replace(/^close: .*$/m, `close: ${today.slice(0, 4)}-12-${random.between(10, 31)}`),
    ),
  'a comment': ({ root, deal }: Scene) => deal && edit(root, deal, (text) => `${text}\n# seen\n`),
  'a deal touched': ({ root, random, deal }: Scene) => {
    const seconds = random.pick([0, 1, 1_000_000_000, 4_000_000_000]);
    if (deal !== undefined) utimesSync(join(root, deal), seconds, seconds);
  },
  'a deal removed': ({ root, deal }: Scene) => deal && rmSync(join(root, deal)),
  'a deal broken': ({ root, deal }: Scene) => deal && writeFileSync(join(root, deal), 'name: [\n'),
  'a deal moved': ({ root, random, deal }: Scene) => deal && move(root, deal, randomPath(random)),
  'a deal renamed, and saying so': ({ root, random, deal }: Scene) => {
    if (deal === undefined) return;
    edit(root, deal, (text) => `${text}\nwas: ${basename(deal, '.yaml')}\n`);
    move(root, deal, `deals/2026/renamed-${random.below(1000)}.yaml`);
  },
  'a deal twice': ({ root, deal }: Scene) => deal && copy(root, deal, `deals/undated/${basename(deal)}`),
  'a deal archived': ({ root, deal }: Scene) => deal && move(root, deal, `archive/2026-Q4/${basename(deal)}`),
  'two deals that change places': ({ root, random, deal }: Scene) => {
    const other = somePath(root, random);
    if (deal === undefined || other === undefined || other === deal) return;
    renameSync(join(root, deal), join(root, 'aside'));
    renameSync(join(root, other), join(root, deal));
    renameSync(join(root, 'aside'), join(root, other));
  },
  'other settings': ({ root, random }: Scene) =>
    random.oneIn(3) && put(root, 'pipeline.yaml', randomSettings(random)),
  'an import': ({ root, random }: Scene) => put(root, 'imports/pipedrive.yaml', randomImport(random)),
  'a mapping broken': ({ root, random }: Scene) =>
    random.oneIn(3) && put(root, 'imports/hubspot.yaml', 'format: [\n'),
  'no imports': ({ root }: Scene) => rmSync(join(root, 'imports'), { recursive: true, force: true }),
  'a snapshot removed': ({ root, random }: Scene) => {
    const name = someSnapshot(root, random);
    if (name !== undefined && random.oneIn(3)) rmSync(join(root, 'snapshots', name), { recursive: true });
  },
  'a snapshot changed': ({ root, random }: Scene) => {
    const name = someSnapshot(root, random);
    if (name !== undefined && random.oneIn(3))
      edit(root, `snapshots/${name}/deals.csv`, (text) => text.replace(/\d(?=\D*$)/, '7'));
  },
} as const;

/** Does one of them. @returns which one, for a message */
export function disturb(root: string, random: Random, today: Day): string {
  const [name, act] = random.pick(Object.entries(DISTURBANCES));
  act({ root, random, today, deal: somePath(root, random) });
  return name;
}

function someSnapshot(root: string, random: Random): string | undefined {
  const folder = join(root, 'snapshots');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.length === 0 ? undefined : random.pick(names);
}

function somePath(root: string, random: Random): string | undefined {
  const paths = ['deals', 'archive']
    .filter((top) => existsSync(join(root, top)))
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
    )
    .filter((path) => path.endsWith('.yaml'))
    .sort();
  return paths.length === 0 ? undefined : random.pick(paths);
}

function edit(root: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
}

function move(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  renameSync(join(root, from), join(root, to));
}

function copy(root: string, from: string, to: string): void {
  if (from === to) return;
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(join(root, from), join(root, to));
}
