// pipeline/log-batch/1: what files of activities tell, and what became of each row and event.

import type { Day } from '../base/day.ts';
import { dayValue, type Said, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { Book } from '../book/book.ts';
import { LEFT_OUT, type WhyLeftOut } from '../entry/happened.ts';
import type { Outcome } from '../entry/log-batch.ts';
import type { MatchedBy } from '../entry/match-activities.ts';
import type { UnderstoodWord } from '../entry/understood.ts';

/** What became of a row: every one is exactly one of these. */
export const BECAME = ['new', 'known', 'ambiguous', 'unmatched', 'rejected', 'left-out'] as const;
export type Became = (typeof BECAME)[number];

export interface LogBatchRow {
  readonly file: string;
  readonly line: number;
  /** Null where it says none that can be read. */
  readonly on: Day | null;
  /** Empty where it is not to be written down. */
  readonly type: string;
  /** Empty where it is private. */
  readonly note: string;
  readonly became: Became;
  /** The deal that has it; empty where none does. */
  readonly deal: string;
  /** What told the deal, or deals; null where nothing did. */
  readonly by: MatchedBy | null;
  /** Deals that it may be of. */
  readonly candidates: readonly string[];
  /** Addresses of those who took part, the team's left out. */
  readonly addresses: readonly string[];
  /** What it calls the deal or its account, which none has; empty. */
  readonly named: string;
  /** Why it is written nowhere: a sentence where it is rejected, else a word; empty where it is. */
  readonly reason: string | Said;
  /** What settles it; empty where nothing has to be. */
  readonly command: string;
}

export interface LogBatchView {
  readonly schema: 'pipeline/log-batch/1';
  readonly on: Day;
  readonly dry_run: boolean;
  readonly files: readonly {
    readonly file: string;
    readonly kind: 'calendar' | 'table';
    readonly rows: number;
  }[];
  /** new + known + ambiguous + unmatched + rejected + left_out. */
  readonly rows: number;
  readonly new: number;
  readonly known: number;
  readonly ambiguous: number;
  readonly unmatched: number;
  readonly rejected: number;
  readonly left_out: number;
  readonly left_out_by: readonly { readonly why: WhyLeftOut; readonly count: number }[];
  /** Deals that something new was written into. */
  readonly deals: number;
  /** What to know beside it, a sentence each. */
  readonly remarks: readonly Said[];
  /** Ids of deals that can't be read: they may be what is meant. */
  readonly unreadable: readonly string[];
  /** In the order of the files. */
  readonly entries: readonly LogBatchRow[];
}

export interface LogBatchFacts {
  readonly on: Day;
  readonly dryRun: boolean;
  readonly files: readonly {
    readonly file: string;
    readonly kind: 'calendar' | 'table';
    readonly items: readonly unknown[];
    readonly decisions: readonly Said[];
  }[];
  readonly outcomes: readonly Outcome[];
  /** Addresses of the team, in lower case. */
  readonly team: ReadonlySet<string>;
  readonly book: Pick<Book, 'state' | 'leftOut'>;
  /** Words that were read as days. */
  readonly readings: readonly UnderstoodWord[];
}

export function logBatchView({
  on,
  dryRun,
  files,
  outcomes,
  team,
  book,
  readings,
}: LogBatchFacts): LogBatchView {
  const entries = outcomes.map((outcome) => rowOf(outcome, team));
  const count = (became: Became) => entries.filter((entry) => entry.became === became).length;
  const why = outcomes.flatMap((outcome) => (outcome.kind === 'left-out' ? [outcome.item.why] : []));
  return {
    schema: 'pipeline/log-batch/1',
    ...{ on, dry_run: dryRun },
    files: files.map(({ file, kind, items }) => ({ file, kind, rows: items.length })),
    rows: entries.length,
    new: count('new'),
    known: count('known'),
    ambiguous: count('ambiguous'),
    unmatched: count('unmatched'),
    rejected: count('rejected'),
    left_out: count('left-out'),
    left_out_by: LEFT_OUT.map((one) => ({
      why: one,
      count: why.filter((other) => other === one).length,
    })).filter((one) => one.count > 0),
    deals: new Set(entries.flatMap(({ became, deal }) => (became === 'new' ? [deal] : []))).size,
    remarks: [
      ...readings.flatMap((one) =>
        'day' in one ? [said('“{given}” is {day}.', { given: one.given, day: dayValue(one.day) })] : [],
      ),
      ...remarksOn(entries, files, team),
    ],
    unreadable: [
      ...book.state.deals.filter(({ problem }) => problem !== '').map(({ id }) => id),
      ...book.leftOut,
    ],
    entries,
  };
}

/** Who has no address of the team takes its people for customers. */
function remarksOn(
  entries: readonly LogBatchRow[],
  files: LogBatchFacts['files'],
  team: ReadonlySet<string>,
) {
  const decisions = files.flatMap((file) => file.decisions);
  const isTold = team.size > 0 || entries.every(({ reason }) => reason !== 'unknown-contact');
  if (isTold) return decisions;
  return [
    ...decisions,
    said(
      "The team's addresses are not in pipeline.yaml (team: email), so its own people count as customers.",
    ),
  ];
}

function rowOf(outcome: Outcome, team: ReadonlySet<string>): LogBatchRow {
  const { kind: became, item } = outcome;
  const { file, line, note } = item;
  const happened = item.kind === 'happened' ? item : undefined;
  const row = {
    ...{ file, line, on: item.on ?? null, type: happened?.type ?? '', note, became },
    ...{ deal: '', by: null, candidates: [], named: '', reason: '', command: '' },
    addresses: (happened?.clues.addresses ?? []).filter((address) => !team.has(address)),
  };
  switch (outcome.kind) {
    case 'new':
      return { ...row, deal: outcome.deal.id, by: outcome.by };
    case 'known':
      return { ...row, deal: outcome.deal };
    case 'ambiguous': {
      const candidates = outcome.deals.map(({ id }) => id);
      return { ...row, by: outcome.by, candidates, command: logCommand('ID', outcome.item) };
    }
    case 'unmatched':
      return { ...row, ...unmatched(outcome, row.addresses) };
    case 'rejected':
      return { ...row, reason: outcome.item.why };
    case 'left-out':
      return { ...row, reason: outcome.item.why };
  }
}

/** What a deal that it is of would be known by: an address; else it is written down by hand. */
function unmatched(
  { item, named, closed }: Extract<Outcome, { kind: 'unmatched' }>,
  addresses: readonly string[],
): Pick<LogBatchRow, 'candidates' | 'reason' | 'named' | 'command'> {
  const candidates = closed.map(({ id }) => id);
  const [only = 'ID', another] = candidates;
  const byHand = (id: string) => ({ candidates, named, command: logCommand(id, item) });
  if (named !== '') return { ...byHand('ID'), reason: 'no-such-deal' };
  const { account } = item.clues;
  if (closed.length > 0) return { ...byHand(another === undefined ? only : 'ID'), reason: 'closed' };
  const [address] = addresses;
  if (address === undefined && account !== '')
    return { ...byHand('ID'), named: account, reason: 'unknown-account' };
  if (address === undefined) return { ...byHand('ID'), reason: 'no-clue' };
  const command = `pipeline set ID contacts+=${shellWord(address)}`;
  return { candidates, named, reason: 'unknown-contact', command };
}

/** A note that begins with a dash would be taken for an option. */
function logCommand(id: string, { note, on, type }: { note: string; on: Day; type: string }): string {
  const how = `--on ${on} --type ${shellWord(type)}`;
  const what = shellWord(note);
  return note.startsWith('-') ? `pipeline log ${id} ${how} -- ${what}` : `pipeline log ${id} ${what} ${how}`;
}
