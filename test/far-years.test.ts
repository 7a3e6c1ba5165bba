// Years that no calendar arithmetic reaches are refused as what was typed wrong, not as a bug.

import { expect, test } from 'vitest';
import { day } from '../src/base/day.ts';
import { parsePeriod } from '../src/base/period.ts';
import { dealFile, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const calendar = { today: day('2026-11-23'), fiscalYearStarts: 4 };

test.each(['9999', '0999', '0000-W01', '9999-Q4', '9999-12', '9999-W10', '1000-Q1'])(
  'the period %s is refused',
  (text) => {
    expect(() => parsePeriod(text, calendar)).toThrow(`"${text}" is not a period.`);
  },
);

test('the last year that there is has its quarters', () => {
  expect(parsePeriod('9998-Q4', { ...calendar, fiscalYearStarts: 1 }).to).toBe('9998-12-31');
});

test('next year of the last year is refused', () => {
  expect(() => parsePeriod('next-year', { ...calendar, today: day('9998-12-31') })).toThrow(
    'is not a period',
  );
});

test('list and review refuse far years as typed wrong', async () => {
  const cwd = workspace({ 'deals/2026/a.yaml': dealFile() });
  const list = await cli('list --closing 9999', { cwd });
  expect([list.status, list.stderr]).toEqual([2, expect.stringContaining('"9999" is not a period.')]);
  const review = await cli('review --today 9999-12-31', { cwd });
  expect([review.status, review.stderr]).toEqual([2, expect.stringContaining('9998')]);
});
