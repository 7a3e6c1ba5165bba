// What a history says, cell by cell → typed changes: every column's dates and decimal signs are settled once, and what
// can't be read is named with its line.

import { type Calendar, calendarIn } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, digitsOf } from '../base/money.ts';
import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { amountReader, settleDecimalSign } from '../crm-import/amounts.ts';
import { type SettledOrder, settleDateOrders } from '../crm-import/date-order.ts';
import type { ColumnOrder } from '../crm-import/date-text.ts';
import { dayReader, momentReader } from '../crm-import/days.ts';
import { ownerReader } from '../crm-import/owners.ts';
import { stageResolver } from '../crm-import/stage-values.ts';
import type { Settings } from '../workspace/settings.ts';
import type { HistoryField, RawChange } from './history-tables.ts';

/** What each field holds; undefined where it is empty. */
export interface HistoryValues {
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly amount: Decimal | undefined;
  readonly close: Day | undefined;
}

/** A field's value from a moment on, or that there is no such deal any more. */
export type Told =
  | { [Field in HistoryField]: { readonly field: Field; readonly value: HistoryValues[Field] } }[HistoryField]
  | { readonly field: 'gone' };

export interface Change {
  /** The CRM's id of the deal. */
  readonly deal: string;
  readonly day: Day;
  /** Sets changes in order. */
  readonly ms: number;
  readonly told: Told;
  /** What the field held before; undefined where the history does not say. */
  readonly before: Told | undefined;
}

export interface HistoryContext {
  readonly settings: Pick<Settings, 'timeZone' | 'locale' | 'currency' | 'team' | 'process'>;
  /** The stages of the system's mapping: a value → a stage's id, `won` or `lost`. */
  readonly stages: Readonly<Record<string, string>>;
  readonly dates: ColumnOrder | undefined;
  /** The mapping's file, for hints. */
  readonly mappingFile: string;
}

/**
 * The changes in order of time; of one moment in the order of the files.
 * @throws Failure `mapping-needed` for dates that can be read in two ways, or stages that nobody knows;
 *   `export-unreadable` with each cell that is no date or no amount
 */
export function changesFrom(raw: readonly RawChange[], context: HistoryContext): Change[] {
  const problems = new Map<string, Problem>();
  const unknown = new Set<string>();
  const read = readers(raw, context, unknown);
  const changes = raw.flatMap((one): Change[] => {
    const complain = (message: Sayable) => {
      const { file, line } = one;
      problems.set(`${file}:${line} ${message}`, {
        code: 'invalid-file',
        severity: 'error',
        file,
        line,
        message,
      });
    };
    if (one.deal === '') {
      complain('it names no deal.');
      return [];
    }
    const moment = read.moment(one.when);
    if (typeof moment !== 'object') {
      complain(said('"{text}" is no moment.', { text: one.when }));
      return [];
    }
    const told = read.value(one.field, one.value, complain);
    if (told === undefined) return [];
    const before =
      one.before === undefined || one.field === 'gone'
        ? undefined
        : read.value(one.field, one.before, complain);
    return [{ deal: one.deal, ...moment, told, before }];
  });
  if (unknown.size > 0) throw stagesUnknown([...unknown], context);
  if (problems.size > 0) {
    throw new Failure(
      'export-unreadable',
      "The history has cells that can't be read: nothing was made of it.",
      {
        hint: 'Mend them, or leave these rows out.',
        problems: [...problems.values()].slice(0, MOST_PROBLEMS),
      },
    );
  }
  return inTime(changes);
}

/** Of one moment a deal is gone before it is there again, and what stands further down is newer, or in a file that begins with the newest further up. */
function inTime(changes: readonly Change[]): Change[] {
  const isNewestFirst = (changes[0]?.ms ?? 0) > (changes.at(-1)?.ms ?? 0);
  const isGone = ({ told }: Change) => Number(told.field === 'gone');
  return (isNewestFirst ? changes.toReversed() : [...changes]).sort(
    (a, b) => a.ms - b.ms || isGone(b) - isGone(a),
  );
}

const MOST_PROBLEMS = 20;

interface Readers {
  moment: ReturnType<typeof momentReader>;
  /** Undefined where it can't be read, which was complained of. */
  value(field: HistoryField | 'gone', text: string, complain: (message: Sayable) => void): Told | undefined;
}

function readers(raw: readonly RawChange[], context: HistoryContext, unknown: Set<string>): Readers {
  const { settings } = context;
  const calendar: Calendar = calendarIn(settings.timeZone);
  const orders = ordersOf(raw, context);
  const orderOf = (field: string) => orders.get(field)?.order ?? 'dmy';
  const textsOf = (field: HistoryField) =>
    raw.filter((one) => one.field === field).flatMap(({ value, before }) => [value, before ?? '']);
  const sign = settleDecimalSign(textsOf('amount'), 'amount', {
    threeDigits: digitsOf(settings.currency) === 3,
  });
  const readAmount = amountReader(sign.sign, settings.currency);
  const readClose = dayReader(orderOf('close'), calendar);
  const stage = stageResolver(context.stages, settings.process.stages);
  const owner = ownerReader(settings.team);
  return {
    moment: momentReader(orderOf('when'), calendar),
    value(field, text, complain) {
      if (field === 'gone') return { field };
      if (field === 'name') return { field, value: text };
      if (field === 'account') return { field, value: text };
      if (field === 'owner') return { field, value: owner(text) };
      if (field === 'stage') return stageTold(text, stage(text), unknown);
      if (field === 'amount') {
        const amount = readAmount(text);
        if (amount !== 'unreadable') return { field, value: amount?.amount };
        complain(said('"{text}" is no amount.', { text }));
        return undefined;
      }
      const close = readClose(text);
      if (close !== 'unreadable') return { field, value: close };
      complain(said('"{text}" is no date.', { text }));
      return undefined;
    },
  };
}

function stageTold(text: string, stage: string | undefined, unknown: Set<string>): Told | undefined {
  if (text === '') return undefined;
  if (stage === undefined) unknown.add(text);
  return { field: 'stage', value: stage ?? '' };
}

function ordersOf(raw: readonly RawChange[], { dates, settings }: HistoryContext): Map<string, SettledOrder> {
  const closes = raw.filter(({ field }) => field === 'close');
  return settleDateOrders(
    [
      { field: 'when', header: 'the moments', texts: new Set(raw.map(({ when }) => when)) },
      {
        field: 'close',
        header: 'the close dates',
        texts: new Set(closes.flatMap(({ value, before }) => [value, before ?? ''])),
      },
    ],
    { asked: dates, locale: settings.locale },
  );
}

function stagesUnknown(values: readonly string[], { settings, mappingFile }: HistoryContext): Failure {
  const ids = settings.process.stages.map(({ id }) => id);
  const what = values.length === 1 ? 'a stage' : `${values.length} stages`;
  return new Failure(
    'mapping-needed',
    said('The history has {what} that the process does not have.', { what }),
    {
      hint: said('Put a line for each under stages: in {mappingFile}, with one of {names}:', {
        mappingFile,
        names: [...ids, 'won', 'lost'].join(', '),
      }),
      paste: values.map((value) => `  ${JSON.stringify(value)}: ?`),
    },
  );
}
