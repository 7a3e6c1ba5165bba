// The text of a file with its lines: turns offsets into places, and what is wrong there into Problems.

import type { Problem, ProblemCode, Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';

/** Excerpts longer than this are cut: a line of 200 KB is no help and would be kept in memory. */
const LONGEST_EXCERPT = 1000;

export interface Wrong {
  readonly message: Sayable;
  readonly hint?: Sayable;
  readonly severity?: Severity;
  readonly code?: ProblemCode;
}

export class SourceText {
  readonly text: string;
  /** As problems name it: from the workspace's root. */
  readonly file: string;
  readonly #code: ProblemCode;
  readonly #linesBefore: number;
  #starts: readonly number[] | undefined;

  /**
   * @param code of problems that name none themselves
   * @param linesBefore where the text is a part of the file: how many lines the file has before it
   */
  constructor(text: string, file: string, code: ProblemCode = 'invalid-file', linesBefore = 0) {
    this.text = text;
    this.file = file;
    this.#code = code;
    this.#linesBefore = linesBefore;
  }

  /** The line of the file that an offset is in, from 1. */
  lineAt(offset: number): number {
    return this.#indexAt(offset) + 1 + this.#linesBefore;
  }

  /** Where a line of the file begins in the text; 0 where it has no such line. */
  offsetOf(line: number): number {
    return this.#lineStarts()[line - 1 - this.#linesBefore] ?? 0;
  }

  #indexAt(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** What is wrong at an offset; without one it is wrong with the file as a whole. */
  problem(at: number | undefined, wrong: Wrong): Problem {
    const { code = this.#code, severity = 'error', message, hint } = wrong;
    const place = at === undefined ? {} : this.#placeOf(at);
    return { code, severity, file: this.file, ...place, message, ...(hint === undefined ? {} : { hint }) };
  }

  #placeOf(offset: number): Pick<Problem, 'line' | 'column' | 'excerpt'> {
    const line = this.lineAt(offset);
    let start = this.#lineStarts()[this.#indexAt(offset)] ?? 0;
    if (start === 0 && this.text.startsWith('\ufeff')) start = 1; // the mark is no column
    const end = this.text.indexOf('\n', start);
    const whole = this.text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
    const column = Math.max(0, offset - start) + 1;
    if (whole.length <= LONGEST_EXCERPT) return { line, column, excerpt: whole };
    return column > LONGEST_EXCERPT
      ? { line, column }
      : { line, column, excerpt: whole.slice(0, LONGEST_EXCERPT) };
  }

  #lineStarts(): readonly number[] {
    if (this.#starts !== undefined) return this.#starts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    return starts;
  }
}

const LONGEST_SHOWN = 60;

/** A text for a message, cut where it is long. */
export function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}
