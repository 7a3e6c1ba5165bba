// stale and check at 80 columns, as golden files that were read by eye, and what they hold at any width.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Book } from '../../src/book/book.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { INDEX_RULES } from '../../src/freshness/freshness-index.ts';
import { RULES } from '../../src/freshness/registry.ts';
import { checkPage } from '../../src/page/check.ts';
import { lookOf } from '../../src/page/look.ts';
import type { Page } from '../../src/page/page.ts';
import { stalePage } from '../../src/page/stale.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { UNPAINTED } from '../../src/render/paint.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { loadWidths, widthOf } from '../../src/render/width.ts';
import { type CheckOptions, checkView } from '../../src/report/check.ts';
import { type StaleOptions, staleView } from '../../src/report/stale.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { deal, settings } from '../snapshot/build.ts';
import { ENGLISH } from '../support/languages.ts';
import { book, freshRow } from './book.ts';

const snapshots = snapshotsInFiles('/w');

await loadWidths();

const member = (id: string, name: string) => ({ id, name, email: '', group: '', until: undefined, also: [] });
const team = [member('anna', 'Anna Nowak'), member('piotr', 'Piotr Lis'), member('ewa', 'Ewa Maj')];
const signed = (date: string, lastSignEvent: string) => ({ lastSignOfLife: day(date), lastSignEvent });
const won = { stage: 'won', value: 240_000_00, close: day('2026-11-18') };

const ROWS: readonly DealRow[] = [
  freshRow({ id: 'goplo-erp', name: 'ERP for three plants', value: 480_000_00 }),
  freshRow({ id: 'san-hr', name: 'HR suite', owner: 'piotr', value: 105_000_00 }),
  freshRow({ id: 'odra-scada', owner: 'ewa', value: 95_000_00, nextStep: '', nextStepBy: undefined }),
  freshRow({ id: 'tatra-erp', owner: 'piotr', value: 30_000_00, close: day('2026-11-18') }),
  freshRow({ id: 'karpaty-edi', owner: 'ewa', value: 60_000_00, nextStepBy: day('2026-11-17') }),
  freshRow({
    id: 'nordmet-wms',
    name: 'Warehouse management',
    owner: 'piotr',
    stage: 'proposal',
    value: 140_000_00,
    ...signed('2026-10-20', 'activity:call'),
  }),
  freshRow({
    id: 'baltik-portal',
    name: 'Customer portal',
    stage: 'proposal',
    value: 80_000_00,
    ...signed('2026-10-23', 'activity:offer'),
  }),
  freshRow({ id: 'zubr-bi', owner: 'ewa', value: 60_000_00, ...signed('2026-10-24', 'stage:proposal') }),
  freshRow({
    id: 'ostoja-crm',
    stage: 'qualified',
    value: 120_000_00,
    ...signed('2026-10-28', 'activity:meeting'),
    waived: [{ rule: 'stale', until: day('2026-12-31') }],
  }),
  freshRow({ id: 'lodz-hr', owner: 'ewa', value: undefined, ...signed('2026-11-02', 'next-step') }),
  freshRow({ id: 'gopher-1', owner: 'ewa', value: 9_000_00, source: 'csv:1', lastActivity: undefined }),
  freshRow({ id: 'rega-tms', ...won }),
];

const deals = new Map(
  ROWS.map((row) => [
    row.id,
    deal({
      id: row.id,
      lines: { stage: 4, close: 8, next_step: 9 },
      activities: [{ on: row.lastSignOfLife ?? day('2026-11-01'), type: 'call', line: 14 }],
    }),
  ]),
);
const labelled = settings();
const process = {
  ...labelled.process,
  stages: labelled.process.stages.map((stage) => ({
    ...stage,
    label: stage.id.charAt(0).toUpperCase() + stage.id.slice(1),
  })),
};
const company: Book = {
  ...book(ROWS, { settings: settings({ team, process }), deals }, { process }),
  root: '/w',
  snapshots,
};
const past: Book = {
  ...book(ROWS, { settings: settings({ team, process }), past: true }, { process, name: '2026-11-16' }),
  root: '/w',
  snapshots,
};
const blind: Book = {
  ...book(
    ROWS.map((row, index) => ({ ...row, source: `csv:${index}`, lastActivity: undefined })),
    { settings: settings({ team, process }), deals },
    { process },
  ),
  root: '/w',
  snapshots,
};
const broken: Book = { ...company, leftOut: ['warta-pim'] };

