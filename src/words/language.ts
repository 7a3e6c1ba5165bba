// The language of a locale; Polish is loaded where it is spoken.

import { type Language, languageOf } from './speak.ts';

/** @param locale BCP 47: Polish for `pl` and `pl-…`, English for all others, with their numbers and dates */
export async function languageFor(locale: string): Promise<Language> {
  if (!/^pl\b/i.test(locale)) return languageOf(locale, undefined);
  return languageOf(locale, (await import('./polish.ts')).POLISH);
}
