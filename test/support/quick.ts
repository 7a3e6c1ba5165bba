// Work that must not hang: measured as CPU time, so that what else runs on the machine does not count.

import { expect } from 'vitest';

/** Counting what is covered makes every call dearer. */
const DEARER = process.env.PIPELINE_COVERAGE === '1' ? 6 : 1;

/** Milliseconds of work that count as that many: more where each call is dearer. */
export function allowed(ms: number): number {
  return ms * DEARER;
}

const TRIES = 3;

/** The work's result; the least of three tries must take fewer milliseconds of work than that. */
export function quick<Result>(mostMs: number, work: () => Result): Result {
  const took: number[] = [];
  for (;;) {
    const started = process.cpuUsage();
    const result = work();
    took.push(millisecondsSince(started));
    if (isQuick(took, mostMs)) return result;
  }
}

/** The same of work that waits. */
export async function soon<Result>(mostMs: number, work: () => Promise<Result>): Promise<Result> {
  const took: number[] = [];
  for (;;) {
    const started = process.cpuUsage();
    const result = await work();
    took.push(millisecondsSince(started));
    if (isQuick(took, mostMs)) return result;
  }
}

function millisecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Whether the last try was; false while there are tries left. */
function isQuick(took: readonly number[], mostMs: number): boolean {
  const least = Math.min(...took);
  if (took.length === TRIES) expect(least).toBeLessThan(allowed(mostMs));
  return least < allowed(mostMs);
}
