// A view as JSON: what it is, indented by two, nothing added.

/** Ends in a line end. Text is escaped so that no control or bidi character reaches a terminal raw. */
export function renderJson(view: object): string {
  return `${escaped(JSON.stringify(view, null, 2))}\n`;
}

/** A value on one line, ending in a line end; likewise escaped. */
export function renderJsonLine(value: object): string {
  return `${escaped(JSON.stringify(value))}\n`;
}

function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
