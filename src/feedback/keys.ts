// Which keys an entry of each kind has, in the order in which they are written, and which it must have. Read by the
// reader, the writer and the JSON Schema.

import type { Shape } from '../deal/shapes.ts';

/** Keys of an entry that hold a map of their own, and what stands in it. */
export const MAPS = {
  decision: {
    fields: { as: 'text', on: 'day', why: 'text', until: 'day', metric: 'text', stage: 'text' },
    required: ['as', 'on'],
    example: '{as: trial, on: 2026-11-30, why: try it with two deals, until: 2027-01-31}',
  },
  done: {
    fields: { on: 'day', result: 'text' },
    required: ['on'],
    example: '{on: 2027-02-01, result: the template is in use}',
  },
  dropped: {
    fields: { on: 'day', why: 'text' },
    required: ['on'],
    example: '{on: 2026-12-01, why: the deal was lost}',
  },
} as const satisfies Record<string, Shape>;

/** `earlier` is a list of decisions. */
const FEEDBACK = [
  ...['id', 'on', 'kind', 'text', 'why', 'stage', 'deal', 'by', 'ref'],
  ...['decision', 'earlier', 'done', 'process'],
] as const;

export const KEYS = {
  works: { keys: FEEDBACK, required: ['id', 'on', 'kind', 'text'] },
  change: { keys: FEEDBACK, required: ['id', 'on', 'kind', 'text'] },
  stop: { keys: FEEDBACK, required: ['id', 'on', 'kind', 'text'] },
  question: { keys: FEEDBACK, required: ['id', 'on', 'kind', 'text'] },
  action: {
    keys: ['id', 'on', 'kind', 'text', 'owner', 'due', 'deal', 'ref', 'done', 'dropped'],
    required: ['id', 'on', 'kind', 'text'],
  },
  held: { keys: ['id', 'on', 'kind', 'what'], required: ['id', 'on', 'kind', 'what'] },
} as const satisfies Record<
  string,
  { readonly keys: readonly string[]; readonly required: readonly string[] }
>;

export type EntryKind = keyof typeof KEYS;
export const ENTRY_KINDS = Object.keys(KEYS) as EntryKind[];

export function isEntryKind(text: string): text is EntryKind {
  return Object.hasOwn(KEYS, text);
}
