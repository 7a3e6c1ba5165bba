// An annotation: a finding as CI services read it, beside a line of a file or as a result of a test; and the rules
// that were looked at, so that a green report says what it rests on.

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly rule: string;
  /** '' where it is about no deal. */
  readonly id: string;
  /** The deal's id, else the file that it is about. */
  readonly subject: string;
  /** '' for none. */
  readonly owner: string;
  /** At stake: a plain decimal in the reporting currency; undefined where there is none. */
  readonly value: string | undefined;
  /** The same for the same finding on any day, wherever its line has moved; another one for every other finding. */
  readonly fingerprint: string;
  /** Why it does not fail the check, in a few words; undefined: it fails it. */
  readonly passes: string | undefined;
  /** Whether something keeps it from failing the check whatever its severity, such as a waiver: `passes` says what. */
  readonly apart: boolean;
  /** Waived until that day (ISO), and why (null in a snapshot). */
  readonly waived: { readonly until: string; readonly why: string | null } | undefined;
  /** From the workspace's root; undefined: it is about no file. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** May have several lines. */
  readonly message: string;
  /** What to do; '' where the message says it. */
  readonly hint: string;
}

export type AnnotationLevel = 'error' | 'warning' | 'note';

/** A rule, and whether it looked at anything. */
export interface AnnotationRule {
  readonly id: string;
  readonly title: string;
  /** Where pipeline.yaml sets nothing. */
  readonly level: AnnotationLevel;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly evaluated: boolean;
  /** A sentence each: for which deals it was not evaluated, and why. */
  readonly notEvaluated: readonly string[];
}

export interface Annotations {
  /** The most important first: all that fails the check, and what does not. */
  readonly ranked: readonly Annotation[];
  /** In the order of the table of rules; all that were asked for. */
  readonly rules: readonly AnnotationRule[];
  /** What all of them come to, in lines. */
  readonly title: string;
  readonly summary: readonly string[];
  readonly exitStatus: number;
}
