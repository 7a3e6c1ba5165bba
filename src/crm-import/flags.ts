// Booleans as exports write them; blank means false.

import { fold } from '../base/fold.ts';

const YES = new Set(['1', 'true', 'yes', 'y', 't', 'x', 'tak', 'prawda', 'ja', 'wahr', 'oui', 'vrai']);
const NO = new Set(['', '0', 'false', 'no', 'n', 'f', 'nie', 'falsz', 'nein', 'falsch', 'non', 'faux']);

/** Whether a cell says yes; undefined where it is no boolean. */
export function readFlag(text: string): boolean | undefined {
  const word = fold(text);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
