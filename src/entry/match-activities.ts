// Which deal something was about: by what the file says of it, and never by a guess.

import { fold } from '../base/fold.ts';
import type { Deal } from '../deal/deal.ts';
import { isClosed } from './closed.ts';
import type { DealClues } from './deal-clues.ts';
import type { Clues } from './happened.ts';

/** What tells the deal, the surest first. */
export type MatchedBy = 'id' | 'name' | 'contact' | 'account';

export type Match =
  | { readonly kind: 'matched'; readonly by: MatchedBy; readonly deal: Deal }
  | { readonly kind: 'ambiguous'; readonly by: MatchedBy; readonly deals: readonly Deal[] }
  /** Only deals of others than --owner fit. */
  | { readonly kind: 'other-owner' }
  /** `named`: what it calls the deal by, which none has; `closed`: deals that would fit and have ended. */
  | { readonly kind: 'unmatched'; readonly named: string; readonly closed: readonly Deal[] };

/** `[deal:acme-erp]` */
const TAG = /\[\s*deal\s*:\s*([^\]\s]{1,200})\s*\]/gi;
/** An id that can be no plain word. */
const ID_IN_TEXT = /(?<![a-z0-9-])[a-z0-9]+(?:-[a-z0-9]+)+/g;

/**
 * The deal that clues mean. Who names one means that one, open or closed. Contacts and account mean an open deal,
 * where exactly one has them; a contact tells more than an account.
 * @param isAsked whether a deal is of those that are looked at
 */
export function matchOf(clues: Clues, deals: DealClues, isAsked: (deal: Deal) => boolean): Match {
  const named = namedDeals(clues, deals);
  if (named !== undefined) {
    if (named.deals.length > 0) return settled(named.by, preferOpen(named.deals), isAsked);
    return { kind: 'unmatched', named: named.word, closed: [] };
  }
  const closed: Deal[] = [];
  for (const [by, found] of [
    ['contact', deals.withContact(clues.addresses)],
    ['account', ofAccount(clues, deals)],
  ] as const) {
    const open = found.filter((deal) => !isClosed(deal));
    if (open.length > 0) return settled(by, open, isAsked);
    closed.push(...found);
  }
  return { kind: 'unmatched', named: '', closed: [...new Set(closed)] };
}

/** All deals that contacts or account tell of, closed ones too: what is in one of them is not new. */
export function relatedDeals(clues: Clues, deals: DealClues): readonly Deal[] {
  return [...deals.withContact(clues.addresses), ...ofAccount(clues, deals)];
}

/** A text without what only names the deal. */
export function withoutTag(text: string): string {
  return text.replace(TAG, ' ').replace(/\s+/g, ' ').trim();
}

/** Undefined where nothing names a deal. */
function namedDeals(
  { deal, subject, text }: Clues,
  deals: DealClues,
): { readonly by: 'id' | 'name'; readonly word: string; readonly deals: readonly Deal[] } | undefined {
  if (deal !== '') {
    const found = deals.called(deal);
    const isName = found.length > 0 && found.every(({ name }) => fold(name) === fold(deal));
    return { by: isName ? 'name' : 'id', word: deal, deals: found };
  }
  const tags = [...`${subject}\n${text}`.matchAll(TAG)].map(([, id = '']) => id.toLowerCase());
  if (tags.length > 0) {
    const found = tags.flatMap((id) => deals.withId(id) ?? []);
    return { by: 'id', word: tags[0] ?? '', deals: [...new Set(found)] };
  }
  for (const one of [subject, text]) {
    const ids = one.toLowerCase().match(ID_IN_TEXT) ?? [];
    const found = new Set(ids.flatMap((id) => deals.withId(id) ?? []));
    if (found.size > 0) return { by: 'id', word: '', deals: [...found] };
  }
  return undefined;
}

function ofAccount({ account, subject }: Clues, deals: DealClues): readonly Deal[] {
  return account === '' ? deals.ofAccountsIn(subject) : deals.ofAccount(account);
}

/** Of several with one name the open ones are meant. */
function preferOpen(found: readonly Deal[]): readonly Deal[] {
  const open = found.filter((deal) => !isClosed(deal));
  return open.length > 0 ? open : found;
}

function settled(by: MatchedBy, found: readonly Deal[], isAsked: (deal: Deal) => boolean): Match {
  const own = found.filter(isAsked);
  const [deal, another] = own;
  if (deal === undefined) return { kind: 'other-owner' };
  return another === undefined ? { kind: 'matched', by, deal } : { kind: 'ambiguous', by, deals: own };
}
