// Years of snapshots, read through the index and from their files: any two of them, and the trend over all, say the
// same. Workspaces are random, with every movement in them; a message names the seed: PIPELINE_SEED=17 repeats it.

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { periodAround } from '../../src/base/period.ts';
import { openBook } from '../../src/book/open.ts';
import { openSnapshots, type Snapshots, snapshotsInFiles } from '../../src/book/snapshots.ts';
import { openIndex } from '../../src/index-db/open-index.ts';
import type { MovementKind } from '../../src/movement/kinds.ts';
import { type DiffView, diffView } from '../../src/report/diff.ts';
import { trendView } from '../../src/report/trend.ts';
import type { MetricId } from '../../src/report/trend-metrics.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { listSnapshots, snapshotFiles } from '../../src/snapshot/store.ts';
import { OWNERS, randomSides } from '../movement/random-sides.ts';
import { snapshotOf } from '../movement/side-snapshot.ts';
import { settings } from '../snapshot/build.ts';
import { randomOf, seeds } from '../support/random.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { folderWith, put } from '../workspace-files/folder.ts';

const WORKSPACES = share(8, 50);
const PAIRS = 20;
/** More than rest on one that is kept whole. */
const WEEKS = 17;
const SETTINGS = [
  'format: 1',
  'name: acme',
  'currency: PLN',
  'time_zone: UTC',
  'rates: [{on: 2026-01-01, EUR: "4.25", USD: "3.60"}]',
  'process: {version: 1, stages: [{id: lead}]}',
].join('\n');

/** A workspace whose snapshots the index has. */
async function workspaceOf(seed: number): Promise<string> {
  const root = folderWith({ 'pipeline.yaml': SETTINGS });
  const [sides] = fc.sample(randomSides({ moments: WEEKS }), { numRuns: 1, seed });
  for (const side of sides ?? [])
    for (const { path, text } of snapshotFiles(snapshotOf(side), '')) put(root, path, text);
  await setTimeout(100); // so that the file system's clock trusts the files
  const opened = await openBook(root, {
    today: () => day('2027-06-01'),
    now: new Date(0),
    toolVersion: '0.0.0',
  });
  opened.close();
  const index = openIndex(root);
  for (const name of listSnapshots(root)) expect(index.memo(`snapshot ${name}`), name).toBeDefined();
  index.close();
  return root;
}

function diffOf(a: Snapshot, b: Snapshot, owners: readonly string[]): DiffView {
  return diffView(a, b, {
    ...{ period: undefined, owners, stages: [], only: [], explain: 'closing', withIdle: true, leftOut: [] },
    quarter: periodAround(b.on, 'quarter', 1),
    ownerKey: (owner) => owner,
  });
}

/** What each rate of a trend counts in a diff. */
const COUNTED = {
  'slip-rate': ['slipped'],
  'regress-rate': ['regressed'],
  'skip-rate': ['skipped'],
  'win-rate': ['won'],
  'late-entry-share': ['late-entry'],
} as const satisfies Partial<Record<MetricId, readonly MovementKind[]>>;
const RATES = Object.keys(COUNTED) as (keyof typeof COUNTED)[];

function expectTrend(snapshots: Snapshots, names: readonly string[], told: string): void {
  const view = trendView(
    {
      settings: settings(),
      snapshots: names.map((name) => ({ name, until: snapshots.header(name).on })),
      read: (name) => snapshots.read(name),
    },
    { metrics: [...RATES, 'open-count'], every: 'week', since: undefined, until: undefined, by: undefined },
  );
  for (const [at, name] of names.entries()) {
    const before = names[at - 1];
    if (before === undefined) continue;
    const diff = diffOf(snapshots.read(before), snapshots.read(name), []);
    const counts = RATES.map((id) => {
      const value = view.groups[0]?.metrics[id]?.[at];
      return value?.kind === 'share' ? value.count : value;
    });
    const having = RATES.map(
      (id) =>
        diff.totals.movements.filter(({ kind }) => COUNTED[id].some((one) => one === kind))[0]?.deals ?? 0,
    );
    expect(counts, `${told}: ${before} to ${name}`).toEqual(having);
  }
}

for (const [at, seed] of seeds(WORKSPACES).entries()) {
  test(
    `workspace ${at + 1}: ${PAIRS} pairs of ${WEEKS} snapshots, and the trend`,
    async () => {
      const random = randomOf(seed);
      const root = await workspaceOf(seed);
      const names = listSnapshots(root);
      expect(names).toHaveLength(WEEKS);
      const { snapshots: indexed, close } = openSnapshots(root, false);
      const inFiles = snapshotsInFiles(root);
      for (let pair = 0; pair < PAIRS; pair++) {
        const [a = '', b = ''] = random.some(names, 2).sort();
        const owners = random.some([[], OWNERS.slice(0, 1)], 1)[0] ?? [];
        const through = diffOf(indexed.read(a), indexed.read(b), owners);
        expect(through, `seed ${seed}: ${a} to ${b}`).toEqual(
          diffOf(inFiles.read(a), inFiles.read(b), owners),
        );
      }
      expectTrend(indexed, names, `seed ${seed}`);
      close();
      tally('history', { pairs: PAIRS, trends: 1 });
    },
    PATIENCE_MS,
  );
}
