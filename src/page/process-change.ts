// The page of a change of the process: the steps before and after, the deals whose stage is another one, and what else
// names the stage.

import { MOVEMENTS } from '../movement/kinds.ts';
import type { ProcessChangeView } from '../report/process-change.ts';
import { counted } from './counted.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import { dryRunMark, nothingWritten } from './nothing-written.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { type Said, say } from './say.ts';

/** Deals beyond these are counted. */
const MOST_LISTED = 10;

export function processChangePage(view: ProcessChangeView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ProcessChangeView, look: Look): Generator<Block> {
  yield {
    kind: 'heading',
    parts: [whatChanges(view), ' · ', { kind: 'day', day: view.on }, ...dryRunMark(view.dry_run)],
  };
  yield { kind: 'blank' };
  yield versionTable(view);
  yield { kind: 'blank' };
  yield* dealBlocks(view, look);
  yield* useBlocks(view);
  yield* remarks(view);
  if (view.dry_run) {
    yield nothingWritten();
    return;
  }
  yield { kind: 'next', text: say('Keep how it stands now'), command: 'pipeline snapshot' };
  yield { kind: 'next', text: say('Not what you meant?'), command: 'pipeline undo' };
}

function whatChanges({ change, stage, to, after }: ProcessChangeView): Said {
  const label = after.stages.find((one) => one.stage === (to ?? stage))?.label ?? stage;
  switch (change) {
    case 'rename':
      return to === stage
        ? say('{stage} is shown as {label}', { stage, label })
        : say('{stage} is called {now} now, {label}', { stage, now: to ?? '', label });
    case 'add':
      return say('{stage} added to the process', { stage: label });
    case 'remove':
      return to === null
        ? say('{stage} removed from the process', { stage })
        : say('{stage} removed, its deals go to {other}', { stage, other: label });
    case 'reorder':
      return say('{stage} stands elsewhere in the process', { stage: label });
  }
}

function versionTable({ before, after, change, stage: named, to }: ProcessChangeView): Block {
  const isRelabelled = change === 'rename' && to === named;
  const row = (title: Said, { version, since, stages }: ProcessChangeView['before']): Cell[] => [
    title,
    { kind: 'count', count: version },
    since === null ? text('–') : { kind: 'day', day: since },
    text(stages.map(({ stage, label }) => (isRelabelled ? label : stage)).join(', ')),
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'when', title: '' },
      { key: 'version', title: 'Version', align: 'right' },
      { key: 'since', title: 'Since' },
      { key: 'stages', title: 'Stages', shrinkTo: 20 },
    ],
    rows: [row(say('before'), before), row(say('after'), after)],
  };
}

function* dealBlocks(view: ProcessChangeView, look: Look): Generator<Block> {
  const { deals, deals_value, change, to, stage, currency } = view;
  if (deals.length === 0) {
    if (change === 'add' || change === 'reorder' || to === stage) return;
    yield { kind: 'line', parts: [say("No open deal is in {stage}; no deal's file changes.", { stage })] };
    yield { kind: 'blank' };
    return;
  }
  const more = deals.length - MOST_LISTED;
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 20 },
      { key: 'owner', title: 'Owner', shrinkTo: 8 },
      { key: 'stage', title: 'Its stage', shrinkTo: 16 },
      { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
    ],
    rows: [
      ...deals
        .slice(0, MOST_LISTED)
        .map((deal): Cell[] => [
          text(deal.id),
          text(look.ownerLabel(deal.owner)),
          text(`${deal.from} → ${deal.to}`),
          deal.value === null ? { kind: 'none' } : { kind: 'money', amount: deal.value },
        ]),
      ...(more > 0
        ? [[say('and {more} more', { more }), { kind: 'none' }, { kind: 'none' }, { kind: 'none' }] as const]
        : []),
    ],
    totals: [
      [
        counted(deals.length, 'open deal'),
        { kind: 'none' },
        { kind: 'none' },
        { kind: 'money', amount: deals_value },
      ],
    ],
  };
  yield { kind: 'blank' };
}

