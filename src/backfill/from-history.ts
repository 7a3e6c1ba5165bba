// The past as the CRM's own history tells it, for the deals that were imported from there.

import { addDays, type Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Deal, outcomeOf, type StageEntry } from '../deal/deal.ts';
import { processThen } from '../workspace/process-then.ts';
import type { Settings } from '../workspace/settings.ts';
import { hasLeft, sorted } from './archive-day.ts';
import { asDatedBefore } from './dated-before.ts';
import type { HistoryField } from './history-tables.ts';
import type { Change, HistoryValues } from './history-values.ts';
import type { PastSource, Unplaced } from './source.ts';

export interface HistoryInput {
  /** Those among the deals and in the archive. */
  readonly deals: readonly Deal[];
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  /** Of these deals, in order of time. */
  readonly changes: readonly Change[];
  /** Ids of the CRM that the history has and no deal does. */
  readonly strangers: readonly string[];
  readonly settings: Settings;
}

/** The source that a history is. */
export function pastFromHistory(input: HistoryInput): PastSource {
  const { changes, settings } = input;
  const folders = new Map(input.archived.map(({ deal, folder }) => [deal.id, folder]));
  const deals = [...input.deals, ...input.archived.map(({ deal }) => deal)];
  const bySource = new Map(
    deals.flatMap((deal) => (deal.source === undefined ? [] : [[deal.source.id, deal] as const])),
  );
  const byDeal = grouped(changes, (change) => bySource.get(change.deal)?.id);
  const placed = deals.flatMap((deal): Placed[] => {
    const own = byDeal.get(deal.id);
    const first = own && beginningOf(deal, own);
    return own === undefined || first === undefined ? [] : [{ deal, changes: own, first }];
  });
  const isPlaced = new Set(placed.map(({ deal }) => deal.id));
  const first = placed.map((one) => one.first).sort()[0];
  return {
    origin: 'backfill-history',
    assumed: assumedIn(placed, settings),
    since: first === undefined ? undefined : addDays(first, 1),
    unplaced: deals
      .filter(({ id }) => !isPlaced.has(id))
      .map(({ id }): Unplaced => ({ id, why: 'no-history' }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    strangers: input.strangers,
    at: (day) => ({
      ...sorted(
        placed.flatMap((one) => dealAt(one, day) ?? []),
        folders,
        (folder, deal) => hasLeft(folder, settings.fiscalYearStarts, day, deal),
      ),
      unread: [],
      settings: { ...settings, process: processThen(settings, day) },
      commit: '',
    }),
  };
}

interface Placed {
  readonly deal: Deal;
  /** In order of time. */
  readonly changes: readonly Change[];
  /** The first day that anything of it is known of. */
  readonly first: Day;
}

/** The day of its first change; its creation, where the history says what stage it was in before its first change. */
function beginningOf({ created }: Deal, changes: readonly Change[]): Day | undefined {
  const first = changes.find(({ told }) => told.field !== 'gone')?.day;
  const stage = changes.find(({ told }) => told.field === 'stage');
  const knowsBefore = stage?.before?.field === 'stage' && stage.before.value !== '';
  return knowsBefore && created !== undefined && first !== undefined && created < first ? created : first;
}

/** Columns that are today's: those of which the history of at least one deal says nothing. */
function assumedIn(placed: readonly Placed[], settings: Settings): string[] {
  const tells = (field: HistoryField) =>
    placed.every(({ changes }) => changes.some(({ told }) => told.field === field));
  const untold = (['name', 'account', 'owner'] as const).filter((field) => !tells(field));
  return [...untold, ...settings.snapshotCustom.map((key) => `custom.${key}`)];
}

function dealAt({ deal, changes, first }: Placed, day: Day): Deal | undefined {
  if (day <= first) return undefined;
  const past = changes.filter((change) => change.day < day);
  if (past.at(-1)?.told.field === 'gone') return undefined;
  const stage = heldIn('stage', changes, past) ?? '';
  if (stage === '') return undefined;
  const isClosed = outcomeOf(stage) !== 'open';
  const stages = stagesIn(past, changes, first);
  const closedOn = isClosed ? stages.at(-1)?.on : undefined;
  return {
    ...asDatedBefore(deal, day),
    name: heldIn('name', changes, past) ?? deal.name,
    account: heldIn('account', changes, past) ?? deal.account,
    owner: heldIn('owner', changes, past) ?? deal.owner,
    stage,
    amount: heldIn('amount', changes, past),
    close: heldIn('close', changes, past) ?? closedOn,
    lostReason: stage === 'lost' && deal.stage === 'lost' ? deal.lostReason : '',
    stages,
  };
}

/** The last that was told; before the first, what that one says was there before. */
function heldIn<Field extends HistoryField>(
  field: Field,
  all: readonly Change[],
  past: readonly Change[],
): HistoryValues[Field] | undefined {
  const isOf = ({ told }: Change) => told.field === field;
  const last = past.findLast(isOf);
  const told = last === undefined ? all.find(isOf)?.before : last.told;
  return told === undefined || told.field === 'gone' ? undefined : (told.value as HistoryValues[Field]);
}

/** Each stage with the day on which it was entered; the one before the first change since anything is known. */
function stagesIn(past: readonly Change[], all: readonly Change[], first: Day): StageEntry[] {
  const before = all.find(({ told }) => told.field === 'stage')?.before;
  const stages: StageEntry[] =
    before?.field === 'stage' && before.value !== '' ? [{ stage: before.value, on: first, line: 0 }] : [];
  for (const { told, day } of past) {
    if (told.field !== 'stage' || told.value === '' || told.value === stages.at(-1)?.stage) continue;
    stages.push({ stage: told.value, on: day, line: 0 });
  }
  return stages;
}
