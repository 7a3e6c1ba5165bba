// Rule duplicate-id: two files have one deal's id.

import { hitsFrom } from '../from-problems.ts';
import type { BookRule } from '../rule.ts';

export const duplicateId: BookRule<'duplicate-id'> = {
  id: 'duplicate-id',
  title: 'Two files of one id',
  severity: 'error',
  what: "Two files under deals/ or archive/ have the same name, which is the deal's id.",
  why: 'Nothing can say which of the two is the deal, so both are left out.',
  fix: 'Delete the one that is wrong, or give it another name if it is another deal.',
  over: 'book',
  ofDeals: true,
  notInSnapshots: 'a snapshot keeps no files',
  check: (book) => hitsFrom('duplicate-id', book),
};
