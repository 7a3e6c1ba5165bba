// Numbers and days as the people of a locale read them: grouped, with a real minus, and with spaces that never break.

/** A number in decimal digits, rounded half away from zero to that many decimals. */
export type NumberWriter = (number: string, decimals: number) => string;

interface Signs {
  readonly group: string;
  readonly decimal: string;
  /** d, m and y stand for day, month and year. */
  readonly day: string;
}

const NO_BREAK = '\u00a0';
const MINUS = '−';
/** ICU writes U+202F in newer versions and U+00A0 in older ones; a terminal shows both as a space that never breaks. */
const NARROW_SPACE = /\u202f/g;
const PLAIN = /^(-?)0*(\d+)(?:\.(\d*))?$/;

/** What Intl says of the commonest locales, since asking it for the first time takes as long as reading a hundred deals. */
export const KNOWN_SIGNS: ReadonlyMap<string, Signs> = new Map(
  Object.entries({
    'en en-US en-GB en-IE en-CA en-AU en-NZ': { group: ',', decimal: '.', day: 'y-m-d' },
    'pl pl-PL': { group: NO_BREAK, decimal: ',', day: 'd.m.y' },
    'de de-DE': { group: '.', decimal: ',', day: 'd.m.y' },
    'fr fr-FR': { group: NO_BREAK, decimal: ',', day: 'd/m/y' },
    'es es-ES it it-IT': { group: '.', decimal: ',', day: 'd/m/y' },
    'nl nl-NL': { group: '.', decimal: ',', day: 'd-m-y' },
    'cs cs-CZ': { group: NO_BREAK, decimal: ',', day: 'd. m. y' },
  }).flatMap(([locales, signs]) => locales.split(' ').map((locale) => [locale, signs] as const)),
);

/** @param locale BCP 47. @throws RangeError where it is no locale */
export function numberWriter(locale: string): NumberWriter {
  const byIntl = throughIntl(locale);
  const signs = KNOWN_SIGNS.get(locale);
  if (signs === undefined) return byIntl;
  return (number, decimals) => {
    const [, minus, whole = '', fraction = ''] = PLAIN.exec(number) ?? [];
    if (minus === undefined) return byIntl(number, decimals);
    const [integer, rest] = rounded(whole, fraction, decimals);
    const grouped = integer.length > 3 ? integer.replace(/\B(?=(?:\d{3})+$)/g, signs.group) : integer;
    return `${minus && MINUS}${grouped}${rest && signs.decimal}${rest}`;
  };
}

/** Integer and decimals, rounded. */
function rounded(whole: string, fraction: string, decimals: number): [string, string] {
  if (fraction.length <= decimals) return [whole, fraction.padEnd(decimals, '0')];
  const kept = whole + fraction.slice(0, decimals);
  const digits =
    fraction.charAt(decimals) < '5' ? kept : String(BigInt(kept) + 1n).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return [digits.slice(0, point), digits.slice(point)];
}

function throughIntl(locale: string): NumberWriter {
  const byDecimals = new Map<number, Intl.NumberFormat>();
  return (number, decimals) => {
    const format =
      byDecimals.get(decimals) ??
      new Intl.NumberFormat(locale, {
        useGrouping: 'always',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
    byDecimals.set(decimals, format);
    return format
      .format(number as Intl.StringNumericLiteral)
      .replace(NARROW_SPACE, NO_BREAK)
      .replace('-', MINUS);
  };
}

/**
 * Writes a day, given as YYYY-MM-DD. English people of all regions get it as it is stored: no two of them agree on another
 * order.
 */
export function dayWriter(locale: string): (day: string) => string {
  const pattern = locale.startsWith('en') ? 'y-m-d' : KNOWN_SIGNS.get(locale)?.day;
  if (pattern === 'y-m-d') return (day) => day;
  if (pattern !== undefined) {
    return (day) =>
      pattern.replace('d', day.slice(8)).replace('m', day.slice(5, 7)).replace('y', day.slice(0, 4));
  }
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
