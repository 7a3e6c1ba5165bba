// The demo workspace's files: the made-up company, and its snapshots with the reports that they would have got.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import type { Book } from '../book/book.ts';
import { snapshotsInFiles } from '../book/snapshots.ts';
import { type DemoMoment, demoFiles, demoMoments } from '../demo/demo.ts';
import { lookOf } from '../page/look.ts';
import { snapshotReport } from '../page/snapshot-report.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { snapshotView } from '../report/snapshot.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { snapshotFiles } from '../snapshot/store.ts';
import { languageOf } from '../words/speak.ts';
import type { InitFile } from '../workspace/init.ts';
import type { Settings } from '../workspace/settings.ts';
import { readSettings } from '../workspace/settings-read.ts';

/** All of the demo but what every workspace has (schemas, .gitignore). The same for the same today and version. */
export function demoWorkspace(today: Day, toolVersion: string): InitFile[] {
  const moments = demoMoments(today, toolVersion, settingsIn);
  const snapshots = moments.flatMap((moment, index) =>
    snapshotFiles(moment.snapshot, reportOf(moment, moments[index - 1]?.snapshot)),
  );
  return [...demoFiles(today), ...snapshots].map((file) => ({ ...file, present: 'in-the-way' }));
}

function settingsIn(text: string): Settings {
  const { settings, problems } = readSettings(text, 'pipeline.yaml');
  if (settings === undefined)
    throw new Failure('settings-invalid', "The demo's settings are wrong.", { problems });
  return settings;
}

function reportOf({ snapshot, deals, settings }: DemoMoment, previous: Snapshot | undefined): string {
  const book: Book = {
    root: '',
    settings,
    today: snapshot.on,
    state: snapshot,
    past: false,
    deals: new Map(deals.map((deal) => [deal.id, deal])),
    problems: [],
    leftOut: [],
    snapshotNames: [],
    snapshots: snapshotsInFiles(''),
    imports: [],
  };
  return renderMarkdown(
    snapshotReport(snapshotView(book, previous), lookOf(book)),
    languageOf(settings.locale, undefined),
  );
}
