// The page of a change of the process: the steps before and after, the deals whose stage is another one, and what else
// names the stage.

import { named } from '../base/named.ts';
import type { ProcessChangeView } from '../report/process-change.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { say } from './say.ts';

/** Deals beyond these are counted. */
const MOST_LISTED = 10;

export function processChangePage(view: ProcessChangeView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ProcessChangeView, look: Look): Generator<Block> {
  const dry = view.dry_run ? ' · dry run, nothing is written' : '';
  yield { kind: 'heading', parts: [`${whatChanges(view)} · `, { kind: 'day', day: view.on }, dry] };
  yield { kind: 'blank' };
  yield versionTable(view);
  yield { kind: 'blank' };
  yield* dealBlocks(view, look);
  yield* useBlocks(view);
  yield* remarks(view);
  yield view.dry_run
    ? { kind: 'next', text: 'Nothing was written', command: 'the same without --dry-run' }
    : { kind: 'next', text: 'Keep how it stands now', command: 'pipeline snapshot' };
}

function whatChanges({ change, stage, to, after }: ProcessChangeView): string {
  const label = after.stages.find((one) => one.stage === (to ?? stage))?.label ?? stage;
  switch (change) {
    case 'rename':
      return to === stage ? `${stage} is shown as ${label}` : `${stage} is called ${to} now, ${label}`;
    case 'add':
      return `${label} added to the process`;
    case 'remove':
      return to === null ? `${stage} removed from the process` : `${stage} removed, its deals go to ${label}`;
    case 'reorder':
      return `${label} stands elsewhere in the process`;
  }
}

function versionTable({ before, after }: ProcessChangeView): Block {
  const row = (title: string, { version, since, stages }: ProcessChangeView['before']): Cell[] => [
    text(title),
    { kind: 'count', count: version },
    since === null ? text('–') : { kind: 'day', day: since },
    text(stages.map(({ stage }) => stage).join(', ')),
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'when', title: '' },
      { key: 'version', title: 'Version', align: 'right' },
      { key: 'since', title: 'Since' },
      { key: 'stages', title: 'Stages', shrinkTo: 20 },
    ],
    rows: [row('before', before), row('after', after)],
  };
}

function* dealBlocks(view: ProcessChangeView, look: Look): Generator<Block> {
  const { deals, deals_value, change, to, stage, currency } = view;
  if (deals.length === 0) {
    if (change === 'add' || change === 'reorder' || to === stage) return;
    yield { kind: 'line', parts: [`No open deal is in ${stage}; no deal's file changes.`] };
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
        ? [[text(`and ${more} more`), { kind: 'none' }, { kind: 'none' }, { kind: 'none' }] as const]
        : []),
    ],
    totals: [
      [
        text(plural(deals.length, 'open deal')),
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
    ['followed', `Names ${to ?? ''} now in pipeline.yaml`],
    ['taken-out', 'Taken out of pipeline.yaml with it'],
  ] as const) {
    const names = settings
      .filter((use) => use.what === what)
      .map(({ setting }) => (setting.startsWith(own) ? `its ${setting.slice(own.length)}` : setting));
    if (names.length > 0) yield { kind: 'paragraph', parts: [`${said}: ${names.join(', ')}.`] };
  }
  for (const { file, values } of mappings) {
    const lead = values.length === 1 ? 'leads' : 'lead';
    yield { kind: 'paragraph', parts: [`${file}: ${named(values)} ${lead} to ${to ?? ''} now.`] };
  }
}

function* remarks(view: ProcessChangeView): Generator<Block> {
  const { change, stage, to, before, after, on_record, archived_in_it, known_from_version, diff_says } = view;
  const lines: string[] = [];
  if (on_record > 0) {
    const keep = on_record === 1 ? 'keeps it' : 'keep it';
    const read =
      change === 'rename' ? `: it is read as ${to}` : ': the past is read with the process of then';
    lines.push(`${plural(on_record, 'deal')} with ${stage} on record ${keep}${read}.`);
  }
  if (archived_in_it > 0)
    lines.push(`${plural(archived_in_it, 'archived deal')} still open in ${stage}: left as archived.`);
  if (diff_says !== null) {
    const beyond = diff_says === 'restaged' ? '' : `, since ${to} is no neighbour of ${stage}`;
    lines.push(`A diff will call them ${diff_says}${beyond}; nothing is added to their record of stages.`);
  }
  if (known_from_version !== null) {
    lines.push(
      `Version ${known_from_version} had a stage ${stage}: what is on record of it counts to this one.`,
    );
  }
  if (view.unmapped_in !== '') {
    const file = `imports/${view.unmapped_in}.yaml`;
    lines.push(`No value of ${view.unmapped_in} leads to it yet: put it under stages in ${file}.`);
  }
  if (before.version === after.version && to !== stage) {
    lines.push(`Version ${after.version} began today: the change belongs to it.`);
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
