// The rows of a table of targets → plan targets, each row by itself: one that can't be read is rejected with the reason.

import type { Day } from '../base/day.ts';
import { toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';
import { parsePeriod } from '../base/period.ts';
import { inTurn, type Sayable, said } from '../base/said.ts';
import { cellAt, type Table, type TableRow } from '../crm-import/table.ts';
import { stageMeant } from '../deal/process.ts';
import { readTypedAmount } from '../entry/typed-amount.ts';
import { memberOf } from '../freshness/owner.ts';
import type { PlanTarget, Settings } from '../workspace/settings.ts';
import { type TargetColumn, type TargetColumns, targetColumns } from './target-columns.ts';

export interface TargetRow {
  readonly file: string;
  readonly line: number;
  readonly read: { readonly target: PlanTarget } | { readonly why: Sayable };
}

export interface TargetRows {
  readonly rows: readonly TargetRow[];
  /** Headers of columns that hold nothing of a target. */
  readonly unused: readonly string[];
}

interface Context {
  readonly settings: Settings;
  readonly today: Day;
}

/** @throws Failure `mapping-needed` where a column is missing */
export function targetRows(table: Table, context: Context): TargetRows {
  const columns = targetColumns(table);
  const rows = table.rows.map((row): TargetRow => {
    const place = { file: row.file ?? table.file, line: row.line };
    try {
      return { ...place, read: { target: targetIn(row, columns, context) } };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { ...place, read: { why: error.said.message } };
    }
  });
  return { rows, unused: columns.unused };
}

/** @throws Failure with what is wrong */
function targetIn(
  row: TableRow,
  { column, custom }: TargetColumns,
  { settings, today }: Context,
): PlanTarget {
  if (row.excess === true) throw reject('It has more cells than there are headers.');
  if (row.cutOff === true) throw reject('The file seems cut off here: the row ends before its last cell.');
  const cell = (name: TargetColumn) => cellAt(row, column[name]);
  const { fiscalYearStarts, currency, locale } = settings;
  const since = cell('since');
  const day = since === '' ? undefined : toDay(since);
  if (since !== '' && day === undefined)
    throw reject(said('"{since}" is not a date. Write it as 2026-11-23.', { since }));
  const { amount, currency: named } = readTypedAmount(cell('target'), {
    locale: row.typed?.has(column.target) === true ? 'en' : locale,
    currency,
  });
  if (named !== currency)
    throw reject(said('A target is in {currency}, and this one in {named}.', { currency, named }));
  const fields = [...custom]
    .map(([key, at]) => [key, cellAt(row, at)] as const)
    .filter(([, text]) => text !== '');
  return {
    period: periodOf(cell('period'), { today, fiscalYearStarts }),
    owner: ownerOf(cell('owner'), settings),
    group: cell('group'),
    stage: stageOf(cell('stage'), settings),
    segment: cell('segment'),
    currency: cell('currency'),
    ...(fields.length === 0 ? {} : { custom: Object.fromEntries(fields) }),
    target: amount,
    since: day,
    why: cell('why'),
  };
}

/** As pipeline.yaml names it; `Q4 2026` and `2026 Q4` are 2026-Q4. */
function periodOf(text: string, calendar: Parameters<typeof parsePeriod>[1]): string {
  const quarter = /^(?:Q([1-4])[\s/-]*(\d{4})|(\d{4})[\s/]*Q([1-4]))$/i.exec(text);
  const form = quarter === null ? text : `${quarter[2] ?? quarter[3]}-Q${quarter[1] ?? quarter[4]}`;
  return parsePeriod(form, calendar).name;
}

/** The team's id for it. */
function ownerOf(word: string, { team }: Settings): string {
  if (word === '' || team.length === 0) return word;
  const member = memberOf(team, word);
  if (member !== undefined) return member.id;
  const known = team.map(({ id }) => id);
  const like = nearest(word, known);
  const unknown = said('"{word}" is not in the team.', { word });
  throw reject(
    like === undefined ? unknown : inTurn(unknown, said('Did you mean {meant}?', { meant: like })),
  );
}

function stageOf(word: string, { process }: Settings): string {
  const stage = stageMeant(process.stages, word);
  if (word === '' || stage !== undefined) return stage?.id ?? '';
  throw reject(said('There is no stage "{word}".', { word }));
}

function reject(message: Sayable): Failure {
  return new Failure('usage', message);
}
