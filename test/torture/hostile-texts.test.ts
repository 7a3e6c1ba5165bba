// Hostile texts through every verb in every format: none acts on the terminal, the spreadsheet or the page it ends in.

import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { type CliResult, cli } from '../support/cli.ts';
import { elementsOf, htmlProblems, PLAIN_ELEMENTS } from '../support/html.ts';
import { type Random, randomOf, seeds } from '../support/random.ts';
import { sarifErrors } from '../support/sarif.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { parseXml } from '../support/xml.ts';
import { put } from '../workspace-files/folder.ts';
import { asJson, HOSTILE, hostileDeal } from './hostile-texts.ts';
import { MEMORY } from './memory.ts';
import { TODAY } from './random-deal.ts';
import { emptyFolder } from './random-workspace.ts';

/** A round gives each field half of the texts; after so many it has had each of them. */
const ROUNDS = share(1, 12);
const DEALS = share(10, 40);

/** All that a terminal might act on; a line end is none. */
const ACTS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What is asked of each verb beside its format. */
const ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  status: [['status']],
  list: [['list', '--all', '--columns', 'id,name,account,owner,stage,next_step,important,custom.x']],
  show: [
    ['show', 'deal-0'],
    ['show', 'deal-1'],
    ['show', 'nothing-\u001b[31m'],
  ],
  diff: [
    ['diff'],
    ['diff', '--bridge'],
    ['diff', '--explain', 'opening'],
    ['diff', '--owner', '\u001b[31m'],
    ['diff', '--every', 'week'],
    ['diff', '--only', 'new,renamed,slipped', '--since', 'latest~1'],
    ['diff', '--only', 'slipped', '--since', '\u001b[31m'],
    ['diff', '--git', '\u001b[31m'],
  ],
  stale: [['stale', '--days', '0']],
  check: [
    ['check', '--gate', 'warning'],
    ['check', '--explain', 'stale'],
    ['check', '--explain', 'x\u001b[31m'],
    ['check', '--new-only', '--since', 'latest~1'],
    ['check', '--changed', '\u001b[31m'],
    ['check', '--new-only', '--since', '\u001b[31m'],
  ],
  rules: [['rules'], ['rules', 'stale\u001b[31m']],
  digest: [['digest'], ['digest', '--owner', '\u001b[31m'], ['digest', '--to', 'lists/']],
  fix: [
    ['fix', '--dry-run'],
    ['fix', '--dry-run', '--owner', '\u001b[31m'],
  ],
  clean: [
    ['clean', '--dry-run'],
    ['clean', '--plan', 'clean.yaml'],
    ['clean', '--apply', '\u001b[31m'],
  ],
  review: [
    ['review', '--random', '9'],
    ['review', '--team', '--sheet', '--dry-run'],
  ],
  'review verify': [['review', 'verify', 'nothing-\u001b[31m']],
  agenda: [['agenda']],
  meeting: [
    ['meeting', 'weekly'],
    ['meeting', 'quarterly'],
    ['meeting', 'x\u001b[31m'],
  ],
  'agenda done': [
    ['agenda', 'done', 'plan', '--on', '2026-11-20'],
    ['agenda', 'done', 'x\u001b[31m'],
  ],
  'review stats': [
    ['review', 'stats'],
    ['review', 'stats', '--owner', '\u001b[31m'],
  ],
  snapshot: [['snapshot', '--again', '--allow-old-source', '--message', 'said \u001b[31m\u202e|<b>']],
  'snapshot list': [['snapshot', 'list']],
  'snapshot verify': [['snapshot', 'verify', '--all']],
  import: [
    ['import', 'export.csv', '--dry-run'],
    ['import', 'export.csv'],
  ],
  week: [['week', 'export.csv', '--dry-run']],
  history: [
    ['history', 'deal-0'],
    ['history', 'deal-1', '--field', 'amount'],
    ['history', 'nothing-\u001b[31m'],
  ],
  discipline: [
    ['discipline'],
    ['discipline', '--by', 'owner'],
    ['discipline', '--by', 'stage', '--period', '\u001b[31m'],
  ],
  trend: [['trend'], ['trend', 'open-value', '--by', 'segment'], ['trend', 'x\u001b[31m']],
  report: [
    ['report', '--format', 'markdown', '--title', '\u001b[31m'],
    ['report', '--sections', '\u001b[31m'],
  ],
  funnel: [
    ['funnel', '--cohort', 'month'],
    ['funnel', '--flow'],
  ],
  plan: [
    ['plan', '--by', 'owner'],
    ['plan', '--by', 'x\u001b[31m'],
    ['plan', '--if-lost', 'nothing-\u001b[31m'],
  ],
  'plan import': [['plan', 'import', 'export.csv', '--dry-run']],
  forecast: [['forecast'], ['forecast', '\u001b[31m'], ['forecast', '--owner', '\u001b[31m']],
  'forecast backtest': [['forecast', 'backtest', '--every', 'month', '--by', 'owner']],
  'forecast calibrate': [
    ['forecast', 'calibrate'],
    ['forecast', 'calibrate', '--period', '\u001b[31m'],
  ],
  'forecast drivers': [
    ['forecast', 'drivers'],
    ['forecast', 'drivers', '--since', '\u001b[31m'],
  ],
  'forecast call': [
    ['forecast', 'call'],
    ['forecast', 'call', '450k', '--note', '=1+1\n# <b>\u001b[31m'],
    ['forecast', 'call', '\u001b[31m'],
    ['forecast', 'call', '1', '--owner', '\u001b[31m'],
  ],
  results: [
    ['results', '--by', 'owner'],
    ['results', '\u001b[31m'],
    ['results', '--by', 'stage-lost'],
  ],
  export: [
    ['export', 'deals'],
    ['export', 'findings', '--format', 'jsonl'],
    ['export', '\u001b[31m'],
    ['export', 'deals', '--out', '\u001b[31m/x.csv'],
  ],
  query: [
    ['query', 'select id, name, account, custom from deals'],
    ['query', 'select message, hint from findings'],
    ['query', 'select "\u001b[31m" from deals where x'],
  ],
  process: [['process']],
  'process rename': [
    ['process', 'rename', 'lead', '--label', 'said \u001b[31m\u202e|<b>', '--dry-run'],
    ['process', 'rename', 'lead', 'first', '--dry-run'],
    ['process', 'rename', 'nothing-\u001b[31m', 'x'],
  ],
  'process add': [
    ['process', 'add', 'legal', '--label', 'said \u001b[31m\u202e|<b>', '--dry-run'],
    ['process', 'add', 'x\u001b[31m'],
  ],
  'process remove': [['process', 'remove', 'lead', '--to', 'proposal', '--dry-run']],
  'process reorder': [['process', 'reorder', 'proposal', '--first', '--dry-run']],
  archive: [['archive']],
  'archive list': [['archive', 'list']],
  'archive show': [
    ['archive', 'show', 'deal-8'],
    ['archive', 'show', 'nothing-\u001b[31m'],
  ],
  'archive restore': [
    ['archive', 'restore', 'deal-8', '--dry-run', '--force'],
    ['archive', 'restore', 'nothing-\u001b[31m'],
  ],
  edit: [
    ['edit', 'deal-0'],
    ['edit', 'nothing-\u001b[31m'],
  ],
  undo: [
    ['undo', '--list'],
    ['undo', '--dry-run'],
  ],
  merge: [
    ['merge', 'deal-0', 'deal-1', 'deal-2', '--dry-run'],
    ['merge', 'deal-3', 'deal-4'],
    ['merge', 'nothing-\u001b[31m', 'deal-0'],
  ],
  add: [
    ['add', 'x\u001b[31m\u202e<b>|', '--account', '\u001b[31m', '--dry-run'],
    ['add', 'x', '--stage', '\u001b[31m'],
    ['add', 'x', '--amount', '\u001b[31m'],
    ['add', 'x', '--close', '\u001b[31m'],
  ],
  log: [
    ['log', 'deal-0', 'said \u001b[31m\u202e|<b>', '--type', 'call', '--dry-run'],
    ['log', 'nothing-\u001b[31m', 'x'],
    ['log', 'deal-0', 'x', '--type', '\u001b[31m'],
  ],
  next: [['next', 'deal-0', 'said \u001b[31m\u202e|<b>', '--by', 'fri', '--dry-run']],
  done: [['done', 'deal-0', '--note', '\u001b[31m', '--dry-run']],
  move: [
    ['move', 'deal-0', 'proposal', '--dry-run', '--force', '--why', '\u001b[31m'],
    ['move', 'deal-0', '\u001b[31m'],
  ],
  won: [['won', 'deal-0', '--dry-run', '--amount', '5k']],
  lost: [['lost', 'deal-0', '--reason', '\u001b[31m', '--dry-run']],
  reopen: [['reopen', 'deal-1', '--why', '\u001b[31m', '--dry-run']],
  set: [
    ['set', 'deal-0', 'name=\u001b[31m\u202e|<b>', 'custom.\u001b[31m=x', '--dry-run'],
    ['set', '--where', 'id~deal', 'important=\u001b[31m', '--dry-run'],
    ['set', 'deal-0', '\u001b[31m=5'],
  ],
  owner: [['owner', 'deal-0', '\u001b[31m', '--dry-run']],
  feedback: [['feedback'], ['feedback', '--kind', '\u001b[31m'], ['feedback', '--by', '\u001b[31m']],
  'feedback digest': [
    ['feedback', 'digest'],
    ['feedback', 'digest', '--period', '\u001b[31m'],
  ],
  'feedback list': [['feedback', 'list', '--open']],
  'feedback add': [
    ['feedback', 'add', 'said \u001b[31m\u202e|<b>', '--why', '=1+1\n# <b>', '--deal', 'deal-0'],
    ['feedback', 'add', 'x', '--stage', '\u001b[31m'],
  ],
  'feedback decide': [
    ['feedback', 'decide', 'fhostile', 'trial', '--why', '\u001b[31m\u202e<b>'],
    ['feedback', 'decide', 'nothing-\u001b[31m', 'accepted', '--why', 'x'],
    ['feedback', 'decide', '', 'accepted', '--why', 'x'],
  ],
  'feedback done': [['feedback', 'done', 'fhostile', '--result', '\u001b[31m\u202e<b>', '--process']],
  actions: [['actions'], ['actions', '--all'], ['actions', '--owner', '\u001b[31m']],
  'actions done': [
    ['actions', 'done', 'ahostile', '--result', '\u001b[31m\u202e|<b>'],
    ['actions', 'done', 'nothing-\u001b[31m'],
  ],
  'actions drop': [['actions', 'drop', 'adropped', '--why', '\u001b[31m\u202e|<b>']],
  'rename-id': [['rename-id', 'deal-0', '\u001b[31m']],
  git: [['git']],
  'git install': [['git', 'install', '--dry-run']],
  'git uninstall': [['git', 'uninstall', '--dry-run']],
  backfill: [
    ['backfill', '--from', 'dates', '--every', 'quarter', '--dry-run'],
    ['backfill', 'export.csv', '--from', 'history'],
    ['backfill', 'export.csv', '--from', 'exports', '--date', '2026-11-01', '--dry-run'],
  ],
};

