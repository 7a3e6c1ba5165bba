// --force --why: a move that the process does not allow, with the reason.

import { Failure } from '../base/failure.ts';
import type { Call, OptionSpec } from './verb.ts';

export const EXCEPTION_OPTIONS: readonly OptionSpec[] = [
  { flags: '--force', text: 'go on though the process does not allow it yet' },
  { flags: '--why <text>', text: 'with --force: the reason, written into the deal' },
];

/** The reason; undefined where the process is to be kept. @throws Failure `usage` for one without the other */
export function exceptionOf(call: Call): string | undefined {
  const why = call.text('why')?.trim() ?? '';
  if (call.flag('force') && why === '') {
    throw new Failure('usage', '--force needs a reason.', {
      hint: '--force --why "…": the next review will ask.',
    });
  }
  if (!call.flag('force') && why !== '') {
    throw new Failure('usage', '--why gives the reason for --force.', { hint: 'Give both, or neither.' });
  }
  return call.flag('force') ? why : undefined;
}
