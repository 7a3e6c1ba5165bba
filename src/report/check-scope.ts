// What a check looks at: the rules, owners, stages and changed deals asked for. One that would look at nothing is
// refused, but for a change that concerns no deal.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { asValue, type Said, type Sayable, said } from '../base/said.ts';
import { listed } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import type { Findings } from '../freshness/finding.ts';
import { RULES } from '../freshness/registry.ts';
import type { Rule } from '../freshness/rule.ts';
import { isOff } from '../freshness/severity.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { ownedBy, stagesNamed } from './chosen.ts';

/** What a change did: the work tree against a commit. */
export interface ChangedDeals {
  /** As it was typed. */
  readonly asked: string;
  /** The commit. */
  readonly base: string;
  /** Of the files that are new, moved or have another content. */
  readonly ids: ReadonlySet<string>;
  /** Deals that the commit has and that are gone. */
  readonly removed: readonly string[];
  /** Whether pipeline.yaml is another one: then all deals are looked at. */
  readonly settings: boolean;
  /** Whether the change is what is staged, and the book of just that, rather than the work tree. */
  readonly staged: boolean;
}

/**
 * The rules that the words name; all built ones without words. Of a change only those on deals: what is said of the
 * workspace comes and goes by itself.
 * @throws Failure `usage` with "did you mean", `nothing-to-look-at` where a change leaves none
 */
export function rulesNamed(words: readonly string[], changed?: ChangedDeals): readonly Rule[] {
  const asked = words.length === 0 ? Object.values(RULES) : words.map(ruleNamed);
  if (changed === undefined) return asked;
  const ofDeals = asked.filter((rule: Rule) => rule.over !== 'book' || rule.ofDeals === true);
  if (ofDeals.length > 0) return ofDeals;
  throw new Failure(
    'nothing-to-look-at',
    said("No deal's file tells of {words}.", { words: words.join(', ') }),
    {
      hint: 'Leave out --changed: these rules are about the workspace.',
    },
  );
}

function ruleNamed(word: string): Rule {
  if (isBuilt(word)) return RULES[word];
  const known = Object.keys(RULES);
  throw new Failure('usage', said('There is no rule "{word}".', { word }), {
    hint: didYouMean(word, known, said('Rules: {known}.', { known: known.join(', ') })),
  });
}

function isBuilt(word: string): word is RuleId {
  return Object.hasOwn(RULES, word);
}

export interface DealScope {
  readonly owners: readonly string[];
  readonly stages: readonly string[];
  /** Only these; undefined: whether they changed or not. */
  readonly changed?: ChangedDeals | undefined;
}

export interface DealsInScope {
  readonly deals: readonly DealRow[];
  readonly archived: readonly ArchivedRow[];
  /** Ids of deals that cannot be read, whatever owner and stage: they may be anybody's. */
  readonly unreadable: readonly string[];
  /** Those that a change leaves as unreadable as they were. */
  readonly unreadable_before: readonly string[];
}

const NOTHING_STAGED: DealsInScope = { deals: [], archived: [], unreadable: [], unreadable_before: [] };

/**
 * The readable deals in scope, open and closed, and those in the archive. None, where a change concerns none of them.
 * @throws Failure `usage` for an owner or stage that there is not, `nothing-to-look-at` where no deal is left
 */
export function dealsToCheck(book: Book, scope: DealScope): DealsInScope {
  const { deals } = book.state;
  if (scope.changed?.staged === true && scope.changed.ids.size === 0) return NOTHING_STAGED;
  const problems = book.problems.filter(({ severity }) => severity === 'error');
  if (deals.length === 0 && book.leftOut.length === 0) {
    throw new Failure('nothing-to-look-at', 'There are no deals: nothing was checked.', {
      problems,
      hint:
        problems.length === 0
          ? 'Write one into deals/, or bring in an export: pipeline import FILE'
          : undefined,
    });
  }
  const readable = deals.filter(({ problem }) => problem === '');
  if (readable.length === 0) {
    throw new Failure('nothing-to-look-at', 'None of the deals can be read: nothing was checked.', {
      problems,
    });
  }
  const isOwned = ownedBy(scope.owners, book);
  const stages = stagesNamed(scope.stages, book);
  const isChosen = (row: DealRow) => isOwned(row) && (stages.length === 0 || stages.includes(row.stage));
  const chosen = readable.filter(isChosen);
  if (chosen.length === 0) {
    throw new Failure(
      'nothing-to-look-at',
      said('No deal is {scope}: nothing was checked.', { scope: scopeText(scope) }),
      {
        hint: 'Leave out --owner or --stage.',
      },
    );
  }
  const isLookedAt = (id: string) => isConcerned(scope.changed, id);
  const unreadable = unreadableDeals(book);
  return {
    deals: chosen.filter(({ id }) => isLookedAt(id)),
    archived: book.state.archived.filter((row) => isChosen(row) && isLookedAt(row.id)),
    unreadable: unreadable.filter(isLookedAt),
    unreadable_before: unreadable.filter((id) => !isLookedAt(id)),
  };
}

function isConcerned(changed: ChangedDeals | undefined, id: string): boolean {
  return changed === undefined || changed.settings || changed.ids.has(id);
}

function scopeText({ owners, stages }: DealScope): Said {
  const values = { owners: owners.join(', '), stages: stages.join(', ') };
  if (stages.length === 0) return said('of {owners}', values);
  return owners.length === 0 ? said('in {stages}', values) : said('of {owners} in {stages}', values);
}

/**
 * Refuses a check of rules all of which are off or were not evaluated. Of a change it is enough that one of them would
 * have looked: the change may have closed the only deal that it concerns.
 * @throws Failure `nothing-to-look-at`
 */
export function expectEvaluated(
  rules: readonly Rule[],
  found: Findings,
  book: Book,
  changed: ChangedDeals | undefined,
): void {
  if (rules.some(({ id }) => found.evaluated.has(id))) return;
  const reasons = rules.map((rule) => [rule.id, whyNot(rule, found, book)] as const);
  if (changed !== undefined && reasons.some(([, reason]) => reason === undefined)) return;
  const told = reasons.map(([rule, reason]) =>
    said('{rule} ({reason})', { rule, reason: asValue(reason ?? 'nothing to look at') }),
  );
  throw new Failure('nothing-to-look-at', said('No rule was evaluated: {told}.', { told: listed(told) }), {
    hint: 'Check other rules, or set them in pipeline.yaml under rules:.',
  });
}

/** Why a rule looks at no deal here, whichever they are; undefined: it does. */
function whyNot(rule: Rule, found: Findings, book: Book): Sayable | undefined {
  if (isOff(rule.id, book.settings)) return 'off in pipeline.yaml';
  if (rule.isMoot?.(book.settings) === true) return 'nothing to look at';
  return found.notEvaluated.find((entry) => entry.rule === rule.id)?.reason;
}
