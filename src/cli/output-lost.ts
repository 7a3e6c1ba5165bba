// Standard output that can't be written to, and what is said of a command's work then.

import { reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import type { Writes } from './verb.ts';

/** Failure `io`: what was to be printed is lost. */
export class OutputLost extends Failure {
  constructor(error: unknown, hint?: Sayable) {
    super('io', said('The output could not be written: {reason}.', { reason: reasonOf(error) }), {
      hint,
      cause: error,
    });
  }
}

/** The same error with what became of the command: who takes it for undone would do it twice. */
export function toldOf(error: OutputLost, { count, canUndoLast }: Writes): OutputLost {
  if (count === 0) return error;
  return new OutputLost(
    error.cause,
    count > 1
      ? 'What was written by then stays: pipeline undo --list'
      : canUndoLast
        ? 'What was asked for is done all the same: pipeline undo takes it back.'
        : 'What was asked for is done all the same.',
  );
}
