// The width of text in terminal columns, and cutting by grapheme: never inside one, always with a visible ….

/** Letters and signs of one column each, as most text has them. */
const ONE_COLUMN_EACH =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2212\u2500-\u259f]*$/;

/** Whether each unit of the text is one visible column, and so none of it unsafe: true of most text. */
export function isOneColumnEach(text: string): boolean {
  return ONE_COLUMN_EACH.test(text);
}

let measure: ((text: string) => number) | undefined;

/** There is text of which only string-width knows the width: call loadWidths, and begin again. */
export class WidthUnknown extends Error {}

/** Loads string-width, which takes half a start-up's time and which most text does not need. */
export async function loadWidths(): Promise<void> {
  measure = (await import('string-width')).default;
}

/** Wider than any terminal, and what is longer takes minutes to be measured. */
const TOO_LONG = 10_000;

/** Terminal columns that the text takes: 2 for CJK and emoji, 0 for combining marks. @throws WidthUnknown */
export function widthOf(text: string): number {
  if (text.length > TOO_LONG) return text.length;
  if (isOneColumnEach(text)) return text.length;
  if (measure === undefined) throw new WidthUnknown();
  return measure(text);
}

let graphemes: Intl.Segmenter | undefined;

/** The text in at most `width` columns; one that is longer ends in …. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) {
    const more = widthOf(segment);
    if (used + more > width - 1) break;
    kept += segment;
    used += more;
  }
  return `${kept.trimEnd()}…`;
}

/** Filled with spaces to `width` columns, at the end or at the start. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  return filled(text, Math.max(0, width - widthOf(text)), align);
}

/** The text with so many spaces after or before it. */
export function filled(text: string, count: number, align: 'left' | 'right'): string {
  if (count === 0) return text;
  const spaces = ' '.repeat(count);
  return align === 'right' ? spaces + text : text + spaces;
}

/** The text in lines of at most `width` columns, broken at spaces but not before %; its indent is kept, a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/ (?!%)/)) {
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
