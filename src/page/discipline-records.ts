// The figures of discipline for spreadsheets: a row a group and figure.

import type { DisciplineView } from '../report/discipline.ts';
import type { LagView, ShareView } from '../report/discipline-figures.ts';
import type { RecordCell, Records } from './page.ts';

export function disciplineRecords({ by, all, groups, adoption }: DisciplineView): Records {
  const written = new Map(adoption.writers.map(({ owner, weeks_written }) => [owner, weeks_written]));
  const keys = by === 'owner' ? new Set([...groups.map(({ key }) => key), ...written.keys()]) : [];
  const told = by === null ? [{ key: '', ...all }] : groups;
  const rows = told.flatMap(({ key, ...figures }) => rowsOf(key, figures, by !== null));
  for (const key of keys) {
    const weeks = written.get(key);
    if (weeks !== undefined)
      rows.push([text(key), text('weeks-written'), ...shareCells(weeks), NONE, NONE, NONE]);
  }
  const columns = ['figure', 'count', 'of', 'share', 'median_days', 'p90_days', 'unknown'];
  return { columns: by === null ? columns : [by, ...columns], rows };
}

function rowsOf(key: string, figures: DisciplineView['all'], isGrouped: boolean): RecordCell[][] {
  const lags = (figure: string, { within, median, p90, unknown }: LagView) => [
    text(figure),
    ...shareCells(within),
    number(median),
    number(p90),
    number(unknown),
  ];
  const share = (figure: string, of: ShareView) => [text(figure), ...shareCells(of), NONE, NONE, NONE];
  const rows = [
    lags('activities', figures.activities),
    lags('stage-changes', figures.stage_changes),
    lags('first-entries', figures.first_entries),
    lags('all', figures.all),
    share('from-first-stage', figures.from_first_stage),
    share('undocumented', figures.undocumented),
  ];
  return isGrouped ? rows.map((row) => [text(key), ...row]) : rows;
}

const NONE: RecordCell = { kind: 'none' };

function shareCells({ count, of, share }: ShareView): RecordCell[] {
  return [number(count), number(of), number(share)];
}

function number(of: number | null): RecordCell {
  return of === null ? NONE : { kind: 'number', number: of };
}

function text(of: string): RecordCell {
  return { kind: 'text', text: of };
}
