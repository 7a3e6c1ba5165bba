// What an import comes to: which deals are created, updated, unchanged or missing, and which rows are rejected.
// Pure: rows and deals in, a plan out. Every row of the export ends in just one of the four counts.

import type { Day } from '../base/day.ts';
import { type Said, said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';

import type { Deal } from '../deal/deal.ts';
import { outcomeOf } from '../deal/deal.ts';
import { type CompareContext, compare, type FieldChange } from './compare.ts';
import { type ExportedDeal, keyOf, type RowContext, readRow } from './exported-deal.ts';
import { type RecordIds, recordIds } from './record-ids.ts';
import type { Table, TableRow } from './table.ts';

/** What is in the workspace already. */
export interface Holdings {
  readonly system: string;
  /** All deals of the working set. */
  readonly deals: Iterable<Deal>;
  /** In the archive, by the source's id; only of this system. */
  readonly archived: ReadonlyMap<string, Deal>;
  /** The path of an unreadable deal that names this source id; undefined where none does. */
  readonly unreadable: (sourceId: string) => string | undefined;
}

export interface PlannedUpdate {
  readonly row: TableRow;
  readonly deal: Deal;
  readonly changes: readonly DealChange[];
  readonly listed: readonly FieldChange[];
  /** Whether it comes back from the archive. */
  readonly restored: boolean;
}

export interface RejectedRow {
  readonly row: TableRow;
  readonly reason: Said;
}

export interface ImportPlan {
  readonly rows: number;
  readonly creates: readonly ExportedDeal[];
  readonly updates: readonly PlannedUpdate[];
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** Rows of deals that were merged into another one: the row's source id, that deal's id and the survivor's. */
  readonly merged: readonly { readonly sourceId: string; readonly id: string; readonly survivor: string }[];
  /** Deals of this system that the export no longer has; empty for a partial one, and for one that is cut off. */
  readonly gone: readonly Deal[];
  readonly leftOut: readonly { readonly row: TableRow; readonly why: 'deleted' | 'superseded' }[];
  /** The last day of anything that happened in a deal, none after that of the export; undefined: nothing is dated. */
  readonly newest: Day | undefined;
  /** Ids of known records that the export writes in another form, with theirs. */
  readonly respelled: RecordIds['respelled'];
}

export interface PlanContext extends Omit<RowContext, 'recordOf'>, CompareContext {
  readonly partial: boolean;
}

/** Plans the import of a table of deals. */
export function planImport(table: Table, holdings: Holdings, context: PlanContext): ImportPlan {
  const planner = new Planner(table, holdings, context);
  for (const row of table.rows) planner.take(row);
  return planner.plan(context.partial);
}

/** The ids of the records as the export writes them; none of an export without ids. */
function writtenIds(table: Table, { values }: PlanContext): string[] {
  return values.has('id') ? table.rows.map((row) => keyOf(row, values)) : [];
}

class Planner {
  readonly #context: PlanContext & RowContext;
  readonly #ids: RecordIds;
  readonly #holdings: Holdings;
  readonly #deals: readonly Deal[];
  readonly #byKey = new Map<string, Deal[]>();
  readonly #seen = new Map<string, TableRow>();
  readonly #matched = new Set<Deal>();
  readonly #creates: ExportedDeal[] = [];
  readonly #updates: PlannedUpdate[] = [];
  readonly #rejected: RejectedRow[] = [];
  readonly #reasons = new Map<TableRow, Said>();
  readonly #merged: ImportPlan['merged'][number][] = [];
  readonly #leftOut: ImportPlan['leftOut'][number][] = [];
  #unchanged = 0;
  #rows = 0;
  #tellsGone = true;
  #newest: Day | undefined;

  constructor(table: Table, holdings: Holdings, context: PlanContext) {
    this.#holdings = holdings;
    this.#deals = [...holdings.deals];
    for (const deal of this.#deals) {
      const key = sourceKey(deal, holdings.system);
      if (key === undefined) continue;
      const others = this.#byKey.get(key);
      if (others === undefined) this.#byKey.set(key, [deal]);
      else others.push(deal);
    }
    this.#ids = recordIds(writtenIds(table, context), (id) => this.#knows(id));
    this.#context = { ...context, recordOf: this.#ids.recordOf };
  }

  take(row: TableRow): void {
    const reading = readRow(row, this.#context);
    // A row that does not tell its id may be of any deal.
    if (reading.kind === 'rejected' && reading.key === '' && (row.cutOff ?? row.errors !== undefined))
      this.#tellsGone = false;
    if (reading.kind === 'left-out') {
      this.#leftOut.push({ row, why: reading.why });
      return;
    }
    this.#rows++;
    if (reading.kind === 'deal') this.#date(reading.deal);
    const key = reading.kind === 'deal' ? reading.deal.key : reading.key;
    const before = key === '' ? undefined : this.#seen.get(key);
    if (before !== undefined) {
      this.#repeated(row, before, key);
      return;
    }
    if (key !== '') this.#seen.set(key, row);
    const found = this.#byKey.get(key) ?? [];
    for (const deal of found) this.#matched.add(deal);
    if (reading.kind === 'rejected') this.#reject(row, reading.reason);
    else this.#place(reading.deal, found);
  }

  plan(partial: boolean): ImportPlan {
    // A deal that another record was merged into is there as long as that record is.
    const survivors = new Set(this.#merged.map(({ survivor }) => survivor));
    const ofSystem = this.#deals.filter((deal) => deal.source?.system === this.#holdings.system);
    return {
      rows: this.#rows,
      creates: this.#creates,
      updates: this.#updates,
      unchanged: this.#unchanged,
      rejected: this.#rejected,
      merged: this.#merged,
      gone:
        partial || !this.#tellsGone
          ? []
          : ofSystem.filter((deal) => !this.#matched.has(deal) && !survivors.has(deal.id)),
      leftOut: this.#leftOut,
      newest: this.#newest,
      respelled: this.#ids.respelled,
    };
  }

  #knows(id: string): boolean {
    const { archived, unreadable } = this.#holdings;
    return this.#byKey.has(id) || archived.has(id) || unreadable(id) !== undefined;
  }

  /** What lies ahead is planned, and tells nothing of the day on which the export was made. */
  #date({ created, lastActivity, stageDays, stage, close }: ExportedDeal): void {
    const closed = outcomeOf(stage) === 'open' ? undefined : close;
    for (const day of [created, lastActivity, closed, ...stageDays.map(({ on }) => on)])
      if (day !== undefined && day <= this.#context.exportDay && day > (this.#newest ?? ''))
        this.#newest = day;
  }

  /** Of rows of one source id the first one counts; repeated word for word it is unchanged, or rejected again. */
  #repeated(row: TableRow, before: TableRow, key: string): void {
    const reason = this.#reasons.get(before);
    if (hasSameCells(row, before)) {
      if (reason === undefined) this.#unchanged++;
      else this.#reject(row, reason);
    } else this.#reject(row, this.#alike(key, before.line));
  }

  #alike(key: string, line: number): Said {
    const { values } = this.#context;
    if (values.has('id'))
      return said('the record {key} stands in line {line} already, with other values', { key, line });
    return said(
      values.has('account')
        ? 'line {line} has a deal of that account and name, with other values: only an id tells them apart'
        : 'line {line} has a deal of that name, with other values: only an id tells them apart',
      { line },
    );
  }

  #place(exported: ExportedDeal, found: readonly Deal[]): void {
    const [deal, second] = found;
    if (deal !== undefined && second !== undefined) {
      this.#reject(
        exported.row,
        said('several deals are this record: {ids}', { ids: found.map(({ id }) => id).join(', ') }),
      );
    } else if (deal !== undefined) {
      this.#update(deal, exported, false);
    } else {
      const archived = this.#holdings.archived.get(exported.key);
      if (archived === undefined) this.#create(exported);
      else this.#fromArchive(archived, exported);
    }
  }

  #update(deal: Deal, exported: ExportedDeal, restored: boolean): void {
    const { changes, listed } = compare(deal, exported, this.#context);
    if (changes.length === 0 && !restored) this.#unchanged++;
    else this.#updates.push({ row: exported.row, deal, changes, listed, restored });
  }

  #create(exported: ExportedDeal): void {
    const unreadable = this.#holdings.unreadable(exported.key);
    if (unreadable !== undefined) {
      this.#reject(exported.row, said("its deal can't be read: mend {path} first", { path: unreadable }));
    } else if (exported.stage === '') {
      this.#reject(exported.row, said('it has no stage'));
    } else {
      this.#creates.push(exported);
    }
  }

  /** Closed here and there with one outcome, it rests, and is corrected where it is; anything else brings it back. */
  #fromArchive(archived: Deal, exported: ExportedDeal): void {
    if (archived.mergedInto !== '') {
      this.#merged.push({ sourceId: exported.key, id: archived.id, survivor: archived.mergedInto });
      this.#update(archived, exported, false);
      return;
    }
    const isClosed = outcomeOf(archived.stage) !== 'open';
    const rests = isClosed && (exported.stage === archived.stage || exported.stage === '');
    this.#update(archived, exported, !rests);
  }

  #reject(row: TableRow, reason: Said): void {
    this.#reasons.set(row, reason);
    this.#rejected.push({ row, reason });
  }
}

function sourceKey(deal: Deal, system: string): string | undefined {
  return deal.source?.system === system ? deal.source.id : undefined;
}

function hasSameCells(a: TableRow, b: TableRow): boolean {
  const width = Math.max(a.cells.length, b.cells.length);
  for (let at = 0; at < width; at++) if ((a.cells[at] ?? '') !== (b.cells[at] ?? '')) return false;
  return true;
}
