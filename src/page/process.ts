// The page of `pipeline process`: the stages with the open deals in them, what each asks for, and the versions before.

import type { ProcessStageView, ProcessView } from '../report/process.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say } from './say.ts';
import { unreadableLine } from './unreadable-line.ts';

/** @param digits of the reporting currency */
export function processPage(view: ProcessView, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: ProcessView): Generator<Block> {
  const { name, version, since, as_of, stages } = view;
  yield {
    kind: 'heading',
    parts: [
      say('Process of {name}', { name }),
      ' · ',
      since === null
        ? say('version {version}', { version })
        : say('version {version} since {day}', { version, day: { kind: 'day', day: since } }),
      ' · ',
      counted(stages.length, 'stage'),
      ...(as_of === null
        ? []
        : [' · ', say('as the snapshot of {day} has it', { day: { kind: 'day', day: as_of } })]),
    ],
  };
  yield { kind: 'blank' };
  yield stageTable(view);
  yield { kind: 'blank' };
  yield* unknownLine(view);
  yield* askedBlocks(view);
  yield* historyBlocks(view);
  yield* unreadableLine(view.unreadable);
  yield next(view);
}

function stageTable({ stages, unknown, open, currency }: ProcessView): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'place', title: '', align: 'right' },
      { key: 'label', title: 'Stage', shrinkTo: 10 },
      { key: 'stage', title: 'Id', shrinkTo: 10 },
      { key: 'since', title: 'Since', dropRank: 1 },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
      { key: 'probability', title: 'Chance', align: 'right', dropRank: 3 },
      { key: 'max_days', title: 'Max days', align: 'right', dropRank: 2 },
    ],
    rows: [
      ...stages.map((stage, at): Cell[] => [
        { kind: 'count', count: at + 1 },
        text(stage.label),
        text(stage.stage),
        stage.since === null ? text('–') : { kind: 'day', day: stage.since },
        { kind: 'count', count: stage.count },
        { kind: 'money', amount: stage.value },
        chance(stage),
        maxDays(stage),
      ]),
      ...unknown.map(({ stage, count, value }): Cell[] => [
        text('–'),
        say('not in it', {}, 'bad'),
        text(stage),
        { kind: 'none' },
        { kind: 'count', count },
        { kind: 'money', amount: value },
        { kind: 'none' },
        { kind: 'none' },
      ]),
    ],
    totals: [
      [
        { kind: 'none' },
        say('Open'),
        { kind: 'none' },
        { kind: 'none' },
        { kind: 'count', count: open.count },
        { kind: 'money', amount: open.value },
        { kind: 'none' },
        { kind: 'none' },
      ],
    ],
  };
}

function chance({ asks }: ProcessStageView): Cell {
  const share = asks?.probability ?? null;
  return share === null ? text('–') : { kind: 'share', share };
}

function maxDays({ asks }: ProcessStageView): Cell {
  if (asks === null || asks.max_days === null) return text('–');
  return asks.max_days === 'p75' ? say('P75 of won') : { kind: 'count', count: asks.max_days };
}

function* unknownLine({ unknown }: ProcessView): Generator<Block> {
  if (unknown.length === 0) return;
  const count = unknown.reduce((sum, one) => sum + one.count, 0);
  const parts = [
    say(
      '{deals, plural, one {# open deal} other {# open deals}} in no stage of the process: pipeline check --rule unknown-stage',
      { deals: count },
    ),
  ];
  yield { kind: 'paragraph', tone: 'bad', parts };
  yield { kind: 'blank' };
}

/** What stages ask for, a line each; those that ask for nothing are left out. */
function* askedBlocks({ stages, as_of }: ProcessView): Generator<Block> {
  const rows = stages.flatMap((stage) =>
    asked(stage).map(([what, value], at): Cell[] => [text(at === 0 ? stage.label : ''), say(what), value]),
  );
  if (rows.length > 0) {
    yield {
      kind: 'table',
      columns: [
        { key: 'stage', title: 'Stage', shrinkTo: 10 },
        { key: 'what', title: 'What holds' },
        { key: 'value', title: '', shrinkTo: 20 },
      ],
      rows,
    };
    yield { kind: 'blank' };
  }
  if (as_of === null) return;
  yield { kind: 'line', tone: 'muted', parts: [say('A snapshot does not keep what stages asked for.')] };
  yield { kind: 'blank' };
}

