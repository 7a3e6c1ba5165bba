// The cases that the method comes with. Our own stand in own-cases.test.ts, so that these may be absent.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Case, expectAnswer } from './cases.ts';

const FILE = '../shared/cases/movements.json';
const isHere = existsSync(FILE);
const cases: Case[] = isHere ? JSON.parse(readFileSync(FILE, 'utf8')).cases : [];

describe("the method's cases", () => {
  test.skipIf(!isHere)(`there are 91 (needs ${FILE})`, () => {
    expect(cases).toHaveLength(91);
  });
  for (const given of cases) {
    test(`${given.name}: ${given.note}`, () => {
      expectAnswer(given);
    });
  }
});
