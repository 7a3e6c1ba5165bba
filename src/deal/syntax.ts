// What the yaml package finds wrong, as sentences with what to do about it.

import type { ErrorCode, YAMLError } from 'yaml';
import type { Problem } from '../base/problem.ts';
import { doubleQuoted } from './scalar-text.ts';
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
    const { message = `${error.message.replace(/[.:]?$/, '')}.`, hint } = SENTENCES[error.code];
    const problem = source.problem(error.pos[0], { message, hint });
    const quoted = QUOTABLE.has(error.code) ? lineQuoted(problem.excerpt ?? '') : undefined;
    problems.push(quoted === undefined ? problem : { ...problem, hint: `Quote the text: ${quoted}` });
    if (problems.length === MOST_PROBLEMS) break;
  }
  return problems;
}

const QUOTABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_SCALAR_START',
  'UNEXPECTED_TOKEN',
]);

/** `name: a: b` → `name: "a: b"`; undefined where the line is no key with a text on it. */
function lineQuoted(line: string): string | undefined {
  const match = /^\s*(?:- )?([\w-]+):[ \t]+([^\s"'{|>#].*?)(?:[ \t]+#.*)?$/.exec(line);
  return match === null ? undefined : `${match[1]}: ${doubleQuoted(match[2] ?? '')}`;
}

const CLOSE = 'Close each quote and bracket where the text ends; quote a text that has one in it.';
const INDENT = 'Begin all keys of one map in the same column; indent what belongs to a key.';
const QUOTE = 'Quote the text.';

interface Sentence {
  /** The package's own where left out. */
  readonly message?: string;
  readonly hint: string;
}

const SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
  BAD_INDENT: { hint: `${INDENT} ${CLOSE}` },
  MISSING_CHAR: { hint: CLOSE },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A colon with a space behind it makes a map of the text.',
    hint: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A colon is missing behind the key, or the line is not indented like the one before.',
    hint: INDENT,
  },
  BAD_SCALAR_START: { hint: QUOTE },
  UNEXPECTED_TOKEN: { hint: QUOTE },
  BAD_DQ_ESCAPE: { hint: 'Write \\\\ for a backslash in double quotes, or use single quotes.' },
  TAB_AS_INDENT: { message: 'A tab indents the line.', hint: 'Indent with spaces.' },
  BLOCK_IN_FLOW: { message: 'Inside of brackets a list or map is written with brackets too.', hint: CLOSE },
  KEY_OVER_1024_CHARS: { message: 'The key is longer than 1024 characters.', hint: 'Is a line end missing?' },
  DUPLICATE_KEY: { hint: 'Keep the one that is right.' },
  MULTIPLE_DOCS: { hint: 'Keep one document.' },
  ALIAS_PROPS: { hint: QUOTE },
  BAD_ALIAS: { hint: QUOTE },
  BAD_DIRECTIVE: { hint: QUOTE },
  BAD_PROP_ORDER: { hint: QUOTE },
  IMPOSSIBLE: { hint: QUOTE },
  MULTIPLE_ANCHORS: { hint: QUOTE },
  MULTIPLE_TAGS: { hint: QUOTE },
  NON_STRING_KEY: { hint: QUOTE },
  RESOURCE_EXHAUSTION: { hint: 'Make the file smaller.' },
  TAG_RESOLVE_FAILED: { hint: QUOTE },
  BAD_COLLECTION_TYPE: { hint: QUOTE },
};
