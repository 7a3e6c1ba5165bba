// pipeline/snapshot-verify/1: which snapshots were looked at, and what is wrong with them.

import { type Problem, placeOf } from '../base/problem.ts';

export interface VerifiedSnapshot {
  readonly name: string;
  /** Nothing is wrong but what warnings say. */
  readonly sound: boolean;
  readonly problems: readonly {
    readonly severity: Problem['severity'];
    /** `file:line`. */
    readonly place: string;
    readonly file: string;
    readonly line: number | null;
    readonly message: string;
  }[];
}

export interface SnapshotVerifyView {
  readonly schema: 'pipeline/snapshot-verify/1';
  readonly snapshots: readonly VerifiedSnapshot[];
}

export function snapshotVerifyView(found: ReadonlyMap<string, readonly Problem[]>): SnapshotVerifyView {
  return {
    schema: 'pipeline/snapshot-verify/1',
    snapshots: [...found].map(([name, problems]) => ({
      name,
      sound: problems.every(({ severity }) => severity !== 'error'),
      problems: problems.map((problem) => ({
        severity: problem.severity,
        place: placeOf(problem),
        file: problem.file,
        line: problem.line ?? null,
        message: problem.message,
      })),
    })),
  };
}
