// Two years of deals as an export tells them, in a workspace with a snapshot of each month's end.

import { type Desk, desk } from '../crm-import/desk.ts';

/** A week after the last of them. */
export const TODAY = { today: '2027-01-04' };

/** Twelve deals a month of 2025 and 2026, a quarter of them won after five or six weeks; ben's are twice as large. */
const DEALS = Array.from({ length: 24 * 12 }, (_, at) => {
  const [month, place] = [Math.floor(at / 12), at % 12];
  const created = Date.UTC(2025, month, 1 + 2 * place);
  const closed = created + (35 + ((at * 7) % 9)) * 86_400_000;
  const day = (of: number) => new Date(of).toISOString().slice(0, 10);
  const isOver = day(closed) < '2027-01-01';
  const stage = !isOver ? 'lead' : place % 4 === 0 ? 'won' : 'lost';
  const isBen = place % 8 < 4;
  return {
    stage,
    row: [
      `d${at}`,
      `Deal ${at}`,
      isBen ? 'ben' : 'ann',
      stage,
      (isBen ? 2 : 1) * (900 + ((at * 37) % 300)),
      day(created),
      isOver ? day(closed) : '',
      day(created),
    ].join(','),
  };
});
/** What became of them. */
export const CLOSED = DEALS.map(({ stage }) => stage).filter((stage) => stage !== 'lead');

const EXPORT = [
  'Id,Deal Name,Owner,Stage,Amount,Created Date,Close Date,Date entered “lead”',
  ...DEALS.map(({ row }) => row),
  'n1,New one,new,lead,500,2026-12-20,,2026-12-20',
].join('\n');

export async function twoYears(): Promise<Desk> {
  const made = await desk('--name years --stages lead --currency EUR --locale en --time-zone UTC');
  made.write('export.csv', EXPORT);
  for (const words of ['import export.csv', 'backfill --from dates --every month']) {
    const { status, stderr } = await made.run(words, TODAY);
    if (status !== 0) throw new Error(stderr);
  }
  return made;
}
