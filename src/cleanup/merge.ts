// Two files of one deal → what the one that stays takes over, and what it says otherwise. What both say differently
// stays as the one that stays has it: nobody but a person knows which is right.

import { sameAmount } from '../base/money.ts';
import { asItIs, type Sayable, said } from '../base/said.ts';
import type { DealChange, ScalarKey } from '../deal/change.ts';
import { customText } from '../deal/custom.ts';
import { type Activity, type Deal, outcomeOf, type StageEntry } from '../deal/deal.ts';
import { activityText, stageText, stepText } from '../deal/item-text.ts';
import { isSameStage, type Process } from '../deal/process.ts';

/** A field that the two say differently; as text, '' for nothing. */
export interface Differing {
  /** As in the deal's file: `owner`, `custom.segment`. */
  readonly field: string;
  readonly kept: string;
  readonly other: string;
}

export interface Merge {
  readonly keep: Deal;
  readonly other: Deal;
  /** Of the deal that stays. */
  readonly changes: readonly DealChange[];
  /** Fields that it lacked, with what it takes over; items of lists one by one. */
  readonly taken: readonly { readonly field: string; readonly value: string }[];
  /** Fields that stay as they are, though the other one has them otherwise. */
  readonly differing: readonly Differing[];
}

const TEXTS = [
  ['account', 'account'],
  ['owner', 'owner'],
  ['important', 'important'],
  ['category', 'category'],
  ['lost_reason', 'lostReason'],
] as const satisfies readonly (readonly [ScalarKey, keyof Deal])[];

const DAYS = ['created', 'recorded', 'close'] as const satisfies readonly (ScalarKey & keyof Deal)[];

/**
 * What a deal takes over from another file of it. Waivers, sources and former ids are not taken over: they speak of
 * that file, which goes to the archive with them.
 * @param currency the workspace's, of a deal that names none
 */
export function mergeOf(keep: Deal, other: Deal, currency: string): Merge {
  const merging = new Merging(keep, other);
  merging.compare('name', keep.name, other.name);
  merging.compare('stage', keep.stage, other.stage);
  for (const [key, field] of TEXTS) merging.takeScalar(key, keep[field], other[field]);
  merging.takeAmount(currency);
  for (const day of DAYS) merging.takeScalar(day, keep[day] ?? '', other[day] ?? '');
  merging.takeNextStep();
  for (const list of ['contacts', 'checklist'] as const) merging.takeTexts(list);
  merging.takeItems('stages', isSameEntry(other.stages), stageText, (one, of) => one.on >= of.on);
  merging.takeItems('activities', isSameActivity, activityText, (one, of) => one.on > of.on);
  merging.takeCustom();
  return { keep, other, changes: merging.changes, taken: merging.taken, differing: merging.differing };
}

/** Whether the record of stages would end with another stage than the deal is in: nobody knows which is right. */
export function endsElsewhere(
  { stage, stages }: Pick<Deal, 'stage' | 'stages'>,
  process: Pick<Process, 'stages'>,
): StageEntry | undefined {
  let last: StageEntry | undefined;
  for (const entry of stages) if (last === undefined || entry.on >= last.on) last = entry;
  return last === undefined || isSameStage(process.stages, last.stage, stage) ? undefined : last;
}

/** Why two deals are not to be merged, and what to do instead. */
export interface Objection {
  readonly reason: Sayable;
  readonly hint: Sayable;
}

/**
 * What speaks against merging two deals; undefined where nothing does.
 * @param sourceOfRecord the CRM that is mirrored; '' for none
 */
export function objectionTo(keep: Deal, other: Deal, sourceOfRecord: string): Objection | undefined {
  if (keep.id === other.id)
    return { reason: said("{id} can't be merged with itself.", { id: keep.id }), hint: 'Name two deals.' };
  const mirrored = [keep, other].filter(({ source }) => source?.system === sourceOfRecord);
  if (mirrored.length > 0) return inMirror(mirrored, sourceOfRecord);
  const [a, b] = [outcomeOf(keep.stage), outcomeOf(other.stage)];
  if (a === b) return undefined;
  return {
    reason: said('{one} and {other}: one deal of the two would change what was won or lost.', {
      one: said(ENDS[a], { id: keep.id }),
      other: said(ENDS[b], { id: other.id }),
    }),
    hint: said('Where they ended the same way, write so into {path} first.', { path: other.path }),
  };
}

const ENDS = { open: '{id} is open', won: '{id} is won', lost: '{id} is lost' } as const;

function inMirror(mirrored: readonly Deal[], sourceOfRecord: string): Objection {
  const [records = asItIs(''), other] = mirrored.map(({ id, source }) =>
    said('record {record} ({id})', { record: source?.id ?? '', id }),
  );
  return {
    reason: said('{crm} is where the deals are kept: {records}.', {
      crm: sourceOfRecord,
      records: other === undefined ? records : said('{names} and {last}', { names: records, last: other }),
    }),
    hint: `Merge them there, and import its next export.`,
  };
}

