// A write that does everything that a write can do, so that a test can tell from the folder which round it shows,
// and whether it shows one round whole.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../src/workspace/write-plan.ts';

const FILES = 12;
const SNAPSHOT = ['snapshots/now/deals.csv', 'snapshots/now/snapshot.yaml'];

/** The folder as it is before the first round. */
export function beforeRounds(): Record<string, string> {
  return stateAfter(0);
}

/** What the folder holds when a round is done: the round's number is in every file. */
export function stateAfter(round: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let n = 0; n < FILES; n++) files[`deals/d${n}.yaml`] = text(round, n);
  files[`archive/q${round}/moved.yaml`] = 'always the same\n';
  files[`deals/r${round}/new.yaml`] = `round ${round}\n`;
  files['snapshots/now/deals.csv'] = `deals ${round}\n`.repeat(50);
  files['snapshots/now/snapshot.yaml'] = `round: ${round}\n`;
  return files;
}

/** From the state after the round before to the state after this one. */
export function roundChanges(root: string, round: number): FileChange[] {
  const before = existsSync(join(root, `archive/q${round - 1}/moved.yaml`)) ? round - 1 : 0;
  const after = stateAfter(round);
  return [
    ...Array.from({ length: FILES }, (_, n): FileChange => {
      const path = `deals/d${n}.yaml`;
      return { kind: 'write', path, content: after[path] ?? '', expected: 'any' };
    }),
    {
      kind: 'move',
      from: `archive/q${before}/moved.yaml`,
      to: `archive/q${round}/moved.yaml`,
      expected: 'any',
    },
    { kind: 'remove', path: `deals/r${before}/new.yaml`, expected: 'any' },
    { kind: 'write', path: `deals/r${round}/new.yaml`, content: `round ${round}\n`, expected: 'absent' },
    ...replaceChanges(round),
  ];
}

/** A write of one change: the folder of this round takes the place of the one before. */
export function replaceChanges(round: number): FileChange[] {
  const after = stateAfter(round);
  const files = SNAPSHOT.map((path) => ({
    name: path.slice('snapshots/now/'.length),
    content: after[path] ?? '',
  }));
  return [{ kind: 'folder', path: 'snapshots/now', files, replace: true }];
}

/** What the folder holds when of all rounds only that change was done. */
export function replacedState(round: number): Record<string, string> {
  const after = stateAfter(round);
  return { ...stateAfter(0), ...Object.fromEntries(SNAPSHOT.map((path) => [path, after[path] ?? ''])) };
}

function text(round: number, n: number): string {
  return `round: ${round}\nfile: ${n}\n${'# a comment of some length\n'.repeat(n * 20)}`;
}
