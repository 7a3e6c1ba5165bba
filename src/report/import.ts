// pipeline/import/1: what an import did, or would do.

import type { ImportFacts } from '../crm-import/facts.ts';

/** The counts tie out: rows = created + updated + unchanged + rejected. */
export interface ImportView {
  readonly schema: 'pipeline/import/1';
  /** '' where edits of a spreadsheet were taken over. */
  readonly system: string;
  readonly file: string;
  readonly on: string;
  readonly dry_run: boolean;
  readonly partial: boolean;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly missing: number;
  readonly changes: readonly {
    readonly id: string;
    readonly field: string;
    readonly old: string;
    readonly new: string;
  }[];
  readonly created_deals: readonly string[];
  readonly updated_deals: readonly string[];
  readonly restored_deals: readonly string[];
  readonly missing_deals: ImportFacts['missing'];
  /** Rows of deals that were merged into another one; `updated`: its file in the archive changed, the survivor did not. */
  readonly merged: readonly {
    readonly source_id: string;
    readonly survivor: string;
    readonly updated: boolean;
  }[];
  readonly rejections: ImportFacts['rejected'];
  /** From the workspace's root; '' where no row was rejected. */
  readonly rejected_file: string;
  readonly left_out: ImportFacts['leftOut'];
  readonly joins: ImportFacts['joins'];
  readonly process: ImportFacts['process'];
  /** What put its stages in order; '' where the workspace kept its own. */
  readonly process_order: ImportFacts['processOrder'];
  /** Headers kept as custom fields, at the first import of a system. */
  readonly custom_columns: readonly string[];
  readonly encoding: ImportFacts['encoding'];
  readonly delimiter: string;
  readonly decisions: ImportFacts['decisions'];
  readonly notes: ImportFacts['notes'];
  readonly mapping_file: string;
}

/** The view of an import's facts. */
export function importView(facts: ImportFacts): ImportView {
  return {
    schema: 'pipeline/import/1',
    system: facts.system,
    file: facts.file,
    on: facts.on,
    dry_run: facts.dryRun,
    partial: facts.partial,
    rows: facts.rows,
    created: facts.created.length,
    updated: facts.updated.length,
    unchanged: facts.unchanged,
    rejected: facts.rejected.length,
    missing: facts.missing.length,
    changes: facts.changes.map(({ id, field, old, new: now }) => ({ id, field, old, new: now })),
    created_deals: facts.created,
    updated_deals: facts.updated,
    restored_deals: facts.restored,
    missing_deals: facts.missing,
    merged: facts.merged.map(({ sourceId, survivor, updated }) => ({
      ...{ source_id: sourceId, survivor, updated },
    })),
    rejections: facts.rejected,
    rejected_file: facts.dryRun ? '' : facts.rejectedFile, // a dry run writes none
    left_out: facts.leftOut,
    joins: facts.joins,
    process: facts.process,
    process_order: facts.processOrder,
    custom_columns: facts.customColumns,
    encoding: facts.encoding,
    delimiter: facts.delimiter,
    decisions: facts.decisions,
    notes: facts.notes,
    mapping_file: facts.mappingFile,
  };
}
