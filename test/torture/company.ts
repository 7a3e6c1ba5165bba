// A company whose pipeline mirrors a CRM, and the commands that write to it: each with the folder as it is before and after.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cli } from '../support/cli.ts';
import { MEMORY } from './memory.ts';
import { pipeline } from './pipeline.ts';

/** In another quarter than the day of the jobs, so that these make a folder in the archive. */
export const FIRST_DAY = '2026-09-28';
export const DAY = '2026-10-05';
export const NEXT_DAY = '2026-10-12';

export interface Job {
  readonly words: readonly string[];
  readonly today: string;
}

/** Between them they do all that a write can do: put files, move and remove them, make a folder, replace one; and take that back. */
export const JOBS = {
  import: { words: ['import', '../new.csv'], today: DAY },
  'import --gone archive': { words: ['import', '../new.csv', '--gone', 'archive'], today: DAY },
  snapshot: { words: ['snapshot', '--allow-old-source'], today: DAY },
  'snapshot --replace': { words: ['snapshot', '--replace', '--message', 'again'], today: FIRST_DAY },
  week: { words: ['week', '../new.csv'], today: DAY },
  'review --sheet': { words: ['review', '--sheet', '--seed', 'x'], today: FIRST_DAY },
  'review --apply': { words: ['review', '--apply', `../${FIRST_DAY}.md`], today: DAY },
  merge: { words: ['merge', 'own', 'own-again', 'own-once-more'], today: DAY },
  'archive restore': {
    words: ['archive', 'restore', 'company-91-deal-number-91', 'company-92-deal-number-92'],
    today: DAY,
  },
  'set --where': {
    words: ['set', '--where', 'owner=', '--yes', 'important="all of them"', 'contacts+=a@b.example'],
    today: DAY,
  },
  'rename-id': { words: ['rename-id', 'own', 'another-own'], today: DAY },
  'clean --apply': { words: ['clean', '--apply', '../clean.yaml'], today: DAY },
  'forecast call': { words: ['forecast', 'call', '450k', '--owner', 'anna'], today: DAY },
  'feedback add': { words: ['feedback', 'add', 'offers need a template'], today: DAY },
  'agenda done': { words: ['agenda', 'done', 'plan'], today: DAY },
  undo: { words: ['undo'], today: DAY },
} as const satisfies Readonly<Record<string, Job>>;

export const JOB_NAMES = Object.keys(JOBS) as (keyof typeof JOBS)[];
/** Fewer of them that still do all of it. */
export const JOBS_FOR_ALL: typeof JOB_NAMES = [
  ...([
    'import --gone archive',
    'snapshot --replace',
    'merge',
    'archive restore',
    'clean --apply',
    'undo',
  ] as const),
];

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Deals that are in no export. */
const OWN: Readonly<Record<string, string>> = {
  own: 'name: Own\nstage: lead\n',
  'own-again': 'name: Own\nstage: lead\nactivities:\n  - {on: 2026-09-01, type: call}\n',
  'own-once-more': 'name: Own\nstage: lead\nowner: anna\n',
  ...forCleanUp(),
};
/** How many deals the workspace has at first. */
export const KNOWN = 30 + Object.keys(OWN).length;

export interface Company {
  /** The workspace. */
  readonly root: string;
  /** Makes the workspace as it was at first. */
  reset(): void;
  clear(): void;
}

const HEADER =
  'Deal - ID,Deal - Title,Deal - Organization,Deal - Deal created,Deal - Value,Deal - Stage,Deal - Status';

