// Rule invalid-file: a deal's file cannot be read as a deal.

import { hitsFrom } from '../from-problems.ts';
import type { BookRule } from '../rule.ts';

export const invalidFile: BookRule<'invalid-file'> = {
  id: 'invalid-file',
  title: 'File cannot be read',
  severity: 'error',
  what: "A deal's file is not valid: not YAML, a field of the wrong form, a key out of place, not UTF-8.",
  why: 'The deal is left out of everything but its last snapshot row.',
  fix: 'Correct the file at the line and column named.',
  over: 'book',
  ofDeals: true,
  notInSnapshots: 'a snapshot keeps no files',
  check: (book) => hitsFrom('invalid-file', book),
};
