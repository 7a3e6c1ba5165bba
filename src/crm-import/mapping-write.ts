// A mapping → the text of imports/SYSTEM.yaml. What a person wrote there stays as it is: a new import only adds
// lines and replaces `last`.

import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../base/failure.ts';
import { compose } from '../deal/compose.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import { type LastImportRecord, MAPPING_FORMAT, type Mapping, type MappingJoin } from './mapping.ts';
import { readMapping } from './mapping-read.ts';

const HEAD = `# How the exports of this system map to deals. Edit it where a header or a stage is read wrongly:
#   columns: FIELD: Header of the export   (FIELD: null leaves it out; custom.KEY keeps what has no field)
#   stages:  Value in the export: stage id, won or lost
# Each import adds what is new and replaces \`last\`.
`;

/**
 * The new text of the file.
 * @param existing the text that is there; undefined where there is no file
 */
export function writeMapping(
  mapping: Mapping & { readonly last: LastImportRecord },
  existing?: string,
): string {
  if (existing === undefined) return fresh(mapping);
  const { root } = compose(new SourceText(existing, 'mapping'));
  if (root?.kind !== 'map') return fresh(mapping);
  const edits = new Edits(existing);
  addLines(
    edits,
    root,
    'columns',
    Object.entries(mapping.columns).map(([key, header]) => [key, headerText(header)]),
  );
  addLines(
    edits,
    root,
    'stages',
    Object.entries(mapping.stages).map(([value, stage]) => [value, scalarText(stage, 'flow')]),
  );
  addSettings(edits, root, mapping);
  addJoins(edits, root, mapping.joins);
  const last = entryOf(root, 'last');
  if (last === undefined) edits.addEntry(root, lastLine(mapping.last).trimEnd());
  else edits.replace(last.from, last.to, lastLine(mapping.last).trimEnd());
  const result = edits.result();
  const isWhole = root.flow
    ? saysSo(result, mapping)
    : compose(new SourceText(result, 'mapping')).root !== undefined;
  return isWhole ? result : fresh(mapping);
}

