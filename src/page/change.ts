// The page of an entry: what it changed, as understood, and what comes next.

import { asItIs } from '../base/said.ts';
import type { ChangedDealView, ChangeView } from '../report/change.ts';
import { ratesToPaste } from '../snapshot/rates-missing.ts';
import { noRate, whatOneIsWorth } from '../snapshot/rates-told.ts';
import type { Message } from '../words/message.ts';
import { fieldValue } from './field-value.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import { nothingWritten } from './nothing-written.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';
import { understoodLines } from './understood.ts';

/** Deals beyond these are counted. */
const MOST_DEALS = 20;
const MORE_DEALS = '{deals, plural, one {and # deal more} other {and # deals more}}' satisfies Message;
/** Of a narrow terminal, what is left for both values of a field. */
const LONGEST_PAIR = 56;

export function changePage(view: ChangeView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...blocksOf(view, look, currency)] };
}

function* blocksOf(view: ChangeView, look: Look, currency: string): Generator<Block> {
  yield { kind: 'heading', parts: dotted(headingOf(view)) };
  yield* understoodLines(view.understood);
  const shown = view.deals.slice(0, MOST_DEALS);
  if (shown.some(({ changes }) => changes.length > 0)) {
    yield { kind: 'blank' };
    yield view.deals.length === 1 ? oneDeal(shown, look) : manyDeals(shown, look);
    const more = view.deals.length - shown.length;
    if (more > 0) yield { kind: 'line', parts: [say(MORE_DEALS, { deals: more })] };
  }
  const ending = [...endingOf(view, currency)];
  if (ending.length > 0) yield { kind: 'blank' };
  yield* ending;
}

function* endingOf(view: ChangeView, currency: string): Generator<Block> {
  for (const remark of view.remarks) yield { kind: 'paragraph', tone: 'warn', parts: [spoken(remark)] };
  yield* rateBlocks(view, currency);
  const [only, another] = view.deals;
  if (only !== undefined && another === undefined) {
    yield {
      kind: 'line',
      parts: [view.dry_run ? say('It would be in {file}', { file: only.file }) : only.file],
    };
  }
  yield* nextBlocks(view);
}

function* rateBlocks({ missing_rates, on }: ChangeView, to: string): Generator<Block> {
  if (missing_rates.length === 0) return;
  yield {
    kind: 'paragraph',
    tone: 'warn',
    parts: [
      spoken(noRate(to, on, missing_rates.map(asItIs))),
      ' ',
      say('Totals leave the amount out, and no snapshot is taken.'),
      ' ',
      spoken(whatOneIsWorth(to)),
    ],
  };
  yield { kind: 'code', language: 'yaml', lines: ratesToPaste(on, missing_rates) };
  yield { kind: 'blank' };
}

function headingOf({ verb, deals, unchanged, dry_run }: ChangeView): (string | Cell)[] {
  const dry = dry_run ? [say('dry run, nothing is written')] : [];
  const [only, another] = deals;
  if (only === undefined) return nothingChanged(verb, unchanged);
  if (another === undefined && unchanged.length === 0) {
    return [only.id, only.name, ...(only.is_new ? [say('new')] : []), ...dry];
  }
  const already =
    unchanged.length === 0 ? [] : [say('{count} said so already', { count: count(unchanged.length) })];
  return [say(CHANGED, { deals: deals.length }), ...already, ...dry];
}

const CHANGED = '{deals, plural, one {# deal} other {# deals}} changed' satisfies Message;

function nothingChanged(verb: string, [same = '', ...more]: readonly string[]): (string | Said)[] {
  if (verb === 'edit') return [same, say('nothing changed')];
  return more.length === 0
    ? [say('{deal} says so already', { deal: same })]
    : [
        say('{deals, plural, one {# deal says so already} other {# deals say so already}}', {
          deals: more.length + 1,
        }),
      ];
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
  if (now === '')
    return { kind: 'phrase', parts: [say('taken out: {value}', { value: before })], tone: 'muted' };
  // What was typed last must be seen whole, where one of the two is cut.
  const isLong = old.length + now.length > LONGEST_PAIR;
  return {
    kind: 'phrase',
    parts: isLong ? [after, ' · ', say('was {value}', { value: before })] : [before, ' → ', after],
  };
}

function* nextBlocks({ dry_run, next }: ChangeView): Generator<Block> {
  if (dry_run) yield nothingWritten();
  else if (next !== null) yield { kind: 'next', text: spoken(next.text), command: next.command };
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
