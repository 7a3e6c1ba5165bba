// The page of `pipeline process`: the stages with the open deals in them, what each asks for, and the versions before.

import type { ProcessStageView, ProcessView } from '../report/process.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say } from './say.ts';
import { unreadableLine } from './unreadable-line.ts';

/** @param digits of the reporting currency */
export function processPage(view: ProcessView, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: ProcessView): Generator<Block> {
  const { name, version, since, as_of, stages } = view;
  const began: (string | Cell)[] = since === null ? [] : [' since ', { kind: 'day', day: since }];
  const asOf: (string | Cell)[] =
    as_of === null ? [] : [' · as the snapshot of ', { kind: 'day', day: as_of }, ' has it'];
  const parts = [`Process of ${name} · version ${version}`, ...began, ` · ${plural(stages.length, 'stage')}`];
  yield { kind: 'heading', parts: [...parts, ...asOf] };
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
        { kind: 'text', text: 'not in it', tone: 'bad' },
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
        text('Open'),
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
  return asks.max_days === 'p75' ? text('P75 of won') : { kind: 'count', count: asks.max_days };
}

function* unknownLine({ unknown }: ProcessView): Generator<Block> {
  if (unknown.length === 0) return;
  const count = unknown.reduce((sum, one) => sum + one.count, 0);
  const parts = [
    `${plural(count, 'open deal')} in no stage of the process: pipeline check --rule unknown-stage`,
  ];
  yield { kind: 'paragraph', tone: 'bad', parts };
  yield { kind: 'blank' };
}

/** What stages ask for, a line each; those that ask for nothing are left out. */
function* askedBlocks({ stages, as_of }: ProcessView): Generator<Block> {
  const rows = stages.flatMap((stage) =>
    asked(stage).map(([what, value], at): Cell[] => [
      text(at === 0 ? stage.label : ''),
      text(what),
      text(value),
    ]),
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
  yield { kind: 'line', tone: 'muted', parts: ['A snapshot does not keep what stages asked for.'] };
  yield { kind: 'blank' };
}

function asked({ was, asks }: ProcessStageView): readonly (readonly [what: string, value: string])[] {
  const former = was.length === 0 ? [] : [['was', was.join(', ')] as const];
  if (asks === null) return former;
  const { requires, exit, allow_skip, allow_back, warn_after, error_after } = asks;
  return [
    ...former,
    ...(requires.fields.length === 0 ? [] : [['requires', requires.fields.join(', ')] as const]),
    ...(requires.activities.length === 0
      ? []
      : [
          [
            requires.fields.length === 0 ? 'requires one of' : 'and one of',
            requires.activities.join(', '),
          ] as const,
        ]),
    ...exit.map(({ id, text: criterion }) => ['before it is left', `${id}: ${criterion}`] as const),
    ...(allow_skip === null ? [] : [['jumping over', allow_skip ? 'allowed' : 'not allowed'] as const]),
    ...(allow_back ? [] : [['coming back', 'not allowed'] as const]),
    ...staleAfter(warn_after, error_after),
  ];
}

function staleAfter(warn: number | null, error: number | null): readonly (readonly [string, string])[] {
  const limits = [
    ...(warn === null ? [] : [`warning after ${plural(warn, 'day')}`]),
    ...(error === null ? [] : [`error after ${plural(error, 'day')}`]),
  ];
  return limits.length === 0 ? [] : [['stale', limits.join(', ')]];
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
  if (as_of !== null) return { kind: 'next', text: 'As it is now', command: 'pipeline process' };
  const id = stages[0]?.stage ?? 'ID';
  return { kind: 'next', text: 'Change it', command: `pipeline process rename ${id} NEW --dry-run` };
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
