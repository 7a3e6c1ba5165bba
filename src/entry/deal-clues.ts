// Deals by what a file may tell of them: ids, names, addresses of contacts, accounts.

import { fold } from '../base/fold.ts';
import { grouped } from '../base/grouped.ts';
import type { Deal } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import { accountKey } from '../freshness/alike-names.ts';

/** An account in a text must have so many letters: shorter ones are words as well. */
const SHORTEST_ACCOUNT = 3;

export class DealClues {
  readonly #byId = new Map<string, Deal>();
  readonly #byFormerId: ReadonlyMap<string, readonly Deal[]>;
  readonly #byRecord: ReadonlyMap<string, readonly Deal[]>;
  readonly #byName: ReadonlyMap<string, readonly Deal[]>;
  readonly #byAddress: ReadonlyMap<string, readonly Deal[]>;
  readonly #byAccount: ReadonlyMap<string, readonly Deal[]>;
  /** Accounts as they stand in a text, by their first word; the longest first. */
  readonly #accountsByWord: ReadonlyMap<
    string,
    readonly { readonly words: string[]; readonly key: string }[]
  >;

  /** @param own addresses of the team, in lower case: everybody's meetings have them */
  constructor(deals: readonly Deal[], own: ReadonlySet<string>) {
    for (const deal of deals) this.#byId.set(deal.id, deal);
    this.#byFormerId = by(deals, formerIdsOf);
    this.#byRecord = by(deals, ({ source }) =>
      source === undefined ? [] : [source.id, `${source.system}:${source.id}`],
    );
    this.#byName = by(deals, ({ name }) => [fold(name)]);
    this.#byAddress = by(deals, ({ contacts }) => contacts.map(address).filter((one) => !own.has(one)));
    this.#byAccount = by(deals, ({ account }) => [accountKey(account).key]);
    const forms = new Map(
      deals.flatMap(({ account }) => {
        const { forms: written, key } = accountKey(account);
        return written.filter((form) => form.length >= SHORTEST_ACCOUNT).map((form) => [form, key] as const);
      }),
    );
    const spelled = [...forms].map(([form, key]) => ({ words: form.split(' '), key }));
    this.#accountsByWord = grouped(
      spelled.sort((a, b) => b.words.length - a.words.length),
      ({ words }) => words[0] ?? '',
    );
  }

  /** By id, former id or the CRM's record; else by name. */
  called(word: string): readonly Deal[] {
    const deal = this.#byId.get(word.toLowerCase());
    if (deal !== undefined) return [deal];
    return this.#byFormerId.get(word) ?? this.#byRecord.get(word) ?? this.#byName.get(fold(word)) ?? [];
  }

  /** Of an id that stands in a text. */
  withId(id: string): Deal | undefined {
    return this.#byId.get(id) ?? this.#byFormerId.get(id)?.[0];
  }

  /** Those that have one of the addresses among their contacts. */
  withContact(addresses: readonly string[]): readonly Deal[] {
    return [...new Set(addresses.flatMap((one) => this.#byAddress.get(one) ?? []))];
  }

  ofAccount(account: string): readonly Deal[] {
    return this.#byAccount.get(accountKey(account).key) ?? [];
  }

  /** Those of the accounts that a text names in whole words; one within a longer one is not named. */
  ofAccountsIn(text: string): readonly Deal[] {
    const words = fold(text).split(' ');
    const found = new Set<Deal>();
    for (let at = 0; at < words.length; ) {
      const here = this.#accountsByWord.get(words[at] ?? '') ?? [];
      const named = here.find((one) => one.words.every((word, further) => words[at + further] === word));
      for (const deal of named === undefined ? [] : (this.#byAccount.get(named.key) ?? [])) found.add(deal);
      at += named?.words.length ?? 1;
    }
    return [...found];
  }
}

/** An address as it is compared. */
export function address(text: string): string {
  return text.trim().toLowerCase();
}

function by(deals: readonly Deal[], keysOf: (deal: Deal) => readonly string[]): Map<string, Deal[]> {
  const found = new Map<string, Deal[]>();
  for (const deal of deals) {
    for (const key of new Set(keysOf(deal))) {
      if (key === '') continue;
      const group = found.get(key);
      if (group === undefined) found.set(key, [deal]);
      else group.push(deal);
    }
  }
  return found;
}
