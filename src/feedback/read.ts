// The text of feedback/2026-11.yaml → its entries, and everything that is wrong in it at once. An entry is left out only
// where it can't be told what it says; a key that can't be read is told, and the rest of its entry stands.

import { type Day, toDay } from '../base/day.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import type { YamlLimits } from '../deal/yaml-limits.ts';
import { collectorFor, inQuotes, type Report } from '../workspace/settings-report.ts';
import { itemsOf, textOf, under, wholeOf } from '../workspace/settings-tree.ts';
import {
  DECISIONS,
  type Decision,
  type DialogueEntry,
  FEEDBACK_FORMAT,
  type Feedback,
  HELD,
} from './entry.ts';
import { entryId } from './entry-id.ts';
import { ENTRY_KINDS, type EntryKind, isEntryKind, KEYS, MAPS } from './keys.ts';

/** A month of a large team, some thousand entries. */
export const FEEDBACK_LIMITS: YamlLimits = { size: 1024 * 1024, lines: 50_000, depth: 8, nodes: 200_000 };

export interface FeedbackReading {
  /** In the order of the file. */
  readonly entries: readonly DialogueEntry[];
  /** By place. */
  readonly problems: readonly Problem[];
  /** Whether it is a file of this format to which entries can be added. */
  readonly isOurs: boolean;
}

/** @param file from the workspace's root */
export function readFeedback(text: string, file: string): FeedbackReading {
  const source = new SourceText(text, file, 'invalid-feedback');
  const { root, problems } = compose(source, FEEDBACK_LIMITS);
  const collector = collectorFor(source);
  const reader = root && new Reader(source, root, collector.report);
  const entries = reader?.entries() ?? [];
  return {
    entries,
    problems: [...problems, ...collector.problems()],
    isOurs: problems.length === 0 && reader?.isOurs !== false,
  };
}

const ADD = 'pipeline feedback add writes such a file.';
/** Keys whose values are told about elsewhere. */
const HOLD_MORE: ReadonlySet<string> = new Set(['entries', 'decision', 'earlier', 'done']);
const EXAMPLES: Readonly<Record<string, string>> = {
  on: 'on: 2026-11-23',
  text: 'text: stage 3 needs a template',
  what: 'what: plan',
};

class Reader {
  isOurs = false;
  readonly #source: SourceText;
  readonly #root: TreeNode;
  readonly #report: Report;

  constructor(source: SourceText, root: TreeNode, report: Report) {
    this.#source = source;
    this.#root = root;
    this.#report = report;
  }

  entries(): readonly DialogueEntry[] {
    const root = this.#root;
    if (root.kind !== 'map') {
      this.#report(root.from, 'The file is a map of keys.', ADD);
      return [];
    }
    if (!this.#isOfThisFormat(root)) return [];
    this.#expectKeys(root, ['format', 'entries']);
    const list = under(root, 'entries');
    this.isOurs = list === undefined || list.kind === 'list';
    if (list !== undefined && !this.isOurs)
      this.#report(list.from, 'entries must be a list.', 'Each entry begins a line with a hyphen.');
    const lines = new Map<string, number>();
    return itemsOf(list).flatMap((item) => {
      const entry = this.#entry(item);
      if (entry === undefined) return [];
      const before = lines.get(entry.id);
      lines.set(entry.id, before ?? entry.line);
      if (before === undefined) return [entry];
      const message = `The id ${inQuotes(entry.id)} stands in line ${before} already.`;
      this.#report(item.from, message, 'Give this entry another one, or take it out.');
      return [];
    });
  }

  #isOfThisFormat(root: MapNode): boolean {
    const node = under(root, 'format');
    const format = textOf(node) ?? '';
    if (format === String(FEEDBACK_FORMAT)) return true;
    const at = node?.from ?? root.from;
    if (/^[1-9]\d{0,5}$/.test(format)) {
      const message = `The file is of format ${format}; this version reads ${FEEDBACK_FORMAT}.`;
      this.#report(at, message, `Install pipeline ${format}.0 or newer.`);
      return false;
    }
    const message = format === '' ? 'The format is missing.' : `There is no format ${inQuotes(format)}.`;
    this.#report(at, message, `Begin the file with: format: ${FEEDBACK_FORMAT}`);
    return true;
  }

