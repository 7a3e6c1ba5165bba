// The page of an entry: what it changed, as understood, and what comes next.

import { type Day, weekdayName, weekdayOf } from '../base/day.ts';
import type { ChangedDealView, ChangeView } from '../report/change.ts';
import { fieldValue } from './field-value.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, Records } from './page.ts';

/** Deals beyond these are counted. */
const MOST_DEALS = 20;
/** Of a narrow terminal, what is left for both values of a field. */
const LONGEST_PAIR = 56;

export function changePage(view: ChangeView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ChangeView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: headingOf(view) };
  for (const { given, day, amount, currency } of view.understood) {
    const read: (string | Cell)[] =
      day !== null
        ? [...dayParts(day)]
        : amount !== null
          ? [{ kind: 'money', amount }, ` ${currency ?? ''}`]
          : [];
    yield { kind: 'line', tone: 'muted', parts: [`“${given}” is `, ...read] };
  }
  const shown = view.deals.slice(0, MOST_DEALS);
  if (shown.some(({ changes }) => changes.length > 0)) {
    yield { kind: 'blank' };
    yield view.deals.length === 1 ? oneDeal(shown, look) : manyDeals(shown, look);
    const more = view.deals.length - shown.length;
    if (more > 0) yield { kind: 'line', parts: [`and ${plural(more, 'deal')} more`] };
  }
  yield { kind: 'blank' };
  for (const remark of view.remarks) yield { kind: 'paragraph', tone: 'warn', parts: [remark] };
  const [only, another] = view.deals;
  if (only !== undefined && another === undefined) {
    yield { kind: 'line', parts: [view.dry_run ? `It would be in ${only.file}` : only.file] };
  }
  yield* nextBlocks(view);
}

function headingOf({ verb, deals, unchanged, dry_run }: ChangeView): string[] {
  const dry = dry_run ? ' · dry run, nothing is written' : '';
  const [only, another] = deals;
  if (only === undefined) {
    const [same = '', more] = unchanged;
    if (verb === 'edit') return [`${same} · nothing changed`];
    return [
      more === undefined ? `${same} says so already` : `${plural(unchanged.length, 'deal')} say so already`,
    ];
  }
  if (another === undefined && unchanged.length === 0) {
    return [`${only.id} · ${only.name}${only.is_new ? ' · new' : ''}${dry}`];
  }
  const already = unchanged.length === 0 ? '' : ` · ${unchanged.length} said so already`;
  return [`${plural(deals.length, 'deal')} changed${already}${dry}`];
}

function* dayParts(day: Day): Generator<string | Cell> {
  yield `${weekdayName(weekdayOf(day))}, `;
  yield { kind: 'day', day };
}

function oneDeal(deals: readonly ChangedDealView[], look: Look): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'field', title: '' },
      { key: 'change', title: '', shrinkTo: 30 },
    ],
    rows: deals.flatMap(({ changes }) =>
      changes.map(({ field, old, new: now }) => [text(field), changeCell(field, old, now, look)]),
    ),
  };
}

function manyDeals(deals: readonly ChangedDealView[], look: Look): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 16 },
      { key: 'field', title: 'Field' },
      { key: 'change', title: '', shrinkTo: 24 },
    ],
    rows: deals.flatMap(({ id, changes }) =>
      changes.map(({ field, old, new: now }, at) => [
        text(at === 0 ? id : ''),
        text(field),
        changeCell(field, old, now, look),
      ]),
    ),
  };
}

/** `old → new` (`new · was old` where they are long), `new` where there was nothing, `– old` where there is nothing now. */
function changeCell(field: string, old: string, now: string, look: Look): Cell {
  const [before, after] = [fieldValue(field, old, look), fieldValue(field, now, look)];
  if (old === '') return after;
  if (now === '') return { kind: 'phrase', parts: ['taken out: ', before], tone: 'muted' };
  // What was typed last must be seen whole, where one of the two is cut.
  const isLong = old.length + now.length > LONGEST_PAIR;
  return { kind: 'phrase', parts: isLong ? [after, ' · was ', before] : [before, ' → ', after] };
}

function* nextBlocks({ dry_run, next }: ChangeView): Generator<Block> {
  if (dry_run) yield { kind: 'next', text: 'Nothing was written', command: 'the same without --dry-run' };
  else if (next !== null) yield { kind: 'next', ...next };
}

function text(of: string): Cell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A row a field, for machines. */
export function changeRecords({ deals }: ChangeView): Records {
  return {
    columns: ['id', 'field', 'old', 'new'],
    rows: deals.flatMap(({ id, changes }) =>
      changes.map(({ field, old, new: now }) => [id, field, old, now].map(text)),
    ) as Records['rows'],
  };
}
