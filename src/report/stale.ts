// pipeline/stale/1: open deals without a sign of life, and the freshness index that they lower.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { isIn, type Period } from '../base/period.ts';
import type { Severity } from '../base/problem.ts';
import type { Book } from '../book/book.ts';
import type { Finding, Findings, NotEvaluated } from '../freshness/finding.ts';
import { indexFindings } from '../freshness/findings.ts';
import { freshnessIndexOf, INDEX_RULES, notFreshIds } from '../freshness/freshness-index.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Settings } from '../workspace/settings.ts';
import { ownedBy } from './chosen.ts';
import { type CountAndMoney, countAndMoney, type FreshnessFields, freshnessFields } from './freshness.ts';
import { type FreshnessGroup, openGroups } from './freshness-groups.ts';

export interface StaleOptions {
  readonly owners: readonly string[];
  readonly closing: Period | undefined;
  /** Days without a sign of life from which on a deal is listed, instead of the limits in pipeline.yaml. */
  readonly days: number | undefined;
  readonly errorsOnly: boolean;
  readonly by: 'owner' | 'stage';
}

export interface StaleDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly severity: Severity;
  readonly days: number;
  /** The event that the days are counted from, and where it is written. */
  readonly since: {
    readonly date: Day;
    readonly event: string;
    readonly file: string;
    readonly line: number | null;
  };
  readonly value: Decimal | null;
  readonly waived_until: Day | null;
}

export interface StaleView {
  readonly schema: 'pipeline/stale/1';
  readonly today: Day;
  /** The day of the snapshot that it shows; null for the working set. */
  readonly as_of: Day | null;
  readonly currency: string;
  readonly scope: {
    readonly owners: readonly string[];
    readonly closing: string | null;
    readonly days: number | null;
    readonly errors_only: boolean;
  };
  /** Open deals in scope for which the rule was evaluated: not off, and activities known of their source. */
  readonly judged: number;
  /** Of them those without a sign of life; `listed` where only errors were asked for. */
  readonly stale: CountAndMoney & {
    /** Of open value; null over nothing. */
    readonly share: number | null;
    /** Without the waived ones. */
    readonly at_error: number;
    readonly at_warning: number;
    readonly listed: CountAndMoney;
  };
  readonly freshness: FreshnessFields;
  readonly by: 'owner' | 'stage';
  readonly groups: readonly FreshnessGroup[];
  /** Deals that are not fresh = stale ones + those that only other rules behind the index found. */
  readonly not_fresh: {
    readonly count: number;
    readonly stale: number;
    readonly others: number;
    /** Of those others: how many each rule found. One may be found by several. */
    readonly by_rule: Readonly<Record<string, number>>;
  };
  readonly not_evaluated: readonly NotEvaluated[];
  /** Ids of deals whose files cannot be read: in no figure here. */
  readonly unreadable: readonly string[];
  readonly deals: readonly StaleDeal[];
}

/** @throws Failure `usage` where an owner is unknown, `sum-too-large` */
export function staleView(given: Book, options: StaleOptions): StaleView {
  const book =
    options.days === undefined ? given : { ...given, settings: withDays(given.settings, options.days) };
  const isOwned = ownedBy(options.owners, book);
  const { closing } = options;
  const open = openDeals(book.state).filter(
    (row) => isOwned(row) && (closing === undefined || isIn(closing, row.close)),
  );
  return viewOf(book, open, indexFindings(book, open), options);
}

/**
 * Of every open deal, by owner.
 * @param found the index's findings over them
 */
export function wholeStaleView(book: Book, found: Findings): StaleView {
  const options = {
    owners: [],
    closing: undefined,
    days: undefined,
    errorsOnly: false,
    by: 'owner',
  } as const;
  return viewOf(book, openDeals(book.state), found, options);
}

