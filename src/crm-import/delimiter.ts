// Which sign separates the cells of a text export: the one whose count is the same in line after line.

export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const satisfies Record<
  string,
  string
>;

const RECORDS_LOOKED_AT = 200;
const CHARACTERS_LOOKED_AT = 400_000;

/** The delimiter that a person wrote: its name or the sign itself (`\t` too); undefined where it is none. */
export function toDelimiter(text: string): string | undefined {
  if (text === '\\t') return '\t';
  const named = Object.entries(DELIMITERS).find(
    ([name, sign]) => name === text.toLowerCase() || sign === text,
  );
  return named?.[1];
}

/** A delimiter's name for the report. */
export function delimiterName(sign: string): string {
  return Object.entries(DELIMITERS).find(([, known]) => known === sign)?.[0] ?? sign;
}

/** The delimiter of a text, over up to 200 records, quoted cells respected; a comma where none is plain. */
export function sniffDelimiter(text: string): string {
  let best = { sign: ',' as string, score: 0 };
  for (const sign of Object.values(DELIMITERS)) {
    const score = scoreOf(cellCounts(text, sign));
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}

/** How even the records are: the share that has the most frequent number of cells, a little more for many cells. */
function scoreOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 1) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let best = 0;
  for (const [cells, records] of frequency) {
    best = Math.max(best, (records / counts.length) * (1 + Math.log2(cells) / 100));
  }
  return best;
}

/** The number of cells of each record, for one delimiter; empty lines are left out. */
function cellCounts(text: string, sign: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let cellStarts = true;
  let recordStarts = true;
  const end = Math.min(text.length, CHARACTERS_LOOKED_AT);
  for (let at = 0; at < end && counts.length < RECORDS_LOOKED_AT; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '"') {
        if (text[at + 1] === '"') at++;
        else quoted = false;
      }
    } else if (char === '"' && cellStarts) {
      quoted = true;
      cellStarts = false;
      recordStarts = false;
    } else if (char === '\n' || char === '\r') {
      if (!recordStarts) counts.push(cells);
      cells = 1;
      cellStarts = true;
      recordStarts = true;
    } else if (char === sign) {
      cells++;
      cellStarts = true;
      recordStarts = false;
    } else {
      cellStarts = false;
      recordStarts = false;
    }
  }
  if (!recordStarts) counts.push(cells);
  return counts;
}
