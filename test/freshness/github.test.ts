// A check as GitHub's workflow commands: what is escaped, what is shown, what is only counted.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import { INDEX_RULES } from '../../src/freshness/freshness-index.ts';
import { checkAnnotations } from '../../src/page/check-annotations.ts';
import { renderGithub } from '../../src/render/github.ts';
import { checkView } from '../../src/report/check.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { deal } from '../snapshot/build.ts';
import { book, freshRow } from './book.ts';

const snapshots = snapshotsInFiles('/w');

function rendered(
  rows: readonly DealRow[],
  options: { minFreshness?: number; prefix?: string } = {},
): string[] {
  const deals = new Map(
    rows.map((row) => [row.id, deal({ id: row.id, lines: { stage: 4, close: 8, next_step: 9 } })]),
  );
  const view = checkView(
    { ...book(rows, { deals }), root: '/w', snapshots },
    { rules: [...INDEX_RULES], owners: [], stages: [], gate: 'error', minFreshness: options.minFreshness },
  );
  return renderGithub(checkAnnotations(view), options.prefix ?? '')
    .trimEnd()
    .split('\n');
}

const late = (id: string, value: number, over: Partial<DealRow> = {}) =>
  freshRow({ id, value, close: day('2026-11-18'), ...over });
const without = (id: string) => freshRow({ id, nextStep: '', nextStepBy: undefined });

test('an annotation stands at file, line and column, with the rule as title', () => {
  expect(rendered([late('acme', 100_00)])[0]).toBe(
    '::error file=deals/2026/acme.yaml,line=8,col=1,title=past-close · acme · anna::' +
      'Expected to close on 2026-11-18, 5 days ago.%0ANew close date: pipeline set acme close=… (or won, lost)',
  );
});

test('paths begin at the root of the repository', () => {
  expect(rendered([late('acme', 100_00)], { prefix: 'sales/' })[0]).toContain(
    'file=sales/deals/2026/acme.yaml,',
  );
});

describe('escapes', () => {
  test('no text of a deal ends a property or a command', () => {
    const [command = ''] = rendered([late('acme', 100_00, { owner: '100%, a::b\r\nc' })]);
    expect(command).toContain('title=past-close · acme · 100%25%2C a%3A%3Ab%0D%0Ac::');
    expect(command).not.toMatch(/[\r\n]/);
  });

  test('in a message, colons and commas stand as they are', () => {
    const step = { nextStep: 'call: 50 %, then\n::error::gotcha', nextStepBy: day('2026-11-01') };
    const [command = ''] = rendered([freshRow({ id: 'acme', ...step })]);
    expect(command).toContain('::Next step "call: 50 %25, then%0A::error::gotcha" was due');
  });

  test('an escape sequence does not reach the log', () => {
    const [command = ''] = rendered([late('acme', 100_00, { owner: '\u001b[31mred' })]);
    expect(command).not.toContain('\u001b');
  });
});

describe('GitHub shows ten errors and ten warnings', () => {
  const many = [
    ...Array.from({ length: 12 }, (_, index) => late(`late-${index}`, index * 100_00)),
    ...Array.from({ length: 11 }, (_, index) => without(`without-${index}`)),
  ];

  test('the largest are shown, the rest is counted in a notice', () => {
    const lines = rendered(many);
    const errors = lines.filter((line) => line.startsWith('::error '));
    expect(errors).toHaveLength(10);
    expect(errors[0]).toContain('deals/2026/late-11.yaml');
    expect(errors.some((line) => line.includes('late-1.yaml') || line.includes('late-0.yaml'))).toBe(false);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(lines.at(-1)).toMatch(
      /^::notice title=pipeline check::Errors 12, warnings 11, .*%0A3 more are not shown/,
    );
  });

  test('too little freshness is an error of its own, and the first', () => {
    const errors = rendered(many, { minFreshness: 0.8 }).filter((line) => line.startsWith('::error '));
    expect(errors).toHaveLength(10);
    expect(errors[0]).toBe('::error title=freshness::Freshness 0 %25 by value, at least 80 %25.');
  });
});

test('waived findings and those at info are counted, not annotated', () => {
  const waived = [{ rule: 'past-close', until: day('2026-12-31') }];
  expect(rendered([late('acme', 100_00, { waived })])).toEqual([
    expect.stringMatching(/^::notice title=pipeline check::Errors 0, warnings 0, info 0, waived 1;/),
  ]);
});
