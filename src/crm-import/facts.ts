// What an import did, or would do: the facts that its report is made of.

import type { Day } from '../base/day.ts';
import type { Said, Sayable } from '../base/said.ts';
import type { FieldChange } from './compare.ts';
import type { JoinReport } from './joins.ts';
import type { ExportedStage, StageOrder } from './new-process.ts';
import type { Decision } from './row-values.ts';

export interface RejectedFact {
  readonly file: string;
  readonly line: number;
  readonly reason: Said;
}

export interface ImportFacts {
  /** '' where edits of a spreadsheet were taken over. */
  readonly system: string;
  /** The file of the deals, or several. */
  readonly file: string;
  /** The day that the export shows. */
  readonly on: Day;
  readonly dryRun: boolean;
  readonly partial: boolean;
  readonly rows: number;
  /** Ids of deals. */
  readonly created: readonly string[];
  readonly updated: readonly string[];
  /** Of the updated ones, those that came back from the archive. */
  readonly restored: readonly string[];
  readonly unchanged: number;
  readonly rejected: readonly RejectedFact[];
  /** Where the rejected rows are kept; '' where there are none. */
  readonly rejectedFile: string;
  readonly changes: readonly (FieldChange & { readonly id: string })[];
  /** Rows of deals that were merged into another one, and whether that changed the file in the archive; the survivor stays. */
  readonly merged: readonly {
    readonly sourceId: string;
    readonly survivor: string;
    readonly updated: boolean;
  }[];
  /** Deals that the export no longer has: since when, and whether they went to the archive now. */
  readonly missing: readonly {
    readonly id: string;
    readonly name: string;
    readonly since: Day;
    readonly archived: boolean;
  }[];
  readonly leftOut: readonly { readonly line: number; readonly what: Said }[];
  readonly joins: readonly JoinReport[];
  /** Stages that became the workspace's process; empty where it kept its own. */
  readonly process: readonly ExportedStage[];
  /** What put them in order; '' where the workspace kept its own. */
  readonly processOrder: StageOrder | '';
  /** Headers kept as custom fields, where this system is imported for the first time. */
  readonly customColumns: readonly string[];
  readonly encoding: Sayable;
  readonly delimiter: string;
  readonly decisions: readonly Decision[];
  /** Fields of a deal whose column the export had, and has no more: they stay as they are. Custom ones are in the notes alone. */
  readonly lostColumns: readonly { readonly key: string; readonly header: string }[];
  /** Up to which day it and the export before it go, by what is dated in them or as exports, where it is the older one. */
  readonly older: { readonly by: 'export' | 'dates'; readonly day: Day; readonly before: Day } | undefined;
  /** What a person should know beside. */
  readonly notes: readonly Said[];
  /** '' where there is none: edits of a spreadsheet. */
  readonly mappingFile: string;
}
