// One deal at both ends → every movement that applies, in the order of docs/method.md.

import { daysBetween } from '../base/day.ts';
import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import type { StageMap } from '../deal/stage-map.ts';
import { mayLack } from '../snapshot/origin.ts';
import { firstOnRecord } from '../snapshot/stage-record.ts';
import { amountStep } from './amount-change.ts';
import type { Corrected, FieldChange, Movement, Renamed } from './kinds.ts';
import type { End } from './pair.ts';
import { isAssumed, type MovementRow, type Side } from './side.ts';
import type { ComparedDeal, Values } from './values.ts';

/** What the two snapshots say beside their deals. */
export interface Ends {
  readonly a: Pick<Side, 'on' | 'origin' | 'assumed'>;
  readonly b: Pick<Side, 'on' | 'origin' | 'assumed'>;
  readonly stages: StageMap;
}

/** The deal's movements; none where it is closed and unchanged, or its file cannot be read at B. */
export function classify(deal: ComparedDeal, ends: Ends): Movement[] {
  if (deal.unreadable) return [];
  const { a, b } = deal;
  const found = [...coming(a, b, ends), ...stageMoves(a, b, ends), ...ending(a, b), ...leaving(b)];
  if (a.state === 'open' && b.state === 'open') found.push(...dateMoves(a.row, b.row, ends));
  if (a.state === 'open' && (b.state === 'open' || b.state === 'won')) {
    found.push(...valueMoves(a.row, b.row, deal.values, ends));
  }
  if (isClosed(a) && a.state === b.state) found.push(...corrections(a.row, b.row));
  if (isKnown(a) && isKnown(b)) found.push(...namings(a.row, b.row, ends));
  const isTouched = found.some((movement) => movement.kind !== 'revalued');
  if (a.state === 'open' && b.state === 'open' && !isTouched) found.push({ kind: 'idle' });
  return found;
}

type Present = Exclude<End, { state: 'absent' }>;
type Closed = Present & { readonly state: 'won' | 'lost' };

function isClosed(end: End): end is Closed {
  return end.state === 'won' || end.state === 'lost';
}

/** Open or closed; what was archived while open, or is no more than an id, is neither. */
function isKnown(end: End): end is Present {
  return end.state === 'open' || isClosed(end);
}

function coming(a: End, b: End, { stages }: Ends): Movement[] {
  if (b.state === 'absent') return [];
  if (a.state !== 'absent') return a.archived ? [{ kind: 'restored' }] : [];
  const first = firstOnRecord(b.row).stage;
  // Of an archived deal nothing but the id may be known, of one of the past no stage: nobody can say that it was late.
  const isLate = first !== '' && first !== STAGE_NOT_KNOWN && !stages.isFirst(first);
  return isLate ? [{ kind: 'new' }, { kind: 'late-entry', stage: first }] : [{ kind: 'new' }];
}

function stageMoves(a: End, b: End, { a: sideA, b: sideB, stages }: Ends): Movement[] {
  if (a.state !== 'open' || b.state !== 'open') return [];
  const move = stages.move(a.row.stage, b.row.stage);
  if (move === undefined) return [];
  const change = { from: a.row.stage, to: b.row.stage };
  if (move.way === 'restaged') return [{ kind: 'restaged', ...change }];
  if (move.way === 'down') return [{ kind: 'regressed', by: move.steps, ...change }];
  const entered = b.row.stages.filter((entry) => sideA.on <= entry.on && entry.on <= sideB.on);
  const jumped = move.between.filter((stage) => !entered.some((entry) => stages.same(entry.stage, stage)));
  return jumped.length === 0
    ? [{ kind: 'advanced', by: move.steps, ...change }]
    : [{ kind: 'skipped', by: move.steps, ...change, stages: jumped }];
}

