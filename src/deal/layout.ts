// The lines of a text that is to be edited in place, and splices: the smallest changes of it.

/** Replaces what is from `from` up to `to`, which may be nothing. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Whether two splices touch, so that the second can't be told from the text before the first. */
export function touches(a: Splice, b: Splice): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The text with splices that do not touch each other carried out. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: put } of splices.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(done, from) + put;
    done = to;
  }
  return result + text.slice(done);
}

export class Layout {
  readonly text: string;
  /** As the first line ends. */
  readonly lineEnd: '\n' | '\r\n';

  constructor(text: string) {
    this.text = text;
    this.lineEnd = text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** What stands before an offset in its line. */
  before(offset: number): string {
    return this.text.slice(this.lineStart(offset), offset).replace('\ufeff', '');
  }

  /** As much white space as stands before an offset in its line; a hyphen counts as a space. */
  indentAt(offset: number): string {
    return this.before(offset).replace(/\S/g, ' ');
  }

  /** Where the line after a value begins that ends at an offset; a block scalar ends there already. */
  lineAfter(end: number): number {
    if (this.text[end - 1] === '\n') return end;
    const newline = this.text.indexOf('\n', end);
    return newline < 0 ? this.text.length : newline + 1;
  }

  /** The same, behind comments that are indented deeper than `column` and so belong to the value. */
  lineAfterComments(end: number, column: number): number {
    let after = this.lineAfter(end);
    for (let at = after; at < this.text.length; ) {
      const next = this.lineAfter(at + 1);
      const line = this.text.slice(at, next);
      const indent = line.search(/\S/);
      if (indent >= 0 && (line[indent] !== '#' || indent <= column)) break;
      at = next;
      if (indent >= 0) after = at;
    }
    return after;
  }

  /** Puts whole lines at the beginning of a line, or behind the last one, with a line end only as far as needed. */
  insertLines(at: number, lines: readonly string[]): Splice {
    const joined = lines.join(this.lineEnd);
    const open = at === this.text.length && !this.text.endsWith('\n');
    return { from: at, to: at, text: open ? this.lineEnd + joined : joined + this.lineEnd };
  }

  /** Takes whole lines out; behind the last one no line end is left that was not there. */
  removeLines(from: number, to: number): Splice {
    const open = to === this.text.length && !this.text.endsWith('\n');
    return { from: open ? Math.max(0, this.#endOfLineBefore(from)) : from, to, text: '' };
  }

  #endOfLineBefore(lineStart: number): number {
    const newline = lineStart - 1;
    return this.text[newline - 1] === '\r' ? newline - 1 : newline;
  }
}
