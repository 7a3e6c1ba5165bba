// The two ends of a diff: snapshots by the names that people give them, or the working set.

import { addDays, type Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import { NOW, newestUntil } from '../snapshot/names.ts';
import { resolveSnapshot } from '../snapshot/resolve.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listSnapshots } from '../snapshot/store.ts';
import type { Call } from './verb.ts';

export interface DiffEnds {
  readonly a: Snapshot;
  readonly b: Snapshot;
  /** Deals of the working set that cannot be read and that no snapshot has. */
  readonly leftOut: readonly string[];
  /** The commits that the ends are of; a head of null is the work tree. Left out: they are snapshots. */
  readonly commits?: { readonly base: string; readonly head: string | null };
}

/** Two of the workspace's snapshots, or the working set. */
export interface SnapshotEnds extends DiffEnds {
  /** The names of all snapshots, ascending. */
  readonly names: readonly string[];
  /** The snapshot of a name. */
  read(name: string): Snapshot;
}

/**
 * From A to B, as they were typed: by default from the newest snapshot before today to now. Of two snapshots nothing else is read.
 * @throws Failure `nothing-to-look-at`, `no-such-snapshot`, `snapshot-damaged`, `usage` where A is later than B
 */
export async function diffEnds(
  call: Call,
  today: Day,
  words: readonly string[] = call.args,
): Promise<SnapshotEnds> {
  const root = call.root();
  const names = listSnapshots(root);
  const [from, to = NOW] = words;
  const nameA = from === undefined ? newestBefore(today, names) : resolveSnapshot(from, names, today);
  const nameB = resolveSnapshot(to, names, today);
  const book = nameA === NOW || nameB === NOW ? await call.book() : undefined;
  const snapshots = book?.snapshots ?? (await call.snapshots());
  const read = (name: string) => (name === NOW && book !== undefined ? book.state : snapshots.read(name));
  const a = read(nameA);
  const b = nameA === nameB ? a : read(nameB);
  if (isLater(a, b)) {
    throw new Failure(
      'usage',
      said('{a} is later than {b}: a diff goes from the earlier one.', { a: shown(a), b: shown(b) }),
      {
        hint: asItIs(`pipeline diff ${nameB} ${nameA}`),
      },
    );
  }
  return { a, b, leftOut: nameB === NOW ? (book?.leftOut ?? []) : [], names, read };
}

function newestBefore(today: Day, names: readonly string[]): string {
  const found = newestUntil(names, addDays(today, -1));
  if (found !== undefined) return found;
  throw new Failure(
    'nothing-to-look-at',
    said('There is no snapshot from before today ({today}) to begin with.', { today }),
    {
      hint:
        names.length === 0
          ? 'Take one, and look again when something has changed: pipeline snapshot'
          : said('Name one: {command}', { command: `pipeline diff ${names.at(-1)}` }),
    },
  );
}

/** By day; of one day by name, and the working set is the last. */
function isLater(a: Snapshot, b: Snapshot): boolean {
  if (a.on !== b.on || a.name === b.name) return a.on > b.on;
  return a.name === NOW || (b.name !== NOW && a.name > b.name);
}

function shown({ name, on }: Snapshot): string {
  return name === NOW ? `now (${on})` : name;
}
