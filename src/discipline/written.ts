// What is written down in a book: activities, stage changes and first entries, each with the day it happened and the day
// it was written; how each deal was first recorded; which steps up left a stage of which nothing is on record.

import { type Day, daysBetween } from '../base/day.ts';
import type { Deal } from '../deal/deal.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import { isDocumented } from '../freshness/documented.ts';
import { blindSources } from '../freshness/evidence.ts';
import { ownerKey } from '../freshness/owner.ts';
import { recordIn } from '../freshness/place.ts';
import type { Looked } from '../freshness/rule.ts';
import { activityEvidence } from '../freshness/rules/stale.ts';
import { numberInForce } from '../freshness/severity.ts';
import { systemOf } from '../freshness/source.ts';
import { stageNow, stepsUp } from '../freshness/stage-steps.ts';
import { undocumentedSteps } from '../freshness/undocumented-steps.ts';
import type { DealRow } from '../snapshot/row.ts';
import { firstOnRecord, inOrder, isFromFirstStage, stageThen } from '../snapshot/stage-record.ts';
import type { Moment, MomentsOf, Unknown } from './moments.ts';

/** What figures are made of: each counts to one owner, one stage and one day, so that groups add up to the whole. */
export interface Item {
  readonly id: string;
  /** The team's id, else the name in the deal; '' for none. */
  readonly owner: string;
  /** Under its present id; an outcome too. */
  readonly stage: string;
  /** The day it was written, so that a week that is over stays as it was; the day it happened where that is not known. */
  readonly day: Day;
}

export type LineKind = 'activity' | 'stage-change' | 'first-entry';

export interface Line extends Item {
  readonly kind: LineKind;
  /** Days from what happened until it was written, 0 where it was written before; undefined: `unknown` says why. */
  readonly lag: number | undefined;
  readonly unknown: Unknown | undefined;
  readonly written: Day | undefined;
  /** Whether it was written within the promised time. */
  readonly isOnTime: boolean;
  /** Whether it happened since documented_since: what was before it can't be mended. */
  readonly isDocumented: boolean;
}

/** A deal, when it was first recorded. */
export interface Entry extends Item {
  readonly isFromFirstStage: boolean;
  readonly isImported: boolean;
}

/** A step up to a further stage. Its stage is the one that it left. */
export interface Step extends Item {
  readonly isUndocumented: boolean;
  readonly on: Day;
}

export interface WrittenDown {
  readonly lines: readonly Line[];
  readonly entries: readonly Entry[];
  readonly steps: readonly Step[];
  /** Deals without any day at all: of no figure on first entries. */
  readonly undated: number;
}

export interface WrittenFacts {
  readonly book: Looked;
  readonly archive: ReadonlyMap<string, Deal>;
  readonly momentsOf: MomentsOf;
  /** The promised time in days; undefined: what rule late-log allows, by group and stage. */
  readonly within: number | undefined;
}

/** Of every deal that can be read, archived ones too; one that was merged into another is told by that. */
export function writtenDown(facts: WrittenFacts): WrittenDown {
  const { state, deals } = facts.book;
  const blind = blindSources(activityEvidence(), facts.book);
  const found = { lines: [] as Line[], entries: [] as Entry[], steps: [] as Step[], undated: 0 };
  const look = (rows: readonly DealRow[], files: ReadonlyMap<string, Deal>) => {
    for (const row of rows) {
      const deal = row.problem === '' && row.mergedInto === '' ? files.get(row.id) : undefined;
      if (deal === undefined) continue;
      const one = new WrittenDeal(row, deal, facts);
      found.lines.push(...one.lines());
      if (!blind.has(systemOf(row))) found.steps.push(...one.steps());
      const entry = one.entry();
      if (entry === undefined) found.undated++;
      else if (entry.isDocumented) found.entries.push(entry);
    }
  };
  look(state.deals, deals);
  look(state.archived, facts.archive);
  return found;
}

const NOT_LOGGED: Moment = { unknown: 'not-logged' };

class WrittenDeal {
  readonly #row: DealRow;
  readonly #deal: Deal;
  readonly #book: Looked;
  readonly #owner: string;
  readonly #promised: number;
  readonly #entry: Moment;
  readonly #stages: ReadonlyMap<Deal['stages'][number], Moment>;
  readonly #activities: readonly Moment[];

