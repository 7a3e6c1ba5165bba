// A workspace without files, for planning imports of bytes in memory.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Book } from '../../src/book/book.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import type { Workspace } from '../../src/crm-import/holdings.ts';
import type { ImportRequest } from '../../src/crm-import/import-exports.ts';
import type { Deal } from '../../src/deal/deal.ts';
import { emptySeries } from '../../src/snapshot/series.ts';
import { takeSnapshot } from '../../src/snapshot/take.ts';
import { INITIAL_STAGES } from '../../src/workspace/init-stages.ts';
import { ratesOn } from '../../src/workspace/rates.ts';
import type { Settings } from '../../src/workspace/settings.ts';
import { readSettings } from '../../src/workspace/settings-read.ts';
import { settingsTemplate } from '../../src/workspace/template.ts';

export const TODAY = day('2026-11-23');

/** The pipeline.yaml that init writes. */
function settingsText(locale: string): string {
  return settingsTemplate({
    name: 'stub',
    locale,
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    sourceOfRecord: 'none',
    stages: INITIAL_STAGES,
    today: TODAY,
  });
}

/** The settings that init writes. */
export function stubSettings(locale = 'en-GB'): Settings {
  const { settings, problems } = readSettings(settingsText(locale), 'pipeline.yaml');
  if (settings === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return settings;
}

const roots = new Map<string, string>();
afterAll(() => {
  for (const root of roots.values()) rmSync(root, { recursive: true, force: true });
});

/** One folder a locale: planning only reads it. */
function stubRoot(locale: string): string {
  const known = roots.get(locale);
  if (known !== undefined) return known;
  const root = mkdtempSync(join(tmpdir(), 'pipeline-stub-'));
  writeFileSync(join(root, 'pipeline.yaml'), settingsText(locale));
  roots.set(locale, root);
  return root;
}

/** A workspace that holds these deals; its folder has nothing but pipeline.yaml. */
export function stubWorkspace(deals: readonly Deal[] = [], settings = stubSettings()): Workspace {
  const root = stubRoot(settings.locale);
  const state = takeSnapshot({
    deals,
    archived: [],
    unreadable: [],
    settings,
    rates: ratesOn(settings, TODAY),
    series: emptySeries,
    today: TODAY,
    name: 'now',
    takenAt: '2026-11-23T12:00:00+01:00',
    toolVersion: '0.0.0',
    commit: '',
    dirty: false,
    message: '',
  });
  const book: Book = {
    root,
    settings,
    today: TODAY,
    state,
    past: false,
    deals: new Map(deals.map((deal) => [deal.id, deal])),
    problems: [],
    leftOut: [],
    snapshotNames: [],
    snapshots: snapshotsInFiles(root),
    imports: [],
  };
  return { book, archive: new Map(), series: emptySeries };
}

/** A request for one file, without any option. */
export function stubRequest(bytes: Uint8Array, name = 'export.csv'): ImportRequest {
  return {
    files: [{ name, bytes }],
    given: undefined,
    system: undefined,
    exportDay: TODAY,
    partial: false,
    force: false,
    archiveGone: false,
    keep: new Set(),
    encoding: undefined,
    delimiter: undefined,
    dates: undefined,
    dryRun: false,
    ask: undefined,
    tail: () => '000000',
  };
}
