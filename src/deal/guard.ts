// Looks at YAML before anything is composed of it, so that no text can crash, stop or mislead the reader:
// bounds on size, lines, depth and nodes, and only the plain part of YAML. Shared by deals, settings and mappings.

import { CST, Lexer, Parser } from 'yaml';
import type { Problem, ProblemCode } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { tooDeep } from './guard-refusals.ts';
import { findConflict, findUnprintable } from './guard-text.ts';
import { TokenGuard } from './guard-tokens.ts';
import { SourceText } from './source-text.ts';
import { YAML_LIMITS, type YamlLimits } from './yaml-limits.ts';

/**
 * Why a text is not to be parsed; empty where it may be.
 * @param options limits other than YAML_LIMITS; the `code` of the problems other than `invalid-file`
 */
export function guardYaml(
  text: string,
  file: string,
  options: Partial<YamlLimits> & { readonly code?: ProblemCode } = {},
): readonly Problem[] {
  return tokensOf(new SourceText(text, file, options.code), { ...YAML_LIMITS, ...options }).problems;
}

/** The tokens for the composer; none where there are problems. */
export function tokensOf(
  source: SourceText,
  limits: YamlLimits = YAML_LIMITS,
): { readonly tokens: readonly CST.Token[]; readonly problems: readonly Problem[] } {
  const problem = troubleWithText(source, limits);
  if (problem !== undefined) return { tokens: [], problems: [problem] };
  // A byte order mark is left out: behind it the parser would not see that the first line is indented.
  const start = source.text.startsWith('\ufeff') ? 1 : 0;
  const guard = new TokenGuard(source, limits, start);
  const lexemes: string[] = [];
  for (const lexeme of new Lexer().lex(source.text.slice(start))) {
    if (!guard.take(lexeme)) break;
    lexemes.push(lexeme);
  }
  const problems = guard.finish();
  return problems.length > 0 ? { tokens: [], problems } : parsed(lexemes, start, source, limits);
}

/** The parser works iteratively but for the closing of what is open, so that depth is looked at as it grows. */
function parsed(
  lexemes: readonly string[],
  start: number,
  source: SourceText,
  limits: YamlLimits,
): { tokens: readonly CST.Token[]; problems: readonly Problem[] } {
  const parser = new Parser();
  parser.offset = start;
  const tokens: CST.Token[] = [];
  for (const lexeme of lexemes) {
    const at = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > limits.depth + 1 && depthOf(parser) > limits.depth) {
      return { tokens: [], problems: [source.problem(at, tooDeep(limits.depth))] };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, problems: [] };
}

/** Collections that are open; the document and a scalar are on the stack as well. */
function depthOf(parser: Parser): number {
  return parser.stack.filter((token) => CST.isCollection(token)).length;
}

function troubleWithText(source: SourceText, limits: YamlLimits): Problem | undefined {
  const { text } = source;
  if (text.length > limits.size) {
    return source.problem(undefined, {
      message: said('The file is larger than {size} KiB.', { size: limits.size / 1024 }),
      hint: 'Keep what belongs to it, and move the rest to a file elsewhere.',
    });
  }
  const conflict = findConflict(text, (offset) => source.lineAt(offset), source.file);
  if (conflict !== undefined) return source.problem(conflict.at, { ...conflict, code: 'conflict-markers' });
  const unprintable = findUnprintable(text);
  if (unprintable !== undefined) return source.problem(unprintable.at, unprintable);
  const last = source.lineAt(text.length);
  if (last > limits.lines) {
    return source.problem(undefined, {
      message: said('The file has {last} lines, more than {lines}.', { last, lines: limits.lines }),
      hint: 'Keep what belongs to it, and move the rest to a file elsewhere.',
    });
  }
  return undefined;
}
