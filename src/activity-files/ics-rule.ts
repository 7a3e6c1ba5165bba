// RRULE as a value: which days an event comes again on. What comes again within a day is no meeting.

export interface Rule {
  readonly frequency: (typeof FREQUENCIES)[number];
  readonly interval: number;
  /** Undefined: as often as it comes. */
  readonly count: number | undefined;
  /** As it is written, a day or a moment; ''. */
  readonly until: string;
  /** From 1 Monday; place: the how-manieth of the month or year, from the end where negative, 0 each. */
  readonly weekdays: readonly { readonly weekday: number; readonly place: number }[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  /** Which of the days of one period. */
  readonly places: readonly number[];
  readonly weekStart: number;
}

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const READ = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'];
/** Parts that say when within the day; a list would be several times a day. */
const WITHIN_A_DAY = /^BY(HOUR|MINUTE|SECOND)=\d+$/;
const LONGEST = 1_000;
const MOST_IN_A_LIST = 31;

/** The rule; undefined where it can't be read as days. */
export function ruleOf(value: string): Rule | undefined {
  if (value.length > LONGEST) return undefined;
  const parts = new Map<string, string>();
  for (const part of value.toUpperCase().split(';')) {
    const [key = '', text = ''] = part.split('=').map((piece) => piece.trim());
    if (part.trim() === '' || WITHIN_A_DAY.test(part.trim())) continue;
    if (!READ.includes(key) || text === '') return undefined;
    parts.set(key, text);
  }
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  const interval = numbersOf(parts.get('INTERVAL') ?? '1', 10_000);
  const count = numbersOf(parts.get('COUNT'), 1_000_000);
  const weekdays = weekdaysOf(parts.get('BYDAY'));
  const monthDays = numbersOf(parts.get('BYMONTHDAY'), 31);
  const months = numbersOf(parts.get('BYMONTH'), 12);
  const places = numbersOf(parts.get('BYSETPOS'), 366);
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO') + 1;
  if (frequency === undefined || weekStart === 0) return undefined;
  if (interval === undefined || count === undefined || weekdays === undefined) return undefined;
  if (monthDays === undefined || months === undefined || places === undefined) return undefined;
  if (frequency === 'WEEKLY' && monthDays.length > 0) return undefined;
  const [every = 0] = interval;
  const [times] = count;
  if (every < 1 || (times !== undefined && times < 1) || months.some((month) => month < 1)) return undefined;
  const until = parts.get('UNTIL') ?? '';
  return { frequency, interval: every, count: times, until, weekdays, monthDays, months, places, weekStart };
}

/** Whole numbers other than 0, no further from it than `most`; undefined where a text is none. */
function numbersOf(text: string | undefined, most: number): number[] | undefined {
  if (text === undefined) return [];
  const numbers = text.split(',').map((one) => (/^[+-]?\d{1,7}$/.test(one) ? Number(one) : 0));
  if (numbers.length > MOST_IN_A_LIST) return undefined;
  return numbers.every((number) => number !== 0 && Math.abs(number) <= most) ? numbers : undefined;
}

function weekdaysOf(text: string | undefined): Rule['weekdays'] | undefined {
  if (text === undefined) return [];
  const found = text.split(',').map((one) => {
    const [, place = '', name = ''] = /^([+-]?[1-9]\d?)?([A-Z]{2})$/.exec(one) ?? [];
    return { weekday: WEEKDAYS.indexOf(name) + 1, place: Number(place) };
  });
  if (found.length > MOST_IN_A_LIST) return undefined;
  return found.every(({ weekday, place }) => weekday > 0 && Math.abs(place) <= 53) ? found : undefined;
}
