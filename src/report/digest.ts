// pipeline/digest/1: what each owner has to put right, the largest value at stake first.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Finding, Findings, NotEvaluated } from '../freshness/finding.ts';
import { findingsOf } from '../freshness/findings.ts';
import { freshnessIndexOf } from '../freshness/freshness-index.ts';
import { isOpen } from '../freshness/open-deals.ts';
import { ownerKey } from '../freshness/owner.ts';
import { recordIn } from '../freshness/place.ts';
import { SEVERITY_RANK } from '../freshness/severity.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { type DealScope, dealsToCheck } from './check-scope.ts';
import { ownedBy, stagesNamed } from './chosen.ts';
import { type CountAndMoney, type FreshnessFields, freshnessFields } from './freshness.ts';

export interface DigestFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Sayable;
  /** What to do, and where. '' where the message says it. */
  readonly hint: Sayable;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

export interface DigestDeal {
  readonly id: string;
  /** '' where its file was never readable. */
  readonly name: string;
  readonly account: string;
  readonly stage: string;
  /** null: it has none. */
  readonly value: Decimal | null;
  /** Where it is put right: the CRM's record; null: in its file. */
  readonly record: { readonly system: string; readonly id: string } | null;
  /** The worst first. */
  readonly findings: readonly DigestFinding[];
}

export interface DigestOwner {
  /** '' for deals that nobody owns. */
  readonly owner: string;
  /** Open deals with something to put right. */
  readonly at_stake: CountAndMoney;
  /** Over all open deals of the owner. */
  /** Deals with something to put right of which nothing is at stake: not open any more, and such as cannot be read. */
  readonly closed: number;
  readonly unread: number;
  readonly freshness: FreshnessFields;
  /** By value at stake; then those that are closed. None: there is nothing to put right. */
  readonly deals: readonly DigestDeal[];
}

export interface DigestView {
  readonly schema: 'pipeline/digest/1';
  readonly today: Day;
  /** The day of the snapshot that it shows; null for the working set. */
  readonly as_of: Day | null;
  readonly currency: string;
  readonly scope: { readonly owners: readonly string[]; readonly stages: readonly string[] };
  readonly at_stake: CountAndMoney;
  readonly closed: number;
  readonly unread: number;
  readonly freshness: FreshnessFields;
  /** By value at stake, then by name; deals that nobody owns last. */
  readonly owners: readonly DigestOwner[];
  /** What is about the workspace; nothing where owners or stages were asked for. */
  readonly workspace: readonly DigestFinding[];
  readonly not_evaluated: readonly NotEvaluated[];
  /** Findings that are not listed. */
  readonly left_out: { readonly info: number; readonly waived: number };
  /** Ids of deals that cannot be read. */
  readonly unreadable: readonly string[];
}

/**
 * Errors and warnings that are not waived, by owner and deal.
 * @throws Failure `usage`, `nothing-to-look-at`, `sum-too-large`
 */
export function digestView(book: Book, scope: DealScope): DigestView {
  const { digits, reportingCurrency } = book.state;
  const { deals, archived } = dealsToCheck(book, scope);
  const all = findingsOf(book, { rows: deals, archived });
  const rows = new Map<string, DealRow>([...archived, ...inScope(book, scope)].map((row) => [row.id, row]));
  const isWhole = scope.owners.length === 0 && scope.stages.length === 0;
  const found = all.findings.filter(({ id }) => rows.has(id) || isWhole);
  const listed = found.filter(({ severity, waived }) => severity !== 'info' && waived === undefined);
  const ofDeals = grouped(
    listed.filter(({ id }) => id !== ''),
    ({ id }) => ownerKey(book.settings.team, rows.get(id)?.owner ?? ''),
  );
  const open = deals.filter(isOpen);
  const toMend = new Set(listed.map(({ id }) => id));
  const openBy = grouped(open, ({ owner }) => ownerKey(book.settings.team, owner));
  const owners = [...new Set([...ofDeals.keys(), ...openBy.keys()])].map((owner) =>
    ownerView({ owner, open: openBy.get(owner) ?? [], found: ofDeals.get(owner) ?? [], rows, all, book }),
  );
  return {
    schema: 'pipeline/digest/1',
    today: book.today,
    as_of: book.past ? book.state.on : null,
    currency: reportingCurrency,
    scope: { owners: scope.owners, stages: scope.stages },
    at_stake: atStake(
      open.filter(({ id }) => toMend.has(id)),
      digits,
    ),
    closed: sum(owners.map(({ view }) => view.closed)),
    unread: sum(owners.map(({ view }) => view.unread)),
    freshness: freshnessFields(freshnessIndexOf(all, book.settings)(open), digits),
    owners: owners.sort(byStake).map(({ view }) => view),
    workspace: listed.filter(({ id }) => id === '').map(findingFields),
    not_evaluated: all.notEvaluated,
    left_out: {
      info: found.filter(({ severity, waived }) => severity === 'info' && waived === undefined).length,
      waived: found.filter(({ waived }) => waived !== undefined).length,
    },
    unreadable: unreadableDeals(book),
  };
}

