// A snapshot: the state of every deal at one moment. The working set is the snapshot that one would take now.

import type { Day } from '../base/day.ts';
import type { Decimal, Minor } from '../base/money.ts';
import type { Process } from '../deal/process.ts';
import type { ArchivedRow, DealRow } from './row.ts';

export interface StageTotal {
  readonly stage: string;
  readonly deals: number;
  /** Deals without a value are counted in `deals` and add nothing here. */
  readonly value: Minor;
}

/** What snapshot.yaml says beside the checksums. */
export interface SnapshotHeader {
  /** The folder's name: `2026-11-23`, or `2026-11-23T1430` for a further one of that day; `now` for the working set. */
  readonly name: string;
  readonly on: Day;
  /** ISO instant with offset. */
  readonly takenAt: string;
  readonly toolVersion: string;
  /** HEAD of the workspace's repository; '' where there is none. */
  readonly commit: string;
  /** Whether deals differed from that commit. */
  readonly dirty: boolean;
  /** `taken`, or `backfill-…` with how. */
  readonly origin: string;
  /** Backfilled: the fields that are today's, because no history tells them. */
  readonly assumed: readonly string[];
  readonly message: string;
  readonly process: Process;
  readonly reportingCurrency: string;
  readonly digits: number;
  /** One unit in reporting currency, for every currency in either file; the reporting currency itself is 1. */
  readonly rates: Readonly<Record<string, Decimal>>;
  /** Plan targets in force that day, as pipeline.yaml has them. */
  readonly targets: readonly TargetRecord[];
  /** Open stages in process order, then unknown ones, then won and lost. */
  readonly totals: readonly StageTotal[];
}

export interface TargetRecord {
  readonly period: string;
  readonly owner?: string;
  readonly group?: string;
  readonly stage?: string;
  readonly segment?: string;
  readonly currency?: string;
  readonly custom?: Readonly<Record<string, string>>;
  readonly target: Decimal;
  readonly since: Day | undefined;
}

export interface Snapshot extends SnapshotHeader {
  /** Sorted by id. */
  readonly deals: readonly DealRow[];
  /** Sorted by id. */
  readonly archived: readonly ArchivedRow[];
}
