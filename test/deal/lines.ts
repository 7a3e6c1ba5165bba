// How many lines of a text a change touches: with their ends, as git counts.

/** Lines of one text that the other lacks. */
export function linesLost(from: string, to: string): number {
  const left = new Map<string, number>();
  for (const line of to.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return from.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}