function ending(a: End, b: End): Movement[] {
  if (isClosed(a)) {
    if (b.state === 'open') return [{ kind: 'reopened', from: a.state }];
    return isClosed(b) && a.state !== b.state ? [{ kind: 'flipped', from: a.state, to: b.state }] : [];
  }
  if (b.state === 'won') return [{ kind: 'won' }];
  return b.state === 'lost' ? [{ kind: 'lost', reason: b.row.lostReason }] : [];
}

function leaving(b: End): Movement[] {
  if (b.state === 'absent') return [{ kind: 'removed' }];
  return b.archived ? [{ kind: 'archived' }] : [];
}

function dateMoves(a: MovementRow, b: MovementRow, ends: Ends): Movement[] {
  if (a.close === b.close) return [];
  if (isUnknown(a.close, ends.a) || isUnknown(b.close, ends.b)) return [];
  const change = { from: a.close, to: b.close };
  const isLater = b.close === undefined || (a.close !== undefined && b.close > a.close);
  const days =
    a.close === undefined || b.close === undefined ? null : Math.abs(daysBetween(a.close, b.close));
  return [{ kind: isLater ? 'slipped' : 'pulled-in', days, ...change }];
}

function valueMoves(a: MovementRow, b: MovementRow, values: Values, ends: Ends): Movement[] {
  const change = values.b - values.a;
  if (a.currency !== b.currency) {
    return [{ kind: 'currency-changed', from: a.currency, to: b.currency, value: change }];
  }
  const found: Movement[] = [];
  const step = amountStep(a.amount, b.amount, b.currency);
  if (step !== undefined) {
    const { by, pct } = step;
    const kind = step.way === 'up' ? 'grown' : 'shrunk';
    const value = change - values.revaluation;
    found.push({
      kind,
      currency: b.currency,
      from: a.amount,
      to: b.amount,
      by,
      pct,
      value,
      ...unknownOf(a, b, ends),
    });
  }
  if (values.revaluation !== 0) found.push({ kind: 'revalued', value: values.revaluation });
  return found;
}

function corrections(a: MovementRow, b: MovementRow): Movement[] {
  const changes: FieldChange<Corrected>[] = [];
  if (amountStep(a.amount, b.amount, b.currency) !== undefined) {
    changes.push({ what: 'amount', from: a.amount ?? '', to: b.amount ?? '' });
  }
  if (a.currency !== b.currency) changes.push({ what: 'currency', from: a.currency, to: b.currency });
  if (a.close !== b.close) changes.push({ what: 'close', from: a.close ?? '', to: b.close ?? '' });
  return changes.length === 0 ? [] : [{ kind: 'corrected', changes }];
}

/** Where nobody knows the date that a deal had then, nobody can say that it moved; an amount likewise. */
function isUnknown(field: MovementRow['close' | 'amount'], side: Ends['a']): boolean {
  return field === undefined && mayLack(side);
}

function unknownOf(a: MovementRow, b: MovementRow, ends: Ends): { unknown?: 'from' | 'to' } {
  if (isUnknown(a.amount, ends.a)) return { unknown: 'from' };
  return isUnknown(b.amount, ends.b) ? { unknown: 'to' } : {};
}

function namings(a: MovementRow, b: MovementRow, ends: Ends): Movement[] {
  const found: Movement[] = [];
  const isTold = (column: 'owner' | Renamed) => !isAssumed(ends.a, column) && !isAssumed(ends.b, column);
  if (a.owner !== b.owner && isTold('owner')) found.push({ kind: 'transferred', from: a.owner, to: b.owner });
  const changes = (['name', 'account', 'id'] as const satisfies readonly Renamed[])
    .filter((what) => a[what] !== b[what] && plain(a[what]) !== plain(b[what]) && isTold(what))
    .map((what) => ({ what, from: a[what], to: b[what] }));
  if (changes.length > 0) found.push({ kind: 'renamed', changes });
  return found;
}

function plain(text: string): string {
  return text.normalize('NFC').trim();
}
