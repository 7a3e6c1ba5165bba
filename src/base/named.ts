// A few names of many, for a sentence.

const MOST_NAMED = 5;

/** The first five with commas between, and how many more there are: `a, b and 3 more`. */
export function named(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}
