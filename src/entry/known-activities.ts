// What deals already say happened: so that nothing is written down twice.

import type { Day } from '../base/day.ts';
import { fold } from '../base/fold.ts';
import type { Activity, Deal } from '../deal/deal.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import { type Happened, isOwnRef } from './happened.ts';

interface Said {
  readonly deal: string;
  readonly on: Day;
  readonly ref: string | undefined;
}

export class KnownActivities {
  readonly #byRef = new Map<string, Said[]>();
  readonly #bySaying = new Map<string, Said[]>();

  /** @param deals all of them, archived ones too */
  constructor(deals: Iterable<Deal>) {
    for (const { id, activities } of deals) {
      for (const activity of activities.filter(isWithCustomer)) this.add(id, activity);
    }
  }

  add(deal: string, activity: Omit<Activity, 'line'>): void {
    const said: Said = { deal, on: activity.on, ref: activity.ref };
    if (activity.ref !== undefined) put(this.#byRef, activity.ref, said);
    put(this.#bySaying, sayingOf(activity), said);
  }

  /**
   * The deal that has it: by its reference, in one of the deals that may be meant or on the same day (tables count from
   * 1 more than once), or in one of them as the same words of the same day. Two that have each a reference of their
   * own are two, however alike. @param meant ids; undefined: any deal
   */
  dealWith(happened: Happened, meant: ReadonlySet<string> | undefined): string | undefined {
    const isMeant = ({ deal }: Said) => meant === undefined || meant.has(deal);
    const byRef = [happened.ref, happened.formerRef ?? '']
      .flatMap((ref) => this.#byRef.get(ref) ?? [])
      .find((said) => said.on === happened.on || isMeant(said));
    if (byRef !== undefined) return byRef.deal;
    const hasOwn = isOwnRef(happened.ref);
    const alike = this.#bySaying.get(sayingOf(happened)) ?? [];
    return alike.find((said) => isMeant(said) && !(hasOwn && isOwnRef(said.ref)))?.deal;
  }
}

function put(into: Map<string, Said[]>, key: string, said: Said): void {
  const others = into.get(key);
  if (others === undefined) into.set(key, [said]);
  else others.push(said);
}

function sayingOf({ on, type, note = '' }: Omit<Activity, 'line'>): string {
  return `${on}\n${fold(type)}\n${fold(note) || note.trim()}`;
}
