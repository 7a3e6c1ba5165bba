// pipeline/fix/1: the findings that are asked about, the worst first and those of a deal together, each with the ways in
// which it is mended; and beside them what is not asked: deals that can't be read, and what is about the workspace.

import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { MENDS, type Mend, mendsFor } from '../entry/mending.ts';
import type { Finding } from '../freshness/finding.ts';
import { findingsOf } from '../freshness/findings.ts';
import { recordIn } from '../freshness/place.ts';
import { isUnreadableRule, unreadableDeals } from '../freshness/unreadable.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Message } from '../words/message.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { dealsToCheck, rulesNamed } from './check-scope.ts';

export interface FixChoice {
  readonly choice: Mend;
  readonly label: Message;
  /** null: only `pipeline fix` asks for it. */
  readonly command: string | null;
  /** Whether a CRM holds it, so that it goes to crm-todo/ instead. */
  readonly in_crm: boolean;
}

export interface FixFinding {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly value: Decimal | null;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Sayable;
  readonly hint: Sayable;
  readonly file: string;
  readonly line: number | null;
  /** The record in the CRM that is mirrored; null for a deal of our own. */
  readonly record: string | null;
  /** None: it is mended in an editor. */
  readonly choices: readonly FixChoice[];
}

/** Of the workspace, or of a deal that can't be read: what mends it is not asked here. */
export interface FixElsewhere {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly id: string;
  readonly file: string;
  readonly line: number | null;
  readonly message: Sayable;
  readonly hint: Sayable;
}

export interface FixView {
  readonly schema: 'pipeline/fix/1';
  readonly today: Day;
  readonly currency: string;
  readonly scope: { readonly owners: readonly string[]; readonly rules: readonly string[] };
  readonly deals: number;
  readonly findings: readonly FixFinding[];
  /** Findings that a line in crm-todo/ already asks the CRM's users to mend. */
  readonly waiting: number;
  readonly elsewhere: readonly FixElsewhere[];
  /** Findings at info, which are asked about where their rule is asked for. */
  readonly at_info: number;
  readonly unreadable: readonly string[];
}

export interface FixScope {
  readonly owners: readonly string[];
  readonly rules: readonly string[];
}

/** What a mirror changes: which ways to mend are the CRM's, and what was asked of it before. */
export interface Mirror {
  isHeld(mend: Mend, id: string): boolean;
  isWaiting(rule: RuleId, id: string): boolean;
}

/**
 * @param only one deal alone: what there is to say of it now
 * @throws Failure `usage` for an owner or a rule that there is not, `nothing-to-look-at`, `sum-too-large`
 */
export function fixView(book: Book, scope: FixScope, mirror: Mirror, only?: string): FixView {
  const { state, settings, today, deals: files } = book;
  const rules = rulesNamed(scope.rules);
  const { deals, archived } = dealsToCheck(book, { owners: scope.owners, stages: [] });
  const looked = only === undefined ? deals : deals.filter(({ id }) => id === only);
  const all = findingsOf(book, {
    rules,
    rows: looked,
    archived: only === undefined ? archived : [],
  }).findings;
  const rows = new Map(looked.map((row) => [row.id, row]));
  const isAsked = ({ severity }: Finding) => scope.rules.length > 0 || severity !== 'info';
  const standing = all.filter(({ waived }) => waived === undefined);
  const found = standing.filter((finding) => isAsked(finding) && rows.has(finding.id));
  const isWhole = scope.owners.length === 0 && only === undefined;
  const isElsewhere = ({ rule, id }: Finding) => isUnreadableRule(rule) || (id === '' && isWhole);
  const waits = ({ rule, id }: Finding) => mirror.isWaiting(rule, id);
  const asked = found.filter((finding) => !isUnreadableRule(finding.rule) && !waits(finding));
  const context = { today, settings };
  const fieldsOf = (finding: Finding): FixFinding[] => {
    const [row, deal] = [rows.get(finding.id), files.get(finding.id)];
    if (row === undefined || deal === undefined) return [];
    const choices = mendsFor(finding.rule, deal, context, finding.place.line).map((choice) => ({
      choice,
      label: MENDS[choice].label,
      command: MENDS[choice].command?.(deal, context) ?? null,
      in_crm: mirror.isHeld(choice, finding.id),
    }));
    return [{ ...findingFields(finding), ...dealFields(row, book), choices }];
  };
  const findings = [...grouped(asked, ({ id }) => id).values()].flat().flatMap(fieldsOf);
  return {
    schema: 'pipeline/fix/1',
    today,
    currency: state.reportingCurrency,
    scope,
    deals: new Set(findings.map(({ id }) => id)).size,
    findings,
    waiting: found.filter(waits).length,
    elsewhere: standing.filter((finding) => isAsked(finding) && isElsewhere(finding)).map(findingFields),
    at_info: standing.filter((finding) => !isAsked(finding) && rows.has(finding.id)).length,
    unreadable: unreadableDeals(book),
  };
}

function dealFields(row: DealRow, book: Book) {
  const { id, name, account, owner, stage, value } = row;
  return {
    ...{ id, name, account, owner, stage },
    value: value === undefined ? null : fromMinor(value, book.state.digits),
    record: recordIn(row, book) ?? null,
  };
}

function findingFields({ rule, severity, id, place, message, hint }: Finding): FixElsewhere {
  return { rule, severity, id, file: place.file, line: place.line ?? null, message, hint };
}
