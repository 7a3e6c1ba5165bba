// What three versions come to: texts, and among them conflicts that a person settles.

import { countsOf } from '../base/counts.ts';
import { SIDES, type Side, type Three } from './three.ts';

/** Whole lines of which a person chooses; '' where a side has none. */
export interface Conflict {
  /** `amount`, `custom.segment`, `activities`. */
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

export type Piece = string | Conflict;

export interface Joined {
  readonly pieces: readonly Piece[];
  /** What is said where all conflicts are settled for a side; undefined: nothing is left of it. */
  readonly says: Readonly<Record<Side, string | undefined>>;
}

/** Of what both sides took out, or one, and the other left as it was. */
export const GONE: Joined = { pieces: [], says: { ours: undefined, theirs: undefined } };

/** Without a conflict. */
export function settled(says: string, ...pieces: readonly string[]): Joined {
  return { pieces, says: { ours: says, theirs: says } };
}

/** The text where all conflicts are settled for a side. */
export function settledFor(pieces: readonly Piece[], side: Side): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece[side])).join('');
}

/** The parts that are left where all conflicts are settled for a side, with what they say. */
export function saidBy(
  parts: readonly (Joined & { readonly id: string })[],
  side: Side,
): (readonly [id: string, saying: string])[] {
  return parts.flatMap(({ id, says }) => {
    const said = says[side];
    return said === undefined ? [] : [[id, said] as const];
  });
}

export function conflictsIn(pieces: readonly Piece[]): readonly Conflict[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));
}

/** What each side says, by how its own answer is told. */
export function bySide<Answer>(ask: (side: Side) => Answer): Record<Side, Answer> {
  const [ours, theirs] = SIDES.map(ask);
  return { ours: ours as Answer, theirs: theirs as Answer };
}

/** Comments and empty lines: those of the side that changed them; where both did, all of ours and what theirs adds. */
export function joinedComments({ base, ours, theirs }: Three<string>): string {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : ours + addedComments([base, ours], theirs);
}

/** The lines with comments that a text has, or has more often, than any of others. */
export function addedComments(others: readonly string[], text: string): string {
  const known = new Map<string, number>();
  for (const other of others)
    for (const [line, times] of countsOf(other.split('\n').map((whole) => whole.trim())))
      known.set(line, Math.max(times, known.get(line) ?? 0));
  return text
    .split(/(?<=\n)/)
    .filter((whole) => {
      const line = whole.trim();
      const left = known.get(line) ?? 0;
      known.set(line, left - 1);
      return line !== '' && left <= 0;
    })
    .join('');
}
