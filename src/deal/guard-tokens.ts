// The guard's walk over the lexemes of YAML: counts what must stay bounded and refuses all but the plain part of YAML.

import { CST } from 'yaml';
import type { Problem } from '../base/problem.ts';
import { Pairs } from './guard-pairs.ts';
import {
  COMPLEX_KEY,
  NO_TOKEN,
  REFUSED,
  type Refusal,
  SEVERAL_DOCUMENTS,
  tooMany,
} from './guard-refusals.ts';
import type { SourceText } from './source-text.ts';
import type { YamlLimits } from './yaml-limits.ts';

/** More than this would hide the first, which is the one to mend. */
const MOST_PROBLEMS = 20;

type Kind = CST.TokenType;

/** Takes the lexemes of a text one by one. */
export class TokenGuard {
  readonly #source: SourceText;
  readonly #limits: YamlLimits;
  readonly #problems: Problem[] = [];
  readonly #pairs: Pairs;
  #offset: number;
  #nodes = 0;
  #marks = 0;
  #scalarNext = false;
  #begun = false;
  #ended = false;
  #stopped = false;
  #before: Kind | undefined;

  /** @param start the offset of the first lexeme */
  constructor(source: SourceText, limits: YamlLimits, start: number) {
    this.#source = source;
    this.#limits = limits;
    this.#pairs = new Pairs(source.text);
    this.#offset = start;
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
    return true;
  }

  /** All that is wrong, once there are no more lexemes. */
  finish(): readonly Problem[] {
    const open = this.#stopped ? undefined : this.#pairs.finish();
    if (open !== undefined) this.#report(open.at, open.wrong);
    return this.#problems;
  }

  /** Whether it is worth going on. */
  #report(at: number, wrong: Refusal): boolean {
    this.#problems.push(this.#source.problem(at, wrong));
    this.#stopped = wrong.last === true || this.#problems.length >= MOST_PROBLEMS;
    return !this.#stopped;
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
