// The text of a calendar (RFC 5545) → its components with their properties, each with the line that it stands in.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';

export interface Property {
  /** In upper case. */
  readonly name: string;
  /** By name in upper case; quotes taken off. */
  readonly params: ReadonlyMap<string, string>;
  /** As it stands there: texts are still escaped. */
  readonly value: string;
  readonly line: number;
}

export interface Component {
  /** In upper case: VEVENT, VTIMEZONE, … */
  readonly kind: string;
  readonly line: number;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
  /** Whether its end is there. */
  readonly ends: boolean;
}

const MOST_COMPONENTS = 200_000;
const DEEPEST = 8;
const LONGEST_LINE = 1_000_000;

/** Whether a text is a calendar, by how it begins. */
export function isCalendar(text: string): boolean {
  return /^\ufeff?\s{0,100}BEGIN:VCALENDAR[ \t]*[\r\n]/i.test(text);
}

/**
 * The components of a calendar; of several calendars in one file, those of all.
 * @throws Failure `export-unreadable` where there are too many, or too deep in each other
 */
export function componentsOf(text: string, file: string): Component[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  let count = 0;
  for (const { content, line } of unfolded(text)) {
    const property = propertyOf(content, line);
    if (property === undefined) continue;
    if (property.name === 'BEGIN') {
      if (++count > MOST_COMPONENTS) throw tooMuch(file, line, `more than ${MOST_COMPONENTS} events`);
      if (open.length >= DEEPEST) throw tooMuch(file, line, `more than ${DEEPEST} things within each other`);
      const begun: Growing = { kind: upper(property.value), line, properties: [], parts: [], ends: false };
      (open.at(-1)?.parts ?? roots).push(begun);
      open.push(begun);
    } else if (property.name === 'END') {
      const at = open.findLastIndex(({ kind }) => kind === upper(property.value));
      if (at < 0) continue;
      const ended = open[at];
      if (ended !== undefined) ended.ends = true;
      open.length = at;
    } else open.at(-1)?.properties.push(property);
  }
  return roots;
}

interface Growing extends Component {
  readonly properties: Property[];
  readonly parts: Component[];
  ends: boolean;
}

/** A text value as a person wrote it. */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** Lines that were folded are one again; the line number is that of the first. */
function* unfolded(text: string): Generator<{ readonly content: string; readonly line: number }> {
  let pieces: string[] = [];
  let first = 1;
  let length = 0;
  let line = 0;
  for (const piece of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    line++;
    const isFolded = pieces.length > 0 && (piece.startsWith(' ') || piece.startsWith('\t'));
    if (!isFolded) {
      if (pieces.length > 0) yield { content: pieces.join(''), line: first };
      pieces = [];
      first = line;
      length = 0;
    }
    const added = isFolded ? piece.slice(1) : piece;
    length += added.length;
    if (length <= LONGEST_LINE) pieces.push(added);
  }
  if (pieces.length > 0) yield { content: pieces.join(''), line: first };
}

/** `NAME;PARAM="a;b":value`; undefined where a line is none. */
function propertyOf(content: string, line: number): Property | undefined {
  const name = /^[A-Za-z0-9-]{1,100}/.exec(content)?.[0];
  if (name === undefined) return undefined;
  const params = new Map<string, string>();
  let at = name.length;
  while (content[at] === ';') {
    const end = endOfParam(content, at + 1);
    const [key = '', ...rest] = content.slice(at + 1, end).split('=');
    if (params.size < MOST_PARAMS) params.set(upper(key), rest.join('=').replaceAll('"', ''));
    at = end;
  }
  if (content[at] !== ':') return undefined;
  return { name: upper(name), params, value: content.slice(at + 1), line };
}

const MOST_PARAMS = 50;

/** Where a parameter ends: at a `;` or `:` outside of quotes. */
function endOfParam(content: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < content.length; at++) {
    const sign = content[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === ';' || sign === ':')) return at;
  }
  return content.length;
}

function upper(text: string): string {
  return text.trim().toUpperCase();
}

function tooMuch(file: string, line: number, what: string): Failure {
  return new Failure('export-unreadable', said('{file}:{line}: {what}.', { file, line, what }), {
    hint: 'Export a shorter time.',
  });
}
