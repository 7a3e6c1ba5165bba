// pipeline/agenda/1: what is due or late in the method's rhythm, each with the command for it.

import type { Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import type { WorkspaceFeedback } from '../book/feedback.ts';
import { isToDo } from '../feedback/state.ts';
import { dialogueUntil } from '../feedback/until.ts';
import type { Settings } from '../workspace/settings.ts';
import { type MistakeView, mistakeViews } from './dialogue.ts';
import { type Due, type DueBook, dueList } from './due.ts';

export interface AgendaItem extends Due {
  /** What to type. */
  readonly command: string;
}

export interface AgendaView {
  readonly schema: 'pipeline/agenda/1';
  readonly today: Day;
  /** By due day; of one day in the order of the method. */
  readonly items: readonly AgendaItem[];
  /** Items whose due day has passed, of all. */
  readonly late: { readonly count: number; readonly of: number };
  /** What was promised in reviews and is to be done. */
  readonly actions: {
    readonly open: number;
    readonly due_today: number;
    readonly overdue: number;
  };
  /** What in feedback/ can't be read, and so is in none of it. */
  readonly mistakes: readonly MistakeView[];
}

/** What does each of them. */
const COMMANDS: Readonly<Record<Due['what'], (due: Due, settings: Settings) => string>> = {
  import: () => 'pipeline week EXPORT',
  snapshot: (_, { sourceOfRecord }) => (sourceOfRecord === '' ? 'pipeline snapshot' : 'pipeline week EXPORT'),
  review: () => 'pipeline review --sheet',
  plan: () => 'pipeline plan',
  results: ({ on }, { fiscalYearStarts, rhythm: { results } }) => {
    const unit = results.unit === 'month' && results.every === 1 ? 'month' : 'quarter';
    return `pipeline results ${periodAround(on, unit, fiscalYearStarts, -1).name}`;
  },
  clean: () => 'pipeline clean --dry-run',
  feedback: () => 'pipeline feedback list',
  trial: () => 'pipeline feedback digest',
};

/** When each is due, and what is promised and late. */
export function agendaView(
  book: DueBook,
  dialogue: Pick<WorkspaceFeedback, 'entries' | 'problems'>,
): AgendaView {
  const { settings, today } = book;
  const items = dueList(book, dialogue.entries).map(
    (due): AgendaItem => ({ ...due, command: COMMANDS[due.what](due, settings) }),
  );
  const open = dialogueUntil(dialogue.entries, today).flatMap((entry) =>
    entry.kind === 'action' && isToDo(entry) ? [entry] : [],
  );
  return {
    schema: 'pipeline/agenda/1',
    today,
    items,
    late: { count: items.filter(({ late }) => late > 0).length, of: items.length },
    actions: {
      open: open.length,
      due_today: open.filter(({ due }) => due === today).length,
      overdue: open.filter(({ due }) => due !== undefined && due < today).length,
    },
    mistakes: mistakeViews(dialogue.problems),
  };
}