  constructor(row: DealRow, deal: Deal, { book, momentsOf, within }: WrittenFacts) {
    this.#row = row;
    this.#deal = deal;
    this.#book = book;
    this.#owner = ownerKey(book.settings.team, row.owner);
    this.#promised = within ?? numberInForce('late-log', 'after', row, book.settings);
    const isMirrored = recordIn(row, book) !== undefined;
    const told = (moment: Moment = NOT_LOGGED): Moment =>
      isMirrored && 'unknown' in moment ? { unknown: 'mirrored' } : moment;
    const { entry, stages, activities } = momentsOf(deal);
    this.#entry = told(entry);
    this.#stages = new Map(deal.stages.map((stage, at) => [stage, told(stages[at])]));
    this.#activities = activities.map(told);
  }

  lines(): Line[] {
    const stageOn = stageThen(this.#deal);
    const [, ...changes] = inOrder(this.#deal.stages);
    const hasHappened = ({ on }: { readonly on: Day }) => on <= this.#book.today;
    const lines = [
      ...this.#deal.activities.flatMap((activity, at) =>
        hasHappened(activity) && isWithCustomer(activity)
          ? this.#line('activity', stageOn(activity.on), activity.on, this.#activities[at] ?? NOT_LOGGED)
          : [],
      ),
      ...changes
        .filter(hasHappened)
        .map((change) => this.#line('stage-change', change.stage, change.on, this.#momentOf(change))),
    ];
    const { stage } = firstOnRecord(this.#row);
    const began = this.#began();
    const day = began ?? this.#recordedOn();
    if (this.#deal.source === undefined && day !== undefined) {
      const moment: Moment = began === undefined ? { unknown: 'undated' } : this.#entry;
      lines.push(this.#line('first-entry', stage, day, moment));
    }
    return lines;
  }

  /** Undefined where nothing tells when that was. */
  entry(): (Entry & { readonly isDocumented: boolean }) | undefined {
    const { process } = this.#book.state;
    const { settings } = this.#book;
    const { stage, on } = firstOnRecord(this.#row);
    const isImported = this.#deal.source !== undefined;
    // In a CRM it stood before any import saw it.
    const day = isImported ? (this.#began() ?? this.#recordedOn()) : (this.#recordedOn() ?? this.#began());
    if (day === undefined) return undefined;
    return {
      ...this.#item(stage, day),
      isFromFirstStage: isFromFirstStage(this.#row, process, settings),
      isImported,
      isDocumented: isDocumented(on ?? day, settings),
    };
  }

  steps(): Step[] {
    const row = this.#row;
    const stages = row.stages;
    const context = { book: this.#book, deal: this.#deal };
    const bare = new Set(undocumentedSteps(row, context).map(({ to }) => stages.indexOf(to)));
    return stepsUp(row, this.#book).map(({ from, to }) => {
      const at = stages.indexOf(to);
      const entered = this.#deal.stages[at];
      const moment = entered && this.#momentOf(entered);
      const day = moment !== undefined && 'day' in moment ? moment.day : to.on;
      return { ...this.#item(from.stage, day), isUndocumented: bare.has(at), on: to.on };
    });
  }

  #line(kind: LineKind, stage: string, on: Day, moment: Moment): Line {
    const written = 'day' in moment ? moment.day : undefined;
    const lag = written === undefined ? undefined : Math.max(0, daysBetween(on, written));
    return {
      ...this.#item(stage, written ?? on),
      kind,
      lag,
      unknown: 'day' in moment ? undefined : moment.unknown,
      written,
      isOnTime: lag !== undefined && lag <= this.#promised,
      isDocumented: isDocumented(on, this.#book.settings),
    };
  }

  #item(stage: string, day: Day): Item {
    return { id: this.#row.id, owner: this.#owner, stage: stageNow(stage, this.#book), day };
  }

  #momentOf(stage: Deal['stages'][number]): Moment {
    return this.#stages.get(stage) ?? NOT_LOGGED;
  }

  /** The day on which the deal began, as far as its file tells. */
  #began(): Day | undefined {
    return this.#deal.created ?? inOrder(this.#deal.stages)[0]?.on;
  }

  #recordedOn(): Day | undefined {
    return 'day' in this.#entry ? this.#entry.day : this.#deal.recorded;
  }
}