function viewOf(book: Book, open: readonly DealRow[], found: Findings, options: StaleOptions): StaleView {
  const { digits, reportingCurrency } = book.state;
  const { closing } = options;
  const stale = byDays(found.findings.filter(({ rule }) => rule === 'stale'));
  const listed = options.errorsOnly ? stale.filter(({ severity }) => severity === 'error') : stale;
  const isListed = new Set(listed.map(({ id }) => id));
  const rows = new Map(open.filter(({ id }) => isListed.has(id)).map((row) => [row.id, row]));
  const index = freshnessIndexOf(found, book.settings);
  const whole = index(open);
  return {
    schema: 'pipeline/stale/1',
    today: book.today,
    as_of: book.past ? book.state.on : null,
    currency: reportingCurrency,
    scope: {
      owners: options.owners,
      closing: closing?.name ?? null,
      days: options.days ?? null,
      errors_only: options.errorsOnly,
    },
    judged: whole.staleJudged.count,
    stale: {
      ...totalOf(stale, digits),
      share: whole.open.value > 0 ? valueOfAll(stale) / whole.open.value : null,
      at_error: countAt('error', stale),
      at_warning: countAt('warning', stale),
      listed: totalOf(listed, digits),
    },
    freshness: freshnessFields(whole, digits),
    by: options.by,
    groups: openGroups(open, options.by, book).map(([key, of]) => ({
      key,
      ...freshnessFields(index(of), digits),
    })),
    not_fresh: notFresh(open, stale, found),
    not_evaluated: found.notEvaluated,
    unreadable: unreadableDeals(book),
    deals: listed.flatMap((finding) => dealOf(finding, rows.get(finding.id), digits)),
  };
}

/** Every limit replaced: listed from `days` on; an error from there on too where the error limit is lower. */
function withDays(settings: Settings, days: number): Settings {
  const { freshness, process } = settings;
  const errorAfter = (limit: number) => Math.max(days, limit);
  return {
    ...settings,
    freshness: { ...freshness, warnAfter: days, errorAfter: errorAfter(freshness.errorAfter) },
    process: {
      ...process,
      stages: process.stages.map((stage) => ({
        ...stage,
        stale: {
          warnAfter: days,
          errorAfter: errorAfter(stage.stale.errorAfter ?? freshness.errorAfter),
        },
      })),
    },
  };
}

/** Errors first, then the longest without a sign of life, then by value as the findings come. */
function byDays(findings: readonly Finding[]): readonly Finding[] {
  const isError = ({ severity }: Finding) => Number(severity === 'error');
  return [...findings].sort((a, b) => isError(b) - isError(a) || (b.days ?? 0) - (a.days ?? 0));
}

function dealOf(finding: Finding, row: DealRow | undefined, digits: number): StaleDeal[] {
  const { since, days } = finding;
  if (row === undefined || since === undefined || days === undefined) return [];
  return [
    {
      id: row.id,
      name: row.name,
      account: row.account,
      owner: row.owner,
      stage: row.stage,
      severity: finding.severity,
      days,
      since: {
        date: since.date,
        event: since.event,
        file: since.place.file,
        line: since.place.line ?? null,
      },
      value: row.value === undefined ? null : fromMinor(row.value, digits),
      waived_until: finding.waived?.until ?? null,
    },
  ];
}

function countAt(severity: Severity, findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.severity === severity && finding.waived === undefined).length;
}

function totalOf(findings: readonly Finding[], digits: number): CountAndMoney {
  return countAndMoney({ count: findings.length, value: valueOfAll(findings) }, digits);
}

function valueOfAll(findings: readonly Finding[]): Minor {
  return sumMinor(findings.map((finding) => finding.value ?? 0));
}

function notFresh(
  open: readonly DealRow[],
  stale: readonly Finding[],
  found: Findings,
): StaleView['not_fresh'] {
  const isStale = new Set(stale.map(({ id }) => id));
  const isNotFresh = notFreshIds(found);
  const others = new Set(open.flatMap(({ id }) => (isNotFresh.has(id) && !isStale.has(id) ? [id] : [])));
  const byRule = new Map<RuleId, number>();
  for (const { rule, id } of found.findings)
    if (others.has(id)) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  return {
    count: isStale.size + others.size,
    stale: isStale.size,
    others: others.size,
    by_rule: Object.fromEntries(
      INDEX_RULES.flatMap((rule) => (rule === 'stale' ? [] : [[rule, byRule.get(rule) ?? 0] as const])),
    ),
  };
}
