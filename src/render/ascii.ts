// What a terminal without Unicode is shown: each sign that pages draw and write with becomes one of ASCII, as wide as it was, so
// that columns stay columns. Names that people wrote stay as they are.

/** The blocks grow in both. */
const ASCII_OF: Readonly<Record<string, string>> = {
  ...{ '▁': '_', '▂': '.', '▃': ':', '▄': '=', '▅': '+', '▆': '*', '▇': '%', '█': '#' },
  ...{ '├': '|', '┤': '|', '─': '-', '┊': '!' },
  ...{ '·': '-', '−': '-', '–': '-', '→': '>', '…': '~', '×': 'x', '÷': '/', '\u00a0': ' ' },
};

const SIGNS = new RegExp(`[${Object.keys(ASCII_OF).join('')}]`, 'gu');

export function inAscii(text: string): string {
  return text.replace(SIGNS, (sign) => ASCII_OF[sign] ?? sign);
}
