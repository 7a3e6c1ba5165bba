// What a diff is between, and which deals it is about.

import type { DiffView } from '../report/diff.ts';
import { NOW } from '../snapshot/names.ts';
import type { Part } from './diff-words.ts';
import type { Look } from './look.ts';
import { listed } from './names.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

/** `2026-11-16 → now (2026-11-23)`. */
export function between(view: Pick<DiffView, 'from' | 'to' | 'from_snapshot' | 'to_snapshot'>): Part[] {
  return [end(view.from, view.from_snapshot), ' → ', end(view.to, view.to_snapshot)];
}

function end(on: DiffView['from'], name: string): Part {
  const day: Cell = { kind: 'day', day: on };
  if (name === NOW) return say('now ({day})', { day });
  return name === on ? day : name;
}

/** `2026-Q4, Anna Nowak`; undefined where the diff is of everything. */
export function scopeName({ scope }: DiffView, look: Look): Cell | undefined {
  const { period } = scope;
  const due = period === null ? [] : [period === 'none' ? say('no close date') : period.name];
  const parts = [...due, ...stageNames(scope, look), ...ownerNames(scope, look)];
  return parts.length === 0 ? undefined : listed(parts);
}

/** `open deals of Anna Nowak in Proposal due in 2026-Q4`. */
export function scopeText({ scope }: Pick<DiffView, 'scope'>, look: Look): Cell {
  const { period } = scope;
  const [owners, stages] = [ownerNames(scope, look), stageNames(scope, look)];
  if (period === null && owners.length + stages.length === 0) return say('all open deals');
  let deals = say('open deals');
  if (owners.length > 0) deals = say('{deals} of {owners}', { deals, owners: listed(owners) });
  if (stages.length > 0) deals = say('{deals} in {stages}', { deals, stages: listed(stages) });
  if (period === null) return deals;
  return period === 'none'
    ? say('{deals} without a close date', { deals })
    : say('{deals} due in {period}', { deals, period: period.name });
}

function stageNames({ stages }: DiffView['scope'], look: Look): string[] {
  return unique(stages.map(look.stageLabel));
}

function ownerNames({ owners }: DiffView['scope'], look: Look): Part[] {
  return unique(owners.map((owner) => (owner === '' ? '' : look.ownerLabel(owner)))).map((label) =>
    label === '' ? say('nobody') : label,
  );
}

/** An owner who goes by several names is shown once. */
function unique(labels: readonly string[]): string[] {
  return [...new Set(labels)];
}
