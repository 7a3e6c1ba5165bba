// The engine: runs the rules over a book and gives their hits severity, owner, value and waiver.

import { once } from '../base/once.ts';
import type { Sayable } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import { type Written, writtenIn } from '../snapshot/written.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import { blindSources } from './evidence.ts';
import { compareFindings, type Finding, type Findings, type NotEvaluated } from './finding.ts';
import { INDEX_RULES } from './freshness-index.ts';
import { isOpen } from './open-deals.ts';
import { BUILT_RULES, RULES } from './registry.ts';
import type { BookRule, DealContext, DealRule, Hit, Looked, Rule } from './rule.ts';
import { configuredSeverity, isOff } from './severity.ts';
import { systemOf } from './source.ts';

export interface FindingsScope {
  /** All that are built where left out. */
  readonly rules?: readonly Rule[];
  /** The deals that rules over deals look at; all where left out. Rules over the book see all of it. */
  readonly rows?: readonly DealRow[];
  /** The deals that count as looked at in this run, where they are more than `rows`: all, where one is shown. */
  readonly amid?: readonly DealRow[];
  /** The archived deals that rules over the archive too look at; all where left out. */
  readonly archived?: readonly ArchivedRow[];
}

/**
 * What the rules find in the working set, or in the snapshot that the book shows. A rule at off costs
 * nothing. Deals that cannot be read are looked at by none but the rules that say so.
 */
export function findingsOf(book: Looked, scope: FindingsScope = {}): Findings {
  const { rules = BUILT_RULES, rows = book.state.deals, archived = book.state.archived, amid = rows } = scope;
  const runs: Run[] = [];
  const notEvaluated: NotEvaluated[] = [];
  const evaluated = new Set<RuleId>();
  for (const rule of rules) {
    if (isOff(rule.id, book.settings) || rule.isMoot?.(book.settings) === true) continue;
    const reason = book.past ? (rule.notInSnapshots ?? rule.untoldBy?.(book.state)) : undefined;
    if (reason !== undefined) {
      notEvaluated.push({ rule: rule.id, source: '', reason, deals: 0 });
      continue;
    }
    const run = rule.over === 'book' ? overBook(rule, book) : overDeals(rule, { rows, archived, amid }, book);
    runs.push(run);
    notEvaluated.push(...run.notEvaluated); // one a source
    if (run.evaluated) evaluated.add(rule.id);
  }
  const findings = runs.flatMap((run) => run.findings).sort(compareFindings);
  return { findings, notEvaluated, evaluated };
}

/** What the rules behind the freshness index find in these open deals. */
export function indexFindings(book: Looked, open: readonly DealRow[]): Findings {
  return findingsOf(book, { rules: INDEX_RULES.map((rule) => RULES[rule]), rows: open });
}

interface Run {
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly evaluated: boolean;
}

function overBook(rule: BookRule, book: Looked): Run {
  const rows = new Map(book.state.deals.map((row) => [row.id, row]));
  const findings = rule.check(book).flatMap((hit) => finding(rule, hit, rows.get(hit.id ?? ''), book) ?? []);
  return { findings, notEvaluated: [], evaluated: true };
}

function overDeals(
  rule: DealRule,
  { rows, archived, amid }: Required<Pick<FindingsScope, 'rows' | 'archived' | 'amid'>>,
  book: Looked,
): Run {
  const blind = rule.evidence === undefined ? NONE : blindSources(rule.evidence, book);
  const skipped = new Map<string, NotEvaluated>();
  const skip = (source: string, reason: Sayable) => {
    const key = JSON.stringify([source, reason]);
    const deals = (skipped.get(key)?.deals ?? 0) + 1;
    skipped.set(key, { rule: rule.id, source, reason, deals });
  };
  const findings: Finding[] = [];
  const context = new LateContext(book, amid);
  const isSet = book.settings.rules[rule.id] !== undefined;
  let evaluated = false;
  const look = (row: DealRow, inArchive: ArchivedRow | undefined): void => {
    if (rule.over === 'open deals' ? !isOpen(row) : row.problem !== '') return;
    if (isSet && configuredSeverity(rule.id, row, book.settings) === 'off') return;
    const isBlind = blind.size > 0 && blind.has(systemOf(row));
    const unjudged = isBlind ? rule.evidence?.missing : rule.unjudged?.(row, book);
    if (unjudged !== undefined) {
      skip(isBlind ? systemOf(row) : '', unjudged);
      return;
    }
    evaluated = true;
    const hits = rule.check(row, context.of(row, inArchive));
    if (hits.length > 0) findings.push(...hits.flatMap((hit) => finding(rule, hit, row, book) ?? []));
  };
  for (const row of rows) look(row, undefined);
  if (rule.inArchive === true) for (const row of archived) look(row, row);
  const notEvaluated = [...skipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return { findings, notEvaluated, evaluated };
}

/** Most rules look at a row and find nothing: the rest is looked up when it is asked for. */
class LateContext implements DealContext {
  readonly book: Looked;
  archived: ArchivedRow | undefined;
  #row: DealRow | undefined;
  #written: { readonly of: DealRow; readonly is: Written | undefined } | undefined;
  readonly #ids: () => ReadonlySet<string>;

  constructor(book: Looked, rows: readonly DealRow[]) {
    this.book = book;
    this.#ids = once(() => new Set(rows.map(({ id }) => id)));
  }

  isLookedAt(id: string): boolean {
    return this.#ids().has(id);
  }

  /** The context of a row; it is one for all rows, and holds as long as that row is looked at. */
  of(row: DealRow, archived: ArchivedRow | undefined): this {
    this.#row = row;
    this.archived = archived;
    return this;
  }

  get deal(): Deal | undefined {
    if (this.#row === undefined || this.archived !== undefined) return undefined;
    return this.book.deals.get(this.#row.id);
  }

  get written(): Written | undefined {
    const row = this.#row;
    if (row === undefined || this.archived !== undefined) return undefined;
    if (this.#written?.of !== row) {
      const is = this.book.written === undefined ? writtenIn(this.deal, row) : this.book.written(row);
      this.#written = { of: row, is };
    }
    return this.#written.is;
  }
}

const NONE: ReadonlySet<string> = new Set();

const WORKSPACE = { owner: '', stage: '' } as const;

/** The hit as a finding; none where its owner's group or its stage has the rule at off. */
function finding(rule: Rule, hit: Hit, row: DealRow | undefined, book: Looked): Finding | undefined {
  const configured = configuredSeverity(rule.id, row ?? WORKSPACE, book.settings);
  const severity = configured ?? hit.severity ?? rule.severity;
  if (severity === 'off') return undefined;
  return {
    rule: rule.id,
    severity,
    id: hit.id ?? row?.id ?? '',
    about: hit.about ?? '',
    owner: row?.owner ?? '',
    value: row?.value,
    place: hit.place,
    message: hit.message,
    hint: hit.hint,
    days: hit.days,
    since: hit.since,
    waived: row === undefined || row.problem !== '' ? undefined : waiverOf(rule.id, row, book),
  };
}

/** The waiver in force that runs longest, its last day included. */
function waiverOf(rule: RuleId, row: DealRow, { today, deals }: Looked): Finding['waived'] {
  if (row.waived.length === 0) return undefined;
  const [longest] = row.waived
    .filter((waiver) => waiver.rule === rule && waiver.until >= today)
    .sort((a, b) => (a.until < b.until ? 1 : -1));
  if (longest === undefined) return undefined;
  const written = deals
    .get(row.id)
    ?.waive.find(({ until, rule: of }) => of === rule && until === longest.until);
  return { until: longest.until, why: written?.why };
}