  #entry(item: TreeNode): DialogueEntry | undefined {
    if (item.kind !== 'map') {
      this.#report(item.from, 'An entry is a map of keys.', ADD);
      return undefined;
    }
    const kind = this.#kind(item);
    if (kind === undefined) return undefined;
    this.#expectKeys(item, KEYS[kind].keys);
    const lacking = KEYS[kind].required.filter((key) => this.#text(item, key) === '');
    for (const key of lacking) this.#reportLacking(item, kind, key);
    const on = this.#day(item, 'on');
    if (lacking.length > 0 || on === undefined) return undefined;
    const of = {
      id: this.#text(item, 'id'),
      on,
      file: this.#source.file,
      line: this.#source.lineAt(item.from),
    };
    if (kind === 'held') {
      const what = this.#choice(item, 'what', HELD);
      return what && { ...of, kind, what };
    }
    const said = {
      ...of,
      text: this.#text(item, 'text'),
      deal: this.#text(item, 'deal'),
      ref: this.#text(item, 'ref'),
      done: this.#done(item),
    };
    if (kind === 'action')
      return { ...said, kind, owner: this.#text(item, 'owner'), due: this.#day(item, 'due') };
    return { ...said, kind, ...this.#feedback(item) };
  }

  #feedback(item: MapNode): Pick<Feedback, 'why' | 'stage' | 'by' | 'decision' | 'earlier' | 'process'> {
    return {
      why: this.#text(item, 'why'),
      stage: this.#text(item, 'stage'),
      by: this.#text(item, 'by'),
      decision: this.#decision(entryOf(item, 'decision')?.value),
      earlier: this.#earlier(item),
      process: this.#process(item),
    };
  }

  #kind(item: MapNode): EntryKind | undefined {
    const kind = this.#text(item, 'kind');
    if (isEntryKind(kind)) return kind;
    const message = kind === '' ? 'The kind is missing.' : `There is no kind ${inQuotes(kind)}.`;
    this.#report(this.#at(item, 'kind'), message, () =>
      didYouMean(kind, ENTRY_KINDS, `It is one of ${ENTRY_KINDS.join(', ')}.`),
    );
    return undefined;
  }

  #decision(node: TreeNode | undefined): Decision | undefined {
    const map = this.#map(node, 'decision');
    const as = map && this.#choice(map, 'as', DECISIONS);
    const on = map && this.#neededDay(map, 'decision');
    if (map === undefined || as === undefined || on === undefined) return undefined;
    return {
      as,
      on,
      why: this.#text(map, 'why'),
      until: this.#day(map, 'until'),
      metric: this.#text(map, 'metric'),
      stage: this.#text(map, 'stage'),
    };
  }

  #earlier(item: MapNode): readonly Decision[] {
    const node = entryOf(item, 'earlier')?.value;
    if (node === undefined || isNothing(node)) return [];
    if (node.kind !== 'list')
      this.#report(
        node.from,
        'earlier is a list of decisions.',
        `Write: earlier: [${MAPS.decision.example}]`,
      );
    return itemsOf(node).flatMap((each) => this.#decision(each) ?? []);
  }

  #done(item: MapNode): Feedback['done'] {
    const map = this.#map(entryOf(item, 'done')?.value, 'done');
    const on = map && this.#neededDay(map, 'done');
    return map && on && { on, result: this.#text(map, 'result') };
  }

  #process(item: MapNode): number | undefined {
    const node = under(item, 'process');
    const version = wholeOf(node);
    if (node !== undefined && version === undefined)
      this.#report(node.from, 'process is the number of a version.', 'Write for example: process: 3');
    return version;
  }

  #map(node: TreeNode | undefined, key: keyof typeof MAPS): MapNode | undefined {
    if (node === undefined || isNothing(node)) return undefined;
    if (node.kind !== 'map') {
      this.#report(node.from, `${key} is a map of keys.`, `Write: ${key}: ${MAPS[key].example}`);
      return undefined;
    }
    this.#expectKeys(node, Object.keys(MAPS[key].fields));
    return node;
  }

  #choice<Word extends string>(map: MapNode, key: string, words: readonly Word[]): Word | undefined {
    const text = this.#text(map, key);
    const word = words.find((known) => known === text);
    if (word === undefined) {
      this.#report(this.#at(map, key), `${key} can't be ${inQuotes(text)}.`, () =>
        didYouMean(text, words, `It is one of ${words.join(', ')}.`),
      );
    }
    return word;
  }

  #neededDay(map: MapNode, key: keyof typeof MAPS): Day | undefined {
    if (entryOf(map, 'on') === undefined)
      this.#report(map.from, `${key} has no day: on is missing.`, `Write: ${key}: ${MAPS[key].example}`);
    return this.#day(map, 'on');
  }

  #day(map: MapNode, key: string): Day | undefined {
    const text = this.#text(map, key);
    const day = toDay(text);
    if (day === undefined && text !== '')
      this.#report(this.#at(map, key), `${key}: ${inQuotes(text)} is no day.`, 'Write it as 2026-11-23.');
    return day;
  }

  /** '' where there is none, or what is there is no text: that is told once, by #expectKeys. */
  #text(map: MapNode, key: string): string {
    return textOf(entryOf(map, key)?.value)?.trim() ?? '';
  }

  #expectKeys(map: MapNode, known: readonly string[]): void {
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

  /** What is there and no text is told already. */
  #reportLacking(item: MapNode, kind: EntryKind, key: string): void {
    const value = entryOf(item, key)?.value;
    if (value !== undefined && value.kind !== 'scalar') return;
    this.#report(this.#at(item, key), `${key} is missing.`, () =>
      key === 'id' ? `Write: id: ${this.#newId(item, kind)}` : `Write for example: ${EXAMPLES[key]}`,
    );
  }

  #newId(item: MapNode, kind: EntryKind): string {
    const letter = kind === 'action' ? 'a' : kind === 'held' ? 'h' : 'f';
    return entryId(
      letter,
      ['on', 'kind', 'text', 'what'].map((key) => this.#text(item, key)),
    );
  }

  #at(map: MapNode, key: string): number {
    const entry = entryOf(map, key);
    if (entry === undefined) return map.from;
    return isNothing(entry.value) ? entry.from : entry.value.from;
  }
}
