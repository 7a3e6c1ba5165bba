// What is kept of past snapshots between runs, and when it is told anew.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Series, seriesOf } from '../../src/book/series-memo.ts';
import { snapshotInputs } from '../../src/book/snapshot-inputs.ts';
import { IndexUnsure } from '../../src/index-db/index-unsure.ts';
import type { Memo } from '../../src/index-db/rows.ts';
import { snapshotFiles } from '../../src/snapshot/store.ts';
import { row, snapshot } from '../snapshot/build.ts';
import { folderWith } from '../workspace-files/folder.ts';

const NAMES = ['2026-11-02', '2026-11-09'];

const indexWith = (memo?: Memo) => ({
  memo: (key: string) =>
    memo?.key === key ? { inputs: memo.inputs, value: () => memo.value, column: () => undefined } : undefined,
  keep: () => true,
  damaged: () => new IndexUnsure('', 'damaged'),
});

const factsIn = ({ learned }: Pick<Series, 'learned'>) => learned.find(({ key }) => key === 'series');

function workspaceOfTwo(): string {
  const root = folderWith();
  for (const [week, name] of NAMES.entries()) {
    const taken = snapshot(name, [row({ id: 'x', stage: week === 0 ? 'lead' : 'proposal' })]);
    for (const { path, text } of snapshotFiles(taken, '')) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  return root;
}

test('facts kept by a version that knew no stages are told anew', () => {
  const root = workspaceOfTwo();
  const inputs = NAMES.map((name) => snapshotInputs(root, name).text).join('\n');
  const old = {
    key: 'series',
    inputs,
    value: '{"last":"2026-11-09","deals":{"x":{"firstDay":"2026-11-02"}}}',
  };
  const { facts } = seriesOf(root, NAMES, indexWith(old));
  expect(facts().deals.x).toMatchObject({ stage: 'proposal', stageChanged: '2026-11-09' });
});

test('what is kept is gone on from where a snapshot is new, and taken as it is where none is', () => {
  const root = workspaceOfTwo();
  const all = seriesOf(root, NAMES, indexWith());
  const [one] = NAMES.slice(0, 1).map((name) => seriesOf(root, [name], indexWith()).facts());
  const shape = factsIn(seriesOf(root, NAMES.slice(0, 1), indexWith()))?.inputs;
  // Snapshots written this moment are not trusted yet by every file system's clock: then nothing is kept.
  if (shape !== undefined) {
    const memo = { key: 'series', inputs: shape, value: JSON.stringify(one) };
    expect(seriesOf(root, NAMES, indexWith(memo)).facts()).toEqual(all.facts());
  }
  if (factsIn(all) !== undefined) {
    const again = seriesOf(root, NAMES, indexWith(factsIn(all)));
    expect([again.facts(), again.learned]).toEqual([all.facts(), []]);
  }
});

test('a look at an earlier day forgets nothing, and a snapshot that is gone is forgotten', async () => {
  const root = workspaceOfTwo();
  await new Promise((resolve) => setTimeout(resolve, 100)); // so that the file system's clock trusts the files
  const all = factsIn(seriesOf(root, NAMES, indexWith()));
  const first = NAMES.slice(0, 1);
  expect(all).toBeDefined();
  expect(factsIn(seriesOf(root, first, indexWith(all)))).toBeUndefined();
  rmSync(join(root, 'snapshots', '2026-11-09'), { recursive: true });
  expect(factsIn(seriesOf(root, first, indexWith(all)))).toMatchObject({ key: 'series' });
});
