// The goals on the export that everybody may look up; the rest of the table is measured by `npm run bench:forecast`.

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mavenRows } from './goals.ts';
import { MAVEN, mavenHistory } from './maven.ts';

describe.skipIf(!existsSync(MAVEN))('forecasts of maven_crm (needs ../shared/data/maven_crm)', () => {
  test('its months and quarters are forecast as well as was asked for, and what is better is said', () => {
    const rows = [...mavenRows()];
    expect(rows.length).toBe(6);
    expect(rows.filter(({ isMet }) => !isMet)).toEqual([]);
  });

  test('the 500 that nobody has dated are left out and counted', () => {
    expect(mavenHistory(MAVEN).leftOut.map(({ why, ids }) => [why, ids.length])).toEqual([['no-date', 500]]);
  });
});