class Merging {
  readonly changes: DealChange[] = [];
  readonly taken: { field: string; value: string }[] = [];
  readonly differing: Differing[] = [];
  readonly #keep: Deal;
  readonly #other: Deal;

  constructor(keep: Deal, other: Deal) {
    this.#keep = keep;
    this.#other = other;
  }

  compare(field: string, kept: string, other: string): void {
    if (other !== '' && kept !== other) this.differing.push({ field, kept, other });
  }

  takeScalar(key: ScalarKey, kept: string, other: string): void {
    if (kept !== '') {
      if (key !== 'recorded') this.compare(key, kept, other); // when it was first written down is no fact of the deal
      return;
    }
    if (other === '') return;
    this.changes.push({ kind: 'set', key, value: other });
    this.taken.push({ field: key, value: other });
  }

  takeAmount(currency: string): void {
    const [keep, other] = [this.#keep, this.#other];
    if (other.amount === undefined) return;
    const [own, others] = [keep.currency || currency, other.currency || currency];
    if (keep.amount !== undefined) {
      if (own === others && sameAmount(keep.amount, other.amount)) return;
      this.differing.push({
        field: 'amount',
        kept: own === others ? keep.amount : `${keep.amount} ${own}`,
        other: own === others ? other.amount : `${other.amount} ${others}`,
      });
      return;
    }
    this.changes.push({ kind: 'set', key: 'amount', value: other.amount });
    this.taken.push({ field: 'amount', value: other.amount });
    if (own === others) return;
    this.changes.push({ kind: 'set', key: 'currency', value: others });
    this.taken.push({ field: 'currency', value: others });
  }

  takeNextStep(): void {
    const [own, others] = [this.#keep.nextStep, this.#other.nextStep];
    if (others === undefined) return;
    if (own !== undefined) {
      if (own.what !== others.what || own.by !== others.by)
        this.compare('next_step', stepText(own), stepText(others));
      return;
    }
    const { by, what, agreed } = others;
    this.changes.push({ kind: 'set-next-step', step: { by, what, agreed } });
    this.taken.push({ field: 'next_step', value: stepText(others) });
  }

  takeTexts(key: 'contacts' | 'checklist'): void {
    const known = new Set(this.#keep[key].map((text) => text.toLowerCase()));
    for (const text of this.#other[key]) {
      if (known.has(text.toLowerCase())) continue;
      known.add(text.toLowerCase());
      this.changes.push({ kind: 'append-text', key, text });
      this.taken.push({ field: key, value: text });
    }
  }

  /** Each at its place by day, before the first that is `later`. */
  takeItems<Key extends 'stages' | 'activities'>(
    key: Key,
    isSame: (a: Deal[Key][number], b: Deal[Key][number]) => boolean,
    textOf: (item: Deal[Key][number]) => string,
    isLater: (one: Deal[Key][number], of: Deal[Key][number]) => boolean,
  ): void {
    const list: Deal[Key][number][] = [...this.#keep[key]];
    for (const taken of this.#other[key]) {
      if (list.some((one) => isSame(one, taken))) continue;
      const { line: _, ...item } = taken;
      const at = list.findIndex((one) => isLater(one, taken));
      const before = at < 0 ? {} : { before: at };
      list.splice(at < 0 ? list.length : at, 0, taken);
      this.changes.push({ kind: 'append', key, item: { ...item }, ...before });
      this.taken.push({ field: key, value: textOf(taken) });
    }
  }

  takeCustom(): void {
    for (const [key, other] of Object.entries(this.#other.custom)) {
      const kept = Object.hasOwn(this.#keep.custom, key) ? this.#keep.custom[key] : undefined;
      const field = `custom.${key}` as const;
      if (kept !== undefined && kept !== null && kept !== '') {
        this.compare(field, customText(kept), customText(other));
      } else if (other !== null && other !== '') {
        this.changes.push({ kind: 'set-custom', key: field, value: other });
        this.taken.push({ field, value: customText(other) });
      }
    }
  }
}

/** One decision enters a stage once: a later entry is another one only where its own file has entered it before. */
function isSameEntry(stages: readonly StageEntry[]): (one: StageEntry, taken: StageEntry) => boolean {
  return (one, taken) => {
    if (one.stage !== taken.stage) return false;
    const isFirst = !stages.some(({ stage, on }) => stage === taken.stage && on < taken.on);
    return one.on === taken.on || (one.on < taken.on && isFirst);
  };
}

function isSameActivity(a: Activity, b: Activity): boolean {
  return a.on === b.on && a.type === b.type && a.note === b.note && a.ref === b.ref;
}
