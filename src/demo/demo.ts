// The demo workspace as values: the files of its working set, and the 13 snapshots of the weeks before.
// Deterministic for a given today; who writes the files, and each snapshot's report, is decided by the caller.

import { addDays, type Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import type { Deal } from '../deal/deal.ts';
import { writeDeal } from '../deal/write.ts';
import { emptySeries, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { takeSnapshot } from '../snapshot/take.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import { companySettings } from './company.ts';
import { crowd } from './crowd.ts';
import { demoDialogue } from './dialogue.ts';
import { STORY } from './story.ts';
import { type Life, standingOn } from './timeline.ts';

export interface DemoFile {
  /** From the workspace's root. */
  readonly path: string;
  readonly text: string;
}

/** Deals beside those of the story. */
const CROWD = 30;
const WEEKS = 13;

/** pipeline.yaml, the deal files of today, and the dialogue. */
export function demoFiles(today: Day, locale = 'en'): DemoFile[] {
  const { deals, archived } = standing(lives(), 0, today);
  return [
    { path: 'pipeline.yaml', text: companySettings(today, today, locale) },
    ...deals.map((deal) => ({ path: deal.path, text: writeDeal(deal) })),
    ...archived.map(({ deal, folder }) => ({
      path: `archive/${folder}/${deal.id}.yaml`,
      text: writeDeal(deal),
    })),
    ...demoDialogue(today),
  ];
}

/** A snapshot with the deals and the settings that it was taken from. */
export interface DemoMoment {
  readonly snapshot: Snapshot;
  readonly deals: readonly Deal[];
  readonly settings: Settings;
}

/**
 * The weekly snapshots, oldest first; the newest lies a week before today.
 * @param readSettings pipeline.yaml's text as settings
 */
export function demoMoments(
  today: Day,
  toolVersion: string,
  readSettings: (text: string) => Settings,
  locale = 'en',
): DemoMoment[] {
  const all = lives();
  let series: SeriesFacts = emptySeries();
  return Array.from({ length: WEEKS }, (_, index) => {
    const offset = -7 * (WEEKS - index);
    const on = addDays(today, offset);
    const settings = readSettings(companySettings(today, on, locale));
    const { deals, archived } = standing(all, offset, today);
    const before = series;
    const snapshot = takeSnapshot({
      deals,
      archived,
      unreadable: [],
      settings,
      rates: ratesOn(settings, on),
      series: () => before,
      today: on,
      name: on,
      takenAt: `${on}T08:00:00Z`,
      toolVersion,
      commit: '',
      dirty: false,
      message: '',
    });
    series = foldSeries(series, snapshot);
    return { snapshot, deals, settings };
  });
}

function lives(): Life[] {
  return [...STORY, ...crowd(CROWD)];
}

function standing(all: readonly Life[], offset: number, today: Day) {
  const deals: Deal[] = [];
  const archived: { deal: Deal; folder: string }[] = [];
  for (const life of all) {
    const found = standingOn(life, offset, today);
    if (found?.place === 'deals') deals.push(found.deal);
    if (found?.place === 'archive' && found.archivedOn !== undefined) {
      archived.push({ deal: found.deal, folder: periodAround(found.archivedOn, 'quarter', 1).name });
    }
  }
  return { deals, archived };
}
