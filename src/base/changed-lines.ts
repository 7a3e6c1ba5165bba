// Which lines two texts do not share: what a person sees of a change.

export interface ChangedLines {
  /** In the order of the texts, without line ends. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** So many comparisons at most; beyond them all lines between the first and the last difference count as changed. */
const MOST_COMPARED = 4_000_000;

/** The lines that only one of the two has, by a longest common subsequence. */
export function changedLines(before: string, after: string): ChangedLines {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const removed = old.slice(start, old.length - end);
  const added = now.slice(start, now.length - end);
  return removed.length * added.length > MOST_COMPARED ? { removed, added } : apart(removed, added);
}

function apart(old: readonly string[], now: readonly string[]): ChangedLines {
  const lengths = commonLengths(old, now);
  const [removed, added]: [string[], string[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) [i, j] = [i + 1, j + 1];
    else if (j === now.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1)))
      removed.push(old[i++] ?? '');
    else added.push(now[j++] ?? '');
  }
  return { removed, added };
}

/** How many lines the texts have in common from line i and line j on. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? new Uint32Array();
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] =
        old[i] === now[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

/** A line end at the end begins no further line. */
function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
