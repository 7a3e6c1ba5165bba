// Rule conflict-markers: a merge left its marks in a file of deals, of the dialogue or of calls.

import { hitsFrom } from '../from-problems.ts';
import type { BookRule } from '../rule.ts';

export const conflictMarkers: BookRule<'conflict-markers'> = {
  id: 'conflict-markers',
  title: 'Unfinished merge',
  severity: 'error',
  what: "A deal's file, one in feedback/ or forecasts/calls.yaml holds the conflict markers of a merge that nobody finished.",
  why: 'What the file says is left out of everything; of a deal its last snapshot row stays.',
  fix: 'Choose between the two sides, delete the other one and the markers, and git add the file.',
  over: 'book',
  ofDeals: true,
  notInSnapshots: 'a snapshot keeps no files',
  check: (book) => hitsFrom('conflict-markers', book),
};
