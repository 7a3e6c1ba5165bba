// What an entry of a plan file says beside its choice: which deal, and what that choice needs.

import { type Day, toDay } from '../base/day.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { entryOf, isNothing, type MapNode } from '../deal/tree.ts';
import { inQuotes, type Report } from '../workspace/settings-report.ts';
import { textOf } from '../workspace/settings-tree.ts';
import type { Decision, Subject } from './decision.ts';

export interface EntryContext {
  readonly today: Day;
  /** Why deals are lost; empty: any reason is accepted. */
  readonly lostReasons: readonly string[];
}

export const HINT = 'pipeline clean --plan clean.yaml writes such a file.';

/** Reads entries that have chosen. */
export class EntryReader {
  readonly #report: Report;
  readonly #context: EntryContext;

  constructor(report: Report, context: EntryContext) {
    this.#report = report;
    this.#context = context;
  }

  /** Undefined where something of it is missing or wrong: that is reported. */
  decision(choice: Decision['do'], item: MapNode): Decision | undefined {
    switch (choice) {
      case 'archive': {
        const subject = this.#subject(item, 'id', 'version');
        return subject && { ...subject, do: choice };
      }
      case 'revive': {
        const subject = this.#subject(item, 'id', 'version');
        const nextStep = this.#text(item, 'next_step', choice, 'next_step: call the buyer');
        const by = this.#day(item, 'by', choice);
        return subject && nextStep && by ? { ...subject, do: choice, nextStep, by } : undefined;
      }
      case 'lost': {
        const subject = this.#subject(item, 'id', 'version');
        const reason = this.#reason(item);
        return subject && reason ? { ...subject, do: choice, reason } : undefined;
      }
      case 'keep': {
        const subject = this.#subject(item, 'id', 'version');
        const waiver = this.#waiver(item, choice);
        return subject && waiver && { ...subject, do: choice, ...waiver };
      }
      case 'merge': {
        const pair = this.#pair(item);
        return pair && { ...pair, do: choice };
      }
      case 'distinct': {
        const pair = this.#pair(item);
        const waiver = this.#waiver(item, choice);
        return pair && waiver && { ...pair, do: choice, ...waiver };
      }
    }
  }

  #pair(item: MapNode): (Subject & { other: Subject }) | undefined {
    const subject = this.#subject(item, 'keep', 'version');
    const other = this.#subject(item, 'other', 'other_version');
    if (subject === undefined || other === undefined) return undefined;
    if (subject.id !== other.id) return { ...subject, other };
    this.#report(
      placeOf(item, 'other'),
      said('{id} is one deal, not two.', { id: inQuotes(other.id) }),
      HINT,
    );
    return undefined;
  }

  #subject(item: MapNode, idKey: string, versionKey: string): Subject | undefined {
    const id = this.#given(item, idKey, "the deal's id");
    const version = this.#given(item, versionKey, 'what --plan wrote: it tells whether the deal has changed');
    return id === undefined || version === undefined ? undefined : { id, version };
  }

  #waiver(item: MapNode, choice: string): { until: Day; why: string } | undefined {
    const until = this.#day(item, 'until', choice);
    const why = this.#text(item, 'why', choice, 'why: budget in spring');
    return until && why ? { until, why } : undefined;
  }

  #reason(item: MapNode): string | undefined {
    const { lostReasons } = this.#context;
    const reason = this.#text(item, 'reason', 'lost', `reason: ${lostReasons[0] ?? 'no budget'}`);
    if (reason === undefined || lostReasons.length === 0 || lostReasons.includes(reason)) return reason;
    this.#report(
      placeOf(item, 'reason'),
      said('{reason} is no reason of lost_reasons.', { reason: inQuotes(reason) }),
      () =>
        didYouMean(
          reason,
          lostReasons,
          said('The reasons are {lostReasons}.', { lostReasons: lostReasons.join(', ') }),
        ),
    );
    return undefined;
  }

  /** A day that is not over. */
  #day(item: MapNode, key: string, choice: string): Day | undefined {
    const text = this.#text(item, key, choice, `${key}: 2027-03-31`);
    const day = text === undefined ? undefined : toDay(text);
    if (text === undefined) return undefined;
    const { today } = this.#context;
    if (day === undefined) {
      this.#report(
        placeOf(item, key),
        said('{key}: {text} is no day.', { key, text: inQuotes(text) }),
        'Write it as 2027-03-31.',
      );
    } else if (day < today) {
      this.#report(
        placeOf(item, key),
        said('{key}: {day} lies before today, {today}.', { key, day, today }),
        'Write a day to come.',
      );
      return undefined;
    }
    return day;
  }

  #text(item: MapNode, key: string, choice: string, example: string): string | undefined {
    const text = textOf(entryOf(item, key)?.value)?.trim();
    if (text !== undefined && text !== '') return text;
    this.#report(
      placeOf(item, key),
      said('"do: {choice}" needs {key}.', { choice, key }),
      said('Write for example: {example}', { example }),
    );
    return undefined;
  }

  #given(item: MapNode, key: string, meaning: string): string | undefined {
    const text = textOf(entryOf(item, key)?.value);
    if (text === undefined)
      this.#report(
        placeOf(item, key),
        said('{key} is missing.', { key }),
        said('It is {meaning}.', { meaning }),
      );
    return text;
  }
}

/** Where the value of a key stands; of one that has none, where it would. */
export function placeOf(item: MapNode, key: string): number {
  const entry = entryOf(item, key);
  if (entry === undefined) return item.from;
  return isNothing(entry.value) ? entry.from : entry.value.from;
}
