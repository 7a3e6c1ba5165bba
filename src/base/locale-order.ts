// Which of two numbers is the day where a locale writes a date in numbers.

/** Day first, or month first. */
export type DateOrder = 'dmy' | 'mdy';

/**
 * The order that a locale tells; undefined where it tells none: it writes the year first, or is English without a
 * region, which is what a system has where nobody chose.
 */
export function orderOfLocale(locale: string): DateOrder | undefined {
  if (locale === 'en' || locale === '') return undefined;
  const parts = shortDate(locale);
  const order = parts.map((part) => part.type).filter((type) => type === 'day' || type === 'month');
  if (parts[0]?.type === 'year') return undefined;
  return order[0] === 'day' ? 'dmy' : 'mdy';
}

/** What a locale puts between the numbers of a date: `.`, `/` or `-`. */
export function dateSignOfLocale(locale: string): string {
  return (
    shortDate(locale)
      .find(({ type }) => type === 'literal')
      ?.value.trim() ?? ''
  );
}

function shortDate(locale: string): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(new Date(0));
}
