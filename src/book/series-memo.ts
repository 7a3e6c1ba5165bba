// What all past snapshots together tell about each deal, kept between runs: a new snapshot is folded into what
// is known of the ones before it, and nothing is read where no snapshot is new.

import { fileSystemClock } from '../index-db/clock.ts';
import type { Index } from '../index-db/index-file.ts';
import type { KeptMemo, Memo } from '../index-db/rows.ts';
import { SharedRows } from '../snapshot/read-csv.ts';
import { emptySeries, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import { readSnapshot } from '../snapshot/store.ts';
import { snapshotInputs } from './snapshot-inputs.ts';

const KEY = 'series';
/** The first line of a memo's inputs. It goes up with every change of what facts are, so that none of before is read. */
const SHAPE = 'facts 2';

export interface Series {
  /** The names of the snapshots with the fingerprints of their files: all that the facts depend on. */
  readonly inputs: string;
  /** Whether these fingerprints may be trusted from now on. */
  readonly lasting: boolean;
  facts(): SeriesFacts;
  /** What the index is to keep; undefined where that is what it has. */
  readonly learned: Memo | undefined;
}

/**
 * The facts of these snapshots.
 * @param names ascending
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export function seriesOf(root: string, names: readonly string[], index: Pick<Index, 'memo'>): Series {
  const inputs = [SHAPE, ...names.map((name) => snapshotInputs(root, name).text)].join('\n');
  if (names.length === 0) return { inputs, lasting: true, facts: emptySeries, learned: undefined };
  const memo = index.memo(KEY);
  if (memo?.inputs !== inputs) return fold(root, names, memo);
  let facts: SeriesFacts | undefined;
  return {
    inputs,
    lasting: true,
    learned: undefined,
    facts() {
      facts ??= JSON.parse(memo.value()) as SeriesFacts;
      return facts;
    },
  };
}

/** Folds what is new onto what is kept, where that is of the snapshots before; else all of them. */
function fold(root: string, names: readonly string[], memo: KeptMemo | undefined): Series {
  const clock = fileSystemClock(root) ?? 0n;
  const inputs = names.map((name) => snapshotInputs(root, name));
  const lines = [SHAPE, ...inputs.map(({ text }) => text)];
  const kept = memo?.inputs.split('\n') ?? [];
  const continues = memo !== undefined && isBeginning(kept, lines);
  let folded: SeriesFacts = continues ? JSON.parse(memo.value()) : emptySeries();
  const shared = new SharedRows();
  for (const name of names.slice(continues ? kept.length - 1 : 0))
    folded = foldSeries(folded, readSnapshot(root, name, shared));
  const value = JSON.stringify(folded);
  const facts: SeriesFacts = JSON.parse(value); // as it will be when it comes from the index
  const lasting = inputs.every((input) => input.lasting(clock));
  const worthKeeping = lasting && !isLookBack(root, lines, kept);
  const text = lines.join('\n');
  return {
    inputs: text,
    lasting,
    facts: () => facts,
    learned: worthKeeping ? { key: KEY, inputs: text, value } : undefined,
  };
}

/** What is kept knows more, and all of that is still so: a look at an earlier day forgets nothing. */
function isLookBack(root: string, lines: readonly string[], kept: readonly string[]): boolean {
  const isStill = (line: string) => snapshotInputs(root, line.split(' ')[0] ?? '').text === line;
  return isBeginning(lines, kept) && kept.slice(lines.length).every(isStill);
}

function isBeginning(start: readonly string[], of: readonly string[]): boolean {
  return start.length < of.length && start.every((line, place) => line === of[place]);
}
