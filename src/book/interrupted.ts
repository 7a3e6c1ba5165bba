// A reading command that finds a write half done completes it first, so that it shows one state and not a mixture.

import { Failure } from '../base/failure.ts';
import { asValue, type Sayable, said } from '../base/said.ts';
import { isInterrupted } from '../workspace/journal.ts';

/** How long a command that only reads waits for one that is writing at this moment. */
const WAIT_MS = 2_000;

/** @returns what was found and done, a sentence each, for stderr. Where it can't be done, the command goes on. */
export async function finishInterrupted(root: string, now: Date): Promise<readonly Sayable[]> {
  if (!isInterrupted(root)) return [];
  const { withLock } = await import('../workspace/lock.ts');
  try {
    return await withLock(root, { command: 'recovery', now }, ({ notes }) => notes, { waitMs: WAIT_MS });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [
      said('A write is not finished, and what is shown may be half of it: {message}', {
        message: asValue(error.said.message),
      }),
    ];
  }
}
