// One key of a map in feedback/ as a value: a text, a day, a word of a few, a map. What is wrong is told at its place.

import { type Day, toDay } from '../base/day.ts';
import { didYouMean } from '../base/nearest.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import { inQuotes, type Report } from '../workspace/settings-report.ts';
import { textOf } from '../workspace/settings-tree.ts';
import { MAPS } from './keys.ts';

/** Keys whose values are told about elsewhere. */
const HOLD_MORE: ReadonlySet<string> = new Set(['entries', 'decision', 'earlier', 'done']);

export class FieldReader {
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** A map with keys that are known; undefined where there is none, or it is no map. */
  map(node: TreeNode | undefined, key: keyof typeof MAPS): MapNode | undefined {
    if (node === undefined || isNothing(node)) return undefined;
    if (node.kind !== 'map') {
      this.#report(node.from, `${key} is a map of keys.`, `Write: ${key}: ${MAPS[key].example}`);
      return undefined;
    }
    this.expectKeys(node, Object.keys(MAPS[key].fields));
    return node;
  }

  /** One of the words; undefined where it is another, or none. */
  choice<Word extends string>(map: MapNode, key: string, words: readonly Word[]): Word | undefined {
    const text = this.text(map, key);
    const word = words.find((known) => known === text);
    if (word === undefined) {
      this.#report(this.at(map, key), `${key} can't be ${inQuotes(text)}.`, () =>
        didYouMean(text, words, `It is one of ${words.join(', ')}.`),
      );
    }
    return word;
  }

  /** The day of a map that must have one. */
  neededDay(map: MapNode, key: keyof typeof MAPS): Day | undefined {
    if (entryOf(map, 'on') === undefined)
      this.#report(map.from, `${key} has no day: on is missing.`, `Write: ${key}: ${MAPS[key].example}`);
    return this.day(map, 'on');
  }

  /** A day; undefined where there is none, or it is not one. */
  day(map: MapNode, key: string): Day | undefined {
    const text = this.text(map, key);
    const day = toDay(text);
    if (day === undefined && text !== '')
      this.#report(this.at(map, key), `${key}: ${inQuotes(text)} is no day.`, 'Write it as 2026-11-23.');
    return day;
  }

  /** '' where there is none, or what is there is no text: that is told once, by expectKeys. */
  text(map: MapNode, key: string): string {
    return textOf(entryOf(map, key)?.value)?.trim() ?? '';
  }

  /** Tells of keys that there are not, and of values that are no text. */
  expectKeys(map: MapNode, known: readonly string[]): void {
    for (const { key, from, value } of map.entries) {
      if (!known.includes(key) && !isNothing(value)) {
        this.#report(from, `There is no key ${inQuotes(key)} here.`, () =>
          didYouMean(key, known, `The keys here are ${known.join(', ')}.`),
        );
      } else if (value.kind !== 'scalar' && !HOLD_MORE.has(key)) {
        this.#report(value.from, `${key} is a text.`, 'Quote it where it has brackets or a colon.');
      }
    }
  }

  /** Where the value stands, else the key, else the map. */
  at(map: MapNode, key: string): number {
    const entry = entryOf(map, key);
    if (entry === undefined) return map.from;
    return isNothing(entry.value) ? entry.from : entry.value.from;
  }
}