/** The settings take no longer text. */
const LONGEST = 500;

function settings(random: Random): string {
  const fitting = HOSTILE.filter((text) => text.trim() !== '' && text.length <= LONGEST);
  const said = () => asJson(random.pick(fitting));
  return [
    'format: 1',
    `name: ${said()}`,
    'currency: PLN',
    `team: [{id: anna, name: ${said()}}]`,
    'process:',
    `  stages: [{id: lead, label: ${said()}}, {id: proposal, label: ${said()}}]`,
    'snapshot: {custom: [x]}',
    `review: {questions: {open: [${said()}]}}`,
    '',
  ].join('\n');
}

/** What a team may have written by hand, and with mistakes. */
function hostileDialogue(random: Random): string {
  const said = () => asJson(random.pick(HOSTILE.filter((text) => text.trim() !== '')));
  const feedback = `on: 2026-11-20, kind: change, text: ${said()}, why: ${said()}, stage: ${said()}, by: ${said()}`;
  const action = `on: 2026-11-20, kind: action, text: ${said()}, owner: ${said()}, due: 2026-11-21, deal: ${said()}`;
  const items = [
    `{id: fhostile, ${feedback}, ref: ${said()}}`,
    `{id: ahostile, ${action}}`,
    `{id: adropped, ${action}}`,
    said(),
  ];
  return `format: 1\nentries:\n${items.map((item) => `  - ${item}\n`).join('')}`;
}

