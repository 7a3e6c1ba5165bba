// The text of feedback/2026-11.yaml → its entries, and everything that is wrong in it at once. An entry is left out only
// where it can't be told what it says; a key that can't be read is told, and the rest of its entry stands.

import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import { entryOf, isNothing, type MapNode, type TreeNode } from '../deal/tree.ts';
import type { YamlLimits } from '../deal/yaml-limits.ts';
import { collectorFor, inQuotes, type Report } from '../workspace/settings-report.ts';
import { itemsOf, under, wholeOf } from '../workspace/settings-tree.ts';
import {
  type Action,
  DECISIONS,
  type Decision,
  type DialogueEntry,
  FEEDBACK_FORMAT,
  type Feedback,
  HELD,
} from './entry.ts';
import { entryId } from './entry-id.ts';
import { FeedbackFields } from './field-reader.ts';
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
  readonly #fields: FeedbackFields;

  constructor(source: SourceText, root: TreeNode, report: Report) {
    this.#source = source;
    this.#root = root;
    this.#report = report;
    this.#fields = new FeedbackFields(report);
  }

  entries(): readonly DialogueEntry[] {
    const root = this.#root;
    if (root.kind !== 'map') {
      this.#report(root.from, 'The file is a map of keys.', ADD);
      return [];
    }
    if (!this.#fields.isOfFormat(root, FEEDBACK_FORMAT)) return [];
    this.#fields.expectKeys(root, ['format', 'entries']);
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
      const message = said('The id {id} stands in line {before} already.', {
        id: inQuotes(entry.id),
        before,
      });
      this.#report(item.from, message, 'Give this entry another one, or take it out.');
      return [];
    });
  }

  #entry(item: TreeNode): DialogueEntry | undefined {
    if (item.kind !== 'map') {
      this.#report(item.from, 'An entry is a map of keys.', ADD);
      return undefined;
    }
    const kind = this.#kind(item);
    if (kind === undefined) return undefined;
    this.#fields.expectKeys(item, KEYS[kind].keys);
    const lacking = KEYS[kind].required.filter((key) => this.#fields.text(item, key) === '');
    for (const key of lacking) this.#reportLacking(item, kind, key);
    const on = this.#fields.day(item, 'on');
    if (lacking.length > 0 || on === undefined) return undefined;
    const of = {
      id: this.#fields.text(item, 'id'),
      on,
      file: this.#source.file,
      line: this.#source.lineAt(item.from),
    };
    if (kind === 'held') {
      const what = this.#fields.choice(item, 'what', HELD);
      return what && { ...of, kind, what };
    }
    const said = {
      ...of,
      text: this.#fields.text(item, 'text'),
      deal: this.#fields.text(item, 'deal'),
      ref: this.#fields.text(item, 'ref'),
      done: this.#done(item),
    };
    if (kind === 'action') return { ...said, kind, ...this.#action(item) };
    return { ...said, kind, ...this.#feedback(item) };
  }

  #action(item: MapNode): Pick<Action, 'owner' | 'due' | 'dropped'> {
    const node = entryOf(item, 'dropped')?.value;
    const map = this.#fields.map(node, 'dropped');
    const on = map && this.#fields.neededDay(map, 'dropped');
    const done = entryOf(item, 'done')?.value;
    if (map !== undefined && done !== undefined && !isNothing(done))
      this.#report(map.from, 'An action is done or dropped, not both.', 'Take out the one that is not so.');
    return {
      owner: this.#fields.text(item, 'owner'),
      due: this.#fields.day(item, 'due'),
      dropped: map && on && { on, why: this.#fields.text(map, 'why') },
    };
  }

  #feedback(item: MapNode): Pick<Feedback, 'why' | 'stage' | 'by' | 'decision' | 'earlier' | 'process'> {
    return {
      why: this.#fields.text(item, 'why'),
      stage: this.#fields.text(item, 'stage'),
      by: this.#fields.text(item, 'by'),
      decision: this.#decision(entryOf(item, 'decision')?.value),
      earlier: this.#earlier(item),
      process: this.#process(item),
    };
  }

  #kind(item: MapNode): EntryKind | undefined {
    const kind = this.#fields.text(item, 'kind');
    if (isEntryKind(kind)) return kind;
    const message =
      kind === '' ? 'The kind is missing.' : said('There is no kind {kind}.', { kind: inQuotes(kind) });
    this.#report(this.#fields.at(item, 'kind'), message, () =>
      didYouMean(
        kind,
        ENTRY_KINDS,
        said('It is one of {entry_kinds}.', { entry_kinds: ENTRY_KINDS.join(', ') }),
      ),
    );
    return undefined;
  }

  #decision(node: TreeNode | undefined): Decision | undefined {
    const map = this.#fields.map(node, 'decision');
    const as = map && this.#fields.choice(map, 'as', DECISIONS);
    const on = map && this.#fields.neededDay(map, 'decision');
    if (map === undefined || as === undefined || on === undefined) return undefined;
    return {
      as,
      on,
      why: this.#fields.text(map, 'why'),
      until: this.#fields.day(map, 'until'),
      metric: this.#fields.text(map, 'metric'),
      stage: this.#fields.text(map, 'stage'),
    };
  }

  #earlier(item: MapNode): readonly Decision[] {
    const node = entryOf(item, 'earlier')?.value;
    if (node === undefined || isNothing(node)) return [];
    if (node.kind !== 'list')
      this.#report(
        node.from,
        'earlier is a list of decisions.',
        said('Write: earlier: [{example}]', { example: MAPS.decision.example }),
      );
    return itemsOf(node).flatMap((each) => this.#decision(each) ?? []);
  }

  #done(item: MapNode): Feedback['done'] {
    const map = this.#fields.map(entryOf(item, 'done')?.value, 'done');
    const on = map && this.#fields.neededDay(map, 'done');
    return map && on && { on, result: this.#fields.text(map, 'result') };
  }

  #process(item: MapNode): number | undefined {
    const node = under(item, 'process');
    const version = wholeOf(node);
    if (node !== undefined && version === undefined)
      this.#report(node.from, 'process is the number of a version.', 'Write for example: process: 3');
    return version;
  }

  /** What is there and no text is told already. */
  #reportLacking(item: MapNode, kind: EntryKind, key: string): void {
    const value = entryOf(item, key)?.value;
    if (value !== undefined && value.kind !== 'scalar') return;
    this.#report(this.#fields.at(item, key), said('{key} is missing.', { key }), () =>
      key === 'id'
        ? said('Write: id: {newId}', { newId: this.#newId(item, kind) })
        : said('Write for example: {examples}', { examples: EXAMPLES[key] ?? '' }),
    );
  }

  #newId(item: MapNode, kind: EntryKind): string {
    const letter = kind === 'action' ? 'a' : kind === 'held' ? 'h' : 'f';
    return entryId(
      letter,
      ['on', 'kind', 'text', 'what'].map((key) => this.#fields.text(item, key)),
    );
  }
}
