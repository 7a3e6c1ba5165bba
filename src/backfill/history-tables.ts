// Tables of a CRM's history → what they say changed, cell by cell, before anything is read as a date or an amount.
// Four shapes: a row a state (Salesforce's OpportunityHistory), a row a field's change (OpportunityFieldHistory),
// a row a property's value (HubSpot), and a row a state with the interval in which it held (Fivetran).

import { readFlag } from '../crm-import/flags.ts';
import { squeeze } from '../crm-import/headers.ts';
import { cellAt, type Table, type TableRow } from '../crm-import/table.ts';

/** The fields whose past a history can tell. */
export const HISTORY_FIELDS = ['name', 'account', 'owner', 'stage', 'amount', 'close'] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];

/** One cell of a history: from then on a deal's field has that value. All texts as they stand there. */
export interface RawChange {
  readonly file: string;
  readonly line: number;
  /** The CRM's id of the deal. */
  readonly deal: string;
  readonly when: string;
  /** `gone`: from then on there is no such deal. */
  readonly field: HistoryField | 'gone';
  readonly value: string;
  /** What it was before; undefined where the history does not say. */
  readonly before: string | undefined;
}

/** What the CRMs call the fields, squeezed. */
const CALLED: Readonly<Record<HistoryField, readonly string[]>> = {
  name: ['name', 'opportunityname', 'dealname'],
  account: ['account', 'accountname', 'accountid', 'company'],
  owner: ['owner', 'ownername', 'ownerid', 'hubspotownerid', 'dealowner'],
  stage: ['stagename', 'stage', 'dealstage', 'pipelinestageid', 'dealpipelinestageid'],
  amount: ['amount', 'dealamount'],
  close: ['closedate', 'expectedclosedate'],
};

const DEAL_ID = ['opportunityid', 'dealid'];
const OLD = ['oldvalue'];
const NEW = ['newvalue'];
const FIELD = ['field', 'fieldevent', 'editedfield'];
const SINCE = ['fivetranstart'];
const WHEN = ['createddate', 'timestamp', 'changedate', 'editdate', 'lastmodified', 'dateentered'];

const ALL = new Set([...Object.values(CALLED), DEAL_ID, OLD, NEW, FIELD, SINCE, WHEN].flat());

/** Whether a cell is a header that a history has: where to look for the table below a preamble. */
export function isHistoryHeader(cell: string): boolean {
  return ALL.has(squeeze(cell));
}

/** The changes that a table tells; undefined where it is no history. */
export function changesIn(table: Table): RawChange[] | undefined {
  const at = columnFinder(table);
  const shape = [fieldChanges, propertyValues, intervals, states].find((one) => one.fits(at));
  return shape === undefined ? undefined : table.rows.flatMap((row) => shape.read(row, at, table));
}

/** The first column that has one of these headers; -1. */
type ColumnFinder = (names: readonly string[]) => number;

function columnFinder({ headers }: Table): ColumnFinder {
  const places = new Map<string, number>();
  for (const [place, header] of headers.entries()) {
    if (!places.has(squeeze(header))) places.set(squeeze(header), place);
  }
  return (names) => names.map((name) => places.get(name) ?? -1).find((place) => place >= 0) ?? -1;
}

interface Shape {
  fits(at: ColumnFinder): boolean;
  read(row: TableRow, at: ColumnFinder, table: Table): RawChange[];
}

type Place = Pick<RawChange, 'file' | 'line' | 'deal' | 'when'>;

function place(row: TableRow, { file }: Table, deal: string, when: string): Place {
  return { file: row.file ?? file, line: row.line, deal, when };
}

function fieldNamed(text: string): HistoryField | undefined {
  const key = squeeze(text);
  return HISTORY_FIELDS.find((field) => CALLED[field].includes(key));
}

/** Salesforce tells an owner or an account by ids of this form, in some tables beside the name. */
const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

