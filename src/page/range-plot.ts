// A range and what happened, drawn as one line of text: to see at a glance how often it missed, and on which side.

export interface Plotted {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly actual: number;
}

/**
 * P10 to P90 as a line, P50 as a bar across, what happened as a dot: full within, hollow outside.
 * @param reach the number at the right edge; the left one is 0
 */
export function rangePlot({ p10, p50, p90, actual }: Plotted, reach: number, width: number): string {
  const place = (value: number) =>
    reach <= 0 ? 0 : Math.min(Math.max(Math.round((value / reach) * (width - 1)), 0), width - 1);
  const drawn: string[] = Array.from({ length: width }, (_, at) =>
    at >= place(p10) && at <= place(p90) ? '─' : ' ',
  );
  drawn[place(p50)] = '┼';
  drawn[place(actual)] = actual >= p10 && actual <= p90 ? '●' : '○';
  return drawn.join('').trimEnd();
}
