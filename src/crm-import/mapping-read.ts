// The text of a mapping file → a Mapping, with everything that is wrong in it at once.

import { toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import { type Entry, isNothing, type TreeNode } from '../deal/tree.ts';
import type { MappingColumns } from './columns.ts';
import { toColumnOrder } from './date-text.ts';
import { toEncoding } from './decode.ts';
import { toDelimiter } from './delimiter.ts';
import { FIELDS, isFieldKey } from './fields.ts';
import {
  isSystemName,
  type LastImportRecord,
  MAPPING_FORMAT,
  type Mapping,
  type MappingJoin,
  NO_MAPPING,
} from './mapping.ts';

const KEYS = ['format', 'system', 'columns', 'stages', 'joins', 'dates', 'encoding', 'delimiter', 'last'];
const JOIN_KEYS = ['file', 'on', 'columns'];
const LAST_KEYS = ['on', 'file', 'sha256', 'rows', 'partial', 'newest'];

/**
 * The mapping that a text holds.
 * @throws Failure `mapping-needed` with every problem; `newer-format` where a later version wrote it
 */
export function readMapping(text: string, file: string): Mapping {
  const source = new SourceText(text, file, 'invalid-mapping');
  const { root: tree, problems: wrong } = compose(source);
  const reader = new MappingReader(source, [...wrong]);
  const mapping = wrong.length > 0 ? NO_MAPPING : reader.mapping(tree);
  if (reader.problems.length === 0) return mapping;
  throw new Failure('mapping-needed', said("{file} can't be used as a mapping.", { file }), {
    problems: reader.problems,
    hint: 'Mend it, or delete it and import again: it is written anew.',
  });
}

class MappingReader {
  readonly problems: Problem[];
  readonly #source: SourceText;

  constructor(source: SourceText, problems: Problem[]) {
    this.#source = source;
    this.problems = problems;
  }

  mapping(tree: TreeNode | undefined): Mapping {
    const entries = this.#entries(tree, 'The file', KEYS);
    const at = (key: string) => entries.find((entry) => entry.key === key)?.value;
    this.#format(at('format'), tree);
    const dates = this.#text(
      at('dates'),
      'dates',
      toColumnOrder,
      'dmy (day first), mdy (month first) or ymd (year first)',
    );
    return {
      system:
        this.#text(
          at('system'),
          'system',
          (text) => (isSystemName(text) ? text : undefined),
          'a short name in small letters: salesforce',
        ) ?? '',
      columns: this.#columns(at('columns'), ''),
      stages: this.#stages(at('stages')),
      joins: this.#items(at('joins')).map((item) => this.#join(item)),
      dates,
      encoding: this.#text(
        at('encoding'),
        'encoding',
        toEncoding,
        'utf-8, utf-16le, utf-16be, cp1250 or cp1252',
      ),
      delimiter: this.#text(at('delimiter'), 'delimiter', toDelimiter, 'comma, semicolon, tab or pipe'),
      last: this.#last(at('last')),
    };
  }

  #format(node: TreeNode | undefined, tree: TreeNode | undefined): void {
    if (node?.kind !== 'scalar' || !/^\d{1,6}$/.test(node.text)) {
      this.#report(
        node?.from ?? tree?.from ?? 0,
        'The format is missing.',
        said('Begin the file with: format: {mapping_format}', { mapping_format: MAPPING_FORMAT }),
      );
    } else if (Number(node.text) > MAPPING_FORMAT) {
      throw new Failure(
        'newer-format',
        said('{file} is of format {text}; this version reads {mapping_format}.', {
          file: this.#source.file,
          text: node.text,
          mapping_format: MAPPING_FORMAT,
        }),
        {
          hint: 'Install the newest pipeline.',
        },
      );
    } else if (Number(node.text) !== MAPPING_FORMAT) {
      this.#report(
        node.from,
        said('There is no format {text}.', { text: node.text }),
        said('Write: format: {mapping_format}', { mapping_format: MAPPING_FORMAT }),
      );
    }
  }

  #columns(node: TreeNode | undefined, only: '' | 'custom.'): MappingColumns {
    const columns: Record<string, string | null> = {};
    for (const { key, from: keyAt, value } of this.#entries(node, 'columns')) {
      if (!isColumnKey(key, only)) {
        this.#report(
          keyAt,
          said('There is no field "{key}".', { key }),
          didYouMean(key, Object.keys(FIELDS), 'Fields: name, stage, amount, …; anything else is custom.KEY'),
        );
      } else if (isNothing(value)) columns[key] = null;
      else if (value.kind === 'scalar') columns[key] = value.text;
      else
        this.#report(
          value.from,
          said('The header of "{key}" is a text.', { key }),
          'Write the header as the export has it',
        );
    }
    return columns;
  }

  #stages(node: TreeNode | undefined): Record<string, string> {
    const stages: [string, string][] = [];
    for (const { key, value } of this.#entries(node, 'stages')) {
      if (value.kind === 'scalar' && !isNothing(value)) stages.push([key, value.text]);
      else
        this.#report(
          value.from,
          said('The stage of "{key}" is missing.', { key }),
          "Write a stage's id, won or lost.",
        );
    }
    return Object.fromEntries(stages);
  }

  #join(item: TreeNode): MappingJoin {
    const entries = this.#entries(item, 'A join', JOIN_KEYS);
    const at = (key: string) => entries.find((entry) => entry.key === key)?.value;
    const file = at('file');
    if (file?.kind !== 'scalar')
      this.#report(
        item.from,
        'A join names its file.',
        said('Write: {example}', { example: '{file: accounts.csv, on: account}' }),
      );
    return {
      file: file?.kind === 'scalar' ? file.text : '',
      on: this.#on(at('on'), item.from),
      columns: this.#columns(at('columns'), 'custom.'),
    };
  }

  #on(node: TreeNode | undefined, near: number): MappingJoin['on'] {
    if (node?.kind === 'scalar') return { ours: node.text, theirs: node.text };
    const [entry] = node?.kind === 'map' ? node.entries : [];
    if (entry?.value.kind === 'scalar') return { ours: entry.key, theirs: entry.value.text };
    this.#report(
      node?.from ?? near,
      'A join says on which header it joins.',
      said('Write: on: account, or on: {example}', { example: '{AccountId: Id}' }),
    );
    return { ours: '', theirs: '' };
  }

  /** Written by the import itself, so that what is wrong in it is left out rather than reported. */
  #last(node: TreeNode | undefined): LastImportRecord | undefined {
    if (node === undefined) return undefined;
    const entries = this.#entries(node, 'last', LAST_KEYS);
    const text = (key: string) => {
      const value = entries.find((entry) => entry.key === key)?.value;
      return value?.kind === 'scalar' ? value.text : '';
    };
    const on = toDay(text('on'));
    if (on === undefined) return undefined;
    return {
      on,
      file: text('file'),
      sha256: text('sha256'),
      rows: Number(text('rows')) || 0,
      partial: text('partial') === 'true',
      newest: toDay(text('newest')),
    };
  }

  #entries(node: TreeNode | undefined, what: string, known?: readonly string[]): readonly Entry[] {
    if (node === undefined || isNothing(node)) return [];
    if (node.kind !== 'map') {
      this.#report(node.from, said('{what} is a map.', { what }), 'Write KEY: VALUE');
      return [];
    }
    if (known === undefined) return node.entries;
    for (const { key, from: keyAt } of node.entries) {
      if (!known.includes(key))
        this.#report(
          keyAt,
          said('There is no key "{key}" here.', { key }),
          didYouMean(key, known, said('Keys: {known}', { known: known.join(', ') })),
        );
    }
    return node.entries;
  }

  #items(node: TreeNode | undefined): readonly TreeNode[] {
    if (node === undefined || isNothing(node)) return [];
    if (node.kind === 'list') return node.items.map(({ value }) => value);
    this.#report(
      node.from,
      'joins is a list.',
      said('Write: - {example}', { example: '{file: accounts.csv, on: account}' }),
    );
    return [];
  }

  #text<Value>(
    node: TreeNode | undefined,
    key: string,
    read: (text: string) => Value | undefined,
    allowed: string,
  ): Value | undefined {
    if (node === undefined || isNothing(node)) return undefined;
    const value = node.kind === 'scalar' ? read(node.text) : undefined;
    if (value === undefined)
      this.#report(
        node.from,
        said('The {key} is none that there is.', { key }),
        said('Write {allowed}', { allowed }),
      );
    return value;
  }

  #report(at: number, message: Sayable, hint: Sayable): void {
    this.problems.push(this.#source.problem(at, { message, hint }));
  }
}

function isColumnKey(key: string, only: '' | 'custom.'): boolean {
  if (/^custom\.[^.\s]+$/.test(key)) return true;
  if (only !== '') return key === 'name' || key === 'account' || key === 'owner' || key === 'stage';
  return isFieldKey(key) || /^entered\..+/.test(key);
}
