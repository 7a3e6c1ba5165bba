// Rule unknown-key: a deal's file has a key at the top that means nothing.

import { hitsFrom } from '../from-problems.ts';
import type { BookRule } from '../rule.ts';

export const unknownKey: BookRule<'unknown-key'> = {
  id: 'unknown-key',
  title: 'Unknown key',
  severity: 'info',
  what: "A deal's file has an unknown key at the top. It is kept as it is.",
  why: 'It may be a known key misspelt, whose value is then missing.',
  fix: 'Correct the key, or move it under custom:.',
  over: 'book',
  ofDeals: true,
  notInSnapshots: 'a snapshot keeps no files',
  check: (book) => hitsFrom('unknown-key', book),
};
