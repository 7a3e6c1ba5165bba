// The past from the dates in today's deals: the day of creation, stages entered, activities, the day of closing. What they
// do not tell is not made up: an amount, or a close date, is known of a closed deal alone, and not from before it was closed;
// a deal that was created and has no stage on record yet stands in none that is known.

import { addDays, type Day } from '../base/day.ts';
import { type Deal, outcomeOf, STAGE_NOT_KNOWN, type StageEntry } from '../deal/deal.ts';
import { processThen } from '../workspace/process-then.ts';
import type { Settings } from '../workspace/settings.ts';
import { hasLeft, sorted } from './archive-day.ts';
import { asDatedBefore } from './dated-before.ts';
import type { PastSource, PastState, Unplaced, UnplacedReason } from './source.ts';

export interface DatedDeals {
  readonly deals: readonly Deal[];
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  readonly settings: Settings;
}

/** A deal with its stages by day, of one day by line, its closing included. */
interface Dated {
  readonly deal: Deal;
  readonly history: readonly StageEntry[];
}

/** The source that these deals are. */
export function pastFromDates({ deals, archived, settings }: DatedDeals): PastSource {
  const folders = new Map(archived.map(({ deal, folder }) => [deal.id, folder]));
  const all = [...deals, ...archived.map(({ deal }) => deal)];
  const dated = all.map((deal): Dated => ({ deal, history: historyOf(deal) }));
  const placed = dated.filter((one) => whyUnplaced(one) === undefined);
  const [first] = placed.flatMap(firstDay).sort();
  const last = placed
    .flatMap(({ deal, history }) => [deal.created ?? [], history.at(-1)?.on ?? []].flat())
    .sort()
    .at(-1);
  return {
    origin: 'backfill-dates',
    assumed: ['name', 'account', 'owner', ...settings.snapshotCustom.map((key) => `custom.${key}`)],
    since: first === undefined ? undefined : addDays(first, 1),
    last,
    unplaced: dated.flatMap(unplacedOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
    at: (day) => stateAt(placed, folders, settings, day),
  };
}

function stateAt(
  placed: readonly Dated[],
  folders: ReadonlyMap<string, string>,
  settings: Settings,
  day: Day,
): PastState {
  const then = placed.flatMap((dated) => dealAt(dated, day) ?? []);
  return {
    ...sorted(then, folders, (folder, deal) => hasLeft(folder, settings.fiscalYearStarts, day, deal)),
    unread: [],
    settings: { ...settings, process: processThen(settings, day) },
    commit: '',
  };
}

/** On which it was created; where nobody said, on which it was in its first stage. */
function firstDay({ deal: { created }, history }: Dated): Day[] {
  const first = created ?? history[0]?.on;
  return first === undefined ? [] : [first];
}

function unplacedOf(dated: Dated): Unplaced[] {
  const why = whyUnplaced(dated);
  return why === undefined ? [] : [{ id: dated.deal.id, why }];
}

/** Why a deal is in no past state; undefined where it is. */
function whyUnplaced({ deal, history }: Dated): UnplacedReason | undefined {
  if (outcomeOf(deal.stage) === 'open')
    return firstDay({ deal, history }).length === 0 ? 'no-day' : undefined;
  return history.at(-1)?.stage === deal.stage ? undefined : 'no-closing-day';
}

function historyOf(deal: Deal): readonly StageEntry[] {
  const entries = [...deal.stages].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.line - b.line));
  const { stage, close } = deal;
  if (outcomeOf(stage) === 'open' || entries.at(-1)?.stage === stage || close === undefined) return entries;
  return [...entries.filter(({ on }) => on <= close), { stage, on: close, line: 0 }];
}

/**
 * The deal at the start of a day: what is dated before it. Undefined where it was not created, or nobody said when and it was
 * in no stage yet. How a closed deal ended is known from its closing on; of one that was reopened since no more than that
 * it was closed.
 */
function dealAt(dated: Dated, day: Day): Deal | undefined {
  const { deal, history } = dated;
  const [first] = firstDay(dated);
  if (first === undefined || first >= day) return undefined;
  const last = history.findLast(({ on }) => on < day);
  const stage = last?.stage ?? STAGE_NOT_KNOWN;
  const isClosed = outcomeOf(stage) !== 'open';
  const isAsNow = isClosed && last === history.at(-1);
  return {
    ...asDatedBefore(deal, day),
    stage,
    amount: isAsNow ? deal.amount : undefined,
    close: isAsNow ? (deal.close ?? last?.on) : isClosed ? last?.on : undefined,
    lostReason: isAsNow ? deal.lostReason : '',
  };
}
