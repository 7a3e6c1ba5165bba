// The views that a database of exported tables has beside them: what most questions begin with.

import type { Column } from './table.ts';

export interface TableView {
  readonly name: string;
  /** The table that it is over. */
  readonly of: string;
  readonly text: string;
  readonly columns: readonly Pick<Column, 'name' | 'text'>[];
  readonly sql: string;
}

export const VIEWS: readonly TableView[] = [
  {
    name: 'open_deals',
    of: 'deals',
    text: 'The open deals, all their columns.',
    columns: [],
    sql: "SELECT * FROM deals WHERE outcome = 'open'",
  },
  {
    name: 'funnel',
    of: 'deals',
    text: 'Open deals by stage, in the order of the process.',
    columns: [
      { name: 'stage_rank', text: 'place of the stage, from 1' },
      { name: 'stage', text: 'its id' },
      { name: 'deals', text: 'how many are open in it' },
      { name: 'value', text: 'what they are worth together' },
      { name: 'without_value', text: 'how many of them have no value' },
    ],
    sql: `SELECT stage_rank, stage, count(*) AS deals, round(sum(value), 4) AS value,
  count(*) - count(value) AS without_value
FROM deals WHERE outcome = 'open'
GROUP BY stage_rank, stage ORDER BY stage_rank IS NULL, stage_rank`,
  },
  {
    name: 'weeks',
    of: 'snapshots',
    text: 'What each snapshot says in total.',
    columns: [
      { name: 'snapshot', text: 'its name' },
      { name: 'date', text: 'its day' },
      { name: 'open_deals', text: 'how many were open' },
      { name: 'open_value', text: 'what they were worth together' },
      { name: 'won_deals', text: 'how many were won by then, archived ones too' },
      { name: 'won_value', text: 'what they were won for' },
      { name: 'lost_deals', text: 'how many were lost by then' },
    ],
    sql: `SELECT snapshot, date,
  count(*) FILTER (WHERE outcome = 'open') AS open_deals,
  round(coalesce(sum(value) FILTER (WHERE outcome = 'open'), 0), 4) AS open_value,
  count(*) FILTER (WHERE outcome = 'won') AS won_deals,
  round(coalesce(sum(value) FILTER (WHERE outcome = 'won'), 0), 4) AS won_value,
  count(*) FILTER (WHERE outcome = 'lost') AS lost_deals
FROM snapshots GROUP BY snapshot, date ORDER BY snapshot`,
  },
];
