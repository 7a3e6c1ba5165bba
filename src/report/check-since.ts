// The ratchet and the baseline of a check: what keeps findings from the gate, and what is told of it.

import type { Day } from '../base/day.ts';
import { type BaselineEntry, goneFrom, heldBy, totalOf } from '../freshness/baseline.ts';
import { BASELINE_FILE } from '../freshness/baseline-file.ts';
import type { Finding, Findings, NotEvaluated } from '../freshness/finding.ts';
import { type Before, newnessOf } from '../freshness/newness.ts';
import type { Looked } from '../freshness/rule.ts';
import { isUnreadableRule } from '../freshness/unreadable.ts';
import type { Apart } from './check-finding.ts';

/** The moment since which a finding must be new to stand at the gate. */
export interface SinceAsked {
  /** As it was typed. */
  readonly asked: string;
  readonly kind: 'commit' | 'snapshot';
  /** The commit's id, the snapshot's name. */
  readonly name: string;
  /** The day by which it was judged. */
  readonly on: Day;
  readonly before: Before;
}

export interface SinceFields {
  readonly asked: string;
  readonly kind: 'commit' | 'snapshot';
  readonly name: string;
  readonly judged_on: Day;
  /** Of these nobody can say whether they are new. */
  readonly not_evaluated: readonly NotEvaluated[];
  /** Deals that could not be read there. */
  readonly unreadable: readonly string[];
}

export interface BaselineFields {
  readonly file: string;
  /** Findings that it stands for. */
  readonly entries: number;
  /** What no longer occurs; null where not all deals were looked at. */
  readonly gone:
    | readonly {
        readonly rule: string;
        readonly id: string;
        readonly about: string;
        readonly severity: 'error' | 'warning';
        readonly count: number;
      }[]
    | null;
}

export interface ApartAsked {
  readonly baseline?: readonly BaselineEntry[] | undefined;
  readonly since?: SinceAsked | undefined;
}

/** What keeps each of the findings from the gate. */
export function apartIn(
  found: Findings,
  book: Looked,
  { baseline = [], since }: ApartAsked,
): (finding: Finding) => Apart | null {
  const held = heldBy(baseline, found, book.state);
  const newness = since === undefined ? undefined : newnessOf(found, book.state, since.before);
  return (finding) => {
    if (finding.waived !== undefined) return 'waived';
    if (held.has(finding)) return 'baseline';
    const own = newness?.(finding) ?? 'new';
    return own === 'new' ? null : own;
  };
}

/** @param isWhole whether all deals were looked at */
export function baselineFields(
  entries: readonly BaselineEntry[] | undefined,
  found: Findings,
  book: Looked,
  isWhole: boolean,
): BaselineFields | null {
  if (entries === undefined) return null;
  return {
    file: BASELINE_FILE,
    entries: totalOf(entries),
    gone: isWhole ? goneFrom(entries, found, book) : null,
  };
}

/** Only what the rules that were asked could not tell. */
export function sinceFields(since: SinceAsked | undefined): SinceFields | null {
  if (since === undefined) return null;
  const { asked, kind, name, on, before } = since;
  const { notEvaluated } = before.found;
  const rows = before.book.state.deals.filter(({ problem }) => problem !== '').map(({ id }) => id);
  return {
    asked,
    kind,
    name,
    judged_on: on,
    not_evaluated: notEvaluated.filter(({ rule }) => !isUnreadableRule(rule)),
    unreadable: [...new Set([...rows, ...before.unread])].sort(),
  };
}
