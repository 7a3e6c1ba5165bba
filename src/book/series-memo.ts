// What all past snapshots together tell about each deal, kept between runs: a new snapshot is folded into what
// is known of the ones before it, and nothing is read where no snapshot is new.

import { fileSystemClock } from '../index-db/clock.ts';
import type { Index } from '../index-db/index-file.ts';
import type { KeptMemo, Memo } from '../index-db/rows.ts';
import { emptySeries, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import { isBeginning, snapshotInputs } from './snapshot-inputs.ts';
import { Snapshots } from './snapshots.ts';

const KEY = 'series';
/** The first line of a memo's inputs. It goes up with every change of what facts are, so that none of before is read. */
const SHAPE = 'facts 4';

export interface Series {
  /** The names of the snapshots with the fingerprints of their files: all that the facts depend on. */
  readonly inputs: string;
  /** Whether these fingerprints may be trusted from now on. */
  readonly lasting: boolean;
  facts(): SeriesFacts;
  /** What the index is to keep: of the facts, and of the rows of snapshots that it does not have. */
  readonly learned: readonly Memo[];
}

type Kept = Pick<Index, 'memo' | 'keep' | 'damaged'>;

/**
 * The facts of these snapshots.
 * @param names ascending
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export function seriesOf(root: string, names: readonly string[], index: Kept): Series {
  const inputs = [SHAPE, ...names.map((name) => snapshotInputs(root, name).text)].join('\n');
  if (names.length === 0) return { inputs, lasting: true, facts: emptySeries, learned: [] };
  const memo = index.memo(KEY);
  if (memo?.inputs !== inputs) return fold(root, names, memo, index);
  let facts: SeriesFacts | undefined;
  return {
    inputs,
    lasting: true,
    learned: [],
    facts() {
      facts ??= JSON.parse(memo.value()) as SeriesFacts;
      return facts;
    },
  };
}

/** Folds what is new onto what is kept, where that is of the snapshots before; else all of them. */
function fold(root: string, names: readonly string[], memo: KeptMemo | undefined, index: Kept): Series {
  const clock = fileSystemClock(root) ?? 0n;
  const snapshots = new Snapshots(root, index);
  const inputs = names.map((name) => snapshots.inputsOf(name));
  const lines = [SHAPE, ...inputs.map(({ text }) => text)];
  const kept = memo?.inputs.split('\n') ?? [];
  const continues = memo !== undefined && isBeginning(kept, lines);
  let folded: SeriesFacts = continues ? JSON.parse(memo.value()) : emptySeries();
  const learned: Memo[] = [];
  let isFree = true;
  for (let at = continues ? kept.length - 1 : 0; at < names.length; at++) {
    const { snapshot, memo: rows } = snapshots.learn(names[at] ?? '', names[at - 1], clock);
    folded = foldSeries(folded, snapshot);
    if (rows === undefined) continue;
    isFree &&= index.keep(rows); // years of rows are not held up to the end
    if (!isFree) learned.push(rows);
  }
  const value = JSON.stringify(folded);
  const facts: SeriesFacts = JSON.parse(value); // as it will be when it comes from the index
  const lasting = inputs.every((input) => input.lasting(clock));
  const worthKeeping = lasting && !isLookBack(root, lines, kept);
  const text = lines.join('\n');
  return {
    inputs: text,
    lasting,
    facts: () => facts,
    learned: worthKeeping ? [...learned, { key: KEY, inputs: text, value }] : learned,
  };
}

/** What is kept knows more, and all of that is still so: a look at an earlier day forgets nothing. */
function isLookBack(root: string, lines: readonly string[], kept: readonly string[]): boolean {
  const isStill = (line: string) => snapshotInputs(root, line.split(' ')[0] ?? '').text === line;
  return isBeginning(lines, kept) && kept.slice(lines.length).every(isStill);
}
