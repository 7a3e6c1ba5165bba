// The order of texts that no person reads as sorted by their language: ids, files, rules.

/** By code unit: below 0, 0, or above. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
