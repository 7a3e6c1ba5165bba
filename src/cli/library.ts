// The library: `import { openWorkspace } from 'pipeline'`. It reads a workspace and gives the views that verbs print as
// JSON, and the tables of `pipeline export`, row by row. It writes nothing.

import { resolve } from 'node:path';
import { toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import type { TableName } from '../export/table-names.ts';
import type { Io } from './io.ts';
import { VERB_OF, type Views } from './library-views.ts';
import type { Call } from './verb.ts';

export { Failure, type TableName, type Views };

/** Options of a verb by their long names: `{ owner: 'anna', 'as-of': '2026-10-31' }`; a list repeats one, true is a switch. */
export type Options = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A row of a table: docs/reference/exports.md. Money and rates are decimal text, days 2026-11-23. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

type Question<View> = (...asked: readonly (string | Options)[]) => Promise<View>;

/**
 * A workspace that is read. Each question takes what stands behind the verb on the command line, words and options:
 * `diff('2026-11-16', 'now', { period: '2026-Q4' })`. @throws Failure with code, hint and exitStatus as the command line tells them
 */
export type Workspace = { readonly [Name in keyof Views]: Question<Views[Name]> } & {
  /** Absolute. */
  readonly folder: string;
  /** The rows of a table, one at a time; `since` leaves out earlier snapshots. */
  rows(table: TableName, options?: { readonly since?: string }): AsyncGenerator<Row, void, undefined>;
};

export interface OpenWorkspaceOptions {
  /** The day to take for today, 2026-11-23; else the clock, in the workspace's time zone. */
  readonly today?: string;
  /** What the program would say on stderr beside its answer. */
  onNote?(line: string): void;
}

/**
 * Opens the workspace that the folder is in.
 * @throws Failure `no-workspace`, `bad-date`, `settings-invalid`
 */
export async function openWorkspace(folder: string, options: OpenWorkspaceOptions = {}): Promise<Workspace> {
  if (options.today !== undefined && toDay(options.today) === undefined) {
    throw new Failure('bad-date', said('today: "{today}" is not a date.', { today: options.today }), {
      hint: 'Write it as 2026-11-23.',
    });
  }
  const io = ioFor(resolve(folder), options);
  const root = await called(['status'], io, async (call) => {
    await call.settings();
    return call.root();
  });
  const questions = Object.entries(VERB_OF).map(([name, verb]) => [
    name,
    (...asked: readonly (string | Options)[]) => viewOf([...verb.split(' '), ...asked.flatMap(wordsOf)], io),
  ]);
  return {
    ...(Object.fromEntries(questions) as { [Name in keyof Views]: Question<Views[Name]> }),
    folder: root,
    rows: (table, { since } = {}) => rowsOf(table, since, io),
  };
}

function wordsOf(asked: string | Options): string[] {
  if (typeof asked === 'string') return [asked];
  return Object.entries(asked).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().map((one) => `--${name}=${one}`);
  });
}

/** The value that the verb would print as JSON, as JSON has it. */
function viewOf(words: readonly string[], io: Io): Promise<never> {
  return called(words, io, async (call, run) => {
    let view: unknown;
    const show: Call['show'] = async (showing) => {
      view = JSON.parse(JSON.stringify(showing.view));
    };
    await run({ ...call, show, formats: ['json'], locked: refuse, write: refuse });
    return view as never;
  });
}

async function* rowsOf(
  table: TableName,
  since: string | undefined,
  io: Io,
): AsyncGenerator<Row, void, undefined> {
  const { tablesNamed } = await import('../export/tables.ts');
  const { exportFacts } = await import('./export-facts.ts');
  const { makeCall } = await import('./call.ts');
  const [{ columns, rows }] = tablesNamed([table]) as [ReturnType<typeof tablesNamed>[number]];
  const call = makeCall(
    await parsed(['export', table, ...(since === undefined ? [] : ['--since', since])], io),
    io,
  );
  try {
    const facts = await exportFacts(call, call.day('since'));
    for (const row of rows(facts)) {
      yield Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null]));
    }
  } finally {
    call.close();
  }
}

async function refuse(): Promise<never> {
  throw new Failure('usage', 'The library reads, and writes nothing.', {
    hint: 'Run the command itself: pipeline --help',
  });
}

/** Does something with the call that a command line makes; where the index is not as it was, once more without it. */
async function called<Result>(
  words: readonly string[],
  io: Io,
  work: (call: Call, run: (call: Call) => Promise<unknown>) => Promise<Result>,
): Promise<Result> {
  const { makeCall } = await import('./call.ts');
  const { attempt } = await import('./run.ts');
  const found = await parsed(words, io);
  let result: Result | undefined;
  await attempt(
    {
      ...found.verb,
      run: async (call) => {
        result = await work(call, found.verb.run);
        return 0;
      },
    },
    (withoutIndex) => makeCall(found, io, { withoutIndex }),
  );
  return result as Result;
}

/** @throws Failure `usage` */
async function parsed(words: readonly string[], io: Io) {
  const { parse } = await import('./parse.ts');
  const found = parse(words, io);
  if (found.kind === 'call') return found;
  throw new Failure(
    'usage',
    said('"{words}" asks for help, not for an answer.', { words: words.join(' ') }),
    {
      hint: asItIs('pipeline --help'),
    },
  );
}

function ioFor(cwd: string, { today, onNote }: OpenWorkspaceOptions): Io {
  const nowhere = { write: () => undefined, isTTY: false, columns: undefined };
  return {
    cwd,
    env: today === undefined ? {} : { PIPELINE_TODAY: today },
    stdin: { isTTY: false, readAll: async () => '' },
    stdout: nowhere,
    stderr: { ...nowhere, write: (text) => onNote?.(String(text).trimEnd()) },
    now: () => new Date(),
    random: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)),
    signal: new AbortController().signal,
    atRisk: (work) => work(),
  };
}