/** An export of Pipedrive's of deals by number, with what a deal's line says of value, stage and status. */
export function exportOf(deals: readonly number[], say = (n: number) => `${n * 100},Lead,open`): string {
  const rows = deals.map(
    (n) => `${n},Deal number ${n},Company ${n},${n > 30 ? '2026' : '2025'}-01-20,${say(n)}`,
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** Of 30 known deals some have changed, three are gone, two come back from the archive; ten are new. */
function newExport(): string {
  const there = [...numbers(1, 40).filter((n) => n > 30 || n % 10 !== 0), 91, 92];
  return exportOf(there, (n) => {
    const grown = n % 3 === 0 && n < 31 ? 50 : n === 91 ? 1 : 0;
    return `${n * 100 + grown},${n % 4 === 0 && n < 31 ? 'Proposal' : 'Lead'},${n === 7 ? 'won' : 'open'}`;
  });
}

/** Some are finished, some forgotten, and two are one. */
function forCleanUp(): Record<string, string> {
  const made: Record<string, string> = {};
  for (const n of numbers(1, 4)) {
    made[`finished-${n}`] = `name: Finished ${n}\nstage: won\namount: ${n}00\nclose: 2025-0${n}-15\n`;
    made[`silent-${n}`] = `name: Silent ${n}\nstage: lead\namount: ${n}00\ncreated: 2025-01-01\n`;
  }
  for (const n of numbers(1, 2)) {
    const call = `activities: [{on: 2026-09-2${n}, type: call}]`;
    made[`one-${n}`] = `name: The same\naccount: One\nstage: lead\namount: 500\n${call}\n`;
  }
  return made;
}

/** What a person decided: of the forgotten ones each something else, of the two that are one deal. */
const DECIDED: Readonly<Record<string, string>> = {
  'id: silent-1': 'revive\n    next_step: call\n    by: 2026-12-01',
  'id: silent-2': 'lost\n    reason: price',
  'id: silent-3': 'keep\n    until: 2026-12-01\n    why: budget',
  'keep: one-1': 'merge',
};

function decided(plan: string): string {
  let text = plan;
  for (const [entry, words] of Object.entries(DECIDED)) {
    const at = text.indexOf('do: nothing', text.indexOf(`- ${entry}\n`));
    text = `${text.slice(0, at)}do: ${words}${text.slice(at + 'do: nothing'.length)}`;
  }
  return text;
}

function writeOwn(root: string): void {
  mkdirSync(join(root, 'deals/undated'), { recursive: true });
  for (const [id, text] of Object.entries(OWN)) writeFileSync(join(root, `deals/undated/${id}.yaml`), text);
}

/** The sheet of a review, filled in; it lies beside the workspace, whose snapshot other jobs replace. */
function filledIn(sheet: string): string {
  const open = /(?<=^deal: (?!company-9).*\n)verdict:.*\nclose:.*\namount:.*\nnext_step:.*\nactions:.*$/gm;
  const said = [
    ...['verdict: corrected', 'close: 2026-12-20', 'amount: 1200', 'next_step: {what: call, by: 2026-10-09}'],
    'actions: [{what: ask the board, by: 2026-10-12}]',
  ].join('\n');
  return sheet.replaceAll(open, said).replace(/^works:.*$/m, 'works: two names in each deal');
}

/** A workspace of 30 deals of a CRM, some of its own and 2 archived ones, with a snapshot of a week ago; in memory, where nothing waits for a disk. */
export async function makeCompany(inFolder = MEMORY): Promise<Company> {
  const folder = realpathSync(mkdtempSync(join(inFolder, 'pipeline-torture-')));
  const root = join(folder, 'company');
  const kept = join(folder, 'kept');
  const all = [...numbers(1, 30), 91, 92];
  writeFileSync(join(folder, 'all.csv'), exportOf(all));
  writeFileSync(join(folder, 'old.csv'), exportOf(numbers(1, 30)));
  writeFileSync(join(folder, 'new.csv'), newExport());
  mkdirSync(root);
  const options = '--currency PLN --locale en-GB --time-zone Europe/Warsaw --mirror pipedrive';
  const run = async (words: string, today: string) => {
    const { status, stderr } = await cli(words, { cwd: root, today });
    if (status !== 0) throw new Error(`pipeline ${words}: ${stderr}`);
  };
  await run(`init . ${options} --stages Lead,Proposal`, FIRST_DAY);
  await run('import ../all.csv', FIRST_DAY);
  writeOwn(root);
  await run('snapshot', FIRST_DAY);
  await run('review --sheet --seed x', FIRST_DAY);
  const sheet = readFileSync(join(root, `reviews/${FIRST_DAY}.md`), 'utf8');
  writeFileSync(join(folder, `${FIRST_DAY}.md`), filledIn(sheet));
  rmSync(join(root, 'reviews'), { recursive: true });
  await run('import ../old.csv --gone archive', FIRST_DAY); // the last write: what `undo` takes back
  await run('clean --plan ../clean.yaml', DAY);
  const plan = join(folder, 'clean.yaml');
  writeFileSync(plan, decided(readFileSync(plan, 'utf8')));
  pipeline(['status'], root, FIRST_DAY); // so that the index is of the built program
  cpSync(root, kept, { recursive: true });
  return {
    root,
    reset: () => {
      for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
      cpSync(kept, root, { recursive: true });
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
