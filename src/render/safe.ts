// Text from files made safe for the place where it is written. One function a sink; nothing else escapes.

/** C0, DEL and C1 controls, line and paragraph separators, and the marks that turn the direction of text. */
const UNSAFE_ON_TERMINAL =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line without control characters, escape sequences and bidi marks: each becomes a visible sign. */
export function safeForTerminal(text: string): string {
  return text.replace(UNSAFE_ON_TERMINAL, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code === 0x0a || code === 0x0d || code === 0x09) return ' ';
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return '\u{fffd}';
  });
}

/** The same of text that has line ends of its own. */
export function linesSafeForTerminal(text: string): string {
  return text.split('\n').map(safeForTerminal).join('\n');
}

/** A cell of a Markdown table or a line of Markdown: no markup, no HTML, no table bars, no line breaks. */
export function safeForMarkdown(text: string): string {
  return safeForTerminal(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, (char) => (char === '<' ? '&lt;' : char === '>' ? '&gt;' : `\\${char}`))
    .replace(/&(?!lt;|gt;)/g, '&amp;');
}

/** A text cell of a CSV that people open in spreadsheets: what would be read as a formula gets one `'`. */
export function safeForSpreadsheet(text: string): string {
  return /^[=+\-@'\t\r]/.test(text) ? `'${text}` : text;
}

/** Text that any program can read: no half of a character and nothing that is none. */
function wellFormed(text: string): string {
  return text.replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\u{fffd}');
}

/** A message of SARIF: no link or placeholder that it did not mean; line ends stay. */
export function safeForSarif(text: string): string {
  return wellFormed(linesSafeForTerminal(text))
    .replace(/\](?=\()/g, '\\]')
    .replace(/\{(?=\d+\})/g, '{{')
    .replace(/(?<=\{\d+)\}/g, '}}');
}

/** Text in XML 1.0, where most control characters can't stand even escaped; line ends stay. */
export function safeForXml(text: string): string {
  return wellFormed(linesSafeForTerminal(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A line of text, or the value of an attribute in double quotes, in HTML. */
export function safeForHtml(text: string): string {
  return safeForXml(safeForTerminal(text));
}

/** A relative path as a reference of a URI: each part is percent-encoded. */
export function safeForUri(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/');
}
