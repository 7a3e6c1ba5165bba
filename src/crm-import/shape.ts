// How a cell is written, whatever it says: ids, dates and amounts of one column are mostly written alike.

/** A longer cell is no id, and how it goes on tells nothing. */
const LONGEST = 60;

/** `2026-11-23` → 9-9-9, `Łódź Nowa` → a, `T-5` → a-9. */
export function shapeOf(cell: string): string {
  return cell
    .slice(0, LONGEST)
    .trim()
    .replace(/\p{L}[\p{L}\s]*/gu, 'a')
    .replace(/\d+/g, '9');
}
