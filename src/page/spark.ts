// A row of numbers as a row of blocks, to see how it went at a glance. What is not known is a gap, not a guess.

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const GAP = '·';
const MOST = 40;

/**
 * A block a number, the least of them the lowest; all of one height where all are equal, the lowest where they are 0.
 * @param numbers in order of time; of more than 40 every n-th is shown, and the last
 */
export function spark(numbers: readonly (number | undefined)[]): string {
  const shown = thinned(numbers);
  const known = shown.filter((number) => number !== undefined);
  const least = Math.min(...known);
  const most = Math.max(...known);
  return shown
    .map((number) => {
      if (number === undefined) return GAP;
      if (most === least) return BLOCKS[most === 0 ? 0 : 3];
      return BLOCKS[Math.round(((number - least) / (most - least)) * (BLOCKS.length - 1))];
    })
    .join('');
}

function thinned<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length <= MOST) return items;
  const last = items.length - 1;
  return Array.from({ length: MOST }, (_, at) => items[Math.round((at * last) / (MOST - 1))] as Item);
}
