// What every chart is given and gives back. A chart takes plain values, knows no view, and computes no figure of the domain.

import { type Day, epochDay } from '../base/day.ts';
import { wordsOf } from '../render/locale.ts';
import { safeForTerminal } from '../render/safe.ts';
import type { Message } from '../words/message.ts';
import { type Language, speak } from '../words/speak.ts';
import type { Caption } from './caption.ts';

export interface ChartLook {
  /** Of the chart, and of no other on its page: letters, digits and hyphens. */
  readonly id: string;
  /** Of its words, figures and dates. */
  readonly language: Language;
  /** Of all money in it. */
  readonly currency: string;
}

/** One chart for a page. */
export interface Chart {
  /** What it is of, not escaped yet. */
  readonly title: string;
  /**
   * Two pictures, of which CHART_STYLE shows the one that fits: text of `<svg>` elements for the body of an HTML page. Without
   * style, script, link and inline style, so that a policy of `default-src 'none'` holds; every text is escaped.
   */
  readonly svg: string;
  /** What it shows, in words; a picture describes itself by the same ones. */
  readonly caption: Caption;
}

/** What a number is, and so how it is written. */
export type Unit = 'money' | 'count' | 'share' | 'number';

/** How values are written on a chart. */
export interface Figures {
  /** In full: in captions and beside bars. */
  full(value: number, unit: Unit): string;
  /** With a sign, but for 0. */
  signed(value: number, unit: Unit): string;
  /** As short as an axis needs it: `1.2M`. */
  short(value: number, unit: Unit): string;
  /** With the currency behind it. */
  money(value: number): string;
  day(day: Day): string;
  /** A day at an axis: `Nov 23`, or with its year. */
  tick(epochMs: number, withYear: boolean): string;
}

export function figuresOf({ language, currency }: ChartLook): Figures {
  const { locale } = language;
  const words = wordsOf(language);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const full = (value: number, unit: Unit): string => {
    if (unit === 'share') return words.cell({ kind: 'share', share: value }, 0);
    if (unit === 'number') return withMinus(decimal.format(value));
    return words.cell({ kind: 'count', count: unit === 'money' ? Math.round(value) : value }, 0);
  };
  return {
    full,
    signed: (value, unit) => (value > 0 ? `+${full(value, unit)}` : full(value, unit)),
    short: (value, unit) => (unit === 'share' ? full(value, unit) : withMinus(compact.format(value))),
    money: (value) => `${full(value, 'money')} ${currency}`,
    day: words.day,
    tick: (epochMs, withYear) =>
      new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        month: 'short',
        ...(withYear ? { year: 'numeric' } : { day: 'numeric' }),
      }).format(epochMs),
  };
}

function withMinus(text: string): string {
  return text.replace('-', '−').replaceAll('\u202f', '\u00a0');
}

const LONGEST_NAME = 80;

/** A name from a file as one short line. */
export function named(name: string): string {
  const line = safeForTerminal(name);
  return line.length > LONGEST_NAME ? `${Array.from(line).slice(0, LONGEST_NAME).join('')}…` : line;
}

export const MS_PER_DAY = 86_400_000;

/** As axes of time count: milliseconds since 1970, at the start of the day in UTC. */
export function epochMs(day: Day): number {
  return epochDay(day) * MS_PER_DAY;
}

/** Whether an axis needs years: `Nov 2026` rather than `Nov 23`. */
export function isLong(lowMs: number, highMs: number): boolean {
  return highMs - lowMs > 300 * MS_PER_DAY;
}

/** `1 deal`, `1,200 deals`. */
export function dealsText(deals: number, look: ChartLook): string {
  return told('{deals, plural, one {# deal} other {# deals}}', { deals }, look);
}

/** A message in the reader's language. @param values numbers choose plurals; all else is shown as it is */
export function told(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  { language }: Pick<ChartLook, 'language'>,
): string {
  return speak<string>(message, values, language).join('');
}
