// What all past snapshots together tell about each deal, kept between runs: a new snapshot is folded into what
// is known of the ones before it, and nothing is read where no snapshot is new.

import { type BigIntStats, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fileSystemClock } from '../index-db/clock.ts';
import type { Memo } from '../index-db/index-file.ts';
import type { SeriesFacts } from '../snapshot/series.ts';
import { fingerprintOf, isRacy } from '../workspace/fingerprint.ts';

const KEY = 'series';
const NO_FACTS: SeriesFacts = { last: '', deals: {} };
/** The files of a snapshot that the facts come from. */
const FILES = ['snapshot.yaml', 'deals.csv', 'archived.csv'];

export interface Series {
  readonly facts: SeriesFacts;
  /** What the index is to keep; undefined where that is what it has. */
  readonly learned: Memo | undefined;
}

/**
 * The facts of these snapshots.
 * @param names ascending
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export async function seriesOf(
  root: string,
  names: readonly string[],
  memos: ReadonlyMap<string, Memo>,
): Promise<Series> {
  if (names.length === 0) return { facts: NO_FACTS, learned: undefined };
  const memo = memos.get(KEY);
  const inputs = names.map((name) => inputsOf(root, name).text).join('\n');
  if (memo?.inputs === inputs) return { facts: JSON.parse(memo.value), learned: undefined };
  return await fold(root, names, memo);
}

/** Folds what is new onto what is kept, where that is of the snapshots before; else all of them. */
async function fold(root: string, names: readonly string[], memo: Memo | undefined): Promise<Series> {
  const [{ foldSeries }, { readSnapshot }] = await Promise.all([
    import('../snapshot/series.ts'),
    import('../snapshot/store.ts'),
  ]);
  const clock = fileSystemClock(root) ?? 0n;
  const inputs = names.map((name) => inputsOf(root, name));
  const lines = inputs.map(({ text }) => text);
  const kept = memo?.inputs.split('\n') ?? [];
  const continues = memo !== undefined && isBeginning(kept, lines);
  let facts: SeriesFacts = continues ? JSON.parse(memo.value) : NO_FACTS;
  for (const name of names.slice(continues ? kept.length : 0))
    facts = foldSeries(facts, readSnapshot(root, name));
  const value = JSON.stringify(facts);
  const lasting = !inputs.some(({ stats }) => stats.some((stat) => isRacy(stat, clock)));
  const worthKeeping = lasting && !isBeginning(lines, kept); // a look at an earlier day forgets nothing
  return {
    facts: JSON.parse(value), // as it will be when it comes from the index
    learned: worthKeeping ? { key: KEY, inputs: lines.join('\n'), value } : undefined,
  };
}

function isBeginning(start: readonly string[], of: readonly string[]): boolean {
  return start.length < of.length && start.every((line, place) => line === of[place]);
}

/** A snapshot's name with the fingerprints of its files. */
function inputsOf(root: string, name: string): { text: string; stats: BigIntStats[] } {
  const stats = FILES.flatMap((file) => {
    const path = join(root, 'snapshots', name, file);
    return lstatSync(path, { bigint: true, throwIfNoEntry: false }) ?? [];
  });
  return { text: [name, ...stats.map(fingerprintOf)].join(' '), stats };
}
