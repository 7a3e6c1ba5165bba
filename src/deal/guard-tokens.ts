// The guard's walk over YAML tokens: counts what must stay bounded and refuses all but the plain part of YAML.

import { CST, Parser } from 'yaml';
import type { Problem } from '../base/problem.ts';
import { Pairs } from './guard-pairs.ts';
import {
  COMPLEX_KEY,
  NO_TOKEN,
  REFUSED,
  type Refusal,
  SEVERAL_DOCUMENTS,
  tooDeep,
  tooMany,
} from './guard-refusals.ts';
import type { SourceText } from './source-text.ts';

export interface YamlLimits {
  /** UTF-16 units. */
  readonly size: number;
  /** The parser looks back over blank lines and comments, so their number is bounded too. */
  readonly lines: number;
  /** Collections within each other. */
  readonly depth: number;
  /** Scalars and collections. */
  readonly nodes: number;
}

export const YAML_LIMITS: YamlLimits = { size: 256 * 1024, lines: 10_000, depth: 32, nodes: 20_000 };

/** More than this would hide the first, which is the one to mend. */
const MOST_PROBLEMS = 20;

type Kind = CST.TokenType;

/** Takes lexemes one by one; feeds the parser, which works iteratively, only as long as all is well. */
export class TokenGuard {
  readonly #source: SourceText;
  readonly #limits: YamlLimits;
  readonly #parser = new Parser();
  readonly #tokens: CST.Token[] = [];
  readonly #problems: Problem[] = [];
  readonly #pairs: Pairs;
  #offset: number;
  #nodes = 0;
  #marks = 0;
  #scalarNext = false;
  #begun = false;
  #ended = false;
  #before: Kind | undefined;

  /** @param start the offset of the first lexeme */
  constructor(source: SourceText, limits: YamlLimits, start: number) {
    this.#source = source;
    this.#limits = limits;
    this.#pairs = new Pairs(source.text);
    this.#offset = start;
    this.#parser.offset = start;
  }

  /** Looks at the next lexeme of the lexer; whether it wants more. */
  take(lexeme: string): boolean {
    const at = this.#offset;
    const isText = this.#scalarNext;
    const kind = isText ? 'scalar' : CST.tokenType(lexeme);
    this.#scalarNext = kind === 'scalar' && !isText;
    const isControl = this.#scalarNext || kind === 'doc-mode' || kind === 'flow-error-end';
    if (!isControl) this.#offset += lexeme.length;
    if (!this.#scalarNext) {
      const trouble = kind === null ? { at, wrong: NO_TOKEN } : this.#troubleWith(kind, lexeme, at);
      if (trouble !== undefined && !this.#report(trouble.at, trouble.wrong)) return false;
    }
    if (this.#problems.length > 0) return true;
    for (const token of this.#parser.next(lexeme)) this.#tokens.push(token);
    return !this.#isTooDeep() || this.#report(at, tooDeep(this.#limits.depth));
  }

  /** What the parser made of all lexemes; no token where there are problems. */
  finish(): { tokens: readonly CST.Token[]; problems: readonly Problem[] } {
    const open = this.#pairs.finish();
    if (open !== undefined) this.#report(open.at, open.wrong);
    if (this.#problems.length > 0) return { tokens: [], problems: this.#problems };
    for (const token of this.#parser.end()) this.#tokens.push(token);
    return { tokens: this.#tokens, problems: [] };
  }

  /** Whether it is worth going on. */
  #report(at: number, wrong: Refusal): boolean {
    this.#problems.push(this.#source.problem(at, wrong));
    return wrong.last !== true && this.#problems.length < MOST_PROBLEMS;
  }

  #troubleWith(kind: Kind, lexeme: string, at: number): { at: number; wrong: Refusal } | undefined {
    const wrong = this.#refusalOf(kind);
    return wrong === undefined ? this.#pairs.take(kind, lexeme, at) : { at, wrong };
  }

  #refusalOf(kind: Kind): Refusal | undefined {
    if (SPACES.has(kind)) return undefined;
    const before = this.#before;
    this.#before = kind;
    if (kind === 'doc-end') this.#ended = true;
    else if (this.#ended || (kind === 'doc-start' && this.#begun)) return SEVERAL_DOCUMENTS;
    if (kind !== 'directive-line') this.#begun = true;
    if (NODES.has(kind)) this.#nodes++;
    else this.#marks++;
    const { nodes } = this.#limits;
    if (this.#nodes > nodes || this.#marks > nodes) return tooMany(nodes);
    if (kind === 'map-value-ind' && (before === 'flow-map-end' || before === 'flow-seq-end'))
      return COMPLEX_KEY;
    return REFUSED.get(kind);
  }

  #isTooDeep(): boolean {
    const { stack } = this.#parser;
    if (stack.length <= this.#limits.depth + 1) return false; // the document is on it as well
    return stack.filter((token) => CST.isCollection(token)).length > this.#limits.depth;
  }
}

/** Neither content nor a mark between contents. */
const SPACES: ReadonlySet<Kind> = new Set<Kind>([
  'space',
  'comment',
  'newline',
  'doc-mode',
  'flow-error-end',
]);

const NODES: ReadonlySet<Kind> = new Set<Kind>([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'block-scalar-header',
  'flow-map-start',
  'flow-seq-start',
]);