function stale(of: Book, over: Partial<StaleOptions> = {}): Page {
  const asked: StaleOptions = {
    owners: [],
    closing: undefined,
    days: undefined,
    errorsOnly: false,
    by: 'owner',
  };
  return stalePage(staleView(of, { ...asked, ...over }), lookOf(of));
}

function check(of: Book, over: Partial<CheckOptions> = {}): Page {
  const asked: CheckOptions = {
    rules: [...INDEX_RULES],
    owners: [],
    stages: [],
    gate: 'error',
    minFreshness: undefined,
  };
  return checkPage(checkView(of, { ...asked, ...over }), lookOf(of));
}

const BASELINE = [
  { rule: 'stale', id: 'nordmet-wms', about: '', severity: 'error', count: 1 },
  { rule: 'past-close', id: 'gone-long-ago', about: '', severity: 'error', count: 1 },
] as const;
const since: NonNullable<CheckOptions['since']> = {
  asked: 'latest',
  kind: 'snapshot',
  name: '2026-11-16',
  on: past.state.on,
  before: {
    found: findingsOf(past, { rules: [RULES['past-close'], RULES['unknown-key']] }),
    book: past,
    unread: ['warta-pim'],
  },
};
const change = (...ids: string[]): NonNullable<CheckOptions['changed']> => ({
  asked: 'origin/main',
  base: 'a04c9d182d45a04c9d182d45a04c9d182d45a04c',
  ids: new Set(ids),
  removed: ids.length === 0 ? [] : ['opole-mes'],
  settings: false,
  staged: false,
});

const SCREENS: Readonly<Record<string, () => Page>> = {
  stale: () => stale(company),
  'stale errors by stage': () => stale(company, { errorsOnly: true, by: 'stage' }),
  'stale for 30 days': () => stale(company, { days: 30, owners: ['piotr'] }),
  'stale of a snapshot': () => stale(past),
  'stale not judged': () => stale(blind),
  'stale of nothing': () => stale({ ...book([]), root: '/w', snapshots }),
  check: () => check(company, { minFreshness: 0.7 }),
  'check at warning': () => check(company, { gate: 'warning', owners: ['ewa'] }),
  'check with a broken deal': () => check(broken, { rules: ['past-close'] }),
  'check of a snapshot': () => check(past, { owners: ['piotr'] }),
  'check without an index': () => check(blind, { minFreshness: 0.7 }),
  'check with a baseline': () => check(company, { baseline: BASELINE, maxWarnings: 20, minFreshness: 0.7 }),
  'check of what is new': () => check(company, { rules: ['past-close', 'unknown-key', 'stale'], since }),
  'check of a change': () => check(broken, { changed: change('nordmet-wms', 'lodz-hr'), minFreshness: 0.7 }),
  'check of no change': () => check(company, { changed: change() }),
  'check that passes': () => check(company, { stages: ['won'], rules: ['missing-rate'] }),
};

describe.each(Object.entries(SCREENS))('%s', (name, page) => {
  const terminal = (width: number) => renderTerminal(page(), { paint: UNPAINTED, width, language: ENGLISH });

  test('is as it was read by eye, at 80 columns', async () => {
    const file = `../../snapshots/freshness/${name.replaceAll(' ', '-')}.txt`;
    await expect(terminal(80)).toMatchFileSnapshot(file);
  });

  test.each([60, 80, 200])('nothing is wider than a terminal of %d columns', (width) => {
    // A path is never cut: it is there to be opened.
    const lines = terminal(width)
      .split('\n')
      .filter((line) => !line.includes('deals/2026/'));
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  test('in a pipe and in Markdown no deal is cut', () => {
    const texts = [terminal(Number.POSITIVE_INFINITY), renderMarkdown(page(), ENGLISH)];
    // Behind a blank, = or " it is what a person fills into a command.
    for (const text of texts) expect(text).not.toMatch(/[^\s="]…/);
  });
});
