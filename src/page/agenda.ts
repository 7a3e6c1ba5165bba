// The page of `pipeline agenda`: what is due or late, and what to type for each.

import { addDays, type Day } from '../base/day.ts';
import { HELD } from '../feedback/entry.ts';
import type { AgendaItem, AgendaView } from '../report/agenda.ts';
import type { Due } from '../report/due.ts';
import type { Message } from '../words/message.ts';
import { mistakeBlocks, sayLate } from './dialogue.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Column, Page, Records } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';
import { sayWeekday } from './weekday.ts';

/** What each is called. */
export const LABELS = {
  import: 'export',
  snapshot: 'snapshot',
  review: 'deal review',
  plan: 'plan review',
  results: 'results',
  clean: 'clean-up',
  feedback: 'dialogue',
  trial: 'trial ends',
} as const satisfies Record<Due['what'], Message>;

const COLUMNS: readonly Column[] = [
  { key: 'due', title: 'Due' },
  { key: 'what', title: 'What' },
  { key: 'rhythm', title: 'Rhythm', dropRank: 1 },
  { key: 'last', title: 'Last', dropRank: 2 },
  { key: 'do', title: 'Do' },
];
/** Which trial; said where there is room for it. */
const ABOUT: Column = { key: 'about', title: 'About', spare: true };

export function agendaPage(view: AgendaView, currency: string, digits: number): Page {
  return { currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: AgendaView): Generator<Block> {
  yield {
    kind: 'heading',
    parts: [say('Agenda'), ' · ', sayWeekday(view.today), ' ', { kind: 'day', day: view.today }],
  };
  yield { kind: 'blank' };
  yield agendaTable(view.items, view.today);
  yield { kind: 'blank' };
  yield* mistakeBlocks(view.mistakes);
  const held = view.items
    .filter(({ what, late }) => late >= 0 && HELD.some((one) => one === what))
    .map(({ what }) => what);
  if (held.length > 0) {
    const commands = held.map((what) => `pipeline agenda done ${what}`).join(' · ');
    yield { kind: 'paragraph', parts: [say('When it was held, write that down: {commands}', { commands })] };
  }
  yield endOf(view);
}

/** A row an item. */
export function agendaTable(items: readonly AgendaItem[], today: Day): Block {
  const columns = items.some(({ what }) => what === 'trial') ? [...COLUMNS, ABOUT] : COLUMNS;
  return {
    kind: 'table',
    columns,
    rows: items.map((item) => columns.map(({ key }) => cellOf(key, item, today))),
  };
}

function cellOf(key: string, item: AgendaItem, today: Day): Cell {
  switch (key) {
    case 'due':
      return dueCell(item, today);
    case 'what':
      return say(LABELS[item.what]);
    case 'rhythm':
      return item.rhythm === null ? say('once') : spoken(item.rhythm);
    case 'last':
      return item.last === null ? { kind: 'text', text: '–' } : { kind: 'day', day: item.last };
    case 'about':
      return { kind: 'text', text: item.text };
    default:
      return { kind: 'text', text: item.command };
  }
}

function dueCell({ on, late }: AgendaItem, today: Day): Cell {
  if (late > 0) return sayLate(late);
  if (late === 0) return say('today', {}, 'warn');
  return on === addDays(today, 1) ? say('tomorrow') : { kind: 'day', day: on };
}

function endOf({ items, late: { count: late, of }, actions }: AgendaView): Block {
  const counts = { late: count(late), all: count(of) };
  if (actions.open > 0) {
    const values = { ...counts, overdue: count(actions.overdue), open: count(actions.open) };
    return { kind: 'next', text: say(LATE_AND_PROMISED, values), command: 'pipeline actions' };
  }
  const [first] = items;
  if (first === undefined) return { kind: 'line', parts: [say('Late: {late} of {all}.', counts)] };
  const text = say('Late: {late} of {all}. First the {what}', { ...counts, what: say(LABELS[first.what]) });
  return { kind: 'next', text, command: first.command };
}

const LATE_AND_PROMISED =
  'Late: {late} of {all}. Promised in reviews and overdue: {overdue} of {open}' satisfies Message;

/** `Today: snapshot due · deal review due → pipeline agenda`, or what is late first; undefined where nothing is due. */
export function todayLine(items: readonly AgendaItem[]): Block | undefined {
  const [late, today] = [items.filter((item) => item.late > 0), items.filter((item) => item.late === 0)];
  const [first, ...more] = [...late, ...today];
  if (first === undefined) return undefined;
  const text = more.length === 0 ? oneDue(first) : severalDue(late, today);
  return { kind: 'next', text, command: more.length === 0 ? first.command : 'pipeline agenda' };
}

function oneDue({ what, late: days }: AgendaItem): Said {
  if (days === 0) return say('Today: {what} due', { what: say(LABELS[what]) });
  const message = '{days, plural, one {Today: {what} due for # day} other {Today: {what} due for # days}}';
  return say(message, { what: say(LABELS[what]), days });
}

function severalDue(late: readonly AgendaItem[], today: readonly AgendaItem[]): Said {
  const labels = (of: readonly AgendaItem[]) => sayNames(of.map(({ what }) => say(LABELS[what])));
  if (late.length === 0) {
    const due = today.map(({ what }) => say('{what} due', { what: say(LABELS[what]) }));
    return say('Today: {due}', { due: { kind: 'phrase', parts: dotted(due) } });
  }
  if (today.length === 0) return say('Late: {late}', { late: labels(late) });
  return say('Late: {late} · today: {today}', { late: labels(late), today: labels(today) });
}

/** A record an item. */
export function agendaRecords({ items }: AgendaView): Records {
  return {
    columns: ['what', 'due', 'late', 'rhythm', 'last', 'command', 'id', 'text'],
    rows: items.map(({ what, on, late, rhythm, last, command, id, text }) => [
      { kind: 'text', text: what },
      { kind: 'day', day: on },
      { kind: 'number', number: late },
      { kind: 'text', text: String(rhythm ?? '') },
      last === null ? { kind: 'none' } : { kind: 'day', day: last },
      { kind: 'text', text: command },
      { kind: 'text', text: id },
      { kind: 'text', text },
    ]),
  };
}
