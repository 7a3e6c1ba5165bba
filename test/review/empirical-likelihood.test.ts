// Where the mean of a few values may lie: held against what is known of shares, of even values and of the values' own bounds.

import { expect, test } from 'vitest';
import { spreadOfMean } from '../../src/review/empirical-likelihood.ts';
import { randomOf } from '../support/random.ts';

const MOST = 1.645 ** 2;

test('of values that are 0 or 1 it is the likelihood-ratio interval of a share', () => {
  const { below, above } = spreadOfMean([...Array(8).fill(0), 1, 1], MOST);
  const drop = (share: number) => 2 * (2 * Math.log(0.2 / share) + 8 * Math.log(0.8 / (1 - share)));
  expect(drop(0.2 + below)).toBeCloseTo(MOST, 6);
  expect(drop(0.2 + above)).toBeCloseTo(MOST, 6);
  expect([below, above].map((part) => Math.round(100 * part))).toEqual([-15, 25]);
});

test('of many even values it is the usual interval of a mean', () => {
  const random = randomOf(1);
  const values = Array.from({ length: 2000 }, () => random.below(1000));
  const mean = values.reduce((all, value) => all + value, 0) / values.length;
  const variance = values.reduce((all, value) => all + (value - mean) ** 2, 0) / values.length;
  const half = 1.645 * Math.sqrt(variance / values.length);
  const { below, above } = spreadOfMean(values, MOST);
  expect(Math.abs(above / half - 1)).toBeLessThan(0.01);
  expect(Math.abs(below / -half - 1)).toBeLessThan(0.01);
});

test('it stays between the least and the largest value, however unlikely the mean may be', () => {
  const { below, above } = spreadOfMean([1, 2, 2, 7], 1000); // of mean 3
  expect(below).toBeGreaterThanOrEqual(-2);
  expect(below).toBeLessThan(-1.99);
  expect(above).toBeLessThanOrEqual(4);
  expect(above).toBeGreaterThan(3.99);
});

test('of one value, or of equal ones, it has no width', () => {
  expect(spreadOfMean([5], MOST)).toEqual({ below: 0, above: 0 });
  expect(spreadOfMean([3, 3, 3], MOST)).toEqual({ below: 0, above: 0 });
});
