// How an export was read: the process that it brought, its encoding, dates and decimal signs, what joined, what was kept
// or left out, and what a person should know beside.

import type { ImportView } from '../report/import.ts';
import type { Message } from '../words/message.ts';
import { listed as commas } from './names.ts';
import type { Block, Cell } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';
import { sentences } from './sentences.ts';

/** As many names as a page of an import lists. */
export const MOST_LISTED = 12;

/** The lines on how the export was read; none where there is nothing to say. */
export function* howItWasRead(view: ImportView): Generator<Block> {
  if (view.process.length > 0) {
    const labels = view.process.map(({ label }) => label).join(', ');
    yield line(
      view.dry_run
        ? say('The stages of the export would become the process, in pipeline.yaml: {labels}.', { labels })
        : say('The stages of the export became the process, in pipeline.yaml: {labels}.', { labels }),
    );
    if (view.process_order !== '' && view.process.length > 1) {
      yield { kind: 'paragraph', parts: sentences(say(ORDERS[view.process_order]), REORDER) };
    }
  }
  const encoding = String(view.encoding);
  if (encoding !== '' && encoding !== 'utf-8') {
    yield line(say('Read as {encoding}.', { encoding: spoken(view.encoding) }));
  }
  for (const { header, what, why } of view.decisions) {
    yield line(say('{header}: {what}, {why}.', { header, what: spoken(what), why: spoken(why) }));
  }
  for (const join of view.joins) yield { kind: 'paragraph', parts: joinParts(join) };
  if (view.custom_columns.length > 0) {
    const kept = say('Kept as custom fields: {names}.', { names: listed(view.custom_columns) });
    const mapped = view.dry_run
      ? undefined
      : say('One that is a field of the deal is mapped in {file}.', { file: view.mapping_file });
    yield { kind: 'paragraph', parts: sentences(kept, mapped) };
  }
  const left = view.left_out;
  if (left.length > 0) {
    const named = left.map(({ line: at, what }) => say('{line} ({what})', { line: at, what: spoken(what) }));
    yield line(say('Left out, as no deals: line {names}.', { names: listed(named) }));
  }
  for (const { source_id: id, survivor, updated } of view.merged) {
    yield line(
      updated
        ? say(
            '{id} was merged into {survivor}: its file in the archive changed, {survivor} stays as it is.',
            {
              ...{ id, survivor },
            },
          )
        : say('{id} was merged into {survivor}.', { id, survivor }),
    );
  }
  for (const note of view.notes) yield { kind: 'paragraph', tone: 'warn', parts: [spoken(note)] };
}

/** Why the stages stand as they do. */
const ORDERS = {
  mapping: 'They stand as in the mapping.',
  numbers: 'They stand by the numbers that they begin with.',
  chances: 'They stand by the chances that the export has beside them.',
  usual: 'They stand as stages of such names usually do, which is a guess.',
  appearance: 'They stand as they come in the export, which is a guess.',
} as const satisfies Record<Exclude<ImportView['process_order'], ''>, Message>;

const REORDER = say(
  'Movements go by that order. Another one → pipeline process reorder STAGE --before STAGE, or its lines under process: stages: in pipeline.yaml',
);

function joinParts({
  file,
  on,
  matched,
  unmatched,
  ignored,
}: ImportView['joins'][number]): (string | Cell)[] {
  if (ignored !== '') return [say('{file} is ignored: {why}.', { file, why: spoken(ignored) })];
  const values = { file, on, rows: count(matched) };
  return [
    unmatched.length === 0
      ? say('{file} joined on {on}, {rows} rows.', values)
      : say('{file} joined on {on}, {rows} rows; not in it: {names}.', {
          ...values,
          names: listed(unmatched),
        }),
  ];
}

/** The first names with commas between, and how many more there are. */
export function listed(names: readonly (string | Said)[]): Cell {
  const more = names.length - MOST_LISTED;
  const shown = commas(names.slice(0, MOST_LISTED));
  return more > 0 ? say('{names} and {more} more', { names: shown, more }) : shown;
}

function line(sentence: Cell): Block {
  return { kind: 'paragraph', parts: [sentence] };
}
