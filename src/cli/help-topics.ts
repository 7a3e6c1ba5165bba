// What `pipeline help TOPIC` says, and the page of the reference. A test reads every example as the program does.

import { ExitStatus } from '../base/exit-status.ts';
import { FIELD_NAMES } from '../report/row-fields.ts';
import type { TopicName } from './topic-names.ts';

export interface Topic {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Examples below a header; the first column is what is typed. */
  readonly table: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly after?: readonly string[];
}

/** What stands in a table where something is refused. */
export const REFUSED = 'refused';
/** The Monday, and the fiscal year, that examples are told of. */
export const EXAMPLE_CALENDAR = { today: '2026-11-23', fiscalYearStarts: 1 } as const;

const MEANINGS: Readonly<Record<Exclude<ExitStatus, 130 | 143>, string>> = {
  [ExitStatus.done]: 'done, nothing found',
  [ExitStatus.findings]: 'findings at or above the gate, or differences with --exit-code',
  [ExitStatus.usage]: 'usage or configuration, or nothing to look at',
  [ExitStatus.rejected]: 'deals unreadable or rows rejected',
  [ExitStatus.locked]: 'locked, or changed by someone else meanwhile',
  [ExitStatus.io]: 'disk, permission and other I/O',
  [ExitStatus.bug]: 'a bug in pipeline',
};

