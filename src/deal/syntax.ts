// What the yaml package finds wrong, as sentences with what to do about it.

import type { ErrorCode, YAMLError } from 'yaml';
import type { Problem } from '../base/problem.ts';
import { asItIs, inTurn, type Sayable, said } from '../base/said.ts';
import { doubleQuoted, singleQuoted } from './scalar-text.ts';
import type { SourceText } from './source-text.ts';

/** One mistake draws others behind it: the first of each line is told, and no more of them than this. */
const MOST_PROBLEMS = 20;

/** The errors as problems, in the order of the file. */
export function syntaxProblems(errors: readonly YAMLError[], source: SourceText): Problem[] {
  const lines = new Set<number>();
  const problems: Problem[] = [];
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const line = source.lineAt(error.pos[0]);
    if (lines.has(line)) continue;
    lines.add(line);
    problems.push(problemOf(error, source));
    if (problems.length === MOST_PROBLEMS) break;
  }
  return problems;
}

function problemOf(error: YAMLError, source: SourceText): Problem {
  const problem = source.problem(error.pos[0], sentenceOf(error));
  if (problem.hint !== QUOTE) return problem;
  const line = problem.excerpt ?? '';
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && !/:\s+\S.*:(?:\s|$)/.test(line))
    return { ...problem, ...DEEPER };
  const quoted = lineQuoted(line);
  return quoted === undefined ? problem : { ...problem, hint: said('Quote the text: {quoted}', { quoted }) };
}

interface Sentence {
  readonly message: Sayable;
  readonly hint: Sayable;
}

const INDENT = 'Begin all keys of one map in the same column; indent what belongs to a key.';
const CLOSE = 'Close each quote and bracket where the value ends; quote a text that has one in it.';
const QUOTE = 'Quote the text.';

const DEEPER: Sentence = {
  message: 'The line below is indented as if it belonged to this value.',
  hint: INDENT,
};

/** By what the package says, where one code of it means several things. */
const BY_MESSAGE: readonly (readonly [RegExp, Sentence])[] = [
  [
    /^Implicit map keys need/,
    {
      message: 'A colon is missing behind the key.',
      hint: inTurn('Write KEY: VALUE.', INDENT),
    },
  ],
  [
    /^Unexpected (?:,|empty item)/,
    { message: 'A comma has nothing before it.', hint: 'Take it out, or quote the text that has commas.' },
  ],
  [/^Missing , /, { message: 'A comma is missing between two values.', hint: CLOSE }],
  [/^Missing space after :/, { message: 'A space is missing behind the colon.', hint: 'Write KEY: VALUE.' }],
  [
    /^Comments must be/,
    {
      message: 'A space is missing before the #.',
      hint: 'Put one before a comment; quote a text that has a #.',
    },
  ],
  [/at node end$/, { message: 'The value has ended before this.', hint: QUOTE }],
];

const BY_CODE: Readonly<Partial<Record<ErrorCode, Sentence>>> = {
  BLOCK_AS_IMPLICIT_KEY: { message: 'A colon with a space behind it makes a map of the text.', hint: QUOTE },
  BLOCK_IN_FLOW: {
    message: 'A colon makes a map of the text: quotes, or a comma before the key, are missing.',
    hint: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A colon is missing behind the key, or the line is not indented like the one before.',
    hint: INDENT,
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes begins an escape that there is not.',
    hint: 'Write \\\\ for a backslash, or use single quotes.',
  },
  TAB_AS_INDENT: { message: 'A tab indents the line.', hint: 'Indent with spaces.' },
  KEY_OVER_1024_CHARS: { message: 'The key is longer than 1024 characters.', hint: 'Is a line end missing?' },
  BAD_SCALAR_START: { message: 'A text with this sign at its beginning must be in quotes.', hint: QUOTE },
};

const HINTS: Readonly<Partial<Record<ErrorCode, Sayable>>> = { BAD_INDENT: INDENT, MISSING_CHAR: CLOSE };

function sentenceOf(error: YAMLError): Sentence {
  const byMessage = BY_MESSAGE.find(([pattern]) => pattern.test(error.message));
  if (byMessage !== undefined) return byMessage[1];
  const message = asItIs(`${error.message.replace(/[.:]?$/, '')}.`);
  return BY_CODE[error.code] ?? { message, hint: HINTS[error.code] ?? QUOTE };
}

/** Longer texts are no help in a hint. */
const LONGEST_SHOWN = 80;

/** `name: a: b` → `name: "a: b"`; undefined where the line is no key with a text that quotes would mend. */
function lineQuoted(line: string): string | undefined {
  const match = /^\s*(?:- )?([\w-]+):[ \t]+(\S.*?)(?:[ \t]+#.*)?$/.exec(line);
  const [, key, value = ''] = match ?? [];
  const isPlain = /^[^"'{|>]/.test(value) && /:(?:\s|$)|^[@`%[,]/.test(value);
  const isQuotedInPart = /^(?:"[^"]*"|'[^']*').+/.test(value);
  if (key === undefined || value.length > LONGEST_SHOWN || !(isPlain || isQuotedInPart)) return undefined;
  const quoted = value.includes('"') ? (singleQuoted(value) ?? doubleQuoted(value)) : doubleQuoted(value);
  return `${key}: ${quoted}`;
}
