// pipeline/snapshot-verify/1: which snapshots were looked at, what is wrong with them, and how regular they are.

import type { Day } from '../base/day.ts';
import { type Problem, type ProblemCode, placeOf } from '../base/problem.ts';
import type { Said, Sayable } from '../base/said.ts';
import type { Duplicate, Gap } from '../snapshot/regularity.ts';

/** `damaged`: not what it says of itself; `changed`: not what was committed; `lost`: committed, and not here. */
type Trouble = 'damaged' | 'changed' | 'lost';

const TROUBLES: Partial<Record<ProblemCode, Trouble>> = {
  'changed-snapshot': 'changed',
  'lost-snapshot': 'lost',
};

export interface VerifiedSnapshot {
  readonly name: string;
  /** Nothing is wrong but what warnings say. */
  readonly sound: boolean;
  readonly problems: readonly {
    readonly kind: Trouble;
    readonly severity: Problem['severity'];
    /** `file:line`. */
    readonly place: string;
    readonly file: string;
    readonly line: number | null;
    readonly message: Sayable;
  }[];
}

/** How regular the snapshots are. None of it is damage: what was missed can't be taken any more. */
export interface Regularity {
  /** `rhythm.snapshot` as pipeline.yaml has it now. */
  readonly rhythm: Said;
  readonly gaps: readonly Gap[];
  readonly duplicates: readonly Duplicate[];
}

export interface SnapshotVerifyView {
  readonly schema: 'pipeline/snapshot-verify/1';
  /** Those that are lost stand last. */
  readonly snapshots: readonly VerifiedSnapshot[];
  /** Whether git was there to compare with. */
  readonly under_git: boolean;
  /** Missed snapshots in all, and how regular they are; null where not all were looked at. */
  readonly series: (Regularity & { readonly missed: number; readonly last_missed: Day | null }) | null;
}

/** @param found the problems of each snapshot, by its name */
export function snapshotVerifyView(
  found: ReadonlyMap<string, readonly Problem[]>,
  underGit: boolean,
  regularity: Regularity | undefined,
): SnapshotVerifyView {
  return {
    schema: 'pipeline/snapshot-verify/1',
    snapshots: [...found].map(([name, problems]) => ({
      name,
      sound: problems.every(({ severity }) => severity !== 'error'),
      problems: problems.map((problem) => ({
        kind: TROUBLES[problem.code] ?? 'damaged',
        severity: problem.severity,
        place: placeOf(problem),
        file: problem.file,
        line: problem.line ?? null,
        message: problem.message,
      })),
    })),
    under_git: underGit,
    series: regularity === undefined ? null : { ...regularity, ...missedIn(regularity) },
  };
}

function missedIn({ gaps }: Regularity): { missed: number; last_missed: Day | null } {
  const days = gaps.flatMap(({ missed }) => missed);
  return { missed: days.length, last_missed: days.at(-1) ?? null };
}