function isRecordId(field: HistoryField, value: string): boolean {
  return (field === 'owner' || field === 'account') && RECORD_ID.test(value) && /\d/.test(value);
}

const fieldChanges: Shape = {
  fits: (at) => [DEAL_ID, FIELD, OLD, NEW, WHEN].every((names) => at(names) >= 0),
  read(row, at, table) {
    const field = fieldNamed(cellAt(row, at(FIELD)));
    const [value, before] = [cellAt(row, at(NEW)), cellAt(row, at(OLD))];
    if (field === undefined) return [];
    if (isRecordId(field, value)) return [];
    return [{ ...place(row, table, cellAt(row, at(DEAL_ID)), cellAt(row, at(WHEN))), field, value, before }];
  },
};

const PROPERTY = ['name', 'property', 'propertyname'];
const VALUE = ['value', 'propertyvalue'];
const TIMESTAMP = ['timestamp', 'changedate'];

const propertyValues: Shape = {
  fits: (at) => [DEAL_ID, TIMESTAMP, PROPERTY, VALUE].every((names) => at(names) >= 0),
  read(row, at, table) {
    const field = fieldNamed(cellAt(row, at(PROPERTY)));
    if (field === undefined) return [];
    const where = place(row, table, cellAt(row, at(DEAL_ID)), cellAt(row, at(TIMESTAMP)));
    return [{ ...where, field, value: cellAt(row, at(VALUE)), before: undefined }];
  },
};

const UNTIL = ['fivetranend'];
const ACTIVE = ['fivetranactive'];
const DELETED = ['isdeleted', 'fivetrandeleted', 'deleted'];
const CLOSED = ['isclosed'];
const WON = ['iswon', 'isclosedwon'];

const intervals: Shape = {
  fits: (at) => at(SINCE) >= 0 && at([...DEAL_ID, 'id']) >= 0,
  read(row, at, table) {
    const where = place(row, table, cellAt(row, at([...DEAL_ID, 'id'])), cellAt(row, at(SINCE)));
    const gone = { ...where, field: 'gone', value: '', before: undefined } as const;
    if (readFlag(cellAt(row, at(DELETED))) === true) return [gone];
    const ends = at(ACTIVE) >= 0 && readFlag(cellAt(row, at(ACTIVE))) === false;
    const end = cellAt(row, at(UNTIL));
    // HubSpot's table of stages holds the stage as its value.
    const isOfStages = at(CALLED.stage) < 0 && at(VALUE) >= 0;
    const told = isOfStages
      ? [{ ...where, field: 'stage', value: cellAt(row, at(VALUE)), before: undefined } as const]
      : fieldsOf(row, at, where);
    return ends && end !== '' ? [...told, { ...gone, when: end }] : told;
  },
};

const states: Shape = {
  fits: (at) => at(DEAL_ID) >= 0 && at(WHEN) >= 0 && at(CALLED.stage) >= 0,
  read(row, at, table) {
    const where = place(row, table, cellAt(row, at(DEAL_ID)), cellAt(row, at(WHEN)));
    if (readFlag(cellAt(row, at(DELETED))) === true)
      return [{ ...where, field: 'gone', value: '', before: undefined }];
    return fieldsOf(row, at, where);
  },
};

function fieldsOf(row: TableRow, at: ColumnFinder, where: Place): RawChange[] {
  return HISTORY_FIELDS.flatMap((field) => {
    const column = at(CALLED[field]);
    if (column < 0) return [];
    const value = field === 'stage' ? stageOf(row, at, cellAt(row, column)) : cellAt(row, column);
    if (isRecordId(field, value)) return [];
    return [{ ...where, field, value, before: undefined }];
  });
}

/** Flags of the outcome say more than a stage's name does. */
function stageOf(row: TableRow, at: ColumnFinder, named: string): string {
  if (readFlag(cellAt(row, at(CLOSED))) !== true || at(CLOSED) < 0 || at(WON) < 0) return named;
  return readFlag(cellAt(row, at(WON))) === true ? 'won' : 'lost';
}
