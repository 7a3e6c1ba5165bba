// A few names of many, for a sentence.

/** As many of many names as a sentence has. */
export const MOST_NAMED = 5;

/** The first five with commas between, and how many more there are: `a, b and 3 more`. */
export function named(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** `a`, `a or b`, `a, b or c`: one of them. */
export function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1).join(', ');
  return before === '' ? last : `${before} or ${last}`;
}
