// How much of a long test runs: a share of it in `npm test`, all of it in `npm run torture`, which prints what was counted.

import { appendFileSync } from 'node:fs';

const ALL = process.env.PIPELINE_TORTURE === '1';

/** How many of something: `some` in `npm test`, `all` in `npm run torture`. */
export function share<Amount>(some: Amount, all: Amount): Amount {
  return ALL ? all : some;
}

/** How long a long test may take: its share ten minutes on a busy machine, the whole of it hours. */
export const PATIENCE_MS = share(600_000, 36_000_000);

/** Tells `npm run torture` what a test has counted: `tally('kills', { before: 80, after: 120 })`. */
export function tally(what: string, counts: Readonly<Record<string, number>>): void {
  const file = process.env.PIPELINE_TALLY;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, counts })}\n`);
}
