// The process that an export brings along, for a workspace that has none of its own yet.

import { capital } from '../base/capital.ts';
import { slug } from '../base/fold.ts';
import { stageKey, statusOf } from './stage-values.ts';

export interface ExportedStage {
  readonly id: string;
  readonly label: string;
  /** As pipeline.yaml has it: `25%`; left out where the export gives none, or several. */
  readonly probability?: string;
}

/** One open deal's stage in the export, with the probability that stands beside it. */
export interface StageSighting {
  readonly value: string;
  readonly probability: string;
}

const MOST_CHARACTERS = 80;

/**
 * The mapping's stages, in its order.
 * @param mapped value → stage id, `won` or `lost`
 */
export function stagesOfMapping(mapped: Readonly<Record<string, string>>): ExportedStage[] {
  const stages = new Map<string, ExportedStage>();
  for (const [value, stage] of Object.entries(mapped)) {
    if (stage === 'won' || stage === 'lost' || stages.has(stage)) continue;
    stages.set(stage, { id: stage, label: slug(value) === stage ? value : labelFor(stage) });
  }
  return [...stages.values()];
}

/** The export's stages but for outcomes: by probability where each has one, then by first appearance. */
export function stagesOfExport(sightings: Iterable<StageSighting>): ExportedStage[] {
  const seen = new Map<string, { label: string; probabilities: Map<number, number> }>();
  for (const { value, probability } of sightings) {
    const outcome = statusOf(value);
    if (outcome === 'won' || outcome === 'lost') continue;
    const key = stageKey(value);
    const stage = seen.get(key) ?? { label: value.trim(), probabilities: new Map() };
    const share = shareOf(probability);
    if (share !== undefined) stage.probabilities.set(share, (stage.probabilities.get(share) ?? 0) + 1);
    seen.set(key, stage);
  }
  const stages = [...seen.values()].map(({ label, probabilities }) => ({
    label,
    share: usual(probabilities),
  }));
  if (stages.every(({ share }) => share !== undefined)) {
    stages.sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
  }
  const taken = new Set(['won', 'lost']);
  return stages.map(({ label, share }, at) => {
    const id = freeId(slug(label).slice(0, MOST_CHARACTERS - 4) || `stage-${at + 1}`, taken);
    taken.add(id);
    return { id, label, ...(share === undefined ? {} : { probability: `${percent(share)}%` }) };
  });
}

/** `35`, `35 %`, `0.35`, `35,0` as a share 0–1; undefined for words and for what no share is. */
function shareOf(text: string): number | undefined {
  const found = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (found === null) return undefined;
  const number = Number((found[1] ?? '').replace(',', '.'));
  const isFraction = found[2] === '' && number <= 1 && /[.,]/.test(found[1] ?? '');
  const share = isFraction ? number : number / 100;
  return share <= 1 ? share : undefined;
}

/** The most frequent one; of equally frequent ones the lowest. */
function usual(probabilities: ReadonlyMap<number, number>): number | undefined {
  return [...probabilities].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}

/** `needs-analysis` → Needs analysis. */
function labelFor(id: string): string {
  return capital(id.replaceAll('-', ' '));
}
