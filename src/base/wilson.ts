// The interval of a rate, by Wilson's score (E. B. Wilson 1927): honest for few, and for shares near 0 and 1.

/** The standard normal's 95 % point: what lies between it and its negative is 90 %. */
const Z = 1.6448536269514722;

/** The 90 % interval of a share, both ends 0 to 1; undefined over nothing. @param count how many of `of` */
export function wilsonInterval(
  count: number,
  of: number,
): { readonly low: number; readonly high: number } | undefined {
  if (of <= 0) return undefined;
  const share = count / of;
  const square = (Z * Z) / of;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
