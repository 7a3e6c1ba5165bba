// Which deals look like one and the same, and why: what the rule `duplicate` finds and the clean-up proposes to merge.

import { compareText } from '../base/compare-text.ts';
import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import type { DealRow } from '../snapshot/row.ts';
import { type AccountKey, accountKey, nameKey } from './alike-names.ts';
import {
  type AlikeRow,
  acrossAccounts,
  type Known,
  type Reason,
  sameRecord,
  withinAccount,
} from './alike-reasons.ts';

/** Two deals that look like one. */
export interface Likeness {
  /** The id to keep: of the older one by `created`, then `recorded`; then of more activities; then the first id. */
  readonly a: string;
  readonly b: string;
  /** 0–1: the sum of the reasons' weights, in hundredths. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/**
 * From here on two deals look like one: the same account and a near-same name are enough (docs/method.md), one of the
 * two alone never is. The same name without the same account, which an export of ids instead of names looks like,
 * needs the amount and two of close date, creation and owner as well.
 *
 * Of salesforce_demo, whose 29 names stand there twice under other account ids, that finds its 12 open pairs and
 * nothing else: 140 and 1,400 widgets differ in a mark. The deals of maven_crm are named by one of seven products:
 * such a name tells what is sold, not which deal it is, so it weighs next to nothing, and of 2,089 open deals none
 * is found.
 */
const LIMIT = 60;

/** So many accounts with deals of one name: it is a kind of deal. */
const ACCOUNTS_OF_A_KIND = 5;
/** So many deals of one name in an account: likewise. */
const DEALS_OF_A_KIND = 4;
/** Without the same account a name counts as far as two accounts have it: three have it by chance. */
const ACCOUNTS_OF_A_NAME = 2;
/** An account of more deals is none ("n/a"), and to hold each against each would take its time. */
const MOST_OF_AN_ACCOUNT = 200;

/**
 * The pairs that look like one deal, the likeliest first, then by ids. Each deal is the `b` of at most one: of the
 * likeliest, where possible with one that stays itself; so three that are alike are two pairs, with the oldest.
 */
export function duplicatesAmong(rows: readonly AlikeRow[]): readonly Likeness[] {
  const deals = knownOf(rows);
  const gone = new Set<string>();
  const found: Likeness[] = [];
  for (const [b, pairs] of grouped(pairsAmong(deals), (pair) => pair.b)) {
    const staying = pairs.filter(({ a }) => !gone.has(a));
    const [first, ...others] = staying.length > 0 ? staying : pairs;
    if (first === undefined) continue;
    gone.add(b);
    found.push(others.reduce((best, pair) => (pair.score > best.score ? pair : best), first));
  }
  return found.sort((x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b));
}

export interface OpenDuplicates {
  readonly pairs: readonly Likeness[];
  /** `by`: the one of the two whose waiver it is. */
  readonly waived: readonly (Likeness & { readonly by: string })[];
}

/**
 * The pairs among open deals. Those that wait for somebody to decide stand apart from those with a deal that a waiver
 * of the rule `duplicate` speaks for, so that one pair that is settled hides no other.
 */
export function openDuplicates(open: readonly DealRow[], today: Day): OpenDuplicates {
  const settled = new Set(open.filter((row) => isWaived(row, today)).map(({ id }) => id));
  const pairs = duplicatesAmong(open.filter(({ id }) => !settled.has(id)));
  if (settled.size === 0) return { pairs, waived: [] };
  const waived = duplicatesAmong(open).flatMap((pair) => {
    const by = [pair.b, pair.a].find((id) => settled.has(id));
    return by === undefined ? [] : [{ ...pair, by }];
  });
  return { pairs, waived };
}

function isWaived({ waived }: DealRow, today: Day): boolean {
  return waived.some(({ rule, until }) => rule === 'duplicate' && until >= today);
}

function knownOf(rows: readonly AlikeRow[]): readonly Known[] {
  const keys = new Map<string, AccountKey>();
  const keyed = [...rows].sort(byKeeping).map((row) => {
    const account = keys.get(row.account) ?? accountKey(row.account);
    keys.set(row.account, account);
    return { row, account: account.key, name: nameKey(row.name, account) };
  });
  const sizes = grouped(keyed, ({ account }) => account);
  const named = grouped(keyed, ({ name }) => name.words);
  const kinds = new Map([...named].map(([words, same]) => [words, spreadOf(same)]));
  return keyed.map(({ row, account, name }, rank) => {
    const { accounts = 0, inOne = 0 } = kinds.get(name.words) ?? {};
    return {
      row,
      rank,
      account: (sizes.get(account)?.length ?? 0) > MOST_OF_AN_ACCOUNT ? '' : account,
      name,
      isOfAKind: name.words === '' || accounts >= ACCOUNTS_OF_A_KIND || inOne >= DEALS_OF_A_KIND,
      isTelling: name.words !== '' && accounts <= ACCOUNTS_OF_A_NAME && inOne < DEALS_OF_A_KIND,
    };
  });
}

/** Over how many accounts deals are spread, each without one an account of its own, and the most of one account. */
function spreadOf(same: readonly { readonly account: string }[]): { accounts: number; inOne: number } {
  const spread = grouped(same, ({ account }) => account);
  const none = spread.get('')?.length ?? 0;
  spread.delete('');
  return {
    accounts: spread.size + none,
    inOne: Math.max(0, ...[...spread.values()].map(({ length }) => length)),
  };
}

/** In the order of keeping, of `b` and then of `a`. */
function pairsAmong(deals: readonly Known[]): Likeness[] {
  const pairs: { readonly at: number; readonly pair: Likeness }[] = [];
  const look = (a: Known, b: Known, reasons: readonly Reason[]) => {
    const hundredths = reasons.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
    if (hundredths < LIMIT) return;
    const pair = { a: a.row.id, b: b.row.id, score: hundredths / 100, reasons };
    pairs.push({ at: b.rank * deals.length + a.rank, pair });
  };
  for (const [source, [first, ...others]] of grouped(deals, ({ row }) => row.source)) {
    if (source === '' || first === undefined) continue;
    for (const other of others) look(first, other, [sameRecord(source)]);
  }
  for (const [account, ofOne] of grouped(deals, (deal) => deal.account)) {
    if (account !== '') inPairs(ofOne, (a, b) => look(a, b, withinAccount(a, b)));
  }
  const telling = deals.filter(({ isTelling }) => isTelling);
  for (const ofOne of grouped(telling, ({ name }) => name.words).values()) {
    inPairs(ofOne, (a, b) =>
      look(a, b, a.account === '' || a.account !== b.account ? acrossAccounts(a, b) : []),
    );
  }
  return pairs.sort((x, y) => x.at - y.at).map(({ pair }) => pair);
}

function inPairs(deals: readonly Known[], each: (a: Known, b: Known) => void): void {
  for (const [at, b] of deals.entries()) {
    for (const a of deals.slice(0, at)) each(a, b);
  }
}

function byKeeping(a: AlikeRow, b: AlikeRow): number {
  return (
    compareDays(a.created, b.created) ||
    compareDays(a.recorded, b.recorded) ||
    activitiesOf(b) - activitiesOf(a) ||
    compareText(a.id, b.id)
  );
}

/** Without a day: later than any. */
function compareDays(a: string | undefined, b: string | undefined): number {
  return compareText(a ?? '~', b ?? '~');
}

function activitiesOf({ activities }: AlikeRow): number {
  return activities.reduce((sum, { count }) => sum + count, 0);
}
