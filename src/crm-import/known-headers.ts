// Every header that is known for a field, and who writes it so.

import { FIELDS, type Field, type FieldKey, type FieldKind, type System } from './fields.ts';
import { HEADERS_IN, type HeaderLanguage } from './header-languages.ts';

/** A CRM, or anybody: in English under `other`, else by language. */
export type Writer = System | 'other' | HeaderLanguage;

export const HEADER_LANGUAGES = Object.keys(HEADERS_IN) as readonly HeaderLanguage[];
export const FIELD_KEYS = Object.keys(FIELDS) as readonly FieldKey[];

/** A field's headers by who writes them, the preferred one first. */
export function headersBy(key: FieldKey): Readonly<Partial<Record<Writer, readonly string[]>>> {
  const { headers }: Field = FIELDS[key];
  const spoken = HEADER_LANGUAGES.map((language) => [language, HEADERS_IN[language][key] ?? []] as const);
  return { ...headers, ...Object.fromEntries(spoken) };
}

/** All headers of a field, as they are written. */
export function headersFor(key: FieldKey): string[] {
  return Object.values(headersBy(key)).flat();
}

/** All headers of the fields of a kind. */
export function headersOfKind(isWanted: (kind: FieldKind) => boolean): string[] {
  return FIELD_KEYS.filter((key) => isWanted(FIELDS[key].kind)).flatMap(headersFor);
}
