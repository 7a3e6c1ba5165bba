// What zod found wrong in pipeline.yaml, in the words that a person needs and at the place where it stands.

import { z } from 'zod';
import { didYouMean } from '../base/nearest.ts';
import { asItIs, asValue, Said, type Sayable, said } from '../base/said.ts';
import { type Entry, entryOf, isNothing, type TreeNode } from '../deal/tree.ts';
import type { Message } from '../words/message.ts';
import { meaningOf, parentsOf } from './settings-explained.ts';
import { saidKind } from './settings-leaf.ts';
import type { Report } from './settings-report.ts';
import { inQuotes } from './settings-report.ts';
import { settingsSchema } from './settings-schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Reports one issue; of a union, those of the branch that was meant. */
export function reportIssue(issue: Issue, tree: TreeNode, report: Report, base: Path = []): void {
  const path = [...base, ...issue.path];
  const { node, at } = nodeAt(tree, path);
  const label = labelOf(path);
  const about = () => explained(path);
  switch (issue.code) {
    case 'invalid_union':
      for (const inner of branchMeant(issue.errors, node)) reportIssue(inner, tree, report, path);
      break;
    case 'unrecognized_keys':
      for (const key of issue.keys) reportUnknownKey(node, path, key, report);
      break;
    case 'too_small':
      report(at, said('{label} must not be empty.', { label }), about);
      break;
    case 'invalid_type':
      if (node === undefined || isNothing(node)) report(at, said('{label} is missing.', { label }), about);
      else reportShape(label, issue, node, report, about);
      break;
    case 'custom': {
      const hint: unknown = issue.params?.hint;
      report(at, wrong(label, saidKind(issue.message), node), isSayable(hint) ? hint : about);
      break;
    }
    default:
      report(at, said('{label}: {message}.', { label, message: issue.message }), about);
  }
}

function reportShape(
  label: string | Said,
  issue: z.core.$ZodIssueInvalidType,
  node: TreeNode,
  report: Report,
  about: () => Sayable,
): void {
  const wantsList = issue.expected === 'array' && node.kind === 'scalar' && !/[,[\]{}]/.test(node.text);
  report(
    node.from,
    wrong(label, SHAPES[issue.expected] ?? saidKind(issue.message), node),
    wantsList ? said('Write it in brackets: [{text}].', { text: node.text.slice(0, 60) }) : about,
  );
}

/** What stands there, and what must: `warn_after must be a whole number of days, 1 or more, not "soon".` */
function wrong(label: string | Said, mustBe: Sayable, node: TreeNode | undefined): Said {
  return said('{label} {must_be}, {instead}.', {
    label,
    must_be: asValue(mustBe),
    instead: insteadOf(node),
  });
}

/** A hint comes through zod, which does not know its type. */
function isSayable(hint: unknown): hint is Sayable {
  return typeof hint === 'string' || hint instanceof Said;
}

const SHAPES: Readonly<Record<string, Message>> = {
  object: 'must be a map of keys',
  record: 'must be a map of keys',
  array: 'must be a list',
};

function reportUnknownKey(map: TreeNode | undefined, path: Path, key: string, report: Report): void {
  const entry = map?.kind === 'map' ? entryOf(map, key) : undefined;
  report(
    entry?.from ?? map?.from ?? 0,
    path.length === 0
      ? said('Unknown key {key}.', { key: inQuotes(key) })
      : said('Unknown key {key} in {where}.', { key: inQuotes(key), where: dotted(path) }),
    () => {
      const known = knownKeys(path);
      const elsewhere = parentsOf(key);
      const fallback =
        elsewhere.length > 0
          ? said('It belongs under {places}.', { places: orElse(elsewhere.slice(0, 3)) })
          : said('The keys here are {known}.', { known: known.join(', ') });
      return didYouMean(key, known, fallback);
    },
  );
}

/** `a or b or c`; '' is the top of the file. */
function orElse(places: readonly string[]): Said {
  const [first = asItIs(''), ...others] = places.map((place) =>
    place === '' ? said('the top level') : asItIs(place),
  );
  return others.reduce<Said>((names, last) => said('{names} or {last}', { names, last }), first);
}

/** The errors of the branch whose shape is the one that stands there; of the first where none is. */
function branchMeant(branches: readonly (readonly Issue[])[], node: TreeNode | undefined): readonly Issue[] {
  const isShape = (issues: readonly Issue[]) =>
    !issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  if (node?.kind === 'map') return branches.find(isShape) ?? branches.at(-1) ?? [];
  return branches[0] ?? [];
}

/** The node at a path, and where it stands; where there is none, the place of its key or its parent. */
function nodeAt(tree: TreeNode, path: Path): { node: TreeNode | undefined; at: number } {
  let node: TreeNode | undefined = tree;
  let at = tree.from;
  for (const step of path) {
    const entry: Entry | undefined = node?.kind === 'map' ? entryOf(node, String(step)) : undefined;
    node = node?.kind === 'list' ? node.items[Number(step)]?.value : entry?.value;
    if (node === undefined) return { node, at };
    at = isNothing(node) ? (entry?.from ?? node.from) : node.from;
  }
  return { node, at };
}

/** The keys that the schema has at a path: those of the map there, or of the map that a union may hold. */
export function knownKeys(path: Path): string[] {
  let schemas: z.core.$ZodType[] = [settingsSchema];
  for (const step of path) schemas = schemas.flatMap(unwrapped).flatMap((schema) => childrenOf(schema, step));
  return schemas
    .flatMap(unwrapped)
    .flatMap((schema) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []));
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapped);
  return [schema];
}

function childrenOf(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const child = typeof step === 'string' ? schema.shape[step] : undefined;
    return child === undefined ? [] : [child];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return [];
}

/** `process.stages.id`; for an item of a list `An item of process.stages`. */
function labelOf(path: Path): string | Said {
  if (path.length === 0) return said('The file');
  return typeof path.at(-1) === 'number' ? said('An item of {list}', { list: dotted(path) }) : dotted(path);
}

/** `process.stages`, without places in lists. */
function dotted(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function explained(path: Path): Said {
  const key = String(path.findLast((step) => typeof step === 'string') ?? 'pipeline.yaml');
  const meaning = meaningOf(path) ?? said('what is read here is in schema/pipeline.json');
  return said('{key}: {meaning}.', { key, meaning });
}

function insteadOf(node: TreeNode | undefined): Said {
  if (node?.kind === 'scalar' && node.text !== '') return said('not {text}', { text: inQuotes(node.text) });
  if (node?.kind === 'list') return said('not a list');
  if (node?.kind === 'map') return said('not a map');
  return said('not empty');
}