/** In the shape of Pipedrive's. */
function hostileExport(random: Random): string {
  const cell = () => `"${random.pick(HOSTILE).replaceAll('"', '""')}"`;
  const rows = Array.from(
    { length: 30 },
    (_, place) => `${place},${cell()},${cell()},${random.pick(['100', cell()])},Lead,open,${cell()}`,
  );
  const header =
    'Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status,Deal - Notes';
  return `${[header, ...rows].join('\n')}\n`;
}

async function hostileWorkspace(random: Random): Promise<string> {
  const root = emptyFolder(MEMORY);
  const write = (today: string) => {
    for (let place = 0; place < DEALS; place++)
      put(
        root,
        `${place % 9 === 8 ? 'archive/2026-Q3' : 'deals'}/deal-${place}.yaml`,
        hostileDeal(random, today),
      );
  };
  put(root, 'pipeline.yaml', settings(random));
  put(root, 'export.csv', hostileExport(random));
  put(root, 'feedback/2026-11.yaml', hostileDialogue(random));
  write('2026-11-10');
  const taken = await cli('snapshot', { cwd: root, today: '2026-11-16' });
  expect(taken.status, taken.stderr).toBeOneOf([0, 3]);
  write(TODAY);
  for (const name of ['\u001b[31m.yaml', 'a\nb.yaml', '\u202egnp.yaml', '=1.yaml', '<b>.yml', '|.yaml'])
    writeFileSync(join(root, 'deals', name), random.pick(['name: [', '{"name": "x", "stage": "lead"}']));
  return root;
}

