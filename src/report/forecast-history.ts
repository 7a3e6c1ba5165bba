// The history that a forecast learns from, read out of snapshots one after the other: of each deal only what changed is kept.

import { type Day, epochDay } from '../base/day.ts';
import { type Decimal, toDecimal, valueAt } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import type { Process } from '../deal/process.ts';
import {
  type DealFacts,
  type DealHistory,
  type DealState,
  type Ending,
  type History,
  historyOf,
} from '../forecast/history.ts';
import { atClosing } from '../plan/at-closing.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import { pairIds } from '../snapshot/series-pairs.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';
import { stageNow } from './series-warnings.ts';

interface Life {
  readonly states: DealState[];
  readonly endings: Ending[];
  /** Its first id. */
  readonly seenAs: string;
  /** As they were first known; undefined: of no row yet. */
  first: DealFacts | undefined;
  readonly changed: (DealFacts & { readonly since: number })[];
  source: string;
  isOpen: boolean;
  slips: number;
  /** The row that was last looked at: most are the same object from snapshot to snapshot. */
  row: DealRow | undefined;
  /** The last snapshot that it was in, by its number. */
  seenIn: number;
}

export interface HistoryAsked {
  /** Stages are named as this process names them. */
  readonly process: Process;
  /** The reporting currency, and the rates at which wins are valued on their days. */
  readonly rates: Pick<Settings, 'currency' | 'rates'>;
  /** The custom field that holds a list price, without `custom.`; '' for none. */
  readonly listPrice: string;
}

/** Takes snapshots in order of time; values are in minor units of the reporting currency. */
export class HistoryBuilder {
  readonly #asked: HistoryAsked;
  readonly #lives = new Map<string, Life>();
  readonly #sources = new Set<string>();
  /** The days after each snapshot, ascending. */
  readonly #told: number[] = [];
  /** How many snapshots told something, and how many are in another reporting currency. */
  used = 0;
  otherCurrency = 0;
  /** The last one that told something. */
  last: string | undefined;

  constructor(asked: HistoryAsked) {
    this.#asked = asked;
  }

