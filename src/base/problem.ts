// A Problem is something wrong at a place in a file: data, collected and shown all at once.

import { fromKept, type KeptSaid, type Sayable, toKept } from './said.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a problem is about; the codes of a deal file are freshness rules as well (unreadable or wrong). */
export type ProblemCode =
  | 'invalid-file'
  | 'duplicate-id'
  | 'conflict-markers'
  | 'unknown-key'
  | 'invalid-settings'
  | 'invalid-mapping'
  | 'invalid-baseline'
  | 'invalid-plan'
  | 'invalid-sheet'
  | 'invalid-feedback'
  | 'invalid-calls'
  | 'invalid-snapshot'
  | 'changed-snapshot'
  | 'lost-snapshot'
  | 'left-out';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Path from the workspace's root, with forward slashes. */
  readonly file: string;
  /** From 1. Absent where the problem is the file as a whole. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  readonly message: Sayable;
  readonly hint?: Sayable;
  /** The source line that the place is in, without its line end. */
  readonly excerpt?: string;
}

/** `file:line:column` as far as the place is known. */
export function placeOf(problem: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
}

/** A problem as it is kept: what it says is in no language. */
export type KeptProblem<Kind extends Partial<Problem> = Problem> = Omit<Kind, 'message' | 'hint'> & {
  readonly message: KeptSaid;
  readonly hint?: KeptSaid;
};

/** Plain JSON of it, to keep. */
export function toKeptProblem<Kind extends Pick<Problem, 'message' | 'hint'>>(problem: Kind) {
  const { message, hint, ...rest } = problem;
  return { ...rest, message: toKept(message), ...(hint === undefined ? {} : { hint: toKept(hint) }) };
}

/** The problem that was kept so. */
export function fromKeptProblem<Kind extends { readonly message: KeptSaid; readonly hint?: KeptSaid }>(
  kept: Kind,
) {
  const { message, hint, ...rest } = kept;
  return { ...rest, message: fromKept(message), ...(hint === undefined ? {} : { hint: fromKept(hint) }) };
}
