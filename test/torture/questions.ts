// Every command that reads, as command lines, and what it answers.

import { cli } from '../support/cli.ts';
import { TODAY } from './random-deal.ts';

const EVERY = ['table', 'json', 'csv'];

/** Without a format, and the formats that it is asked in. */
const ASKED: readonly (readonly [string, readonly string[]])[] = [
  ['status', EVERY],
  ['list --all', EVERY],
  ['process', EVERY],
  ['list --where value>=1000 --sort close', ['csv']],
  ['show', ['table', 'json']],
  ['history', ['json']],
  ['diff', EVERY],
  ['diff --bridge', EVERY],
  ['diff latest~1 now --bridge --period 2026-Q4', ['json']],
  ['diff --explain opening', ['json']],
  ['diff --every month', EVERY],
  ['diff --only slipped,shrunk --since latest~1', EVERY],
  ['stale', EVERY],
  ['stale --by stage --closing 2026-Q4', ['json']],
  ['check', EVERY],
  ['check --gate warning', ['github', 'sarif', 'junit']],
  ['digest', ['markdown', 'json']],
  ['check --explain pushed', ['table']],
  ['rules', EVERY],
  ['clean', EVERY],
  ['fix --dry-run', EVERY],
  ['check --new-only --since latest~1', EVERY],
  ['review', EVERY],
  ['agenda', EVERY],
  ['meeting quarterly', ['table', 'json', 'html']],
  ['review --weighted --seed x', ['json']],
  ['review --team', ['json', 'csv']],
  ['review stats', EVERY],
  ['trend --by owner', ['json']],
  ['discipline', EVERY],
  ['discipline --by owner --period 2026', ['json', 'csv']],
  ['funnel --cohort month', ['json']],
  ['funnel --flow', ['json']],
  ['report --out -', ['html', 'json']],
  ['plan', EVERY],
  ['forecast', EVERY],
  ['forecast drivers', ['json']],
  ['forecast calibrate', ['json']],
  ['plan --by owner', ['json']],
  ['results this-quarter --compare last-quarter', EVERY],
  ['results --by owner', ['json']],
  ['archive', EVERY],
  ['archive list', EVERY],
  ['feedback', EVERY],
  ['feedback digest', EVERY],
  ['actions --all', EVERY],
  ['export deals', ['csv', 'jsonl']],
  ['export movements', ['csv']],
  ['query', EVERY],
  ['snapshot list', EVERY],
  ['snapshot verify --all', ['json']],
  ['list --all --as-of 2026-11-20', ['csv']],
];

/** Command lines; `show` and `history` of each of these deals. */
export function questions(deals: readonly string[]): string[] {
  return ASKED.flatMap(([line, formats]) => {
    const isOfOne = line === 'show' || line === 'history';
    const lines = isOfOne ? deals.map((deal) => `${line} ${deal}`) : [line];
    return lines.flatMap((each) => formats.map((format) => `${each} --format ${format}`));
  });
}

export interface Answer {
  readonly stdout: string;
  readonly status: number;
  /** Without what is said about the index. */
  readonly stderr: string;
}

/** What the index may say on stderr: one line, in the language of the workspace. */
const ABOUT_INDEX = /^(?:The index |Indeks |Nie da się zachować indeksu: ).*\n/m;

export async function answerTo(line: string, root: string): Promise<Answer> {
  const { stdout, status, stderr } = await cli(line, { cwd: root, today: TODAY });
  return { stdout, status, stderr: stderr.replace(ABOUT_INDEX, '') };
}
