// snapshot.yaml ↔ header: what the two CSV files mean, and their checksums.

import { createHash } from 'node:crypto';
import { Failure } from '../base/failure.ts';
import { type Decimal, fromMinor, toMinor } from '../base/money.ts';
import { said } from '../base/said.ts';
import { Fields } from './fields.ts';
import { readBlock, writeBlock } from './plain-yaml.ts';
import type { Snapshot, SnapshotHeader, StageTotal, TargetRecord } from './snapshot.ts';

/** The format that this version writes, and the highest that it reads. */
export const SNAPSHOT_FORMAT = 1;

/** SHA-256 in hex of the two files. */
export interface Checksums {
  readonly deals: string;
  readonly archived: string;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A snapshot without its rows. */
export function headerOf(snapshot: Snapshot): SnapshotHeader {
  const { deals: _, archived: __, ...header } = snapshot;
  return header;
}

/** The text of snapshot.yaml. */
export function writeHeader(header: SnapshotHeader, checksums: Checksums): string {
  const { process, digits } = header;
  return writeBlock({
    format: SNAPSHOT_FORMAT,
    on: header.on,
    taken_at: header.takenAt,
    tool_version: header.toolVersion,
    commit: header.commit,
    dirty: header.dirty,
    origin: header.origin,
    assumed: header.assumed,
    message: header.message,
    process: {
      version: process.version,
      since: process.since ?? null,
      stages: process.stages.map(({ id, label, was }) => ({ id, label, was })),
    },
    reporting_currency: header.reportingCurrency,
    digits,
    rates: header.rates,
    targets: header.targets.map(({ since = null, ...target }) => ({ ...target, since })),
    totals: header.totals.map(({ stage, deals, value }) => ({
      stage,
      deals,
      value: fromMinor(value, digits),
    })),
    sha256: { 'deals.csv': checksums.deals, 'archived.csv': checksums.archived },
  });
}

/**
 * What snapshot.yaml says, for the folder of that name.
 * @throws Damage with the line; Failure `newer-format` where a later version wrote it
 */
export function parseHeader(text: string, name: string): { header: SnapshotHeader; checksums: Checksums } {
  const { value, lines } = readBlock(text);
  const top = new Fields(value, '', lines);
  refuseNewer(top, name);
  const process = top.map('process');
  const digits = top.count('digits');
  const checksums = top.map('sha256');
  return {
    header: {
      name,
      on: top.day('on'),
      takenAt: top.text('taken_at'),
      toolVersion: top.text('tool_version'),
      commit: top.text('commit'),
      dirty: top.flag('dirty'),
      origin: top.text('origin'),
      assumed: top.texts('assumed'),
      message: top.text('message'),
      process: {
        version: process.count('version'),
        since: process.dayOrNull('since'),
        stages: process
          .maps('stages')
          .map((stage) => ({ id: stage.text('id'), label: stage.text('label'), was: stage.texts('was') })),
      },
      reportingCurrency: top.text('reporting_currency'),
      digits,
      rates: ratesIn(top.map('rates')),
      targets: top.maps('targets').map(targetIn),
      totals: top.maps('totals').map((total) => totalIn(total, digits)),
    },
    checksums: { deals: checksums.text('deals.csv'), archived: checksums.text('archived.csv') },
  };
}

function refuseNewer(top: Fields, name: string): void {
  const format = top.count('format');
  if (format <= SNAPSHOT_FORMAT) return;
  const version = top.text('tool_version');
  throw new Failure(
    'newer-format',
    said('snapshots/{name}/snapshot.yaml has format {format}; this version reads up to {snapshot_format}.', {
      name,
      format,
      snapshot_format: SNAPSHOT_FORMAT,
    }),
    { hint: said('Install pipeline {version}, which wrote it, or a later one.', { version }) },
  );
}

function ratesIn(rates: Fields): Record<string, Decimal> {
  return Object.fromEntries(rates.keys().map((currency) => [currency, rates.decimal(currency)]));
}

function totalIn(total: Fields, digits: number): StageTotal {
  return {
    stage: total.text('stage'),
    deals: total.count('deals'),
    value: toMinor(total.decimal('value'), digits),
  };
}

function targetIn(target: Fields): TargetRecord {
  const scope = ['owner', 'group', 'stage', 'segment', 'currency'].filter((key) => target.has(key));
  return {
    period: target.text('period'),
    ...Object.fromEntries(scope.map((key) => [key, target.text(key)])),
    ...(target.has('custom') ? { custom: textsIn(target.map('custom')) } : {}),
    target: target.decimal('target'),
    since: target.dayOrNull('since'),
  };
}

function textsIn(map: Fields): Record<string, string> {
  return Object.fromEntries(map.keys().map((key) => [key, map.text(key)]));
}