function* useBlocks({ settings, mappings, stage, to }: ProcessChangeView): Generator<Block> {
  const own = `process.stages.${stage}.`;
  for (const [what, said] of [
    ['followed', 'Names {stage} now in pipeline.yaml: {settings}.'],
    ['taken-out', 'Taken out of pipeline.yaml with it: {settings}.'],
  ] as const) {
    const names = settings
      .filter((use) => use.what === what)
      .map(({ setting }) =>
        setting.startsWith(own) ? say('its {setting}', { setting: setting.slice(own.length) }) : setting,
      );
    if (names.length === 0) continue;
    const listed = names.flatMap((name, at) => (at === 0 ? [name] : [', ', name]));
    const values = { stage: to ?? '', settings: { kind: 'phrase', parts: listed } } as const;
    yield { kind: 'paragraph', parts: [say(said, values)] };
  }
  for (const { file, values } of mappings) {
    const leads = say('{file}: {names} {values, plural, one {leads} other {lead}} to {stage} now.', {
      ...{ file, names: sayNames(values), values: values.length },
      stage: to ?? '',
    });
    yield { kind: 'paragraph', parts: [leads] };
  }
}

function* remarks(view: ProcessChangeView): Generator<Block> {
  const { change, stage, to, before, after, on_record, archived_in_it, known_from_version, diff_says } = view;
  const lines: Said[] = [];
  if (on_record > 0) {
    lines.push(
      change === 'rename'
        ? say(
            '{deals, plural, one {# deal} other {# deals}} with {stage} on record {deals, plural, one {keeps it} other {keep it}}: it is read as {now}.',
            { deals: on_record, stage, now: to ?? '' },
          )
        : say(
            '{deals, plural, one {# deal} other {# deals}} with {stage} on record {deals, plural, one {keeps it} other {keep it}}: the past is read with the process of then.',
            { deals: on_record, stage },
          ),
    );
  }
  if (archived_in_it > 0)
    lines.push(
      say(
        '{deals, plural, one {# archived deal} other {# archived deals}} still open in {stage}: left as archived.',
        { deals: archived_in_it, stage },
      ),
    );
  if (diff_says !== null) {
    const movement = say(MOVEMENTS[diff_says].label);
    lines.push(
      diff_says === 'restaged'
        ? say('A diff will call them {movement}; nothing is added to their record of stages.', { movement })
        : say(
            'A diff will call them {movement}, since {now} is no neighbour of {stage}; nothing is added to their record of stages.',
            { movement, stage, now: to ?? '' },
          ),
    );
  }
  if (known_from_version !== null) {
    lines.push(
      say('Version {version} had a stage {stage}: what is on record of it counts to this one.', {
        version: known_from_version,
        stage,
      }),
    );
  }
  if (view.unmapped_in !== '') {
    const file = `imports/${view.unmapped_in}.yaml`;
    lines.push(
      say('No value of {system} leads to it yet: put it under stages in {file}.', {
        system: view.unmapped_in,
        file,
      }),
    );
  }
  if (before.version === after.version && to !== stage) {
    lines.push(say('Version {version} began today: the change belongs to it.', { version: after.version }));
  }
  for (const line of lines) yield { kind: 'paragraph', parts: [line] };
}

function text(of: string): Cell & RecordCell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A record a thing that changes: the version, a stage's place, a deal's stage, a setting, a value of a mapping. */
export function processChangeRecords(view: ProcessChangeView): Records {
  const { before, after, deals, settings, mappings, stage, to } = view;
  const ids = (of: ProcessChangeView['before']) => of.stages.map((one) => one.stage).join(' ');
  return {
    columns: ['what', 'name', 'before', 'after'],
    rows: [
      ['version', '', String(before.version), String(after.version)],
      ['stages', '', ids(before), ids(after)],
      ...deals.map(({ id, from, to: now }) => ['deal', id, from, now]),
      ...settings.map(({ setting, what }) => [
        'setting',
        setting,
        stage,
        what === 'followed' ? (to ?? '') : '',
      ]),
      ...mappings.flatMap(({ file, values }) =>
        values.map((value) => ['mapping', `${file} ${value}`, stage, to ?? '']),
      ),
    ].map((row) => row.map(text)),
  };
}
