// What every question at a terminal has in common: whether somebody is there, and how it is broken off.

import { Failure } from '../base/failure.ts';
import type { Call } from './verb.ts';

/** Whether a person is there to be asked. */
export function canAsk({ io, quiet }: Pick<Call, 'io' | 'quiet'>): boolean {
  return io.stdin.isTTY && io.stderr.isTTY && !quiet;
}

/** Where a person breaks off. */
export function brokenOff(): Failure {
  return new Failure('interrupted', 'Broken off. Nothing was changed.');
}

/** The two answers to a question that is confirmed, as clack's options. */
export function yesOrNo({ say }: Pick<Call, 'say'>): { readonly active: string; readonly inactive: string } {
  return { active: say('Yes'), inactive: say('No') };
}
