// The page of `pipeline agenda`: what is due or late, and what to type for each.

import { addDays, type Day, weekdayName, weekdayOf } from '../base/day.ts';
import { named } from '../base/named.ts';
import { HELD } from '../feedback/entry.ts';
import type { AgendaItem, AgendaView } from '../report/agenda.ts';
import type { Due } from '../report/due.ts';
import { mistakeBlocks } from './dialogue.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Column, Page, Records } from './page.ts';

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
} as const satisfies Record<Due['what'], string>;

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
    parts: [`Agenda · ${weekdayName(weekdayOf(view.today))} `, { kind: 'day', day: view.today }],
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
    yield { kind: 'paragraph', parts: [`When it was held, write that down: ${commands}`] };
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
      return { kind: 'text', text: LABELS[item.what] };
    case 'rhythm':
      return { kind: 'text', text: item.rhythm ?? 'once' };
    case 'last':
      return item.last === null ? { kind: 'text', text: '–' } : { kind: 'day', day: item.last };
    case 'about':
      return { kind: 'text', text: item.text };
    default:
      return { kind: 'text', text: item.command };
  }
}

function dueCell({ on, late }: AgendaItem, today: Day): Cell {
  if (late > 0) return { kind: 'text', text: `${plural(late, 'day')} late`, tone: 'bad' };
  if (late === 0) return { kind: 'text', text: 'today', tone: 'warn' };
  return on === addDays(today, 1) ? { kind: 'text', text: 'tomorrow' } : { kind: 'day', day: on };
}

function endOf({ items, late, actions }: AgendaView): Block {
  const counts = `Late: ${late.count} of ${late.of}.`;
  if (actions.open > 0) {
    const promised = `Promised in reviews and overdue: ${actions.overdue} of ${actions.open}`;
    return { kind: 'next', text: `${counts} ${promised}`, command: 'pipeline actions' };
  }
  const [first] = items;
  if (first === undefined) return { kind: 'line', parts: [counts] };
  return { kind: 'next', text: `${counts} First the ${LABELS[first.what]}`, command: first.command };
}

/** `Today: snapshot due · deal review due → pipeline agenda`, or what is late first; undefined where nothing is due. */
export function todayLine(items: readonly AgendaItem[]): Block | undefined {
  const [late, today] = [items.filter((item) => item.late > 0), items.filter((item) => item.late === 0)];
  const [first, ...more] = [...late, ...today];
  if (first === undefined) return undefined;
  if (more.length === 0) {
    const since = first.late === 0 ? '' : ` for ${plural(first.late, 'day')}`;
    return { kind: 'next', text: `Today: ${LABELS[first.what]} due${since}`, command: first.command };
  }
  const labels = (of: readonly AgendaItem[]) => named(of.map(({ what }) => LABELS[what]));
  const due = today.map(({ what }) => `${LABELS[what]} due`).join(' · ');
  const text = late.length === 0 ? `Today: ${due}` : `Late: ${labels(late)}`;
  const besides = late.length === 0 || today.length === 0 ? '' : ` · today: ${labels(today)}`;
  return { kind: 'next', text: `${text}${besides}`, command: 'pipeline agenda' };
}

/** A record an item. */
export function agendaRecords({ items }: AgendaView): Records {
  return {
    columns: ['what', 'due', 'late', 'rhythm', 'last', 'command', 'id', 'text'],
    rows: items.map(({ what, on, late, rhythm, last, command, id, text }) => [
      { kind: 'text', text: what },
      { kind: 'day', day: on },
      { kind: 'number', number: late },
      { kind: 'text', text: rhythm ?? '' },
      last === null ? { kind: 'none' } : { kind: 'day', day: last },
      { kind: 'text', text: command },
      { kind: 'text', text: id },
      { kind: 'text', text },
    ]),
  };
}