export const HELP_TOPICS: Readonly<Record<TopicName, Topic>> = {
  dates: {
    title: 'Days as people type them',
    paragraphs: [
      'Commands that write a deal, like add, log and move, take days in English and Polish, in upper or lower case, with or without accents, and say what they understood. Elsewhere a day is written 2026-11-23.',
      'A promise or a close date is looked for ahead, an activity behind. A weekday is the next one after today or the last one before it, never today. A day and a month without a year is the next or the last such day, today included; where one less than 45 days away on the other side of today may be meant, both are named. A period is its last day. Quarters are those of the fiscal year.',
      "03/04 is read by the workspace's locale; plain en does not tell. With points the day comes first everywhere. What can be read in several ways is refused, and the message names them.",
    ],
    table: {
      header: ['on Monday 2026-11-23', 'ahead', 'behind'],
      rows: [
        ['today, dziś', '2026-11-23', '2026-11-23'],
        ['tomorrow, jutro', '2026-11-24', '2026-11-24'],
        ['przedwczoraj', '2026-11-21', '2026-11-21'],
        ['fri, pt, piątek', '2026-11-27', '2026-11-20'],
        ['mon, poniedziałek', '2026-11-30', '2026-11-16'],
        ['fri next week', '2026-12-04', '2026-12-04'],
        ['next fri', REFUSED, REFUSED],
        ['+2w, in 2 weeks, za 2 tygodnie', '2026-12-07', '2026-12-07'],
        ['-3d, 3 days ago, 3 dni temu', '2026-11-20', '2026-11-20'],
        ['+1m, za miesiąc', '2026-12-23', '2026-12-23'],
        ['+10', '2026-12-03', '2026-12-03'],
        ['15.01, 15 jan, 15 stycznia', '2027-01-15', '2026-01-15'],
        ['15.01.2026, 15/01/26', '2026-01-15', '2026-01-15'],
        ['the 15th', '2026-12-15', '2026-11-15'],
        ['end of Q1, koniec Q1', '2027-03-31', '2026-03-31'],
        ['end of month, eom', '2026-11-30', '2026-11-30'],
        ['koniec roku, eoy', '2026-12-31', '2026-12-31'],
        ['end of next quarter', '2027-03-31', '2027-03-31'],
        ['Q1, 2027-Q1', '2027-03-31', REFUSED],
        ['W50, 2026-W50', '2026-12-13', REFUSED],
        ['mid jan, połowa stycznia', '2027-01-15', '2026-01-15'],
      ],
    },
  },
  amounts: {
    title: 'Amounts as people type them',
    paragraphs: [
      'Commands that write a deal take amounts like these and say what they understood. Without a currency it is that of the deal, else of the workspace. Files and machine formats have plain decimals: 1200000.50.',
      'Where a single comma or point has three digits behind it, they are thousands or decimals: the locale tells. Where it does not, or the currency has fewer decimals, the amount is refused with both readings.',
    ],
    table: {
      header: ['in a workspace in PLN', 'locale pl', 'locale en'],
      rows: [
        ['120k, 120 tys.', '120000 PLN', '120000 PLN'],
        ['1.2m, 1,2 mln', '1200000 PLN', '1200000 PLN'],
        ['1 200 000,50 zł', '1200000.50 PLN', '1200000.50 PLN'],
        ['€1,200.50', '1200.50 EUR', '1200.50 EUR'],
        ['120000 EUR, 120k EUR', '120000 EUR', '120000 EUR'],
        ["1'200.50, 1.200,50", '1200.50 PLN', '1200.50 PLN'],
        ['1,200', REFUSED, '1200 PLN'],
        ['1.200', REFUSED, REFUSED],
        ['-5k', '-5000 PLN', '-5000 PLN'],
        ['100 kr', REFUSED, REFUSED],
      ],
    },
  },
  periods: {
    title: 'Periods',
    paragraphs: [
      'Where a period is asked for (--closing, --period), it is one of these; both its days are in it. Quarters and years are fiscal ones: a fiscal year has the name of the calendar year that it ends in (fiscal_year_starts in pipeline.yaml). Weeks begin on Monday (ISO 8601).',
    ],
    table: {
      header: ['on Monday 2026-11-23', 'from', 'to'],
      rows: [
        ['2026-Q4', '2026-10-01', '2026-12-31'],
        ['2026-11', '2026-11-01', '2026-11-30'],
        ['2026-W48', '2026-11-23', '2026-11-29'],
        ['2026', '2026-01-01', '2026-12-31'],
        ['2026-10-15..2026-11-30', '2026-10-15', '2026-11-30'],
        ['this-week', '2026-11-23', '2026-11-29'],
        ['next-month', '2026-12-01', '2026-12-31'],
        ['last-quarter', '2026-07-01', '2026-09-30'],
        ['this-year', '2026-01-01', '2026-12-31'],
      ],
    },
  },
  filters: {
    title: 'Filters',
    paragraphs: [
      "--where 'FIELD OP VALUE' takes the deals of which that holds; given several times, all must hold. OP is = != < <= > >= or ~ (contains, without regard to case and accents). Quote it: < and > are the shell's otherwise.",
      'Amounts and numbers are compared as numbers, days as days, the rest as text. An empty field matches nothing but FIELD=; FIELD!= is any that is not empty.',
      'Amounts and days are typed as elsewhere: 120k, +2w, end of Q1 (pipeline help amounts, pipeline help dates). A stage is meant by its id or label, an owner by id or name. One that there is not is refused, like a category, group, currency, reason or kind of activity that no deal and no list has.',
    ],
    table: {
      header: ['condition', 'deals'],
      rows: [
        ['amount >= 50000', 'of 50,000 or more, in their own currency'],
        ['amount >= 50k', 'the same'],
        ['value < 20000', 'below 20,000 in the reporting currency'],
        ['close <= 2026-12-31', 'due by then; not those without a close date'],
        ['close <= end of year', 'due by the end of the fiscal year'],
        ['next_step=', 'without a next step'],
        ['next_step!=', 'with one'],
        ['owner != anna', 'of another owner; not those without one'],
        ['account ~ sa', 'whose account has these letters'],
        ['last_sign_of_life < 2026-11-01', 'without a sign of life since'],
        ['close_moves >= 2', 'whose close date moved twice or more'],
      ],
    },
    after: [
      `Fields: ${FIELD_NAMES.join(', ')}, and custom.KEY for any key under custom (segment is short for custom.segment).`,
    ],
  },
  'exit-statuses': {
    title: 'Exit statuses',
    paragraphs: ['The same for every verb and every format; never a count.'],
    table: {
      header: ['status', 'meaning'],
      rows: [
        ...Object.entries(MEANINGS).map(([status, meaning]) => [status, meaning]),
        [`${ExitStatus.interrupted} / ${ExitStatus.terminated}`, 'interrupted by Ctrl-C / asked to stop'],
      ],
    },
    after: ['Unreadable deals win over findings: 3, not 1.'],
  },
};
