// The fields that a mirrored CRM holds: those that the mapping in force reads from its exports.

import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { storedMappings } from './stored-mappings.ts';

/** Columns of an export that come to the same field of a deal. */
const FIELD_OF: Readonly<Record<string, string>> = {
  closed: 'close',
  won_on: 'close',
  lost_on: 'close',
  status: 'stage',
  is_closed: 'stage',
  is_won: 'stage',
  amount_closed: 'amount',
};

const ALL = [
  'name',
  'account',
  'owner',
  'stage',
  'amount',
  'currency',
  'created',
  'close',
  'next_step',
  'lost_reason',
];

/** The mirrored fields of a deal; empty in an own book, and for a deal that the CRM does not have. */
export function mirroredFields({
  root,
  settings,
}: Pick<Book, 'root' | 'settings'>): (deal: Deal) => ReadonlySet<string> {
  const { sourceOfRecord } = settings;
  if (sourceOfRecord === '') return () => NONE;
  const mapping = storedMappings(root).get(sourceOfRecord)?.mapping;
  const mapped = Object.entries(mapping?.columns ?? {}).filter(([, header]) => header !== null);
  const fields = new Set(mapping === undefined ? ALL : mapped.map(([key]) => FIELD_OF[key] ?? key));
  return (deal) => (deal.source?.system === sourceOfRecord ? fields : NONE);
}

const NONE: ReadonlySet<string> = new Set();
