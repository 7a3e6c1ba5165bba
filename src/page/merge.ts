// The page of `pipeline merge`: what the deal that stays took over, what the other one has otherwise, and what that
// does to the open pipeline.

import { grouped } from '../base/grouped.ts';
import type { MergeView } from '../report/merge.ts';
import { fieldValue } from './field-value.ts';
import type { Look } from './look.ts';
import { dryRunMark, nothingWritten } from './nothing-written.ts';
import { openChangeLine } from './open-change.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { say } from './say.ts';

/** Items of a list beyond these are counted. */
const MOST_LISTED = 5;

export function mergePage(view: MergeView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: MergeView, look: Look): Generator<Block> {
  const { kept, merged, dry_run } = view;
  const others = merged.map(({ id }) => id).join(', ');
  const what = say('{others} merged into {kept}', { others, kept: kept.id });
  yield {
    kind: 'heading',
    parts: [what, ' · ', { kind: 'day', day: view.on }, ...dryRunMark(dry_run)],
  };
  yield { kind: 'blank' };
  yield* takenBlocks(view, look);
  yield* differingBlocks(view, look);
  yield* endBlocks(view, look);
  yield* openChangeLine(view);
  const where = dry_run ? '{deal} would go to {file}' : '{deal} is in {file}';
  for (const { id, file } of merged) yield { kind: 'line', parts: [say(where, { deal: id, file })] };
  yield next(view);
}

function* takenBlocks({ kept, taken }: MergeView, look: Look): Generator<Block> {
  if (taken.length === 0) {
    yield { kind: 'line', parts: [say('{deal} had all of it; its file stays as it is.', { deal: kept.id })] };
    yield { kind: 'blank' };
    return;
  }
  const rows = [...grouped(taken, ({ field }) => field)].flatMap(([field, items]) => {
    const more = items.length - MOST_LISTED;
    const shown = items
      .slice(0, MOST_LISTED)
      .map(({ value }, at): Cell[] => [text(at === 0 ? field : ''), fieldValue(field, value, look)]);
    return more > 0 ? [...shown, [text(''), say('and {more} more', { more })]] : shown;
  });
  yield {
    kind: 'table',
    columns: [
      { key: 'field', title: 'Taken over' },
      { key: 'value', title: '', shrinkTo: 20 },
    ],
    rows,
  };
  yield { kind: 'blank' };
}

function* differingBlocks({ kept, merged, differing }: MergeView, look: Look): Generator<Block> {
  if (differing.length === 0) return;
  const several = merged.length > 1;
  yield {
    kind: 'table',
    columns: [
      ...(several ? [{ key: 'from', title: 'Deal', shrinkTo: 12 } as const] : []),
      { key: 'field', title: 'Stays as it is', shrinkTo: 12 },
      { key: 'kept', title: say('In {deal}', { deal: kept.id }), shrinkTo: 14 },
      {
        key: 'other',
        title: several ? 'In that one' : say('In {deal}', { deal: merged[0]?.id ?? '' }),
        shrinkTo: 14,
      },
    ],
    rows: differing.map(({ from, field, kept: own, other }) => [
      ...(several ? [text(from)] : []),
      text(field),
      fieldValue(field, own, look),
      fieldValue(field, other, look),
    ]),
  };
  yield { kind: 'blank' };
}

function* endBlocks({ kept, record_ends_with: last }: MergeView, look: Look): Generator<Block> {
  if (last === null) return;
  const on: Cell = { kind: 'day', day: last.on };
  const stage = look.stageLabel(last.stage);
  const parts = [
    say('Its stages now end with {stage} on {day}: is that where it stands? Then write it into {file}.', {
      stage,
      day: on,
      file: kept.file,
    }),
  ];
  yield { kind: 'paragraph', tone: 'warn', parts };
}

function next({ dry_run, kept, merged, differing }: MergeView): Block {
  if (dry_run) return nothingWritten();
  const text =
    differing.length > 0
      ? say('{fields, plural, one {# field} other {# fields}} to look at', { fields: differing.length })
      : say('All of {deal}', { deal: kept.id });
  const command =
    differing.length > 0 ? `pipeline archive show ${merged[0]?.id ?? ''}` : `pipeline show ${kept.id}`;
  return { kind: 'next', text, command };
}

function text(of: string): Cell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A row a field, for machines. */
export function mergeRecords({ taken, differing }: MergeView): Records {
  const cell = (of: string) =>
    of === '' ? ({ kind: 'none' } as const) : ({ kind: 'text', text: of } as const);
  return {
    columns: ['from', 'field', 'what', 'kept', 'other'],
    rows: [
      ...taken.map(({ from, field, value }) => [
        cell(from),
        cell(field),
        cell('taken'),
        cell(''),
        cell(value),
      ]),
      ...differing.map(({ from, field, kept, other }) => [from, field, 'differs', kept, other].map(cell)),
    ],
  };
}
