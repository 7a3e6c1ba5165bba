// What a check looks at: the rules, owners and stages asked for. One that would look at nothing is refused.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Book } from '../book/book.ts';
import type { Findings } from '../freshness/finding.ts';
import { RULES } from '../freshness/registry.ts';
import type { Rule } from '../freshness/rule.ts';
import { isOff } from '../freshness/severity.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { ownedBy, stagesNamed } from './chosen.ts';

/** The rules that the words name; all built ones without words. @throws Failure `usage` with "did you mean" */
export function rulesNamed(words: readonly string[]): readonly Rule[] {
  if (words.length === 0) return Object.values(RULES);
  return words.map((word) => {
    if (isBuilt(word)) return RULES[word];
    const known = Object.keys(RULES);
    throw new Failure('usage', `There is no rule "${word}".`, {
      hint: didYouMean(word, known, `Rules: ${known.join(', ')}.`),
    });
  });
}

function isBuilt(word: string): word is RuleId {
  return Object.hasOwn(RULES, word);
}

export interface DealScope {
  readonly owners: readonly string[];
  readonly stages: readonly string[];
}

/**
 * The readable deals in scope, open and closed, and those in the archive.
 * @throws Failure `usage` for an owner or stage that there is not, `nothing-to-look-at` where no deal is left
 */
export function dealsToCheck(
  book: Book,
  scope: DealScope,
): { readonly deals: readonly DealRow[]; readonly archived: readonly ArchivedRow[] } {
  const { deals } = book.state;
  if (deals.length === 0 && book.leftOut.length === 0) {
    throw new Failure('nothing-to-look-at', 'There are no deals: nothing was checked.', {
      hint: 'Write one into deals/, or bring in an export: pipeline import FILE',
    });
  }
  const readable = deals.filter(({ problem }) => problem === '');
  if (readable.length === 0) {
    throw new Failure('nothing-to-look-at', 'None of the deals can be read: nothing was checked.', {
      problems: book.problems.filter(({ severity }) => severity === 'error'),
    });
  }
  const isOwned = ownedBy(scope.owners, book);
  const stages = stagesNamed(scope.stages, book);
  const isChosen = (row: DealRow) => isOwned(row) && (stages.length === 0 || stages.includes(row.stage));
  const chosen = readable.filter(isChosen);
  if (chosen.length === 0) {
    throw new Failure('nothing-to-look-at', `No deal is ${scopeText(scope)}: nothing was checked.`, {
      hint: 'Leave out --owner or --stage.',
    });
  }
  return { deals: chosen, archived: book.state.archived.filter(isChosen) };
}

function scopeText({ owners, stages }: DealScope): string {
  const whose = owners.length === 0 ? [] : [`of ${owners.join(', ')}`];
  const where = stages.length === 0 ? [] : [`in ${stages.join(', ')}`];
  return [...whose, ...where].join(' ');
}

/** Refuses a check of rules all of which are off or were not evaluated. @throws Failure `nothing-to-look-at` */
export function expectEvaluated(rules: readonly Rule[], found: Findings, book: Book): void {
  if (rules.some(({ id }) => found.evaluated.has(id))) return;
  const reasons = rules.map((rule) => `${rule.id} ${whyNot(rule, found, book)}`);
  throw new Failure('nothing-to-look-at', `No rule was evaluated: ${reasons.join(', ')}.`, {
    hint: 'Check other rules, or set them in pipeline.yaml under rules:.',
  });
}

function whyNot(rule: Rule, found: Findings, book: Book): string {
  if (isOff(rule.id, book.settings)) return '(off in pipeline.yaml)';
  const skipped = found.notEvaluated.find((entry) => entry.rule === rule.id);
  return skipped === undefined ? '(nothing to look at)' : `(${skipped.reason})`;
}