/** Whether the text reads back with what an import adds to it; joins in brackets are left as they are. */
function saysSo(text: string, { columns, stages, last }: Mapping): boolean {
  try {
    const read = readMapping(text, 'mapping');
    const meant = [columns, stages, { newest: undefined, ...last }];
    return isDeepStrictEqual([read.columns, read.stages, read.last], meant);
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function fresh(mapping: Mapping & { readonly last: LastImportRecord }): string {
  const lines = [`${HEAD}format: ${MAPPING_FORMAT}`, `system: ${scalarText(mapping.system, 'block')}`];
  if (mapping.encoding !== undefined) lines.push(`encoding: ${mapping.encoding}`);
  if (mapping.delimiter !== undefined) lines.push(`delimiter: ${scalarText(mapping.delimiter, 'block')}`);
  if (mapping.dates !== undefined) lines.push(`dates: ${mapping.dates}`);
  lines.push(
    'columns:',
    ...linesOf(Object.entries(mapping.columns).map(([key, header]) => [key, headerText(header)])),
  );
  const stages = Object.entries(mapping.stages);
  if (stages.length > 0)
    lines.push('stages:', ...linesOf(stages.map(([value, stage]) => [value, scalarText(stage, 'flow')])));
  if (mapping.joins.length > 0) lines.push('joins:', ...mapping.joins.map((join) => `  - ${joinText(join)}`));
  return `${lines.join('\n')}\n${lastLine(mapping.last)}`;
}

type Pair = readonly [key: string, value: string];

function linesOf(pairs: readonly Pair[]): string[] {
  return pairs.map(([key, value]) => `  ${scalarText(key, 'flow')}: ${value}`);
}

function flowPairs(pairs: readonly Pair[]): string {
  return pairs.map(([key, value]) => `${scalarText(key, 'flow')}: ${value}`).join(', ');
}

function flowMap(pairs: readonly Pair[]): string {
  return `{${flowPairs(pairs)}}`;
}

function headerText(header: string | null): string {
  return header === null ? 'null' : scalarText(header, 'flow');
}

function joinText({ file, on, columns }: MappingJoin): string {
  const onText =
    on.ours === on.theirs
      ? scalarText(on.ours, 'flow')
      : `{${scalarText(on.ours, 'flow')}: ${scalarText(on.theirs, 'flow')}}`;
  const held = flowMap(Object.entries(columns).map(([key, header]) => [key, headerText(header)]));
  return `{file: ${scalarText(file, 'flow')}, on: ${onText}, columns: ${held}}`;
}

function lastLine({ on, file, sha256, rows, partial, newest }: LastImportRecord): string {
  const dated = newest === undefined ? '' : `, newest: ${newest}`;
  return `last: {on: ${on}, file: ${scalarText(file, 'flow')}, sha256: ${scalarText(sha256, 'flow')}, rows: ${rows}, partial: ${partial}${dated}}\n`;
}

/** Adds the pairs whose keys a map of the file does not have yet, and replaces values that are others now. */
function addLines(edits: Edits, root: MapNode, key: string, pairs: readonly Pair[]): void {
  const node = entryOf(root, key)?.value;
  if (node === undefined) {
    const text = root.flow ? `${key}: ${flowMap(pairs)}` : [`${key}:`, ...linesOf(pairs)].join('\n');
    if (pairs.length > 0) edits.addEntry(root, text);
    return;
  }
  const held = node.kind === 'map' ? node : undefined;
  const missing: Pair[] = [];
  for (const [name, value] of pairs) {
    const old = held === undefined ? undefined : entryOf(held, name)?.value;
    if (old === undefined) missing.push([name, value]);
    else if (!saysTheSame(old, value))
      edits.replace(old.from, old.to, old.from === old.to ? ` ${value}` : value);
  }
  if (missing.length === 0) return;
  const last = held?.entries.at(-1);
  if (held === undefined) {
    const text = root.flow ? ` ${flowMap(missing)}` : `\n${linesOf(missing).join('\n')}`;
    if (node.kind === 'scalar') edits.replace(node.from, node.to, text);
  } else if (held.flow || last === undefined) {
    edits.addEntry(held, flowPairs(missing));
  } else {
    const indent = edits.indentAt(last.from);
    edits.insertLines(
      last.to,
      missing.map(([name, value]) => `${indent}${scalarText(name, 'flow')}: ${value}`),
    );
  }
}

function saysTheSame(node: TreeNode, text: string): boolean {
  if (text === 'null') return isNothing(node);
  return node.kind === 'scalar' && !isNothing(node) && scalarText(node.text, 'flow') === text;
}

function addSettings(edits: Edits, root: MapNode, mapping: Mapping): void {
  for (const key of ['encoding', 'delimiter', 'dates'] as const) {
    const value = mapping[key];
    if (value === undefined) continue;
    const entry = entryOf(root, key);
    const text = scalarText(value, root.flow ? 'flow' : 'block');
    if (entry === undefined) edits.addEntry(root, `${key}: ${text}`);
    else if (!saysTheSame(entry.value, scalarText(value, 'flow'))) {
      edits.replace(entry.value.from, entry.value.to, text);
    }
  }
}

/** Adds joins with files that the list does not have; a flow list or another shape is left as it is. */
function addJoins(edits: Edits, root: MapNode, joins: readonly MappingJoin[]): void {
  const node = entryOf(root, 'joins')?.value;
  if (node === undefined) {
    const texts = joins.map(joinText);
    const text = root.flow
      ? `joins: [${texts.join(', ')}]`
      : ['joins:', ...texts.map((one) => `  - ${one}`)].join('\n');
    if (joins.length > 0) edits.addEntry(root, text);
    return;
  }
  if (node.kind !== 'list' || node.flow) return;
  const known = new Set(
    node.items.map(({ value }) => {
      const file = value.kind === 'map' ? entryOf(value, 'file')?.value : undefined;
      return file?.kind === 'scalar' ? file.text : '';
    }),
  );
  const added = joins.filter(({ file }) => !known.has(file));
  const last = node.items.at(-1);
  if (added.length === 0 || last === undefined) return;
  const indent = edits.indentAt(last.at);
  edits.insertLines(
    last.value.to,
    added.map((join) => `${indent}- ${joinText(join)}`),
  );
}

/** Splices into a text, collected first and done from the end. */
class Edits {
  readonly #text: string;
  readonly #splices: { from: number; to: number; text: string }[] = [];
  readonly #added = new Map<MapNode, string[]>();
  #tail = '';

  constructor(text: string) {
    this.#text = text;
  }

  replace(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Whole lines behind the line that an offset is in. */
  insertLines(at: number, lines: readonly string[]): void {
    const end = this.#text.indexOf('\n', at);
    if (end < 0) this.insert(this.#text.length, `\n${lines.join('\n')}`);
    else this.insert(end + 1, `${lines.join('\n')}\n`);
  }

  /** Entries of a map that it does not have: at the end of the file, or behind the last one in brackets. */
  addEntry(map: MapNode, text: string): void {
    if (!map.flow) this.#tail += `${text}\n`;
    else this.#added.set(map, [...(this.#added.get(map) ?? []), text]);
  }

  #insertAdded(): void {
    for (const [{ entries, to }, texts] of this.#added) {
      const last = entries.at(-1);
      const at = last === undefined || last.value.from === last.value.to ? to - 1 : last.to;
      this.insert(at, `${last === undefined ? '' : ', '}${texts.join(', ')}`);
    }
  }

  indentAt(offset: number): string {
    const start = this.#text.lastIndexOf('\n', offset - 1) + 1;
    return ' '.repeat(offset - start);
  }

  result(): string {
    this.#insertAdded();
    let text = this.#text;
    // Of two at one place the one that replaces goes first: what is inserted there comes before it.
    for (const splice of [...this.#splices].sort((a, b) => b.from - a.from || b.to - a.to)) {
      text = text.slice(0, splice.from) + splice.text + text.slice(splice.to);
    }
    const gap = this.#tail === '' || text === '' || text.endsWith('\n') ? '' : '\n';
    return `${text}${gap}${this.#tail}`;
  }
}
