// What a deal's movements from snapshot to snapshot add up to (docs/method.md, dynamics).

import type { Movement } from './kinds.ts';

export interface Dynamics {
  /** How often its close date slipped: the push count. */
  readonly pushes: number;
  /** Calendar days that it slipped in all; a date that was taken away counts as a push and no days. */
  readonly daysSlipped: number;
  /** How often it was pulled in, and days in all. */
  readonly pulls: number;
  readonly daysPulledIn: number;
  /** Stages that it jumped over, in the order of time; one that it jumped over twice stands twice. */
  readonly skipped: readonly string[];
  /** How often it went back. */
  readonly regressed: number;
  /** From a snapshot to the next without any movement. */
  readonly idle: number;
}

/** @param steps the movements from each snapshot to the next, in order of time */
export function dynamicsOf(steps: readonly (readonly Movement[])[]): Dynamics {
  const all = steps.flat();
  const moves = (kind: 'slipped' | 'pulled-in') => all.filter((movement) => movement.kind === kind);
  const daysIn = (found: readonly Movement[]) =>
    found.reduce((sum, movement) => sum + ('days' in movement ? (movement.days ?? 0) : 0), 0);
  return {
    pushes: moves('slipped').length,
    daysSlipped: daysIn(moves('slipped')),
    pulls: moves('pulled-in').length,
    daysPulledIn: daysIn(moves('pulled-in')),
    skipped: all.flatMap((movement) => (movement.kind === 'skipped' ? movement.stages : [])),
    regressed: all.filter(({ kind }) => kind === 'regressed').length,
    idle: all.filter(({ kind }) => kind === 'idle').length,
  };
}
