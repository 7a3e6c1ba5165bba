// That chance is chance: over many draws the random part is uniform, and the weighted one proportional.
// The seeds are a fixed sequence, so a run that passes once passes always.

import { describe, expect, test } from 'vitest';
import { type Candidate, drawStratum } from '../../src/review/sample.ts';
import { inclusionOf } from '../../src/review/weighted.ts';

const DRAWS = 20_000;

/** Whom each of many seeds picks at random. */
function draws(deals: readonly Candidate[], largest: number, random: number, weighted: boolean): string[][] {
  return Array.from({ length: DRAWS }, (_, seed) =>
    drawStratum({
      stratum: 'open',
      deals,
      size: { largest, random },
      reviewed: new Set(),
      seed: `seed ${seed}`,
      weighted,
    }).picked.flatMap(({ why, id }) => (why === 'random' ? id : [])),
  );
}

function countOf(samples: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of samples.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Chi-square of counts against one expected count each. */
const chiSquare = (counts: Iterable<number>, expected: number) =>
  [...counts].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);

describe('the random part', () => {
  const deals = Array.from({ length: 49 }, (_, index) => ({ id: `d${index}`, value: index, important: '' }));

  test('gives each of 45 deals the same chance over 20,000 draws of 5 (chi-square, 44 degrees of freedom)', () => {
    const counts = countOf(draws(deals, 4, 5, false));
    expect(counts.size).toBe(45);
    // Drawn without replacement, the counts vary less than independent ones: hence (45 − 1) ÷ (45 − 5).
    const statistic = chiSquare(counts.values(), (DRAWS * 5) / 45) * (44 / 40);
    expect(statistic).toBeLessThan(78.75); // exceeded by chance once in 1,000
    expect(statistic).toBeGreaterThan(18); // too even would be no chance either
  });

  test('gives each pair of deals the same chance, so picks do not hang together', () => {
    const counts = countOf(draws(deals.slice(0, 6), 0, 2, false).map((pair) => [pair.sort().join(' ')]));
    expect(counts.size).toBe(15);
    expect(chiSquare(counts.values(), DRAWS / 15)).toBeLessThan(36.12); // 14 degrees of freedom, 1 in 1,000
  });

  test('gives each order the same chance', () => {
    const counts = countOf(draws(deals.slice(0, 4), 0, 4, false).map((order) => [order.join(' ')]));
    expect(counts.size).toBe(24);
    expect(chiSquare(counts.values(), DRAWS / 24)).toBeLessThan(49.73); // 23 degrees of freedom, 1 in 1,000
  });
});

describe('the weighted part', () => {
  const values = [100, 250, 400, 400, 950, 1300, 2100, 3300, 4200, 20_000, 0, -300];
  const deals = values.map((value, index) => ({
    id: `d${String(index).padStart(2, '0')}`,
    value,
    important: '',
  }));

  test('picks each deal as often as its printed probability says, over 20,000 draws', () => {
    const counts = countOf(draws(deals, 0, 4, true));
    const inclusion = inclusionOf(
      deals.filter(({ value }) => value > 0),
      4,
    );
    for (const { id, probability } of inclusion) {
      const frequency = (counts.get(id) ?? 0) / DRAWS;
      const standardError = Math.sqrt((probability * (1 - probability)) / DRAWS);
      expect(Math.abs(frequency - probability), `${id} ${frequency} for ${probability}`).toBeLessThanOrEqual(
        3.3 * standardError,
      );
    }
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(4 * DRAWS);
  });
});
