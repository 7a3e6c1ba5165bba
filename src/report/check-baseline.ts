// pipeline/check-baseline/1: what a baseline holds once it is written, and how that differs from the one before.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import type { Book } from '../book/book.ts';
import { type BaselineEntry, baselineChange, baselineOf, shrunken, totalOf } from '../freshness/baseline.ts';
import { BASELINE_FILE } from '../freshness/baseline-file.ts';
import { findingsOf } from '../freshness/findings.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { dealsToCheck, expectEvaluated, rulesNamed } from './check-scope.ts';

export interface BaselineView {
  readonly schema: 'pipeline/check-baseline/1';
  readonly today: Day;
  readonly file: string;
  /** Findings that it stands for now; without any there is no file. */
  readonly entries: number;
  readonly added: number;
  readonly left: number;
  /** Findings by rule, by its name. */
  readonly rules: readonly { readonly rule: RuleId; readonly count: number }[];
  /** Deals that cannot be read: their entries stay as they were, and they themselves are never in a baseline. */
  readonly unreadable: readonly string[];
}

/**
 * The baseline that takes the place of `before`.
 * @param kind `write`: all findings of all rules; `shrink`: those of `before` that still occur
 * @throws Failure `nothing-to-look-at`, `sum-too-large`
 */
export function baselineView(
  book: Book,
  before: readonly BaselineEntry[],
  kind: 'write' | 'shrink',
): {
  readonly view: BaselineView;
  /** With `shrink` what becomes of each of `before`, in its order; undefined: it stands for no finding any more. */
  readonly after: readonly (BaselineEntry | undefined)[];
} {
  const rules = rulesNamed([], undefined);
  const { unreadable } = dealsToCheck(book, { owners: [], stages: [] });
  const found = findingsOf(book, { rules });
  expectEvaluated(rules, found, book, undefined);
  const after = (kind === 'write' ? baselineOf : shrunken)(before, found, book);
  const entries = after.filter((entry) => entry !== undefined);
  const count = (of: RuleId) => totalOf(entries.filter(({ rule }) => rule === of));
  return {
    after,
    view: {
      schema: 'pipeline/check-baseline/1',
      today: book.today,
      file: BASELINE_FILE,
      entries: totalOf(entries),
      ...baselineChange(before, entries, book.state),
      rules: [...new Set(entries.map(({ rule }) => rule))]
        .sort(compareText)
        .map((rule) => ({ rule, count: count(rule) })),
      unreadable,
    },
  };
}
