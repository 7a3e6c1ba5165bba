// The files that a person gives → what they tell: calendars and tables, told apart by what is in them.

import { Failure } from '../base/failure.ts';
import { type Said, said } from '../base/said.ts';
import type { ColumnOrder } from '../crm-import/date-text.ts';
import { decodeBytes, type Encoding } from '../crm-import/decode.ts';
import { NO_MAPPING } from '../crm-import/mapping.ts';
import { type ExportFile, tablesOf } from '../crm-import/read-exports.ts';
import { isZip } from '../crm-import/read-workbook.ts';
import type { FileItem } from '../entry/happened.ts';
import type { Settings } from '../workspace/settings.ts';
import { calendarItems } from './calendar-items.ts';
import { isCalendar } from './ics-lines.ts';
import { isActivityHeader } from './table-columns.ts';
import { tableItems } from './table-items.ts';
import type { Window } from './window.ts';

export interface ActivityReading {
  readonly settings: Settings;
  readonly window: Window;
  /** Addresses of the team, in lower case. */
  readonly team: ReadonlySet<string>;
  /** The type of a calendar's events; of rows that say none. @throws Failure `usage` where the workspace has none such */
  readonly typeOf: (kind: ActivityFile['kind']) => string;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
  readonly dates: ColumnOrder | undefined;
  isDeal(text: string): boolean;
}

export interface ActivityFile {
  readonly file: string;
  readonly kind: 'calendar' | 'table';
  readonly items: readonly FileItem[];
  /** How it was read, where that had to be decided; a sentence each. */
  readonly decisions: readonly Said[];
}

/**
 * What the files tell, in their order.
 * @throws Failure `export-unreadable`, `mapping-needed` where a column is missing, `nothing-to-look-at` for a file with
 *   nothing in it
 */
export async function readActivities(
  files: readonly ExportFile[],
  reading: ActivityReading,
): Promise<ActivityFile[]> {
  const read: ActivityFile[] = [];
  for (const file of files) {
    const calendar = calendarText(file, reading);
    const found =
      calendar === undefined ? await tables(file, reading) : [calendarFile(file.name, calendar, reading)];
    if (found.every(({ items }) => items.length === 0)) throw empty(file.name);
    read.push(...found);
  }
  return read;
}

/** Undefined where it is none. */
function calendarText(
  { name, bytes }: ExportFile,
  { encoding, settings }: ActivityReading,
): string | undefined {
  const zipped = isZip(bytes);
  const text = zipped ? '' : decodeBytes(bytes, name, { asked: encoding, locale: settings.locale }).text;
  if (isCalendar(text)) {
    if (bytes.length <= MOST_BYTES) return text;
    throw new Failure(
      'export-unreadable',
      said('{name} is larger than {most_bytes} MiB.', { name, most_bytes: MOST_BYTES / 1024 / 1024 }),
      {
        hint: 'Export a shorter time.',
      },
    );
  }
  if (!/\.ics$/i.test(name)) return undefined;
  throw new Failure(
    'export-unreadable',
    said('{name} is no calendar: it does not begin with BEGIN:VCALENDAR.', { name }),
    {
      hint: zipped ? 'It is a zip file: unpack it first.' : 'Export the calendar again as iCalendar (.ics).',
    },
  );
}

const MOST_BYTES = 64 * 1024 * 1024;

function calendarFile(
  name: string,
  text: string,
  { settings, window, typeOf, team }: ActivityReading,
): ActivityFile {
  const items = calendarItems(text, {
    ...{ file: name, window, type: typeOf('calendar'), timeZone: settings.timeZone },
    team,
  });
  return { file: name, kind: 'calendar', items, decisions: [] };
}

async function tables(file: ExportFile, reading: ActivityReading): Promise<ActivityFile[]> {
  const { settings, window, typeOf, dates, encoding, delimiter, isDeal } = reading;
  const read = await tablesOf([file], {
    ...{ encoding, delimiter, usual: NO_MAPPING, locale: settings.locale, isHeader: isActivityHeader },
  });
  const { activityTypes, timeZone, locale } = settings;
  return read.map((table) => {
    const type = typeOf('table');
    const { items, decisions } = tableItems(table, {
      ...{ type, activityTypes, timeZone, locale, dates, window, isDeal },
    });
    return { file: table.file, kind: 'table', items, decisions };
  });
}

function empty(name: string): Failure {
  return new Failure(
    'nothing-to-look-at',
    said('There is nothing in {name}: no row and no event.', { name }),
    {
      hint: 'Export it again; the time that it is of may be too short.',
    },
  );
}