type Asked = readonly [what: Message, value: Cell];

function asked({ was, asks }: ProcessStageView): readonly Asked[] {
  const former: readonly Asked[] = was.length === 0 ? [] : [['was', text(was.join(', '))]];
  if (asks === null) return former;
  const { requires, exit, allow_skip, allow_back, warn_after, error_after } = asks;
  return [
    ...former,
    ...(requires.fields.length === 0 ? [] : [['requires', text(requires.fields.join(', '))] as const]),
    ...(requires.activities.length === 0
      ? []
      : [
          [
            requires.fields.length === 0 ? 'requires one of' : 'and one of',
            text(requires.activities.join(', ')),
          ] as const,
        ]),
    ...exit.map(({ id, text: criterion }) => ['before it is left', text(`${id}: ${criterion}`)] as const),
    ...(allow_skip === null ? [] : [['jumping over', say(allow_skip ? 'allowed' : 'not allowed')] as const]),
    ...(allow_back ? [] : [['coming back', say('not allowed')] as const]),
    ...staleAfter(warn_after, error_after),
  ];
}

function staleAfter(warn: number | null, error: number | null): readonly Asked[] {
  const warned = (days: number) => say('warning after {days, plural, one {# day} other {# days}}', { days });
  const failed = (days: number) => say('error after {days, plural, one {# day} other {# days}}', { days });
  if (warn === null) return error === null ? [] : [['stale', failed(error)]];
  if (error === null) return [['stale', warned(warn)]];
  return [['stale', { kind: 'phrase', parts: [warned(warn), ', ', failed(error)] }]];
}

function* historyBlocks({ history }: ProcessView): Generator<Block> {
  if (history.length === 0) return;
  yield {
    kind: 'table',
    columns: [
      { key: 'version', title: 'Version', align: 'right' },
      { key: 'since', title: 'Since' },
      { key: 'until', title: 'Until' },
      { key: 'stages', title: 'Stages', shrinkTo: 20 },
    ],
    rows: history.map(({ version, since, until, stages }) => [
      { kind: 'count', count: version },
      since === null ? text('–') : { kind: 'day', day: since },
      until === null ? text('–') : { kind: 'day', day: until },
      text(stages.join(', ')),
    ]),
  };
  yield { kind: 'blank' };
}

function next({ stages, as_of }: ProcessView): Block {
  if (as_of !== null) return { kind: 'next', text: say('As it is now'), command: 'pipeline process' };
  const id = stages[0]?.stage ?? 'ID';
  return { kind: 'next', text: say('Change it'), command: `pipeline process rename ${id} NEW --dry-run` };
}

function text(of: string): Cell & RecordCell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A record a stage, in order. */
export function processRecords({ stages }: ProcessView): Records {
  const none = { kind: 'none' } as const;
  const number = (of: number | null | undefined): RecordCell =>
    of === null || of === undefined ? none : { kind: 'number', number: of };
  return {
    columns: [
      ...['stage', 'label', 'was', 'since', 'count', 'value', 'probability', 'max_days', 'warn_after'],
      ...['error_after', 'required_fields', 'required_activities', 'exit', 'allow_skip', 'allow_back'],
    ],
    rows: stages.map(({ stage, label, was, since, count, value, asks }) => [
      ...[stage, label, was.join(' ')].map(text),
      since === null ? none : { kind: 'day', day: since },
      number(count),
      { kind: 'decimal', decimal: value },
      number(asks?.probability),
      asks?.max_days === 'p75' ? text('p75') : number(asks?.max_days),
      number(asks?.warn_after),
      number(asks?.error_after),
      ...[asks?.requires.fields, asks?.requires.activities, asks?.exit.map(({ id }) => id)].map((of) =>
        text(of?.join(' ') ?? ''),
      ),
      ...[asks?.allow_skip, asks?.allow_back].map((of) =>
        text(of === null || of === undefined ? '' : String(of)),
      ),
    ]),
  };
}
