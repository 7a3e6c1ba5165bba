// A promise that holds of all values, told as a test. @fast-check/vitest says it likewise, and takes seconds to load.

import { test } from 'vitest';
import { fc } from './seeded.ts';

type Arbitraries<Values extends [unknown, ...unknown[]]> = {
  [Place in keyof Values]: fc.Arbitrary<Values[Place]>;
};

/** `property([a, b])('…', (a, b) => …)`: a failure prints the seed and the smallest values that break it. */
export function property<Values extends [unknown, ...unknown[]]>(
  arbitraries: Arbitraries<Values>,
  numRuns = 100,
) {
  return (name: string, holds: (...values: Values) => void): void =>
    test(name, () => {
      fc.assert(fc.property<Values>(...arbitraries, holds), { numRuns });
    });
}
