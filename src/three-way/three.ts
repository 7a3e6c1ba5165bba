// Three versions of one thing, as git has them where two branches meet, and the simplest thing to do with them.

export interface Three<Version> {
  /** As both sides began. */
  readonly base: Version;
  readonly ours: Version;
  readonly theirs: Version;
}

export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/** What the three are to a question, each asked alone. */
export function each<Version, Answer>(
  { base, ours, theirs }: Three<Version>,
  ask: (of: Version) => Answer,
): Three<Answer> {
  return { base: ask(base), ours: ask(ours), theirs: ask(theirs) };
}

/** The version of the side that changed it; ours where both did alike; undefined where they did differently. */
export function picked<Version>({ base, ours, theirs }: Three<Version>): Version | undefined {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : undefined;
}
