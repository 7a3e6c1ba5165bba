// The page of an applied review sheet: what was understood, what changed deal by deal, what was promised, what is left.

import type { AppliedDeal, ReviewAppliedView } from '../report/review-applied.ts';
import type { Message } from '../words/message.ts';
import { fieldValue } from './field-value.ts';
import type { Look } from './look.ts';
import { dryRunMark, nothingWritten } from './nothing-written.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say, spoken } from './say.ts';
import { sayWeekday } from './weekday.ts';

export function reviewAppliedPage(view: ReviewAppliedView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ReviewAppliedView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: headingOf(view) };
  for (const { given, day, amount, currency } of view.understood) {
    const read: (string | Cell)[] =
      day !== null
        ? [sayWeekday(day), ', ', { kind: 'day', day }]
        : amount !== null
          ? [{ kind: 'money', amount }, ` ${currency ?? ''}`]
          : [];
    yield {
      kind: 'line',
      tone: 'muted',
      parts: [say('“{given}” is {read}', { given, read: { kind: 'phrase', parts: read } })],
    };
  }
  const applied = view.deals.filter(({ state }) => state === 'applied');
  if (applied.length > 0) yield* dealTable(applied, view.currency, look);
  yield* doubtLines(applied);
  yield* alreadyThere(view);
  if (view.actions.length > 0) yield* promised(view, look);
  if (view.feedback.length > 0) yield* said(view, look);
  if (view.remarks.length > 0) yield { kind: 'blank' };
  for (const remark of view.remarks) yield { kind: 'paragraph', tone: 'warn', parts: [spoken(remark)] };
  yield { kind: 'blank' };
  yield* next(view);
}

function headingOf({ sheet, deals, feedback, picked, files, dry_run }: ReviewAppliedView): (string | Cell)[] {
  if (deals.length + feedback.length === 0 && files.length === 0)
    return deals.length === 0
      ? [`${sheet} · `, say('nothing is filled in that is not applied yet')]
      : [sheet];
  const what =
    files.length === 0
      ? say('all of it was applied before, nothing changes')
      : say('{answered} of {deals, plural, one {# deal} other {# deals}} answered', {
          answered: deals.length,
          deals: picked,
        });
  return [`${sheet} · `, what, ...dryRunMark(dry_run)];
}

/** A line for each field; a deal of which only the verdict was said has one line all the same. */
function* dealTable(deals: readonly AppliedDeal[], currency: string, look: Look): Generator<Block> {
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 16 },
      { key: 'verdict', title: 'Verdict' },
      { key: 'field', title: 'Field' },
      { key: 'change', title: '', shrinkTo: 24 },
    ],
    rows: deals.flatMap((deal) => {
      const lines = [
        ...deal.changes.map((change) => ({ ...change, isAsked: false })),
        ...deal.asked.map((change) => ({ ...change, isAsked: true })),
      ];
      if (lines.length === 0) return [[text(deal.id), verdictCell(deal), NONE, NONE]];
      return lines.map(({ field, old, new: now, isAsked }, at) => [
        text(at === 0 ? deal.id : ''),
        at === 0 ? verdictCell(deal) : NONE,
        isAsked ? say('{field}, asked', { field }) : text(field),
        changeCell({ field, old, now }, deal.currency === currency ? '' : `${deal.currency} `, look),
      ]);
    }),
  };
}

/** @param unit of an amount that is not in the page's currency, before it */
function changeCell(
  { field, old, now }: { readonly field: string; readonly old: string; readonly now: string },
  unit: string,
  look: Look,
): Cell {
  const after = fieldValue(field, now, look);
  const own = field === 'amount' ? unit : '';
  return {
    kind: 'phrase',
    parts: old === '' ? [own, after] : [own, fieldValue(field, old, look), ' → ', after],
  };
}

const CONFIRMED_AND_CHANGED =
  '{deal} is “confirmed”, and its amount changes: if the new amount is right, the verdict is “corrected”.' satisfies Message;
const TENFOLD =
  'The amount of {deal} changes by a factor of {factor}: check that no digit is missing or too many.' satisfies Message;

/** What may be a slip of the pen, while it can still be taken back. */
function* doubtLines(deals: readonly AppliedDeal[]): Generator<Block> {
  const doubts = deals.flatMap(({ id: deal, doubt }): Cell[] => {
    if (doubt === null) return [];
    const { confirmed, factor } = doubt;
    return [
      ...(confirmed ? [say(CONFIRMED_AND_CHANGED, { deal })] : []),
      ...(factor === null
        ? []
        : [say(TENFOLD, { deal, factor: { kind: 'number', number: factor, decimals: 0 } })]),
    ];
  });
  if (doubts.length > 0) yield { kind: 'blank' };
  for (const doubt of doubts) yield { kind: 'paragraph', tone: 'warn', parts: [doubt] };
}

