// Two snapshots in a row have most records in common, byte for byte: each is then read once, and is one row in both.

import type { RecordPlace } from './csv-records.ts';
import type { DealRow } from './row.ts';

interface File {
  readonly bytes: Buffer;
  readonly header: RecordPlace;
  readonly digits: number;
  readonly places: RecordPlace[];
  readonly rows: DealRow[];
}

const COMMA = 44;

/** The rows of the file that is read now and of the one before it, however many there are. */
export class SharedRows {
  #before: File | undefined;
  #now: File | undefined;
  /** Where in the file before it goes on: both are sorted by id. */
  #next = 0;

  /** Sets in with a file. Rows under another header, or of other digits, say something else. */
  begin(bytes: Buffer, header: RecordPlace, digits: number): void {
    const before = this.#now;
    this.#now = { bytes, header, digits, places: [], rows: [] };
    this.#next = 0;
    this.#before =
      before?.digits === digits && isSame(before, before.header, this.#now, header) ? before : undefined;
  }

  /** The row that the file before has for the same record, which from now on this file has too. */
  again(place: RecordPlace): DealRow | undefined {
    const [before, now] = [this.#before, this.#now];
    if (before === undefined || now === undefined) return undefined;
    if (!this.#isNext(before, now, place)) {
      const id = now.bytes.toString('latin1', place.start, now.bytes.indexOf(COMMA, place.start));
      while ((before.rows[this.#next]?.id ?? id) < id) this.#next += 1;
      if (!this.#isNext(before, now, place)) return undefined;
    }
    const row = before.rows[this.#next];
    this.#next += 1;
    if (row !== undefined) this.add(place, row);
    return row;
  }

  add(place: RecordPlace, row: DealRow): void {
    this.#now?.places.push(place);
    this.#now?.rows.push(row);
  }

  #isNext(before: File, now: File, place: RecordPlace): boolean {
    const former = before.places[this.#next];
    return former !== undefined && isSame(before, former, now, place);
  }
}

function isSame(a: Pick<File, 'bytes'>, inA: RecordPlace, b: Pick<File, 'bytes'>, inB: RecordPlace): boolean {
  return (
    inA.end - inA.start === inB.end - inB.start &&
    a.bytes.compare(b.bytes, inB.start, inB.end, inA.start, inA.end) === 0
  );
}
