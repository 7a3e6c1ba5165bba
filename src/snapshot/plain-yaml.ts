// The narrow form of YAML that snapshot.yaml has: a key a line, blocks of keys or of items below one, and
// values in JSON (which is YAML) or as a plain word. It is written and read line by line, without a library:
// every diff of two snapshots reads it. Any YAML reader reads the same from it.

import { Damage } from './damage.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonMap;
export type JsonMap = { readonly [key: string]: Json };

/** Days, instants, and words of letters stand as they are. */
const PLAIN = /^(?:[A-Za-z]+(?:-[A-Za-z]+)*|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)$/;
/** Words that some version of YAML takes for something else than text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** What YAML wants escaped within quotes, and JSON leaves as it is. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const STEP = '  ';

/** The text of a map: its maps as blocks, its lists of maps with an item a line, all else in one line. */
export function writeBlock(map: JsonMap, indent = ''): string {
  let text = '';
  for (const [key, value] of Object.entries(map)) {
    const head = `${indent}${KEY.test(key) ? key : quoted(key)}:`;
    if (isList(value) && value.some((item) => typeof item === 'object')) {
      text += `${head}\n${value.map((item) => `${indent}${STEP}- ${flow(item)}\n`).join('')}`;
    } else if (isMap(value) && Object.keys(value).length > 0) {
      text += `${head}\n${writeBlock(value, indent + STEP)}`;
    } else text += `${head} ${typeof value === 'string' ? scalar(value) : flow(value)}\n`;
  }
  return text;
}

const KEY = /^[A-Za-z][A-Za-z0-9_.-]*$/;

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !isList(value);
}

function flow(value: Json): string {
  if (isList(value)) return `[${value.map(flow).join(', ')}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${flow(item)}`);
    return `{${entries.join(', ')}}`;
  }
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

function scalar(text: string): string {
  return PLAIN.test(text) && !RESERVED.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What the text says, with the line of each key: `process.since` for one in a block. */
export interface PlainYaml {
  readonly value: JsonMap;
  readonly lines: ReadonlyMap<string, number>;
}

/** @throws Damage where the text has not the form in which it is written */
export function readBlock(text: string): PlainYaml {
  const source: SourceLine[] = text
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'));
  const lines = new Map<string, number>();
  const value = readMap(source, '', '', lines);
  const rest = source[0];
  if (rest !== undefined) throw new Damage(rest.number, `this line does not belong here: ${rest.line}`);
  return { value, lines };
}

interface SourceLine {
  readonly line: string;
  readonly number: number;
}

const ENTRY = /^("(?:[^"\\]|\\.)*"|[A-Za-z][A-Za-z0-9_.-]*):(?: (.*))?$/;

/** Takes the lines of that indent off the source. */
function readMap(source: SourceLine[], indent: string, path: string, lines: Map<string, number>): JsonMap {
  const entries: [string, Json][] = [];
  const seen = new Set<string>();
  for (let next = source[0]; next?.line.startsWith(indent); next = source[0]) {
    const entry = ENTRY.exec(next.line.slice(indent.length));
    if (entry === null) break;
    source.shift();
    const key = keyOf(entry[1] ?? '', next.number);
    if (seen.has(key)) throw new Damage(next.number, `"${key}" stands there twice`);
    seen.add(key);
    lines.set(path + key, next.number);
    entries.push([
      key,
      entry[2] === undefined
        ? readBelow(source, indent + STEP, `${path}${key}.`, lines, next.number)
        : readValue(entry[2], next.number),
    ]);
  }
  return Object.fromEntries(entries);
}

function keyOf(text: string, number: number): string {
  return text.startsWith('"') ? String(parseJson(text, number)) : text;
}

function readBelow(
  source: SourceLine[],
  indent: string,
  path: string,
  lines: Map<string, number>,
  above: number,
): Json {
  const first = source[0];
  if (first === undefined || !first.line.startsWith(indent)) throw new Damage(above, 'the value is missing');
  if (!first.line.startsWith(`${indent}- `)) return readMap(source, indent, path, lines);
  const items: Json[] = [];
  for (let next = source[0]; next?.line.startsWith(`${indent}- `); next = source[0]) {
    source.shift();
    items.push(readValue(next.line.slice(indent.length + 2), next.number));
  }
  return items;
}

function readValue(text: string, number: number): Json {
  return PLAIN.test(text) && !RESERVED.test(text) ? text : parseJson(text, number);
}

function parseJson(text: string, number: number): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new Damage(number, `this is neither a plain word nor JSON: ${text}`);
  }
}
