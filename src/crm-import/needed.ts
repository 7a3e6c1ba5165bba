// What an import has to ask for, with lines to paste: columns that are not recognised, stages that match nothing.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { nearest } from '../base/nearest.ts';
import { asItIs, said } from '../base/said.ts';
import type { ProcessStage } from '../deal/process.ts';
import { scalarText } from '../deal/scalar-text.ts';
import type { MappedColumn } from './columns.ts';
import { isFieldKey } from './fields.ts';
import { squeeze } from './headers.ts';
import { headersFor } from './known-headers.ts';
import { textsOf } from './row-values.ts';
import { outcomeNamed, parted, statusOf } from './stage-values.ts';
import type { Table } from './table.ts';

const FEW_VALUES = 20;
const EXAMPLES = 3;

/**
 * Essential fields that the table lacks: a stage, and an id or a name. A column without any value is none, but for
 * the stage beside a column that says what is won and lost.
 */
export function missingFields(table: Table, columns: readonly MappedColumn[]): ('stage' | 'id' | 'name')[] {
  const holds = (key: string) => {
    const found = columns.find((column) => column.key === key);
    return found !== undefined && (table.rows.length === 0 || textsOf(table, found.column).size > 0);
  };
  const missing: ('stage' | 'id' | 'name')[] = [];
  const has = (key: string) => columns.some((column) => column.key === key);
  const isTold = has('stage') && ['status', 'is_closed', 'is_won'].some(has);
  if (!holds('stage') && !isTold) missing.push('stage');
  if (!holds('id') && !holds('name')) missing.push('id');
  return missing;
}

export interface NeededContext {
  readonly columns: readonly MappedColumn[];
  /** Tables that were given beside. */
  readonly others: readonly Table[];
  readonly system: string;
}

/** The question for columns, with a suggested mapping. */
export function columnsNeeded(
  table: Table,
  missing: readonly ('stage' | 'id' | 'name')[],
  { columns, others: joining, system }: NeededContext,
): Failure {
  const [words = asItIs(''), others] = missing.map((key) => said(key === 'id' ? 'id or name' : key));
  const wanted = missing.includes('id') ? ([...missing, 'name'] as const) : missing;
  const stageJoin = missing.includes('stage') ? joinOfStages(table, columns, joining) : undefined;
  const lines = wanted.flatMap((key) => {
    const header = suggestedHeader(key, table, columns);
    return header === undefined && key === 'stage' && stageJoin !== undefined
      ? []
      : [suggestion(key, table, header)];
  });
  const empty = columns.find(({ key }) => key === 'stage' && missing.includes('stage'));
  const message =
    empty === undefined
      ? said('{file} has no column that is known to hold the {what}.', {
          file: table.file,
          what:
            others === undefined
              ? words
              : said('{one}, nor one for the {other}', { one: words, other: others }),
        })
      : said('The column "{header}" of {file} should hold the stage, and it is empty in every row.', {
          header: empty.header,
          file: table.file,
        });
  return new Failure('mapping-needed', message, {
    hint:
      empty === undefined
        ? 'A deal needs a stage, and an id or, without one, a name. Save these lines as map.yaml, mend them, and import again with --map map.yaml:'
        : 'Export it again with the stages. Where another column or file has them: save these lines as map.yaml, mend them, and import again with --map map.yaml, and with that file:',
    paste: [
      'format: 1',
      `system: ${scalarText(system, 'block')}`,
      ...(lines.length === 0 ? [] : ['columns:', ...lines]),
      ...(stageJoin ?? (missing.includes('stage') ? JOIN_EXAMPLE : [])),
      `# Headers: ${table.headers.map((header) => scalarText(header, 'flow')).join(', ')}`,
    ],
  });
}

/** The question for headers that two columns have. */
export function ambiguityNeeded(
  table: Table,
  ambiguous: readonly { readonly key: string; readonly header: string }[],
): Failure {
  const headers = ambiguous.map(({ header }) => `"${header}"`).join(', ');
  return new Failure(
    'mapping-needed',
    said('{file} has several columns with the header {headers}.', { file: table.file, headers }),
    {
      hint: "Which one is meant can't be told: rename one of each in the file, or export it without.",
    },
  );
}

