// The commands that mend a deal, as hints name them: … stands for what a person fills in. And whether a deal is mended
// here by one at all.

import { asValue, type Said, type Sayable, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { DealKey } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Settings } from '../workspace/settings.ts';
import { recordIn, whereToFix } from './place.ts';
import type { Looked, Place } from './rule.ts';

/**
 * What to do: by command where the deal is written here, else where a person goes to: the CRM's record, or, for what a
 * snapshot shows, the deal's file.
 */
export function hintFor(
  row: DealRow,
  place: Place,
  book: Looked,
  { ours, elsewhere }: { readonly ours: Sayable; elsewhere(where: Said): Sayable },
): Sayable {
  return isMendedHere(row, book) ? ours : elsewhere(whereToFix(place, row, book));
}

/** Whether commands change the deal as the book shows it: no CRM holds it, and it is no past one. */
export function isMendedHere(row: Pick<DealRow, 'source'>, book: Pick<Looked, 'settings' | 'past'>): boolean {
  return !book.past && recordIn(row, book) === undefined;
}

/** The hint with the command that fills in the field, where the deal is mended here. */
export function withCommand(hint: Sayable, row: DealRow, field: string, book: Looked): Sayable {
  if (!isMendedHere(row, book)) return hint;
  return said('{hint} → {command}', { hint: asValue(hint), command: fieldCommand(row.id, field) });
}

/** How a field is filled in. */
export function fieldCommand(id: string, field: string): string {
  return commandsFor(id, [field])[0] ?? '';
}

/** How fields are filled in: those that are set by one command, then those that have a verb of their own. */
export function fieldCommands(id: string, fields: readonly string[]): string {
  return commandsFor(id, fields).join('; ');
}

/** `pipeline log acme-erp "…" --on DAY`, with a type where it must be of one. */
export function logCommand(id: string, type?: string): string {
  const of = type === undefined ? '' : ` --type ${shellWord(type)}`;
  return `pipeline log ${id} "…"${of} --on DAY`;
}

/** An activity that is a sign of life, which the plain one need not be. */
export function signCommand(id: string, { activityTypes, freshness }: Settings): string {
  const isSign = (type: string) => !freshness.notActivities.includes(type);
  return logCommand(id, isSign(PLAIN_ACTIVITY) ? undefined : activityTypes.find(isSign));
}

/** The type of an activity that nobody named: it says that something was written down, and no more. */
export const PLAIN_ACTIVITY = 'note';

/** Fields with a verb of their own, and those that only an editor changes. */
const COMMANDS: Readonly<Partial<Record<DealKey, (id: string) => string>>> = {
  owner: (id) => `pipeline owner ${id} …`,
  stage: (id) => `pipeline move ${id} STAGE`,
  next_step: (id) => `pipeline next ${id} "…" --by fri`,
  activities: (id) => `pipeline log ${id} "…"`,
  ...edited('stages', 'waive', 'recorded', 'source', 'was', 'merged_into', 'missing', 'custom'),
};

function edited(...keys: readonly DealKey[]): Partial<Record<DealKey, (id: string) => string>> {
  return Object.fromEntries(keys.map((key) => [key, (id: string) => `pipeline edit ${id}`]));
}

function commandsFor(id: string, fields: readonly string[]): readonly string[] {
  const own = fields.flatMap((field) =>
    Object.hasOwn(COMMANDS, field) ? (COMMANDS[field as DealKey]?.(id) ?? []) : [],
  );
  const set = fields
    .filter((field) => !Object.hasOwn(COMMANDS, field))
    .map((field) => `${shellWord(field)}${field === 'contacts' || field === 'checklist' ? '+=' : '='}…`);
  return [...(set.length === 0 ? [] : [`pipeline set ${id} ${set.join(' ')}`]), ...new Set(own)];
}