const EXPECTATIONS: Readonly<Record<string, (result: CliResult, told: string) => void | Promise<void>>> = {
  table: ({ stdout }, told) => expectHarmless(stdout, told),
  github: ({ stdout }, told) => {
    expectHarmless(stdout, told);
    for (const line of stdout.trimEnd().split('\n')) expect(line, told).toMatch(/^::(error|warning|notice) /);
  },
  json: ({ stdout }, told) => {
    expectHarmless(stdout, told);
    expect(() => JSON.parse(stdout), told).not.toThrow();
  },
  markdown: ({ stdout }, told) => {
    expectHarmless(stdout, told);
    expectWholeTables(stdout, told);
    expect(stdout, told).not.toMatch(/<[a-z!/]/i);
  },
  html: async ({ stdout }, told) => {
    expectHarmless(stdout, told);
    expect(await htmlProblems(stdout), told).toEqual([]);
    expect(elementsOf(stdout), told).toEqual(PLAIN_ELEMENTS);
  },
  csv: ({ stdout }, told) => {
    const rows: string[][] = parse(stdout);
    expect(new Set(rows.map((row) => row.length)).size, told).toBe(1);
    for (const cell of rows.flat())
      if (!/^-[\d.]+$/.test(cell)) expect(cell, told).not.toMatch(/^[=+\-@\t\r]/);
  },
  sarif: ({ stdout }, told) => {
    expectHarmless(stdout, told);
    expect(sarifErrors(stdout), told).toEqual([]);
  },
  junit: ({ stdout }, told) => {
    expectHarmless(stdout, told);
    expect(() => parseXml(stdout), told).not.toThrow();
  },
  xlsx: async ({ bytes }, told) => expect((await readExcel(bytes)).length, told).toBeGreaterThan(0),
};