/** The question for stages, with the lines for a mapping. */
export function stagesNeeded(
  table: Table,
  values: ReadonlyMap<string, number>,
  stages: readonly ProcessStage[],
  mappingFile: string,
): Failure {
  const names = [...values.keys()];
  const rows = [...values.values()].reduce((sum, count) => sum + count, 0);
  const ids = stages.map(({ id }) => id);
  const labels = new Map(
    stages.flatMap(({ id, label }) => [[fold(label), id] as const, [fold(id), id] as const]),
  );
  const lines = names.map((value) => {
    const near = nearest(fold(parted(value).bare), labels.keys());
    const guess = near === undefined ? '' : (labels.get(near) ?? '');
    return `  ${scalarText(value, 'flow')}: ${guess === '' ? '"?"' : `${guess}   # a guess`}`;
  });
  return new Failure(
    'mapping-needed',
    said(
      '{file} has {stages, plural, one {a stage} other {{stages} stages}} that the process does not have, in {rows, plural, one {{rows} row} other {{rows} rows}}.',
      { file: table.file, stages: names.length, rows },
    ),
    {
      hint: said(
        'Complete these lines with one of {known}. Save them as map.yaml and import again with --map map.yaml, or put the last ones under stages: in {mappingFile}. A stage that is new to the process comes into it first: pipeline process add ID',
        { known: [...ids, 'won', 'lost'].join(', '), mappingFile },
      ),
      paste: ['format: 1', 'stages:', ...lines],
    },
  );
}

function suggestedHeader(
  key: 'stage' | 'id' | 'name',
  table: Table,
  columns: readonly MappedColumn[],
): string | undefined {
  const free = table.headers.filter(
    (_, column) =>
      columns.every((known) => known.column !== column || !isFieldKey(known.key) || known.key === key) &&
      (table.rows.length === 0 || textsOf(table, column).size > 0),
  );
  return nearestHeader(key, free) ?? (key === 'stage' ? headerOfFewValues(table, free) : undefined);
}

function suggestion(key: 'stage' | 'id' | 'name', table: Table, header: string | undefined): string {
  if (header === undefined) return `  ${key}: "?"   # ${UNKNOWN[key]}`;
  const texts = [...textsOf(table, table.headers.indexOf(header))].slice(0, EXAMPLES);
  const examples = texts.length === 0 ? '' : `: it has ${texts.join(', ')}, …`;
  return `  ${key}: ${scalarText(header, 'flow')}   # a guess${examples.replace(/\s+/g, ' ')}`;
}

const UNKNOWN = {
  stage: 'the header of the column that says at which step a deal is',
  id: "the header of the record's id; without one leave this line out, account and name do",
  name: 'the header of the column that says what a deal is called',
} as const;

/** What to write where a further file has the stages. */
const JOIN_EXAMPLE = [
  '#joins:   # instead, where a further file has the stages: its name, the header that both have, the one of the stage',
  '#  - {file: deal_stage.csv, on: deal_id, columns: {stage: value}}',
];

/** The lines for a file that was given beside and has the ids of deals with their stages; undefined where none has. */
function joinOfStages(
  table: Table,
  columns: readonly MappedColumn[],
  others: readonly Table[],
): string[] | undefined {
  const id = columns.find(({ key }) => key === 'id')?.header;
  for (const other of others) {
    const { file, headers } = other;
    const on = headers.find((header) => id !== undefined && squeeze(header) === squeeze(id));
    const stage = headers.find((header) => STAGE_OF_FILE.has(squeeze(header)));
    if (on === undefined || stage === undefined || headers.some((header) => squeeze(header) === 'name'))
      continue;
    const known = textsOf(table, table.headers.indexOf(id ?? ''));
    if (![...textsOf(other, headers.indexOf(on))].some((text) => known.has(text))) continue;
    const text = (header: string) => scalarText(header, 'flow');
    return ['joins:', `  - {file: ${text(file)}, on: ${text(on)}, columns: {stage: ${text(stage)}}}`];
  }
  return undefined;
}

const STAGE_OF_FILE = new Set([...headersFor('stage'), 'value'].map(squeeze));

const WORDS = {
  stage: /stage|status|phase|step|etap|faza|krok|state/i,
  id: /\bid\b|_id$|number|no\.?$|key|ref/i,
  name: /name|title|deal|opportunity|subject|nazwa|temat/i,
} as const;

function nearestHeader(key: 'stage' | 'id' | 'name', headers: readonly string[]): string | undefined {
  const known = headersFor(key).map(squeeze);
  const exact = headers.find((header) => known.includes(squeeze(header)));
  const bySpelling = exact ?? headers.find((header) => nearest(squeeze(header), known) !== undefined);
  return bySpelling ?? headers.find((header) => WORDS[key].test(header));
}

/** A column with a few values that repeat may be the stage; one that names outcomes surely. */
function headerOfFewValues(table: Table, headers: readonly string[]): string | undefined {
  const columns = headers.map((header) => ({ header, texts: textsOf(table, table.headers.indexOf(header)) }));
  const named = columns.find(({ texts }) =>
    [...texts].some((text) => outcomeNamed(text) !== undefined || statusOf(text) !== undefined),
  );
  if (named !== undefined) return named.header;
  return columns.find(
    ({ texts }) =>
      texts.size > 1 &&
      texts.size <= FEW_VALUES &&
      texts.size <= table.rows.length / 2 &&
      [...texts].every((text) => /\p{L}/u.test(text)),
  )?.header;
}
