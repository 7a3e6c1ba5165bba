// Text of a file as it is to stand in a deal: one line, of a length that can be read.

import { withoutTag } from '../entry/match-activities.ts';

const MOST_LETTERS = 200;
/** Of further text, that an id is looked for in. */
const MOST_LOOKED_AT = 20_000;

/** What an activity's note says; '' where no word is left. */
export function noteOf(...texts: readonly string[]): string {
  const whole = texts
    .map((text) => withoutTag(text.slice(0, MOST_LOOKED_AT).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')))
    .filter((text) => text !== '')
    .join(' – ');
  const letters = [...whole];
  return letters.length <= MOST_LETTERS ? whole : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
}

/** As much of a text as is looked at. */
export function lookedAt(text: string): string {
  return text.slice(0, MOST_LOOKED_AT);
}
