// The guard's walk over YAML tokens: counts what must stay bounded and refuses all but the plain part of YAML.

import { CST, Parser } from 'yaml';
import type { Problem } from '../base/problem.ts';
import type { SourceText, Wrong } from './source-text.ts';

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
    this.#offset = start;
    this.#parser.offset = start;
  }

  /** Looks at the next lexeme of the lexer; whether it wants more. */
  take(lexeme: string): boolean {
    const at = this.#offset;
    const kind = this.#scalarNext ? 'scalar' : CST.tokenType(lexeme);
    const isText = this.#scalarNext;
    this.#scalarNext = kind === 'scalar' && !isText;
    const isControl = this.#scalarNext || kind === 'doc-mode' || kind === 'flow-error-end';
    if (!isControl) this.#offset += lexeme.length;
    const wrong = kind === null ? NO_TOKEN : this.#troubleWith(kind, isText || !this.#scalarNext);
    if (wrong !== undefined) {
      this.#problems.push(this.#source.problem(at, wrong));
      if (wrong.last === true || this.#problems.length >= MOST_PROBLEMS) return false;
    }
    if (this.#problems.length > 0) return true;
    for (const token of this.#parser.next(lexeme)) this.#tokens.push(token);
    if (this.#isTooDeep()) {
      this.#problems.push(this.#source.problem(at, tooDeep(this.#limits.depth)));
      return false;
    }
    return true;
  }

  /** What the parser made of all lexemes; no token where there are problems. */
  finish(): { tokens: readonly CST.Token[]; problems: readonly Problem[] } {
    if (this.#problems.length > 0) return { tokens: [], problems: this.#problems };
    for (const token of this.#parser.end()) this.#tokens.push(token);
    return { tokens: this.#tokens, problems: [] };
  }

  /** @param whole false for the mark that only announces a scalar */
  #troubleWith(kind: Kind, whole: boolean): Refusal | undefined {
    if (!whole || SPACES.has(kind)) return undefined;
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

/** `last`: nothing behind it is worth looking at. */
type Refusal = Wrong & { readonly last?: boolean };

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

const NO_TOKEN: Refusal = { message: 'This is no YAML.', hint: 'Quote the text.' };

const SEVERAL_DOCUMENTS: Refusal = {
  message: 'The file holds several documents.',
  hint: 'Keep one, and take out the line "---" or "..." that begins another.',
  last: true,
};

const COMPLEX_KEY: Refusal = {
  message: 'A list or a map is used as a key.',
  hint: 'Write a plain word before the colon; quote a text that begins with [ or {.',
};

const REFUSED: ReadonlyMap<Kind, Refusal> = new Map<Kind, Refusal>([
  [
    'anchor',
    {
      message: 'Anchors (&name) are not read.',
      hint: 'Write the value out; quote a text that begins with &.',
    },
  ],
  [
    'alias',
    {
      message: 'Aliases (*name) are not read.',
      hint: 'Write the value out; quote a text that begins with *.',
    },
  ],
  [
    'tag',
    {
      message: 'Tags (!name) are not read.',
      hint: 'Take it out; quote a text that begins with an exclamation mark.',
    },
  ],
  [
    'directive-line',
    {
      message: 'Directives (%YAML, %TAG) are not read.',
      hint: 'Take the line out: YAML 1.2 is what is read.',
    },
  ],
  [
    'explicit-key-ind',
    {
      message: 'A key written with "? " is not read.',
      hint: 'Write KEY: VALUE; quote a text that begins with a question mark.',
    },
  ],
]);

function tooDeep(depth: number): Refusal {
  return {
    message: `More than ${depth} levels of lists and maps are within each other.`,
    hint: 'Flatten it; quote a text that has many brackets.',
  };
}

function tooMany(nodes: number): Refusal {
  return {
    message: `The file holds more than ${nodes} values.`,
    hint: 'Keep what belongs to it, and move the rest to a file elsewhere.',
    last: true,
  };
}