function verdictCell({ verdict }: AppliedDeal): Cell {
  return verdict === null
    ? NONE
    : { kind: 'text', text: verdict, ...(verdict === 'dead' ? { tone: 'bad' } : {}) };
}

function* alreadyThere({ deals, files }: ReviewAppliedView): Generator<Block> {
  const before = deals.filter(({ state }) => state === 'applied-before');
  const archived = deals.filter(({ state }) => state === 'archived').map(({ id }) => id);
  if (before.length > 0 && files.length > 0) {
    yield { kind: 'blank' };
    const parts = [
      say('{deals, plural, one {# deal was} other {# deals were}} applied before', { deals: before.length }),
    ];
    yield { kind: 'line', tone: 'muted', parts };
  }
  if (archived.length === 0) return;
  yield { kind: 'blank' };
  const stays = say(
    '{deals, plural, one {{names} is in the archive: what was said of it stays} other {{names} are in the archive: what was said stays}} in the sheet.',
    { deals: archived.length, names: archived.join(', ') },
  );
  yield { kind: 'paragraph', parts: [stays] };
}

function* promised({ actions }: ReviewAppliedView, look: Look): Generator<Block> {
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'text', title: 'Promised', shrinkTo: 20 },
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      { key: 'due', title: 'Due' },
      { key: 'deal', title: 'Deal', shrinkTo: 14 },
    ],
    rows: actions.map(({ text: what, owner, due, deal }) => [
      text(what),
      text(look.ownerLabel(owner)),
      due === null ? NONE : { kind: 'day', day: due },
      text(deal),
    ]),
  };
}

function* said({ feedback }: ReviewAppliedView, look: Look): Generator<Block> {
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'kind', title: 'Process' },
      { key: 'text', title: '', shrinkTo: 20 },
      { key: 'why', title: 'Why', shrinkTo: 12, dropRank: 1 },
      { key: 'stage', title: 'Stage', shrinkTo: 8, dropRank: 2 },
    ],
    rows: feedback.map(({ kind, text: what, why, stage }) => [
      text(kind),
      text(what),
      text(why),
      text(stage === '' ? '' : look.stageLabel(stage)),
    ]),
  };
}

function* next(view: ReviewAppliedView): Generator<Block> {
  for (const { id, command } of view.dead) {
    yield { kind: 'next', text: say('{deal} is dead, and still open', { deal: id }), command };
  }
  const { todo, dry_run, files, actions } = view;
  if (todo !== null && !dry_run)
    yield { kind: 'line', parts: [say("Asked of the CRM's users in {file}", { file: todo })] };
  if (dry_run && files.length > 0) {
    yield nothingWritten();
  } else if (files.length === 0 && view.deals.length === 0) {
    yield {
      kind: 'next',
      text: say('Fill in a block, save the file, and apply it again'),
      command: `pipeline review --apply ${view.sheet}`,
    };
  } else if (actions.length > 0) {
    yield { kind: 'next', text: say('What was promised'), command: 'pipeline actions' };
  } else if (files.length > 0) {
    yield { kind: 'next', text: say('Not what you meant?'), command: 'pipeline undo' };
  }
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return of === '' ? NONE : { kind: 'text', text: of };
}

const COLUMNS = [
  ...['what', 'deal', 'line', 'verdict', 'state', 'field', 'old', 'new'],
  ...['text', 'why', 'stage', 'owner', 'due'],
];

/** A record for each deal with its note, each field that changes, each promise and each thing said. */
export function reviewAppliedRecords(view: ReviewAppliedView): Records {
  const record = (of: Readonly<Record<string, string | number | null>>): RecordCell[] =>
    COLUMNS.map((column) => {
      const value = of[column] ?? '';
      return typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value };
    });
  return {
    columns: COLUMNS,
    rows: [
      ...view.deals.flatMap(({ id: deal, line, verdict, state, note, changes, asked }) => {
        const of = { deal, line, verdict, state };
        return [
          record({ what: 'deal', ...of, text: note }),
          ...changes.map((change) => record({ what: 'change', ...of, ...change })),
          ...asked.map((change) => record({ what: 'asked', ...of, ...change })),
        ];
      }),
      ...view.actions.map((action) => record({ what: 'action', ...action })),
      ...view.feedback.map((said) => record({ what: said.kind, ...said })),
    ],
  };
}
