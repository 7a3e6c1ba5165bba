// How much of a long test runs: a share of it in `npm test`, all of it in `npm run torture`, which prints what was counted.

import { appendFileSync } from 'node:fs';

const ALL = process.env.PIPELINE_TORTURE === '1';
/** Mutation testing runs a test once a mutant: of what is counted, no more than this. */
const MOST = Number(process.env.PIPELINE_RUNS ?? Number.POSITIVE_INFINITY);

/** How many of something: `some` in `npm test`, `all` in `npm run torture`. */
export function share<Amount>(some: Amount, all: Amount): Amount {
  if (ALL) return all;
  return typeof some === 'number' ? (Math.min(some, MOST) as Amount) : some;
}

/** How long a long test may take: its share ten minutes on a busy machine, the whole of it hours. */
export const PATIENCE_MS = ALL ? 36_000_000 : 600_000;

/** Tells `npm run torture` what a test has counted: `tally('kills', { before: 80, after: 120 })`. */
export function tally(what: string, counts: Readonly<Record<string, number>>): void {
  const file = process.env.PIPELINE_TALLY;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, counts })}\n`);
}
