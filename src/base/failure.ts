// A Failure stops a command with a sentence: what is wrong and what to do next.
// What is collected and shown together is a Problem (problem.ts); anything else thrown is a bug.

import { ExitStatus } from './exit-status.ts';
import type { Problem } from './problem.ts';
import type { Said, Sayable } from './said.ts';

/** Every known way in which a command stops, with the exit status that it has. */
export const FAILURES = {
  usage: ExitStatus.usage,
  'no-workspace': ExitStatus.usage,
  'settings-invalid': ExitStatus.usage,
  'baseline-invalid': ExitStatus.usage,
  'newer-format': ExitStatus.usage,
  'already-exists': ExitStatus.usage,
  'nothing-to-look-at': ExitStatus.usage,
  'no-such-deal': ExitStatus.usage,
  'not-allowed': ExitStatus.usage,
  'no-such-snapshot': ExitStatus.usage,
  'bad-period': ExitStatus.usage,
  'bad-date': ExitStatus.usage,
  'bad-amount': ExitStatus.usage,
  'bad-condition': ExitStatus.usage,
  'snapshot-exists': ExitStatus.usage,
  'snapshot-in-past': ExitStatus.usage,
  'snapshot-damaged': ExitStatus.rejected,
  'missing-rate': ExitStatus.usage,
  'currencies-differ': ExitStatus.usage,
  'sum-too-large': ExitStatus.usage,
  'import-overdue': ExitStatus.usage,
  'mapping-needed': ExitStatus.usage,
  'plan-invalid': ExitStatus.usage,
  'sheet-unreadable': ExitStatus.rejected,
  'export-unreadable': ExitStatus.usage,
  'export-doubtful': ExitStatus.usage,
  'deals-unreadable': ExitStatus.rejected,
  'feedback-invalid': ExitStatus.rejected,
  'calls-invalid': ExitStatus.rejected,
  'edit-invalid': ExitStatus.rejected,
  'changed-meanwhile': ExitStatus.locked,
  locked: ExitStatus.locked,
  io: ExitStatus.io,
  interrupted: ExitStatus.interrupted,
} as const satisfies Record<string, ExitStatus>;

export type FailureCode = keyof typeof FAILURES;

export class Failure extends Error {
  readonly code: FailureCode;
  /** What `message` and `hint` tell in English, to be said in the reader's language. */
  readonly said: { readonly message: Sayable; readonly hint: Sayable | undefined };
  readonly problems: readonly Problem[];
  /** Lines to paste into a file, shown as they are, or said. */
  readonly paste: readonly (string | Said)[];

  /**
   * @param code which of the known failures
   * @param message one sentence: what is wrong, and where
   * @param more `hint`: what to do next; `problems`: all that was found, shown one by one; `paste`: lines for a file
   */
  constructor(
    code: FailureCode,
    message: Sayable,
    more: {
      hint?: Sayable | undefined;
      problems?: readonly Problem[];
      paste?: readonly (string | Said)[];
      cause?: unknown;
    } = {},
  ) {
    super(String(message), { cause: more.cause });
    this.name = 'Failure';
    this.code = code;
    this.said = { message, hint: more.hint };
    this.problems = more.problems ?? [];
    this.paste = more.paste ?? [];
  }

  /** What to do next, in English. */
  get hint(): string | undefined {
    return this.said.hint === undefined ? undefined : String(this.said.hint);
  }

  get exitStatus(): ExitStatus {
    return FAILURES[this.code];
  }
}
