// What --owner, --stage and the outcome flags choose: words of a person turned into tests on rows.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { type Sayable, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { type Outcome, outcomeOf } from '../deal/deal.ts';
import { stageMeant } from '../deal/process.ts';
import { memberOf, ownerKey } from '../freshness/owner.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { TeamMember } from '../workspace/settings.ts';

export type RowTest = (row: DealRow) => boolean;

/** How an owner is shown: by the team's name, else as the deal has it; – for none. */
export function ownerLabel(team: readonly TeamMember[], owner: string): string {
  const name = memberOf(team, owner)?.name ?? '';
  return name !== '' ? name : owner !== '' ? owner : '–';
}

/**
 * Whether a row's owner is one of those named: by id, name, or another name of the team, else by the name that
 * deals have, case and accents aside. No words: everybody.
 * @throws Failure `usage` with "did you mean"
 */
export function ownedBy(words: readonly string[], book: Pick<Book, 'settings' | 'state'>): RowTest {
  if (words.length === 0) return () => true;
  const { team } = book.settings;
  const keys = new Set(ownersMeant(words, book).map((word) => ownerNamed(word, book)));
  return (row) => keys.has(ownerKey(team, row.owner));
}

/**
 * The owners that words name: of one who is written "Kowalski, Jan" the comma has made two words.
 * As many words as make up an owner are one.
 */
export function ownersMeant(
  words: readonly string[],
  { settings, state }: Pick<Book, 'settings' | 'state'>,
): readonly string[] {
  const withComma = new Map<string, string>();
  const rows = [...state.deals, ...state.archived].map(({ owner }) => owner);
  for (const owner of new Set([...rows, ...settings.team.map(({ name }) => name)])) {
    if (owner.includes(',')) withComma.set(wordsKey(owner.split(',')), owner);
  }
  const longest = (at: number): readonly [string, number] => {
    for (let end = words.length; end > at + 1; end--) {
      const owner = withComma.get(wordsKey(words.slice(at, end)));
      if (owner !== undefined) return [owner, end];
    }
    return [words[at] ?? '', at + 1];
  };
  const meant: string[] = [];
  for (let at = 0; withComma.size > 0 && at < words.length; ) {
    const [owner, next] = longest(at);
    meant.push(owner);
    at = next;
  }
  return withComma.size > 0 ? meant : words;
}

const wordsKey = (words: readonly string[]) => words.map((word) => fold(word.trim())).join(',');

/** Words for deals that nobody owns: none is an owner of its own. */
const MOST_OWNERS = 12;

const NOBODY = ['', 'none', '–'];

/** The key of the owner that a word names. @throws Failure `usage` with "did you mean" */
export function ownerNamed(word: string, { settings, state }: Pick<Book, 'settings' | 'state'>): string {
  if (NOBODY.includes(word)) return '';
  const member = memberOf(settings.team, word);
  if (member !== undefined) return member.id;
  const inDeals = new Set([...state.deals, ...state.archived].map((row) => row.owner));
  inDeals.delete('');
  if (inDeals.has(word)) return word;
  const folded = [...inDeals].find((owner) => fold(owner) === fold(word));
  if (folded !== undefined) return ownerKey(settings.team, folded);
  const known = [...new Set([...settings.team.map(({ id }) => id), ...inDeals])].sort();
  const list = known.length === 0 ? 'No deal has an owner.' : ownersText(known);
  throw new Failure('usage', said('There is no owner "{word}".', { word }), {
    hint: didYouMean(word, known, list),
  });
}

function ownersText(known: readonly string[]): Sayable {
  const owners = known.slice(0, MOST_OWNERS).join(', ');
  const more = known.length - MOST_OWNERS;
  return more > 0
    ? said('Owners: {owners} and {more} more.', { owners, more })
    : said('Owners: {owners}.', { owners });
}

/**
 * The stages, or outcomes, that the words name: by id, label or former id, case and accents aside; also one that
 * only deals have. @throws Failure `usage` with "did you mean"
 */
export function stagesNamed(words: readonly string[], { state }: Pick<Book, 'state'>): string[] {
  return words.map((word) => {
    const stage = stageMeant(state.process.stages, word);
    if (stage !== undefined) return stage.id;
    const folded = fold(word);
    if (folded === 'won' || folded === 'lost') return folded;
    if (state.deals.some((row) => row.stage === word)) return word;
    const known = [...state.process.stages.flatMap(({ id, label }) => [id, label]), 'won', 'lost'];
    const ids = [...state.process.stages.map(({ id }) => id), 'won', 'lost'];
    throw new Failure('usage', said('There is no stage "{word}".', { word }), {
      hint: didYouMean(word, known, said('Stages: {ids}.', { ids: ids.join(', ') })),
    });
  });
}

/** How a row stands; undefined where nothing but its id is known. */
export function outcomeOfRow(row: DealRow): Outcome | undefined {
  return row.stage === '' ? undefined : outcomeOf(row.stage);
}
