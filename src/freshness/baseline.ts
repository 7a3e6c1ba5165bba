// The baseline: findings that a team began with. They are counted and do not stand at the gate.

import { compareText } from '../base/compare-text.ts';
import { byFormerId } from '../deal/former-ids.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Finding, Findings } from './finding.ts';
import { judgedIn } from './judged.ts';
import { type FindingName, KnownFindings, keyOf } from './known-findings.ts';
import { RULES } from './registry.ts';
import type { Looked, Rule } from './rule.ts';
import { configuredSeverity, isOff, SEVERITY_RANK } from './severity.ts';
import { isUnreadableRule, unreadableDeals } from './unreadable.ts';

export interface BaselineEntry extends FindingName {
  /** It stands for findings that are no worse. */
  readonly severity: 'error' | 'warning';
  /** How many findings of that name it stands for. */
  readonly count: number;
}

/**
 * The findings that the baseline holds: of one name as many as it says and none worse; a waived one needs no entry.
 * A deal that has another id by now keeps its entries.
 */
export function heldBy(
  entries: readonly BaselineEntry[],
  { findings }: Findings,
  state: Snapshot,
): ReadonlySet<Finding> {
  const known = knownOf(renamed(entries, state));
  return new Set(
    findings.filter((finding) => finding.waived === undefined && known.take(finding, rankOf(finding))),
  );
}

/** The entries, or so much of their counts, that no finding answers to, though its rule looked. By rule and deal. */
export function goneFrom(
  entries: readonly BaselineEntry[],
  found: Findings,
  book: Looked,
): readonly BaselineEntry[] {
  const current = renamed(entries, book.state);
  const known = knownOf(current);
  for (const finding of found.findings) known.take(finding, rankOf(finding));
  const isJudged = judgedBy(found, book);
  return sorted(
    current.filter(isJudged).flatMap((entry) => {
      const count = known.left(entry, rankOf(entry));
      return count === 0 ? [] : [{ ...entry, count }];
    }),
  );
}

/**
 * The baseline as it is to be written: every finding at warning or error that is not waived, and the entries of
 * deals that could not be judged now. No finding that makes a deal unreadable: that never passes.
 */
export function baselineOf(
  before: readonly BaselineEntry[],
  found: Findings,
  book: Looked,
): readonly BaselineEntry[] {
  const isJudged = judgedBy(found, book);
  const counts = new Map<string, BaselineEntry>();
  for (const entry of renamed(before, book.state)) if (!isJudged(entry)) counts.set(entryKey(entry), entry);
  for (const { rule, id, about, severity, waived } of found.findings) {
    if (severity === 'info' || waived !== undefined || isUnreadableRule(rule)) continue;
    const entry = { rule, id, about, severity };
    const key = entryKey(entry);
    counts.set(key, { ...entry, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return sorted([...counts.values()]);
}

/**
 * What becomes of each entry without what no longer occurs, in the same order: it goes by the id that its deal has now,
 * stands for fewer findings, or is undefined, for it stands for none any more. Nothing is added.
 */
export function shrunken(
  before: readonly BaselineEntry[],
  found: Findings,
  book: Looked,
): readonly (BaselineEntry | undefined)[] {
  const gone = new Map(goneFrom(before, found, book).map((entry) => [entryKey(entry), entry.count]));
  const current = underPresentId(book.state);
  return before.map((entry) => {
    const own = current(entry);
    const key = entryKey(own);
    const less = Math.min(own.count, gone.get(key) ?? 0);
    gone.set(key, (gone.get(key) ?? 0) - less);
    return less === own.count ? undefined : { ...own, count: own.count - less };
  });
}

/** How many findings the second has and the first has not, and the other way round. A new id is no other deal. */
export function baselineChange(
  before: readonly BaselineEntry[],
  after: readonly BaselineEntry[],
  state: Snapshot,
): { readonly added: number; readonly left: number } {
  const [then, now] = [renamed(before, state), renamed(after, state)];
  return { added: totalOf(without(now, then)), left: totalOf(without(then, now)) };
}

/** How many findings the entries stand for. */
export function totalOf(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}

function without(entries: readonly BaselineEntry[], less: readonly BaselineEntry[]): BaselineEntry[] {
  const counts = new Map(less.map((entry) => [entryKey(entry), entry.count]));
  return entries.flatMap((entry) => {
    const count = entry.count - (counts.get(entryKey(entry)) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}

function knownOf(entries: readonly BaselineEntry[]): KnownFindings {
  const known = new KnownFindings();
  for (const entry of entries) known.add(entry, rankOf(entry), entry.count);
  return known;
}

/** Entries under the ids that their deals have now, each name and severity once. */
function renamed(entries: readonly BaselineEntry[], state: Snapshot): BaselineEntry[] {
  const current = underPresentId(state);
  const all = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const own = current(entry);
    const key = entryKey(own);
    all.set(key, { ...own, count: own.count + (all.get(key)?.count ?? 0) });
  }
  return [...all.values()];
}

function underPresentId({ deals, archived }: Snapshot): (entry: BaselineEntry) => BaselineEntry {
  const rows = [...deals, ...archived];
  const present = new Set(rows.map(({ id }) => id));
  const heirs = byFormerId(rows);
  return (entry) => (present.has(entry.id) ? entry : { ...entry, id: heirs.get(entry.id)?.id ?? entry.id });
}

/**
 * Whether a rule would have found it again: not of a deal that can't be read, or that the rule did not judge, and not
 * where it is off.
 */
function judgedBy(found: Findings, book: Looked): (entry: BaselineEntry) => boolean {
  const { state, settings } = book;
  const unreadable = new Set(unreadableDeals(book));
  const rows = new Map(state.deals.map((row) => [row.id, row]));
  const isJudged = judgedIn(found, book);
  return ({ rule, id }) => {
    if (unreadable.has(id) || isOff(rule, settings)) return false;
    const row = rows.get(id);
    const of: Rule = RULES[rule];
    if (of.isMoot?.(settings) === true) return false;
    return configuredSeverity(rule, row ?? NOBODY, settings) !== 'off' && isJudged(rule, row);
  };
}

const NOBODY = { owner: '', stage: '' } as const;

function entryKey(entry: Omit<BaselineEntry, 'count'>): string {
  return `${entry.severity} ${keyOf(entry)}`;
}

function rankOf({ severity }: Pick<Finding, 'severity'>): number {
  return SEVERITY_RANK[severity];
}

function sorted(entries: readonly BaselineEntry[]): BaselineEntry[] {
  return [...entries].sort(
    (a, b) =>
      compareText(a.rule, b.rule) ||
      compareText(a.id, b.id) ||
      compareText(a.about, b.about) ||
      rankOf(a) - rankOf(b),
  );
}
