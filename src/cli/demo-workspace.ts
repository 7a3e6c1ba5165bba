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
import { languageFor } from '../words/language.ts';
import type { Language } from '../words/speak.ts';
import type { InitFile } from '../workspace/init.ts';
import type { Settings } from '../workspace/settings.ts';
import { readSettings } from '../workspace/settings-read.ts';

/**
 * All of the demo but what every workspace has (schemas, .gitignore). The same for the same today, version and locale.
 * @throws Failure `usage` for a locale that there is not
 */
export async function demoWorkspace(today: Day, toolVersion: string, locale: string): Promise<InitFile[]> {
  const moments = demoMoments(today, toolVersion, settingsIn, locale);
  const language = await languageFor(locale);
  const snapshots = moments.flatMap((moment, index) =>
    snapshotFiles(moment.snapshot, reportOf(moment, moments[index - 1]?.snapshot, language)),
  );
  return [...demoFiles(today, locale), ...snapshots].map((file) => ({ ...file, present: 'in-the-way' }));
}

function settingsIn(text: string): Settings {
  const { settings, problems } = readSettings(text, 'pipeline.yaml');
  const [problem] = problems;
  if (problem !== undefined) throw new Failure('usage', problem.message, { hint: problem.hint });
  if (settings === undefined) throw new Error("the demo's settings are wrong");
  return settings;
}

function reportOf(
  { snapshot, deals, settings }: DemoMoment,
  previous: Snapshot | undefined,
  language: Language,
): string {
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
  return renderMarkdown(snapshotReport(snapshotView(book, previous), lookOf(book)), language);
}
