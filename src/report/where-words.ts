// Which of a field's known words a value of --where means: a stage by its label, an owner by name, a category in any
// case. One that there is not would match nothing in silence, so it is refused.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import { memberOf, ownerKey } from '../freshness/owner.ts';
import type { DealRow } from '../snapshot/row.ts';
import { ownerNamed, stagesNamed } from './chosen.ts';

type Known = Pick<Book, 'settings' | 'state'>;
/** Whether the word that a deal has is the one that is meant. */
export type WordTest = (held: string) => boolean;

/** Fields whose words are those that the workspace lists and those that deals have. */
const LISTED = {
  group: ({ settings }: Known) => settings.team.map(({ group }) => group),
  outcome: () => ['open', 'won', 'lost'],
  currency: (known: Known) => [known.state.reportingCurrency, ...heldIn(known, ({ currency }) => currency)],
  category: (known: Known) => [...known.settings.categories, ...heldIn(known, ({ category }) => category)],
  lost_reason: (known: Known) => [
    ...known.settings.lostReasons,
    ...heldIn(known, ({ lostReason }) => lostReason),
  ],
  last_activity_type: (known: Known) => [
    ...known.settings.activityTypes,
    ...heldIn(known, ({ lastActivityType }) => lastActivityType),
  ],
} as const satisfies Record<string, (known: Known) => readonly string[]>;

/**
 * Which words of deals a person means; 'none': an empty field, undefined: any text may stand in the field.
 * @throws Failure `usage` or `bad-condition` with "did you mean" where there is no such word
 */
export function wordMeant(field: string, word: string, known: Known): WordTest | 'none' | undefined {
  if (field === 'stage') {
    const stages = stagesNamed([word], known);
    return (held) => stages.includes(held);
  }
  if (field === 'owner') {
    const key = ownerNamed(word, known);
    return key === '' ? 'none' : (held) => ownerKey(known.settings.team, held) === key;
  }
  if (!Object.hasOwn(LISTED, field)) return undefined;
  const words = [...new Set(LISTED[field as keyof typeof LISTED](known))].filter((one) => one !== '');
  const folded = fold(word);
  if (words.some((one) => fold(one) === folded)) return (held) => fold(held) === folded;
  throw new Failure('bad-condition', said('There is no {field} "{word}".', { field, word }), {
    hint: didYouMean(
      word,
      words,
      words.length === 0
        ? said('No deal has {field}.', { field })
        : said('There are: {words}.', { words: fewOf(words) }),
    ),
  });
}

/** What people call the stage or the owner; '' for other fields. */
export function labelOf(field: string, value: string, { settings, state }: Known): string {
  if (field === 'stage') return state.process.stages.find(({ id }) => id === value)?.label ?? '';
  return field === 'owner' ? (memberOf(settings.team, value)?.name ?? '') : '';
}

function heldIn({ state }: Known, wordOf: (row: DealRow) => string): readonly string[] {
  return [...new Set([...state.deals, ...state.archived].map(wordOf))];
}
