// A Problem is something wrong at a place in a file: data, collected and shown all at once.

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
  readonly message: string;
  readonly hint?: string;
  /** The source line that the place is in, without its line end. */
  readonly excerpt?: string;
}

/** `file:line:column` as far as the place is known. */
export function placeOf(problem: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
}
