// A message with its values in the language of a locale, in pieces: what was shown as a value stays one.

import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { type Formatters, formatToParts } from 'intl-messageformat';
import { numberWriter } from './locale-signs.ts';
import type { Message, MessageValues, Translations } from './message.ts';

/** A person's language: its messages, and the locale of its numbers and plurals. */
export interface Language {
  /** BCP 47. */
  readonly locale: string;
  readonly translations: Translations;
  readonly formatters: Formatters;
  /** As {@link speak} has read them before. */
  readonly read: Map<Message, MessageFormatElement[]>;
}

/**
 * @param locale BCP 47, of the workspace: of numbers, also where English is spoken
 * @param translations where it is not English
 */
export function languageOf(locale: string, translations: Translations): Language {
  return { locale, translations, formatters: formattersOf(locale), read: new Map() };
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
  const { locale, translations, formatters } = language;
  const spoken = translations === undefined ? 'en' : locale;
  return formatToParts<Shown>(read(message, language), spoken, formatters, NO_FORMATS, { ...values }).map(
    (part) => part.value as string | Shown,
  );
}

function isPlain(message: Message, values: object, { translations }: Language): boolean {
  const isMessage = translations !== undefined && Object.hasOwn(translations, message);
  return !isMessage && Object.keys(values).length === 0;
}

function read(message: Message, { translations, read: known }: Language): MessageFormatElement[] {
  const before = known.get(message);
  if (before !== undefined) return before;
  const elements = parse(translations?.[message] ?? message, { ignoreTag: true }); // angle brackets are text here
  known.set(message, elements);
  return elements;
}

/** No message names one: numbers and days come as values that are formatted already. */
const NO_FORMATS = { number: {}, date: {}, time: {} };

/** As Intl writes a number where nobody says how. */
function upToThreeDecimals(count: number): [number: string, decimals: number] {
  const text = String(Number(count.toFixed(3)));
  return [text, text.split('.')[1]?.length ?? 0];
}

function formattersOf(locale: string): Formatters {
  const number = numberWriter(locale);
  const plurals = new Map<string | undefined, Intl.PluralRules>();
  return {
    getNumberFormat: () =>
      ({ format: (count: number) => number(...upToThreeDecimals(count)) }) as Intl.NumberFormat,
    getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
    getPluralRules(locales, options) {
      const rules = plurals.get(options?.type) ?? new Intl.PluralRules(locales, options);
      plurals.set(options?.type, rules);
      return rules;
    },
  };
}
