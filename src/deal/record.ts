// Reads the maps inside of a deal, whose keys are all known: next step, stage, activity, waiver, source.
// An unknown key there is an error, because `{what: send offer, then call}` would cut the text in silence.

import type { Day } from '../base/day.ts';
import { nearest } from '../base/nearest.ts';
import { type Said, said } from '../base/said.ts';
import { allOf } from '../base/said-lists.ts';
import { kindOf, type Reading } from './reading.ts';
import { doubleQuoted } from './scalar-text.ts';
import type { Shape } from './shapes.ts';
import { shortened } from './source-text.ts';
import { type Entry, isNothing, type MapNode, type TreeNode } from './tree.ts';

export interface Fields {
  /** Those that are there; never ''. */
  readonly texts: ReadonlyMap<string, string>;
  readonly days: ReadonlyMap<string, Day>;
  /** Where the map begins, from 1. */
  readonly line: number;
}

/** The maps of a list; those that can't be read are reported and left out. */
export function recordsOf(
  reading: Reading,
  key: string,
  value: TreeNode | undefined,
  shape: Shape,
): readonly Fields[] {
  return reading
    .items(key, value, `[${shape.example}]`)
    .map((item) => recordOf(reading, key, item.value, shape, item.at))
    .filter((fields) => fields !== undefined);
}

/** One map; undefined where it can't be read. `at` is where it counts as standing. */
export function recordOf(
  reading: Reading,
  key: string,
  value: TreeNode,
  shape: Shape,
  at: number,
): Fields | undefined {
  if (value.kind !== 'map') {
    const what = isNothing(value) ? 'an entry is empty' : `${kindOf(value)} stands where a map belongs`;
    reading.report(isNothing(value) ? at : value.from, {
      message: said('{key}: {what}.', { key, what }),
      hint: said('Write {example}', { example: shape.example }),
    });
    return undefined;
  }
  const texts = new Map<string, string>();
  const days = new Map<string, Day>();
  const before = reading.problems.length;
  for (const entry of value.entries) {
    const kind = Object.hasOwn(shape.fields, entry.key) ? shape.fields[entry.key] : undefined;
    if (kind === undefined) reportUnknown(reading, key, entry, value, shape);
    else if (kind === 'text') setIfAny(texts, entry.key, reading.text(entry.key, entry.value) || undefined);
    else setIfAny(days, entry.key, reading.day(entry.key, entry.value));
  }
  if (reading.problems.length > before) return undefined;
  const lacking = shape.required.filter((name) => !days.has(name) && (texts.get(name) ?? '').trim() === '');
  if (lacking.length === 0) return { texts, days, line: reading.source.lineAt(at) };
  reading.report(value.from, {
    message: said('{key}: {lacking} is missing here.', {
      key,
      lacking: allOf(lacking.map((name) => `"${name}"`)),
    }),
    hint: said('Write {example}', { example: shape.example }),
  });
  return undefined;
}

function setIfAny<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value !== undefined) map.set(key, value);
}

function reportUnknown(reading: Reading, key: string, entry: Entry, map: MapNode, shape: Shape): void {
  const known = Object.keys(shape.fields);
  const meant = nearest(entry.key, known);
  const hint =
    meant !== undefined
      ? said('Did you mean "{meant}"?', { meant })
      : (cutTextOf(reading, entry, map) ??
        said('Its keys are {known}. Quote a text that has a comma or a colon.', { known: known.join(', ') }));
  reading.report(entry.from, {
    message: said('{key}: "{key_2}" is not one of its keys.', { key, key_2: shortened(entry.key) }),
    hint,
  });
}

/** Where a comma has cut a text of a flow map in two, the text quoted. */
function cutTextOf(reading: Reading, entry: Entry, map: MapNode): Said | undefined {
  const before = map.entries[map.entries.indexOf(entry) - 1];
  if (!map.flow || before?.value.kind !== 'scalar' || before.value.style !== 'plain') return undefined;
  if (!isNothing(entry.value) || before.value.text === '') return undefined;
  const whole = reading.source.text.slice(before.value.from, entry.to).replace(/\s+/g, ' ');
  return said('Quote the text: {quoted}', { quoted: `${before.key}: ${doubleQuoted(shortened(whole))}` });
}