  add(snapshot: Snapshot): void {
    if (snapshot.reportingCurrency !== this.#asked.rates.currency) {
      this.otherCurrency++;
      return;
    }
    const since = epochDay(lastDayOf(snapshot)) + 1;
    const isFirst = this.#told.length === 0;
    if (this.#told.at(-1) !== since) this.#told.push(since);
    this.used++;
    this.last = snapshot.name;
    const changed: (DealRow | ArchivedRow)[] = [];
    for (const rows of [snapshot.archived, snapshot.deals]) {
      for (const row of rows) {
        const life = this.#lives.get(row.id);
        if (life?.row === row && life.seenIn === this.used - 1) life.seenIn = this.used;
        else changed.push(row);
      }
    }
    const formers = this.#formers(snapshot, changed);
    for (const row of changed) this.#meet(row, formers.get(row.id) ?? row.id, since, snapshot, isFirst);
    for (const life of this.#lives.values()) if (life.isOpen && life.seenIn !== this.used) gone(life, since);
  }

  /** Who is who is asked only where somebody is there who may be known by another id. */
  #formers(
    { deals, archived }: Snapshot,
    changed: readonly (DealRow | ArchivedRow)[],
  ): ReadonlyMap<string, string> {
    const mayBeKnown = (row: DealRow) =>
      !this.#lives.has(row.id) &&
      (formerIdsOf(row).some((id) => this.#lives.has(id)) || this.#sources.has(row.source));
    if (!changed.some(mayBeKnown)) return new Map();
    return pairIds(Object.fromEntries(this.#lives), [...archived, ...deals]);
  }

  #meet(
    row: DealRow | ArchivedRow,
    former: string,
    since: number,
    snapshot: Snapshot,
    isFirst: boolean,
  ): void {
    const life = this.#lives.get(former) ?? newLife(row.id);
    if (former !== row.id) this.#lives.delete(former);
    this.#lives.set(row.id, life);
    life.seenIn = this.used;
    this.#learn(life, row, since, snapshot, isFirst);
    life.row = row;
  }

  #learn(life: Life, row: DealRow, since: number, snapshot: Snapshot, isFirst: boolean): void {
    if (row.problem !== '') return; // Unreadable: it stands as before.
    if (row.stage === '') {
      if (life.isOpen) gone(life, since);
      return;
    }
    life.source = row.source;
    if (row.source !== '') this.#sources.add(row.source);
    learnFacts(life, row, this.#listPrice(row, snapshot), since);
    const outcome = outcomeOf(row.stage);
    if (outcome !== 'open') {
      const [valued = row] = atClosing([row], snapshot, this.#asked.rates);
      closed(life, valued, outcome, since, isFirst);
    } else if ('archived' in row) gone(life, since);
    else opened(life, row, stageNow(row.stage, this.#asked.process), since);
  }

  #listPrice(row: DealRow, { rates, digits }: Snapshot): number | undefined {
    if (this.#asked.listPrice === '') return undefined;
    const price = toDecimal(row.custom[this.#asked.listPrice] ?? '');
    const rate: Decimal | undefined = rates[row.currency];
    return price === undefined || rate === undefined ? undefined : valueAt(price, rate, digits);
  }

  /** What all of them told. @param notBefore history before that day is left aside */
  history(today: Day, notBefore: Day | undefined): History {
    const first = this.#told[0] ?? epochDay(today) + 1;
    const since = notBefore === undefined ? first : Math.max(first, epochDay(notBefore));
    const deals = [...this.#lives].flatMap(
      ([id, { first: facts, seenAs, changed, states, endings }]): DealHistory[] =>
        facts === undefined || states.length + endings.length === 0
          ? []
          : [{ id, seenAs, ...facts, changed, states, endings }],
    );
    return historyOf(since, deals, this.#told);
  }
}

function newLife(seenAs: string): Life {
  return {
    states: [],
    endings: [],
    seenAs,
    first: undefined,
    changed: [],
    source: '',
    isOpen: false,
    slips: 0,
    row: undefined,
    seenIn: 0,
  };
}

/** The day of creation is the first one written down. */
function learnFacts(life: Life, row: DealRow, listPrice: number | undefined, since: number): void {
  const last = life.changed.at(-1) ?? life.first;
  const created = last?.created ?? (row.created === undefined ? undefined : epochDay(row.created));
  const product = row.custom.product ?? '';
  if (last === undefined) life.first = { created, product, listPrice };
  else if (last.created !== created || last.product !== product || last.listPrice !== listPrice)
    life.changed.push({ since, created, product, listPrice });
}

function opened(life: Life, row: DealRow, stage: string, since: number): void {
  if (!life.isOpen && life.endings.length > 0) {
    life.endings.push({ since, outcome: 'open', on: undefined, amount: undefined });
  }
  life.isOpen = true;
  const last = life.states.at(-1);
  const close = row.close === undefined ? undefined : epochDay(row.close);
  if (last?.close !== undefined && close !== undefined && close > last.close) life.slips++;
  const state: DealState = { since, stage, close, amount: row.value, slips: life.slips };
  const isSame =
    last !== undefined &&
    last.stage === stage &&
    last.close === close &&
    last.amount === state.amount &&
    last.slips === state.slips;
  if (!isSame) life.states.push(state);
}

/** Without a date it was closed when it was first seen closed; of the first snapshot nobody knows. */
function closed(life: Life, row: DealRow, outcome: 'won' | 'lost', since: number, isFirst: boolean): void {
  life.isOpen = false;
  const on = row.close === undefined ? (isFirst ? undefined : since - 1) : epochDay(row.close);
  const ending: Ending = { since, outcome, on, amount: outcome === 'won' ? row.value : undefined };
  const last = life.endings.at(-1);
  if (last?.outcome === outcome && last.on === on && last.amount === ending.amount) return;
  life.endings.push(ending);
}

/** Archived or removed while open: it left without a win. */
function gone(life: Life, since: number): void {
  if (!life.isOpen) return;
  life.isOpen = false;
  life.endings.push({ since, outcome: 'lost', on: since - 1, amount: undefined });
}
