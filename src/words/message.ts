// What is said to people, in English: the message is its own key, and the compiler knows those that have a translation.

import type { POLISH } from './polish.ts';

/** An English message in ICU MessageFormat, which every language has: `{deals, plural, one {# deal} other {# deals}}`. */
export type Message = keyof typeof POLISH;

/** What stands in a message: a number chooses the plural, everything else is shown where it is named. */
export type MessageValue<Shown> = number | string | Shown;

export type MessageValues<Shown> = Readonly<Record<string, MessageValue<Shown>>>;

/** The messages of a language by the English one; undefined where English is spoken. */
export type Translations = Readonly<Record<Message, string>> | undefined;
