// A write that is killed at any moment is done whole or not at all, and the next command says what it found.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import { share, tally } from '../support/torture.ts';
import { startChild } from './child-process.ts';
import { filesIn, folderWith } from './folder.ts';
import { beforeRounds, replacedState, roundChanges, stateAfter } from './rounds.ts';

vi.setConfig({ testTimeout: share(240_000, 36_000_000) });

const KILLS = share(6, 200);
const [WRITERS, WRITES] = share([4, 20], [8, 50]);
const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };

/** What the folder shows: the round that it stands at, whole. */
function roundOf(files: Record<string, string>): number {
  const round = Number(/round: (\d+)/.exec(files['deals/d0.yaml'] ?? '')?.[1]);
  expect(files).toEqual(stateAfter(round));
  return round;
}

test(`${KILLS} kills at random moments: each leaves a round whole, and the next command goes on`, async () => {
  const root = folderWith(beforeRounds());
  let round = 0;
  const found = { completed: 0, swept: 0, nothing: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const child = await startChild('rounds', root, String(round + 1));
    await new Promise((done) => setTimeout(done, (kill * 7919) % 41));
    await child.kill();
    const reported = Number(/(?:round (\d+)\n)?$/.exec((await child.ended).stdout)?.[1] ?? round);
    const notes = await withLock(root, who, (held) => held.notes, { waitMs: 0 });
    const note = String(notes[0] ?? '');
    found[note === '' ? 'nothing' : note.includes('completed') ? 'completed' : 'swept']++;
    round = roundOf(filesIn(root));
    expect([reported, reported + 1]).toContain(round);
    expect(readdirSync(join(root, '.pipeline')).sort()).toEqual(['.gitignore', 'lock']);
  }
  await withLock(root, who, () => commitFiles(root, roundChanges(root, round + 1)));
  expect(roundOf(filesIn(root))).toBe(round + 1);
  tally('killed at any moment', { kills: KILLS, ...found });
});

test(`${KILLS} kills while one folder takes the place of another: one of the two is always there`, async () => {
  const root = folderWith(beforeRounds());
  let round = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = await startChild('replace', root, String(round + 1));
    await new Promise((done) => setTimeout(done, (kill * 7919) % 41));
    await child.kill();
    const reported = Number(/(?:round (\d+)\n)?$/.exec((await child.ended).stdout)?.[1] ?? round);
    await withLock(root, who, () => undefined, { waitMs: 0 });
    const files = filesIn(root);
    round = Number(/round: (\d+)/.exec(files['snapshots/now/snapshot.yaml'] ?? '')?.[1]);
    expect(files).toEqual(replacedState(round));
    expect([reported, reported + 1]).toContain(round);
  }
  tally('killed while a folder is replaced', { kills: KILLS });
});

test(`${WRITERS} processes write ${WRITES} times each at once: every write is there`, async () => {
  const root = folderWith({ 'deals/shared.yaml': '' });
  const children = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => startChild('write', root, String(n), String(WRITES))),
  );
  for (const child of children) expect(await child.ended).toMatchObject({ status: 0, stderr: '' });
  const files = filesIn(root);
  const lines = files['deals/shared.yaml']?.trim().split('\n') ?? [];
  expect(new Set(lines).size).toBe(WRITERS * WRITES);
  expect(lines).toHaveLength(WRITERS * WRITES);
  expect(Object.keys(files)).toHaveLength(WRITERS * WRITES + 1);
  tally('writes at once', { processes: WRITERS, writes: lines.length });
});
