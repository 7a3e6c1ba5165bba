// The history that a forecast learns from, read out of snapshots one after the other: of each deal only what changed is kept.

import { type Day, epochDay } from '../base/day.ts';
import { type Decimal, toDecimal, valueAt } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import type { Process } from '../deal/process.ts';
import { type DealHistory, type History, historyOf } from '../forecast/history.ts';
import { atClosing } from '../plan/at-closing.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import { pairIds } from '../snapshot/series-pairs.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';
import { closed, gone, type Life, learnFacts, newLife, opened } from './forecast-lives.ts';
import { fromKeptLife, type KeptLife, toKeptLife } from './kept-lives.ts';
import { stageNow } from './series-warnings.ts';

interface KeptHistory {
  readonly used: number;
  readonly otherCurrency: number;
  readonly last: string | null;
  readonly told: readonly number[];
  readonly lives: readonly KeptLife[];
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
    // A list price in another currency moves with its rate, whatever the row says.
    const isSteady = (row: DealRow) =>
      this.#asked.listPrice === '' || row.currency === snapshot.reportingCurrency;
    for (const rows of [snapshot.archived, snapshot.deals]) {
      for (const row of rows) {
        const life = this.#lives.get(row.id);
        if (life?.row === row && life.seenIn === this.used - 1 && isSteady(row)) life.seenIn = this.used;
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

  /** What it knows so far, as text. */
  kept(): string {
    const { used, otherCurrency, last } = this;
    return JSON.stringify({
      ...{ used, otherCurrency, last: last ?? null, told: this.#told },
      lives: [...this.#lives].map(([id, life]) => toKeptLife(id, life)),
    });
  }

  /** Goes on from what one that was asked the same knew. */
  resume(kept: string): void {
    const { used, otherCurrency, last, told, lives }: KeptHistory = JSON.parse(kept);
    this.used = used;
    this.otherCurrency = otherCurrency;
    this.last = last ?? undefined;
    this.#told.push(...told);
    for (const one of lives) {
      const { id, life } = fromKeptLife(one);
      this.#lives.set(id, life);
      if (life.source !== '') this.#sources.add(life.source);
    }
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
