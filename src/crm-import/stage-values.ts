// What a stage is called in an export → a stage of the process, or an outcome.

import { fold } from '../base/fold.ts';
import type { Outcome } from '../deal/deal.ts';
import type { ProcessStage } from '../deal/process.ts';

const WON = [
  ...['won', 'closed won', 'deal won', 'win', 'closed and won'],
  ...['wygrana', 'wygrane', 'wygrany', 'wygrano', 'zamknięta wygrana', 'zamknięte wygrane', 'zrealizowana'],
  ...['gewonnen', 'abgeschlossen gewonnen', 'abgeschlossen und gewonnen', 'geschlossen gewonnen'],
  ...['geschlossen und gewonnen'],
];
const LOST = [
  ...['lost', 'closed lost', 'deal lost', 'closed lost to competition', 'closed and lost'],
  ...['przegrana', 'przegrane', 'przegrany', 'przegrano', 'utracona', 'utracone', 'zamknięta przegrana'],
  ...['zamknięte przegrane', 'zamknięte utracone', 'wypadła'],
  ...['verloren', 'abgeschlossen verloren', 'abgeschlossen und verloren', 'geschlossen verloren'],
  ...['geschlossen und verloren'],
];
const OPEN = [
  ...['open', 'in progress', 'active', 'on hold', 'new', 'otwarta', 'otwarte', 'otwarty', 'w toku'],
  ...['offen', 'aktiv', 'in bearbeitung'],
];
const DELETED = ['deleted', 'usunięta', 'usunięte', 'gelöscht'];

/** Values compared without case, accents, signs and spaces: `closedwon` is `Closed Won`. */
export function stageKey(value: string): string {
  return fold(value).replaceAll(' ', '') || value.trim();
}

const OUTCOMES = new Map<string, Exclude<Outcome, 'open'>>([
  ...WON.map((word) => [stageKey(word), 'won'] as const),
  ...LOST.map((word) => [stageKey(word), 'lost'] as const),
]);
const OPEN_WORDS = new Set(OPEN.map(stageKey));
const DELETED_WORDS = new Set(DELETED.map(stageKey));

/**
 * The outcome that a stage's value names, or undefined. A number in front of it and the pipeline behind it say nothing:
 * `5. Closed Won`, and HubSpot's `Closed Won (Sales Pipeline)`. Words in brackets behind a bare `Won` may say that it
 * is not yet so.
 */
export function outcomeNamed(value: string): 'won' | 'lost' | undefined {
  const named = OUTCOMES.get(stageKey(value));
  if (named !== undefined) return named;
  const unnumbered = value.trim().replace(NUMBERED, '');
  const { bare, tail } = parted(unnumbered);
  const isPipeline = fold(bare).includes(' ') || fold(tail).split(' ').includes('pipeline');
  return OUTCOMES.get(stageKey(tail === '' || isPipeline ? bare : unnumbered));
}

/** The number that puts a stage in order: `5. `, `5 - `, `5) `. */
export const NUMBERED = /^(\d{1,2})\s?[.):–-]\s?(?=\p{L})/u;

/** A stage's value without the last thing in brackets, and what stands in them: '' where nothing does. */
export function parted(value: string): { readonly bare: string; readonly tail: string } {
  const text = value.trim();
  const at = text.lastIndexOf(' (');
  if (at <= 0 || !text.endsWith(')')) return { bare: text, tail: '' };
  return { bare: text.slice(0, at).trim(), tail: text.slice(at + 2, -1) };
}

/** What a status column says; undefined where the word is none that is known. */
export function statusOf(value: string): Outcome | 'deleted' | undefined {
  const key = stageKey(value);
  if (OPEN_WORDS.has(key)) return 'open';
  return DELETED_WORDS.has(key) ? 'deleted' : outcomeNamed(value);
}

/** The id of a stage, `won` or `lost` for a value; undefined where nothing matches. */
export type StageResolver = (value: string) => string | undefined;

/**
 * A resolver by the mapping first, then by id, label and former ids of the process, then by the words for
 * outcomes.
 */
export function stageResolver(
  mapped: Readonly<Record<string, string>>,
  stages: readonly ProcessStage[],
): StageResolver {
  const byName = new Map<string, string>(OUTCOMES);
  for (const { id, was } of stages) for (const former of was) byName.set(stageKey(former), id);
  for (const { id, label } of stages) byName.set(stageKey(label), id);
  for (const { id } of stages) byName.set(stageKey(id), id);
  const byMapping = new Map<string, string>();
  for (const [value, stage] of Object.entries(mapped)) {
    const id = stages.some((known) => known.id === stage) ? stage : byName.get(stageKey(stage));
    if (id !== undefined) byMapping.set(stageKey(value), id);
  }
  const known = new Map<string, string | undefined>();
  return (value) => {
    if (known.has(value)) return known.get(value);
    const key = stageKey(value);
    const found = byMapping.get(key) ?? byName.get(key) ?? outcomeNamed(value);
    known.set(value, found);
    return found;
  };
}

/** The mapping's stages that the process does not have, nor had. */
export function unknownStages(
  mapped: Readonly<Record<string, string>>,
  stages: readonly ProcessStage[],
): string[] {
  const resolve = stageResolver({}, stages);
  return [...new Set(Object.values(mapped))].filter((stage) => resolve(stage) === undefined);
}
