// Rule conflict-markers: a merge left its marks in a deal's file.

import { hitsFrom } from '../from-problems.ts';
import type { BookRule } from '../rule.ts';

export const conflictMarkers: BookRule<'conflict-markers'> = {
  id: 'conflict-markers',
  title: 'Unfinished merge',
  severity: 'error',
  what: "A deal's file holds the conflict markers of a merge that nobody finished.",
  why: 'The deal is left out of everything but its last snapshot row.',
  fix: 'Choose between the two sides, delete the other one and the markers, and git add the file.',
  over: 'book',
  ofDeals: true,
  notInSnapshots: 'a snapshot keeps no files',
  check: (book) => hitsFrom('conflict-markers', book),
};
