// Cutting a sample to the time that there is: every part of it shrinks in proportion, none vanishes before it must.

/** One part of a sample: the judged (important and largest) or the random deals of a stratum. */
export interface Part {
  readonly size: number;
}

/**
 * How many deals of each part fit. One goes to each part first, in the order given, then always to the part that
 * has got the smallest share of its size; so a larger capacity only adds.
 * @param capacity how many deals fit in all
 */
export function fitParts(parts: readonly Part[], capacity: number): number[] {
  const given = parts.map(() => 0);
  for (let left = capacity; left > 0; left--) {
    const next = neediest(parts, given);
    if (next === undefined) break;
    given[next] = (given[next] ?? 0) + 1;
  }
  return given;
}

function neediest(parts: readonly Part[], given: readonly number[]): number | undefined {
  let found: { index: number; share: number } | undefined;
  for (const [index, { size }] of parts.entries()) {
    const has = given[index] ?? 0;
    if (has >= size) continue;
    const share = has / size;
    if (found === undefined || share < found.share) found = { index, share };
  }
  return found?.index;
}
