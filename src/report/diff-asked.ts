// What --period, --owner, --stage, --only and --explain ask of a diff: words of a person turned into a scope.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { type Period, parsePeriod, periodAround } from '../base/period.ts';
import { said } from '../base/said.ts';
import { ownerKey } from '../freshness/owner.ts';
import { MOVEMENT_KINDS, type MovementKind } from '../movement/kinds.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';
import { ownerNamed, ownersMeant, stagesNamed } from './chosen.ts';
import type { DiffAsked } from './diff.ts';
import { EXPLAINABLE, type ExplainableBar } from './diff-explain.ts';

/** What was typed; empty or undefined where nothing was. */
export interface DiffWords {
  readonly period: string | undefined;
  readonly owners: readonly string[];
  readonly stages: readonly string[];
  readonly only: readonly string[];
  readonly explain: string | undefined;
}

/** `this-quarter` and its like are of today, whenever A and B were. @throws Failure `usage` with "did you mean", `bad-period` */
export function diffAsked(
  words: DiffWords,
  a: Snapshot,
  b: Snapshot,
  { settings, today }: { readonly settings: Settings; readonly today: Day },
): Omit<DiffAsked, 'leftOut' | 'withIdle'> {
  const calendar = { today, fiscalYearStarts: settings.fiscalYearStarts };
  return {
    period: words.period === undefined ? undefined : periodNamed(words.period, calendar),
    owners: ownersNamed(words.owners, a, b, settings),
    stages: openStagesNamed(words.stages, a, b),
    only: words.only.map(movementNamed),
    explain: words.explain === undefined ? undefined : barNamed(words.explain),
    ownerKey: (owner) => ownerKey(settings.team, owner),
    quarter: periodAround(b.on, 'quarter', settings.fiscalYearStarts),
  };
}

function periodNamed(text: string, calendar: Parameters<typeof parsePeriod>[1]): Period | 'none' {
  return text === 'none' || text === 'no-date' ? 'none' : parsePeriod(text, calendar);
}

function ownersNamed(words: readonly string[], a: Snapshot, b: Snapshot, settings: Settings): string[] {
  if (words.length === 0) return [];
  const state = { ...b, deals: [...a.deals, ...b.deals], archived: [...a.archived, ...b.archived] };
  const known = { settings, state };
  const keys = ownersMeant(words, known).map((word) => ownerNamed(word, known));
  return namesOf(keys, a, b, settings.team);
}

/** Every name that the owners' deals have for them at either end: a team's member may go by several. */
export function namesOf(keys: readonly string[], a: Rows, b: Rows, team: Settings['team']): string[] {
  const rows = [...a.deals, ...b.deals, ...a.archived, ...b.archived];
  const names = new Set(rows.map((row) => row.owner));
  const found = [...names].filter((owner) => keys.includes(ownerKey(team, owner)));
  // Somebody without a deal: the scope is empty, not everything.
  return [...new Set([...found, ...keys.filter((key) => !found.includes(key))])].sort();
}

interface Rows {
  readonly deals: readonly Pick<DealRow, 'owner'>[];
  readonly archived: readonly Pick<DealRow, 'owner'>[];
}

function openStagesNamed(words: readonly string[], a: Snapshot, b: Snapshot): string[] {
  const found = stagesNamed(words, { state: { ...b, deals: [...a.deals, ...b.deals] } });
  const outcome = found.find((stage) => stage === 'won' || stage === 'lost');
  if (outcome === undefined) return found;
  throw new Failure(
    'usage',
    said('"{outcome}" is an outcome, no stage: --stage takes open stages.', { outcome }),
    {
      hint: said('The deals {outcome}: pipeline diff --explain {outcome}', { outcome }),
    },
  );
}

function movementNamed(word: string): MovementKind {
  const kind = MOVEMENT_KINDS.find((candidate) => candidate === kebab(word));
  if (kind !== undefined) return kind;
  throw new Failure('usage', said('There is no movement "{word}".', { word }), {
    hint: didYouMean(
      word,
      MOVEMENT_KINDS,
      said('Movements: {movement_kinds}.', { movement_kinds: MOVEMENT_KINDS.join(', ') }),
    ),
  });
}

function barNamed(word: string): ExplainableBar {
  const bar = EXPLAINABLE.find((candidate) => candidate === kebab(word));
  if (bar !== undefined) return bar;
  throw new Failure('usage', said('There is no bar "{word}".', { word }), {
    hint: didYouMean(
      word,
      EXPLAINABLE,
      said('Bars: {explainable}.', { explainable: EXPLAINABLE.join(', ') }),
    ),
  });
}

/** `pushed_out` of the JSON and `Pushed out` of the screen mean the same. */
function kebab(word: string): string {
  return word.trim().toLowerCase().replace(/[_ ]/g, '-');
}
