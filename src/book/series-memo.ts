// What all past snapshots together tell about each deal, kept between runs: a new snapshot is folded into what
// is known of the ones before it, and nothing is read where no snapshot is new.

import { fileSystemClock } from '../index-db/clock.ts';
import type { Memo } from '../index-db/rows.ts';
import { emptySeries, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import { readSnapshot } from '../snapshot/store.ts';
import { snapshotInputs } from './snapshot-inputs.ts';

const KEY = 'series';
/** The first line of a memo's inputs. It goes up with every change of what facts are, so that none of before is read. */
const SHAPE = 'facts 2';

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
export function seriesOf(root: string, names: readonly string[], memos: ReadonlyMap<string, Memo>): Series {
  if (names.length === 0) return { facts: emptySeries(), learned: undefined };
  const memo = memos.get(KEY);
  const inputs = [SHAPE, ...names.map((name) => snapshotInputs(root, name).text)].join('\n');
  if (memo?.inputs === inputs) return { facts: JSON.parse(memo.value), learned: undefined };
  return fold(root, names, memo);
}

/** Folds what is new onto what is kept, where that is of the snapshots before; else all of them. */
function fold(root: string, names: readonly string[], memo: Memo | undefined): Series {
  const clock = fileSystemClock(root) ?? 0n;
  const inputs = names.map((name) => snapshotInputs(root, name));
  const lines = [SHAPE, ...inputs.map(({ text }) => text)];
  const kept = memo?.inputs.split('\n') ?? [];
  const continues = memo !== undefined && isBeginning(kept, lines);
  let facts: SeriesFacts = continues ? JSON.parse(memo.value) : emptySeries();
  for (const name of names.slice(continues ? kept.length - 1 : 0))
    facts = foldSeries(facts, readSnapshot(root, name));
  const value = JSON.stringify(facts);
  const lasting = inputs.every((input) => input.lasting(clock));
  const worthKeeping = lasting && !isBeginning(lines, kept); // a look at an earlier day forgets nothing
  return {
    facts: JSON.parse(value), // as it will be when it comes from the index
    learned: worthKeeping ? { key: KEY, inputs: lines.join('\n'), value } : undefined,
  };
}

function isBeginning(start: readonly string[], of: readonly string[]): boolean {
  return start.length < of.length && start.every((line, place) => line === of[place]);
}
