// A message with its values in the language of a locale, in pieces: what was shown as a value stays one.

import { IntlMessageFormat } from 'intl-messageformat';
import type { Message, MessageValues, Translations } from './message.ts';

/** A person's language: its messages, and the locale of its numbers and plurals. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  readonly translations: Translations;
  /** As {@link speak} has read them before. */
  readonly read: Map<Message, IntlMessageFormat>;
}

/**
 * @param locale BCP 47, of the workspace: of numbers, also where English is spoken
 * @param translations where it is not English
 */
export function languageOf(locale: string, translations: Translations): Language {
  return { locale, translations, read: new Map() };
}

/**
 * The pieces of a message, in the order of its language. A number after `#` is grouped as the locale groups. What is no
 * message, such as a text of the system or of data, is a piece as it stands.
 */
export function speak<Shown>(
  message: Message,
  values: MessageValues<Shown>,
  language: Language,
): (string | Shown)[] {
  if (isPlain(message, values, language)) return [message];
  return formatOf(message, language)
    .formatToParts<Shown>({ ...values })
    .map((part) => part.value as string | Shown);
}

function isPlain(message: Message, values: object, { translations }: Language): boolean {
  const isMessage = translations !== undefined && Object.hasOwn(translations, message);
  return !isMessage && Object.keys(values).length === 0;
}

function formatOf(message: Message, { locale, translations, read }: Language): IntlMessageFormat {
  const known = read.get(message);
  if (known !== undefined) return known;
  // Angle brackets are text here.
  const made = new IntlMessageFormat(
    translations?.[message] ?? message,
    translations === undefined ? 'en' : locale,
    { number: {} },
    {
      ignoreTag: true,
      formatters: {
        getNumberFormat: () => new Intl.NumberFormat(locale, { useGrouping: 'always' }),
        getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
        getPluralRules: (locales, options) => new Intl.PluralRules(locales, options),
      },
    },
  );
  read.set(message, made);
  return made;
}
