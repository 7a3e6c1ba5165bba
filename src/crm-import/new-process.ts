// The process that an export brings along, for a workspace that has none of its own yet.

import { capital } from '../base/capital.ts';
import { slug } from '../base/fold.ts';
import { NUMBERED, parted, stageKey, statusOf } from './stage-values.ts';
import { isUsual, usualRank } from './usual-stages.ts';

export interface ExportedStage {
  readonly id: string;
  readonly label: string;
  /** What the export writes for it, where that is another text. */
  readonly value?: string;
  /** As pipeline.yaml has it: `25%`; left out where the export gives none, or several. */
  readonly probability?: string;
}

/**
 * What put the stages in order: the mapping's lines, the numbers that they begin with, the chances beside them, the
 * usual order of stages so called; else they stand as they appear, which is a guess.
 */
export type StageOrder = 'mapping' | 'numbers' | 'chances' | 'usual' | 'appearance';

export interface NewProcess {
  readonly stages: readonly ExportedStage[];
  readonly orderedBy: StageOrder;
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

/**
 * The export's stages but for outcomes: by the numbers that they begin with, else by probability where each has one,
 * else as they usually stand where each is known, else by first appearance. What stands in brackets behind all of them
 * is the pipeline's name, and no part of theirs.
 */
export function processOfStages(sightings: Iterable<StageSighting>): NewProcess {
  const { stages, orderedBy } = inOrder([...seenStages(sightings)]);
  return { stages: named(stages), orderedBy };
}

function named(stages: readonly SeenStage[]): ExportedStage[] {
  const tails = new Set(stages.map(({ value }) => parted(value).tail));
  const ofOnePipeline = stages.length > 1 && tails.size === 1;
  const taken = new Set(['won', 'lost']);
  return stages.map(({ value, share }, at) => {
    const label = ofOnePipeline ? parted(value).bare : value;
    const id = freeId(slug(label).slice(0, MOST_CHARACTERS - 4) || `stage-${at + 1}`, taken);
    taken.add(id);
    return {
      id,
      label,
      ...(label === value ? {} : { value }),
      ...(share === undefined ? {} : { probability: `${percent(share)}%` }),
    };
  });
}

interface SeenStage {
  readonly value: string;
  readonly share: number | undefined;
}

function* seenStages(sightings: Iterable<StageSighting>): Generator<SeenStage> {
  const seen = new Map<string, { value: string; probabilities: Map<number, number> }>();
  for (const { value, probability } of sightings) {
    const outcome = statusOf(value);
    if (outcome === 'won' || outcome === 'lost') continue;
    const key = stageKey(value);
    const stage = seen.get(key) ?? { value: value.trim(), probabilities: new Map() };
    const share = shareOf(probability);
    if (share !== undefined) stage.probabilities.set(share, (stage.probabilities.get(share) ?? 0) + 1);
    seen.set(key, stage);
  }
  for (const { value, probabilities } of seen.values()) yield { value, share: usual(probabilities) };
}

function inOrder(stages: readonly SeenStage[]): { stages: readonly SeenStage[]; orderedBy: StageOrder } {
  const numbers = stages.map(({ value }) => NUMBERED.exec(value)?.[1]);
  if (stages.length > 1 && new Set(numbers).size === stages.length && !numbers.includes(undefined)) {
    return { stages: stages.toSorted((a, b) => numberOf(a) - numberOf(b)), orderedBy: 'numbers' };
  }
  if (stages.every(({ share }) => share !== undefined)) {
    return { stages: stages.toSorted((a, b) => byShare(a, b) || byUse(a, b)), orderedBy: 'chances' };
  }
  if (!stages.every(({ value }) => isUsual(value))) return { stages, orderedBy: 'appearance' };
  return { stages: stages.toSorted(byUse), orderedBy: 'usual' };
}

const byShare = (a: SeenStage, b: SeenStage) => (a.share ?? 0) - (b.share ?? 0);
const byUse = (a: SeenStage, b: SeenStage) => usualRank(a.value) - usualRank(b.value);

function numberOf({ value }: SeenStage): number {
  return Number(NUMBERED.exec(value)?.[1]);
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
