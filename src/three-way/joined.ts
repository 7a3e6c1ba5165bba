// What three versions come to: texts, and among them conflicts that a person settles.

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
  return ours === base ? theirs : ours + addedComments(base + ours, theirs);
}

/** The lines with comments that a text lacks and another one has. */
export function addedComments(without: string, text: string): string {
  const known = new Set(without.split('\n').map((line) => line.trim()));
  const lines = text.split(/(?<=\n)/).filter((line) => line.trim() !== '' && !known.has(line.trim()));
  return lines.join('');
}
