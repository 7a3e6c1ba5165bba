// Work that must not hang. What takes longer than its limit is held against a piece of work done beside it, since
// a slow or busy machine slows both alike.

import { expect } from 'vitest';
import { parse } from 'yaml';

/** Counting what is covered makes every call dearer. */
const DEARER = process.env.PIPELINE_COVERAGE === '1' ? 6 : 1;

/** What the floor costs where the limits were set, in milliseconds of work. */
const FLOOR_MS = 20;

const FLOOR = Array.from({ length: 1000 }, (_, at) => `key_${at}: text ${at}\n`).join('');

const TRIES = 3;

/** The work's result; one of three tries must take fewer milliseconds of work than that. */
export function quick<Result>(mostMs: number, work: () => Result): Result {
  for (let left = TRIES; ; left--) {
    const started = process.cpuUsage();
    const result = work();
    if (isQuick(millisecondsSince(started), mostMs, left)) return result;
  }
}

/** The same of work that may remember what it was asked: the first try counts. */
export function quickAtOnce<Result>(mostMs: number, work: () => Result): Result {
  const started = process.cpuUsage();
  const result = work();
  isQuick(millisecondsSince(started), mostMs, 1);
  return result;
}

/** The same of work that waits. */
export async function soon<Result>(mostMs: number, work: () => Promise<Result>): Promise<Result> {
  for (let left = TRIES; ; left--) {
    const started = process.cpuUsage();
    const result = await work();
    if (isQuick(millisecondsSince(started), mostMs, left)) return result;
  }
}

/** Whether that is within the limit; the last of the tries left must be. */
function isQuick(tookMs: number, mostMs: number, left: number): boolean {
  if (tookMs < mostMs * DEARER) return true;
  const allowedMs = mostMs * DEARER * slowness();
  if (left === 1) expect(tookMs).toBeLessThan(allowedMs);
  return tookMs < allowedMs;
}

/** How many times as long as where the limits were set a piece of work takes here and now; at least 1. */
function slowness(): number {
  const started = process.cpuUsage();
  parse(FLOOR);
  return Math.max(1, millisecondsSince(started) / FLOOR_MS);
}

function millisecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
