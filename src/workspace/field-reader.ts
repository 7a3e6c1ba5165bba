// One key of a map in a file of entries as a value: a text, a day, a word of a few. What is wrong is told at its place.

import { type Day, toDay } from '../base/day.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { entryOf, isNothing, type MapNode } from '../deal/tree.ts';
import { inQuotes, type Report } from './settings-report.ts';
import { textOf, under } from './settings-tree.ts';

export class FieldReader {
  protected readonly report: Report;
  readonly #holdMore: ReadonlySet<string>;

  /** @param holdMore keys whose values are no texts, and told about elsewhere */
  constructor(report: Report, holdMore: ReadonlySet<string>) {
    this.report = report;
    this.#holdMore = holdMore;
  }

  /** Whether the file is of the format that this version reads, or of none that is known; what is wrong is told. */
  isOfFormat(root: MapNode, known: number): boolean {
    const node = under(root, 'format');
    const format = textOf(node) ?? '';
    if (format === String(known)) return true;
    const at = node?.from ?? root.from;
    if (/^[1-9]\d{0,5}$/.test(format)) {
      const message = said('The file is of format {format}; this version reads {known}.', { format, known });
      this.report(at, message, said('Install pipeline {format}.0 or newer.', { format }));
      return false;
    }
    const message =
      format === ''
        ? 'The format is missing.'
        : said('There is no format {text}.', { text: inQuotes(format) });
    this.report(at, message, said('Begin the file with: format: {known}', { known }));
    return true;
  }

  /** One of the words; undefined where it is another, or none. */
  choice<Word extends string>(map: MapNode, key: string, words: readonly Word[]): Word | undefined {
    const text = this.text(map, key);
    const word = words.find((known) => known === text);
    if (word === undefined) {
      this.report(this.at(map, key), said("{key} can't be {text}.", { key, text: inQuotes(text) }), () =>
        didYouMean(text, words, said('It is one of {words}.', { words: words.join(', ') })),
      );
    }
    return word;
  }

  /** A day; undefined where there is none, or it is not one. */
  day(map: MapNode, key: string): Day | undefined {
    const text = this.text(map, key);
    const day = toDay(text);
    if (day === undefined && text !== '')
      this.report(
        this.at(map, key),
        said('{key}: {text} is no day.', { key, text: inQuotes(text) }),
        'Write it as 2026-11-23.',
      );
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
        this.report(from, said('There is no key {key} here.', { key: inQuotes(key) }), () =>
          didYouMean(key, known, said('The keys here are {known}.', { known: known.join(', ') })),
        );
      } else if (value.kind !== 'scalar' && !this.#holdMore.has(key)) {
        this.report(
          value.from,
          said('{key} is a text.', { key }),
          'Quote it where it has brackets or a colon.',
        );
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
