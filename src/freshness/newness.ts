// Which findings are new since another moment: a ratchet lets pass what was there before, and nothing else.

import type { DealRow } from '../snapshot/row.ts';
import { pairIds } from '../snapshot/series-pairs.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Finding, Findings } from './finding.ts';
import { judgedIn } from './judged.ts';
import { KnownFindings } from './known-findings.ts';
import type { Looked } from './rule.ts';
import { SEVERITY_RANK } from './severity.ts';
import { isUnreadableRule } from './unreadable.ts';

/** What the rules found at the moment before. */
export interface Before {
  readonly found: Findings;
  /** What they looked at. */
  readonly book: Looked;
  /** Ids of deals that could not be read there, beside the rows with a problem. */
  readonly unread: readonly string[];
}

/** `old`: there before, as severe or more, and not waived. `untold`: nobody can say whether it was. */
export type Newness = 'new' | 'old' | 'untold';

/**
 * The newness of each finding. A deal is the same one under a new id (`was`, or its source). All findings of a deal
 * that was not there are new; those that make a deal unreadable always are: no gate lets them pass.
 */
export function newnessOf(
  { findings }: Findings,
  state: Snapshot,
  before: Before,
): (finding: Finding) => Newness {
  const known = new KnownFindings();
  for (const { waived, severity, ...name } of before.found.findings)
    if (waived === undefined) known.add(name, SEVERITY_RANK[severity]);
  const rows = new Map<string, DealRow | undefined>();
  for (const row of [...before.book.state.archived, ...before.book.state.deals]) rows.set(row.id, row);
  for (const id of before.unread) if (!rows.has(id)) rows.set(id, undefined);
  const formers = pairIds(
    Object.fromEntries([...rows].map(([id, row]) => [id, { source: row?.source ?? '' }])),
    [...state.archived, ...state.deals],
  );
  const isJudged = judgedIn(before.found, before.book);
  const isTold = ({ rule }: Finding, id: string): boolean => {
    if (id === '') return isJudged(rule, undefined);
    const row = rows.get(id);
    return row !== undefined && row.problem === '' && isJudged(rule, row);
  };
  const newness = new Map(
    findings.map((finding): [Finding, Newness] => {
      const former = formers.get(finding.id) ?? (rows.has(finding.id) ? finding.id : undefined);
      const id = finding.id === '' ? '' : former;
      if (id === undefined || isUnreadableRule(finding.rule)) return [finding, 'new'];
      if (finding.waived === undefined && known.take({ ...finding, id }, SEVERITY_RANK[finding.severity]))
        return [finding, 'old'];
      return [finding, isTold(finding, id) ? 'new' : 'untold'];
    }),
  );
  return (finding) => newness.get(finding) ?? 'new';
}
