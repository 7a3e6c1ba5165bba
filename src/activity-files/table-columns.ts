// Which column of a table of activities holds what: by headers in English and Polish, as CRMs and calendars write them.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { said } from '../base/said.ts';
import { cellAt, type Table } from '../crm-import/table.ts';

/** What a column may hold, with the headers for it: of several the first that says something. */
const HEADERS = {
  day: [
    ...['date', 'data', 'day', 'dzień', 'on', 'when', 'kiedy', 'activity date', 'data aktywności'],
    ...['data spotkania', 'data kontaktu', 'data i godzina', 'datum', 'start date', 'data rozpoczęcia'],
    ...[
      'start date time',
      'activity date time',
      'meeting start time',
      'due date',
      'termin',
      'start',
      'start time',
    ],
    ...['początek', 'activity due date', 'timestamp', 'occurred at', 'completed date', 'completed date time'],
  ],
  type: [
    'type',
    'typ',
    'rodzaj',
    'activity type',
    'typ aktywności',
    'rodzaj aktywności',
    'kind',
    'event type',
  ],
  subject: [
    ...[
      'subject',
      'temat',
      'title',
      'tytuł',
      'summary',
      'activity subject',
      'meeting name',
      'nazwa spotkania',
    ],
    ...['podsumowanie', 'activity title', 'what'],
  ],
  note: [
    ...[
      'note',
      'notes',
      'notatka',
      'notatki',
      'opis',
      'description',
      'uwagi',
      'comments',
      'komentarz',
      'activity note',
    ],
    ...['details', 'treść', 'body', 'full comments', 'przebieg'],
  ],
  deal: [
    ...[
      'deal',
      'deal id',
      'transakcja',
      'id transakcji',
      'szansa',
      'id szansy',
      'szansa sprzedaży',
      'opportunity',
    ],
    ...['opportunity id', 'opportunity name', 'deal name', 'deal title', 'associated deal', 'opportunity c'],
    ...['what id', 'related to', 'regarding', 'dotyczy'],
  ],
  account: [
    ...['account', 'account name', 'firma', 'nazwa firmy', 'company', 'company name', 'klient', 'kontrahent'],
    ...[
      'customer',
      'organization',
      'organisation',
      'organization name',
      'organizacja',
      'account id',
      'associated company',
      'konto',
    ],
  ],
  id: ['id', 'activity id', 'event id', 'task id', 'record id', 'uid', 'id aktywności', 'identyfikator'],
  status: ['status', 'state', 'stan', 'activity status'],
  done: [
    ...['done', 'is done', 'activity done', 'completed', 'is closed', 'wykonane', 'zrobione', 'zakończone'],
    ...['zrealizowane'],
  ],
  deleted: ['is deleted', 'deleted', 'usunięte'],
  private: ['private', 'is private', 'prywatne'],
} as const satisfies Record<string, readonly string[]>;

/** Columns for addresses: all that are there. */
const ADDRESSES = [
  ...[
    'email',
    'e-mail',
    'mail',
    'contact',
    'contacts',
    'kontakt',
    'kontakty',
    'email address',
    'adres e-mail',
  ],
  ...[
    'contact email',
    'person email',
    'person email work',
    'attendees',
    'participants',
    'guests',
    'uczestnicy',
  ],
  ...[
    'required attendees',
    'optional attendees',
    'meeting organizer',
    'wymagani uczestnicy',
    'opcjonalni uczestnicy',
  ],
  ...['organizator spotkania', 'from', 'to', 'associated contact', 'who'],
];

export type ColumnName = keyof typeof HEADERS;

export interface ActivityColumns {
  /** From 0; -1 where there is none. */
  readonly column: Readonly<Record<ColumnName, number>>;
  readonly addresses: readonly number[];
}

/** What tells the deal; any of these will do. */
const TELLING = ['deal', 'id', 'account', 'subject', 'note'] as const;

/**
 * The columns of a table.
 * @throws Failure `mapping-needed` with what was looked for, where the day is missing or all that may tell the deal
 */
export function activityColumns({ file, headers, rows }: Table): ActivityColumns {
  const squeezed = headers.map(squeeze);
  const isFilled = (at: number) => rows.some((row) => cellAt(row, at) !== '');
  const find = (names: readonly string[]) => {
    const found = names.map((name) => squeezed.indexOf(squeeze(name))).filter((at) => at >= 0);
    return found.find(isFilled) ?? found[0] ?? -1;
  };
  const column = Object.fromEntries(
    Object.entries(HEADERS).map(([name, words]) => [name, find(words)]),
  ) as Record<ColumnName, number>;
  const wanted = new Set(ADDRESSES.map(squeeze));
  const addresses = [...squeezed.keys()].filter((at) => wanted.has(squeezed[at] ?? ''));
  if (column.day < 0) throw missing(file, headers, 'the day', HEADERS.day);
  if (addresses.length === 0 && TELLING.every((name) => column[name] < 0)) {
    const looked = [HEADERS.deal, ADDRESSES, HEADERS.account, HEADERS.subject].flatMap((words) =>
      words.slice(0, 4),
    );
    throw missing(file, headers, 'which deal it was about', looked);
  }
  return { column, addresses };
}

/** Whether a cell is the header of a column that is known. */
export function isActivityHeader(cell: string): boolean {
  return KNOWN.has(squeeze(cell));
}

function squeeze(header: string): string {
  return fold(header).replaceAll(' ', '');
}

const KNOWN = new Set([...Object.values(HEADERS).flat(), ...ADDRESSES].map(squeeze));
const MOST_HEADERS = 12;

function missing(file: string, headers: readonly string[], what: string, looked: readonly string[]): Failure {
  const has = headers.slice(0, MOST_HEADERS).join(', ');
  const more = headers.length > MOST_HEADERS ? ` and ${headers.length - MOST_HEADERS} more` : '';
  return new Failure(
    'mapping-needed',
    said('{file}: no column tells {what}. It has: {has}{more}.', { file, what, has, more }),
    {
      hint: said('Call it one of these: {looked}.', { looked: looked.slice(0, MOST_HEADERS).join(', ') }),
    },
  );
}
