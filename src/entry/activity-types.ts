// The types of activities as other systems call them → those of the workspace.

import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { asValue, type Said, said } from '../base/said.ts';

/** What a type is called elsewhere, folded; the first word is what workspaces call it. */
const CALLED: readonly (readonly string[])[] = [
  ['call', 'phone', 'phone call', 'telephone', 'telefon', 'rozmowa', 'rozmowa telefoniczna', 'polaczenie'],
  ['meeting', 'event', 'appointment', 'visit', 'spotkanie', 'wizyta', 'wydarzenie', 'lunch', 'demo'],
  ['email', 'e mail', 'mail', 'wiadomosc', 'wiadomosc e mail'],
  ['offer', 'proposal', 'quote', 'oferta', 'wycena'],
  ['note', 'notatka', 'comment', 'komentarz'],
];

/** The workspace's type that a word means, or why it is none. */
export function typeMeant(
  word: string,
  activityTypes: readonly string[],
): { readonly type: string } | { readonly why: Said } {
  const folded = fold(word);
  const own = activityTypes.find((type) => fold(type) === folded);
  if (own !== undefined) return { type: own };
  const alike = CALLED.find((words) => words.includes(folded)) ?? [];
  const type = activityTypes.find((candidate) => alike.includes(fold(candidate)));
  if (type !== undefined) return { type };
  return {
    why: said('no activity type "{word}". {hint}', {
      word,
      hint: asValue(
        didYouMean(
          word,
          activityTypes,
          said('Types: {activityTypes}.', { activityTypes: activityTypes.join(', ') }),
        ),
      ),
    }),
  };
}
