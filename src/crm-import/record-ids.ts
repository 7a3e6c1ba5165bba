// Ids that a spreadsheet took for numbers on their way: the record 101 comes as `101.0`, and is no other one.

import { type Said, said } from '../base/said.ts';

export interface RecordIds {
  /** The record's id as it is known here, of one as the export writes it. */
  readonly recordOf: (written: string) => string;
  /** Known records by the id that the export writes instead of theirs. */
  readonly respelled: ReadonlyMap<string, string>;
}

/**
 * An id that is not known as it stands is the known one that is the same whole number. New ids lose their `.0` where
 * those of known records have got one.
 * @param written as the export writes them
 */
export function recordIds(written: Iterable<string>, isKnown: (id: string) => boolean): RecordIds {
  const respelled = new Map<string, string>();
  for (const id of written) {
    if (isKnown(id)) continue;
    const known = otherForms(id).find(isKnown);
    if (known !== undefined) respelled.set(id, known);
  }
  const hasDecimals = [...respelled.keys()].some((id) => WITH_DECIMALS.test(id));
  const recordOf = (id: string) =>
    respelled.get(id) ?? (hasDecimals && !isKnown(id) ? (otherForms(id)[0] ?? id) : id);
  return { recordOf, respelled };
}

/** What the report says of them. */
export function idNotes({ respelled }: Pick<RecordIds, 'respelled'>): Said[] {
  const [first] = respelled;
  if (first === undefined) return [];
  const [written, known] = first;
  return [
    said(
      '{ids, plural, one {# id of a record was} other {# ids of records were}} known in another form: "{written}" is "{known}". Spreadsheets write them so; have that column as text.',
      { ids: respelled.size, written, known },
    ),
  ];
}

const WITH_DECIMALS = /^(\d+)[.,]0+$/;

function otherForms(id: string): string[] {
  const whole = WITH_DECIMALS.exec(id)?.[1];
  if (whole !== undefined) return [whole];
  return /^\d+$/.test(id) ? [`${id}.0`, `${id},0`] : [];
}