/** The rows of the scope, with those whose files cannot be read: somebody has to put them right. */
function inScope(book: Book, scope: DealScope): readonly DealRow[] {
  const isOwned = ownedBy(scope.owners, book);
  const stages = stagesNamed(scope.stages, book);
  return book.state.deals.filter(
    (row) => isOwned(row) && (stages.length === 0 || stages.includes(row.stage)),
  );
}

interface Owned {
  readonly owner: string;
  readonly open: readonly DealRow[];
  readonly found: readonly Finding[];
  readonly rows: ReadonlyMap<string, DealRow>;
  readonly all: Findings;
  readonly book: Book;
}

function ownerView({ owner, open, found, rows, all, book }: Owned): { view: DigestOwner; stake: Minor } {
  const { digits } = book.state;
  const byDeal = grouped(found, ({ id }) => id);
  const withFindings = open.filter(({ id }) => byDeal.has(id));
  const unread = [...byDeal.keys()].filter((id) => rows.get(id)?.problem !== '');
  const deals = [...byDeal]
    .map(([id, findings]) => ({ id, findings, row: rows.get(id), stake: stakeOf(rows.get(id)) }))
    .sort((a, b) => b.stake - a.stake || worst(a.findings) - worst(b.findings) || compareText(a.id, b.id));
  return {
    stake: sumMinor(withFindings.map(({ value }) => value ?? 0)),
    view: {
      owner,
      at_stake: atStake(withFindings, digits),
      closed: byDeal.size - withFindings.length - unread.length,
      unread: unread.length,
      freshness: freshnessFields(freshnessIndexOf(all, book.settings)(open), digits),
      deals: deals.map(({ id, findings, row }) => ({
        id,
        name: row?.name ?? '',
        account: row?.account ?? '',
        stage: row?.stage ?? '',
        value: row?.value === undefined ? null : fromMinor(row.value, digits),
        record: recordOf(row, book),
        findings: findings.map(findingFields),
      })),
    },
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function atStake(rows: readonly DealRow[], digits: number): CountAndMoney {
  return { count: rows.length, value: fromMinor(worthOf(rows), digits) };
}

/** What an open deal without a value, or a closed one, puts at stake is less than anything. */
function stakeOf(row: DealRow | undefined): number {
  if (row === undefined || !isOpen(row)) return -Number.MAX_VALUE;
  return row.value ?? Number.MIN_SAFE_INTEGER;
}

function worst(findings: readonly Finding[]): number {
  return Math.min(...findings.map(({ severity }) => SEVERITY_RANK[severity]));
}

function byStake(a: { view: DigestOwner; stake: Minor }, b: { view: DigestOwner; stake: Minor }): number {
  const isNobody = ({ view }: { view: DigestOwner }) => Number(view.owner === '');
  return isNobody(a) - isNobody(b) || b.stake - a.stake || compareText(a.view.owner, b.view.owner);
}

function recordOf(row: DealRow | undefined, { settings }: Book): DigestDeal['record'] {
  const id = row && recordIn(row, { settings });
  return id === undefined ? null : { system: settings.sourceOfRecord, id };
}

function findingFields({ rule, severity, message, hint, place }: Finding): DigestFinding {
  const { file, line, column } = place;
  return { rule, severity, message, hint, file, line: line ?? null, column: column ?? null };
}