function expectHarmless(text: string, told: string): void {
  const found = ACTS.exec(text);
  if (found !== null)
    expect(`${told}: ${JSON.stringify(text.slice(found.index - 80, found.index + 20))}`).toBe('');
}

/** Every line of a table has the bars that its header has. */
function expectWholeTables(text: string, told: string): void {
  const bars = (line: string) => line.replace(/\\./g, '').split('|').length;
  const lines = text.split('\n');
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1] ?? '';
    if (line.startsWith('|') && before.startsWith('|'))
      expect(bars(line), `${told}: ${line.slice(0, 200)}`).toBe(bars(before));
  }
}

test(
  `${ROUNDS} workspaces of hostile texts: no verb lets one act, in any format`,
  async () => {
    const counts = { workspaces: 0, outputs: 0 };
    for (const seed of seeds(ROUNDS)) {
      const root = await hostileWorkspace(randomOf(seed));
      const aside = join(emptyFolder(MEMORY), 'copy');
      cpSync(root, aside, { recursive: true });
      for (const { name, formats = [] } of VERBS) {
        for (const words of ASKED[name] ?? []) {
          for (const format of formats) {
            for (const tty of [true, false]) {
              if (format === 'xlsx' && tty) continue;
              const told = `seed ${seed}: ${JSON.stringify(words)} ${format}${tty ? ' in a terminal' : ''}`;
              const result = await cli([...words, '--format', format], { cwd: root, today: TODAY, tty });
              expect(result.status, `${told}: ${result.stderr}`).toBeLessThan(4);
              expectHarmless(result.stderr, told);
              if (result.stdout !== '') await EXPECTATIONS[format]?.(result, told);
              if (tty) expectHarmless(result.stdout, told);
              counts.outputs++;
            }
          }
        }
        if (name !== 'import' && name !== 'snapshot') continue;
        rmSync(root, { recursive: true });
        cpSync(aside, root, { recursive: true });
      }
      counts.workspaces++;
    }
    tally('hostile texts in every format', counts);
  },
  PATIENCE_MS,
);

test('the settings of hostile texts are ones that a workspace may have', async () => {
  const root = emptyFolder(MEMORY);
  for (const seed of seeds(60)) {
    put(root, 'pipeline.yaml', settings(randomOf(seed)));
    const { status, stderr } = await cli('list', { cwd: root, today: TODAY });
    expect([seed, status, stderr]).toEqual([seed, 0, '']);
  }
});

test('every verb that shows something is asked', () => {
  expect(VERBS.map(({ name }) => name).filter((name) => ASKED[name] === undefined)).toEqual([
    'init',
    'completion',
  ]);
});

test('a list of hostile texts as CSV reads back as the texts that they were', async () => {
  const root = emptyFolder();
  put(root, 'pipeline.yaml', 'format: 1\nname: x\ncurrency: PLN\nprocess: {stages: [lead]}\n');
  const names = HOSTILE.filter((text) => text.trim() !== '');
  for (const [place, name] of names.entries())
    put(root, `deals/deal-${place}.yaml`, asJson({ name, account: name, stage: 'lead' }));
  const { stdout } = await cli('list --columns id,name,account --format csv', { cwd: root });
  const rows: Record<string, string>[] = parse(stdout, { columns: true });
  const read = (cell = '') => cell.replace(/^'(?=[=+\-@'\t\r])/, '');
  const found = new Map(rows.map(({ id, name, account }) => [id, [read(name), read(account)]]));
  for (const [place, name] of names.entries()) expect(found.get(`deal-${place}`)).toEqual([name, name]);
});
