// A calendar date without a time zone: the text YYYY-MM-DD, which sorts as it counts.

/** `YYYY-MM-DD`, checked to be a day that exists. */
export type Day = string & { readonly __day: unique symbol };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** The text as a Day, or undefined where it is not `YYYY-MM-DD` or no such day exists (2026-02-30). */
export function toDay(text: string): Day | undefined {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const found = dayOf(text);
  if (found !== undefined && KNOWN.size < MOST_KNOWN) KNOWN.set(found, found);
  return found;
}

/** Deals name the same few hundred days over and over: each is looked at, and kept, once. */
const KNOWN = new Map<string, Day>();
const MOST_KNOWN = 20_000;

function dayOf(text: string): Day | undefined {
  const match = DAY.exec(text);
  if (match === null) return undefined;
  const epochMs = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (Number(match[1]) < 1000 || new Date(epochMs).toISOString().slice(0, 10) !== text) return undefined;
  return text as Day;
}

/** A day that the program itself writes down. @throws RangeError where it does not exist */
export function day(text: string): Day {
  const found = toDay(text);
  if (found === undefined) throw new RangeError(`not a day: ${text}`);
  return found;
}

/** The number of days since 1970-01-01. */
export function epochDay(of: Day): number {
  return Math.round(Date.parse(of) / MS_PER_DAY);
}

/** The day that many days after 1970-01-01. */
export function fromEpochDay(days: number): Day {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

/** `days` calendar days later; earlier where negative. */
export function addDays(to: Day, days: number): Day {
  return fromEpochDay(epochDay(to) + days);
}

/** Calendar days from `a` to `b`; negative where b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return epochDay(b) - epochDay(a);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(of: Day): number {
  return ((((epochDay(of) + 3) % 7) + 7) % 7) + 1;
}

/** Whether it is the last day of its month. */
export function isMonthEnd(of: Day): boolean {
  const [year, month, date] = [of.slice(0, 4), of.slice(5, 7), of.slice(8)].map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate() === date;
}

/** The calendar date of an instant in a time zone. @throws RangeError for an unknown zone */
export function dayIn(timeZone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return day(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Monday` for 1 to `Sunday` for 7. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}
