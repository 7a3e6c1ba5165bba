// Text → tree: in the plain form at once; else guards, composes with the yaml package, and says all that is wrong with
// the YAML as YAML.

import {
  Composer,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { tokensOf } from './guard.ts';
import { plainTree } from './plain-tree.ts';
import type { SourceText } from './source-text.ts';
import { syntaxProblems } from './syntax.ts';
import type { Entry, ListItem, ListNode, MapNode, ScalarNode, ScalarStyle, TreeNode } from './tree.ts';
import { YAML_LIMITS, type YamlLimits } from './yaml-limits.ts';

const OPTIONS = {
  version: '1.2',
  schema: 'failsafe', // texts stay texts: what a number is, the reader decides
  uniqueKeys: false, // quadratic in the composer; checked here instead
  keepSourceTokens: true,
  logLevel: 'silent',
} as const;

/** More than this would hide the first. */
const MOST_PROBLEMS = 20;

export interface Composed {
  /** Undefined where there are problems, or nothing but comments. */
  readonly root: TreeNode | undefined;
  readonly problems: readonly Problem[];
}

/** The tree of a text that is one YAML document in its plain form; else every reason why it is none. */
export function compose(source: SourceText, limits: YamlLimits = YAML_LIMITS): Composed {
  const root = plainTree(source.text);
  return root === undefined ? composeByYaml(source, limits) : { root, problems: [] };
}

/** What `compose` says of any text, slowly: the judge of what plainTree reads. */
export function composeByYaml(source: SourceText, limits: YamlLimits = YAML_LIMITS): Composed {
  const { tokens, problems } = tokensOf(source, limits);
  if (problems.length > 0) return { root: undefined, problems };
  const [document] = new Composer(OPTIONS).compose(tokens, true, source.text.length);
  if (document === undefined) return { root: undefined, problems: [] };
  const wrong = syntaxProblems([...document.errors, ...document.warnings], source);
  if (wrong.length > 0 || document.contents === null) return { root: undefined, problems: wrong };
  const tree = new TreeBuilder(source);
  const root = tree.nodeOf(document.contents, 0);
  return tree.problems.length > 0 ? { root: undefined, problems: tree.problems } : { root, problems: [] };
}

/** The guard has bounded the depth, so that these functions may call each other. */
class TreeBuilder {
  readonly problems: Problem[] = [];
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** @param near where a value that is left out counts as standing */
  nodeOf(node: ParsedNode | null, near: number): TreeNode {
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.#mapOf(node);
    if (isSeq<ParsedNode>(node)) return this.#listOf(node);
    if (isScalar(node)) return scalarOf(node, near);
    return leftOut(near);
  }

  #mapOf(map: YAMLMap<ParsedNode, ParsedNode | null>): MapNode {
    const entries: Entry[] = [];
    const first = new Map<string, number>();
    const [start, end] = map.range ?? [0, 0];
    for (const { key, value, srcToken } of map.items) {
      const colonAt = srcToken?.sep?.find((token) => token.type === 'map-value-ind')?.offset;
      if (!isScalar(key) || (key.type === 'PLAIN' && key.source === '')) {
        this.#report(
          colonAt ?? start,
          'A key is missing before the colon.',
          'Write KEY: VALUE; quote a text that has a colon.',
        );
        continue;
      }
      const { text, from, to } = scalarOf(key, start);
      const twice = first.get(text);
      if (twice === undefined) first.set(text, from);
      else this.#reportTwice(text, from, twice);
      const held = this.nodeOf(value, colonAt === undefined ? to : colonAt + 1);
      entries.push({ key: text, from, keyTo: to, colonAt, value: held, to: held.to });
    }
    const to = map.flow === true ? end : (entries.at(-1)?.to ?? start);
    return { kind: 'map', flow: map.flow === true, from: start, to, entries };
  }

  #listOf(list: YAMLSeq<ParsedNode>): ListNode {
    const [start, end] = list.range ?? [0, 0];
    const dashes = dashesOf(list);
    const items = list.items.map((item, index): ListItem => {
      const dashAt = dashes[index];
      const value = this.nodeOf(item, dashAt === undefined ? start : dashAt + 1);
      return { at: dashAt ?? value.from, value };
    });
    const to = list.flow === true ? end : (items.at(-1)?.value.to ?? start);
    return { kind: 'list', flow: list.flow === true, from: start, to, items };
  }

  #reportTwice(key: string, at: number, before: number): void {
    const [first, second] = [this.#source.lineAt(before), this.#source.lineAt(at)];
    const values = { key: JSON.stringify(key), first, second };
    this.#report(
      at,
      first === second
        ? said('The key {key} stands twice in line {first}.', values)
        : said('The key {key} stands in line {first} and again in line {second}.', values),
      'Keep the one that is right.',
    );
  }

  #report(at: number, message: Sayable, hint: Sayable): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(this.#source.problem(at, { message, hint }));
  }
}

/** Where the hyphens of a block list stand; none in a flow list. */
function dashesOf(list: YAMLSeq<ParsedNode>): number[] {
  if (list.srcToken?.type !== 'block-seq') return [];
  return list.srcToken.items
    .flatMap((item) => item.start)
    .filter((token) => token.type === 'seq-item-ind')
    .map((token) => token.offset);
}

const STYLES = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
} as const satisfies Record<Scalar.Type, ScalarStyle>;

function scalarOf(scalar: Scalar, near: number): ScalarNode {
  const style = STYLES[scalar.type ?? 'PLAIN'];
  const text = scalar.source ?? '';
  if (style === 'plain' && text === '') return leftOut(near);
  const [from, to] = scalar.range ?? [near, near];
  return { kind: 'scalar', style, text, from, to };
}

function leftOut(near: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', text: '', from: near, to: near };
}
