// A few names of many, as a piece of a sentence.

import { MOST_NAMED } from '../base/said-lists.ts';
import type { Cell } from './page.ts';
import { count, say } from './say.ts';

/** The first five with commas between, and how many more there are: `a, b and 3 more`. */
export function sayNames(names: readonly (string | Cell)[]): Cell {
  const told = listed(names.slice(0, MOST_NAMED));
  const more = names.length - MOST_NAMED;
  return more > 0 ? say('{names} and {more} more', { names: told, more: count(more) }) : told;
}

/** `a, b, c`. */
export function listed(names: readonly (string | Cell)[]): Cell {
  return { kind: 'phrase', parts: names.flatMap((name, at) => (at === 0 ? [name] : [', ', name])) };
}

/** Pieces that stand each for itself: `a · b`. */
export function dotted(pieces: readonly (string | Cell)[]): (string | Cell)[] {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [' · ', piece]));
}
