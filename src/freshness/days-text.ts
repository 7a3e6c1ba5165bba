// A number of days in the sentences of findings.

/** `1 day`, `34 days`. */
export function daysText(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
