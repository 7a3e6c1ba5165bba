// One call of a verb: its options as typed values, today, the workspace, and the way out to stdout.

import { isAbsolute, resolve } from 'node:path';
import { type Day, dayIn } from '../base/day.ts';
import type { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { ENGLISH, type Sayable, type Speaker, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { dayOf, type KnownDay } from '../book/kept-day.ts';
import { findWorkspace } from '../workspace/find.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Io } from './io.ts';
import { optionValues } from './option-values.ts';
import type { Output } from './outputs.ts';
import { formatOf, type ParsedCall } from './parse.ts';
import { progressOn } from './progress.ts';
import { show } from './show.ts';
import { todayIn } from './today.ts';
import type { Call, Writes } from './verb.ts';
import { VERSION } from './version.ts';

export interface CallSurroundings {
  readonly withoutIndex?: boolean;
  /** What --output asks for. */
  readonly outputs?: readonly Output[];
  /** Gets the paths of those written. */
  readonly writtenOutputs?: Set<string>;
  /** Runs another command line. */
  readonly run?: Run;
  /** In the workspace's language; English where left out. */
  readonly say?: Speaker;
}

/** The call that a verb gets for a parsed command line. */
export function makeCall(
  parsed: ParsedCall,
  io: Io,
  {
    withoutIndex = false,
    outputs = [],
    writtenOutputs = new Set(),
    run = runsNone,
    say = ENGLISH,
  }: CallSurroundings = {},
): Call {
  const values = optionValues(parsed.options);
  const { text, flag } = values;
  const quiet = flag('quiet');
  const verbose = flag('verbose');
  const dir = resolve(io.cwd, text('dir') ?? '.');
  let settings: Settings | undefined;
  let day: KnownDay | undefined;
  const closers: (() => void)[] = [];
  let isLocked = false;
  let written = false;
  let writes: Writes = { count: 0, canUndoLast: false };
  /** Who opens a book twice is told of it once. */
  const told = new Set<string>();

  const note = (line: Sayable) => {
    if (!quiet) io.stderr.write(`${say(line)}\n`);
  };
  const todayBy = (timeZone: string, dayNow: () => Day) =>
    todayIn(timeZone, text('today'), io, dayNow, verbose ? note : undefined);
  const call: Call = {
    io,
    verb: parsed.verb.name,
    formats: [formatOf(parsed), ...outputs.map(({ format }) => format)],
    quiet,
    verbose,
    say,
    dir,
    args: parsed.args,
    ...values,
    period: async (option, { settings: { fiscalYearStarts }, today: day }) => {
      const given = text(option);
      if (given === undefined) return undefined;
      const { parsePeriod } = await import('../base/period.ts');
      return parsePeriod(given, { fiscalYearStarts, today: day });
    },
    today: (timeZone) => todayBy(timeZone, () => dayOf(day, timeZone, io.now()) ?? dayIn(timeZone, io.now())),
    root: () => rootFrom(dir),
    settings: async () => {
      const { openSettings } = await import('../book/open.ts');
      if (settings !== undefined) return settings;
      const opened = await openSettings(call.root(), io.now());
      ({ settings, day } = opened);
      return opened.settings;
    },
    open: async (options = {}) => {
      const { openBook } = await import('../book/open.ts');
      if (options.asOf !== undefined) {
        const { refuseToCome } = await import('./past-day.ts');
        const now = call.today((await call.settings()).timeZone);
        refuseToCome(options.asOf, now, 'Without --as-of it tells what stands today.');
      }
      const opened = await openBook(call.root(), {
        today: (timeZone, clock) => {
          const known = () => {
            day = clock();
            return day.day;
          };
          return todayBy(timeZone, known);
        },
        now: io.now(),
        toolVersion: VERSION,
        signal: io.signal,
        progress: call.progress,
        withoutIndex,
        toWrite: isLocked,
        ...options,
      });
      for (const line of opened.notes) {
        if (!told.has(String(line))) note(line);
        told.add(String(line));
      }
      closers.push(opened.close);
      settings = opened.book.settings;
      return opened;
    },
    book: async (asOf?: Day): Promise<Book> => (await call.open(asOf === undefined ? {} : { asOf })).book,
    snapshots: async () => {
      const { openSnapshots } = await import('../book/snapshots.ts');
      const { snapshots, close } = openSnapshots(call.root(), withoutIndex);
      closers.push(close);
      return snapshots;
    },
    locked: async (work) => {
      const { withLock } = await import('../workspace/lock.ts');
      const root = call.root();
      const today = call.today((await call.settings()).timeZone);
      return withLock(
        root,
        { command: parsed.verb.name, now: io.now() },
        ({ notes }) => {
          for (const line of notes) note(line);
          isLocked = true;
          return work(today);
        },
        { signal: io.signal },
      );
    },
    write: async (files, commit) => {
      written = true;
      const { commitFiles } = await import('../workspace/transaction.ts');
      const by = { command: parsed.line, now: io.now() };
      const { notes, change } = await commitFiles(call.root(), files, { by, ...commit });
      if (change !== 'none') writes = { count: writes.count + 1, canUndoLast: change === 'kept' };
      for (const line of notes) note(line);
    },
    hasWritten: () => written,
    writes: () => writes,
    close: () => {
      for (const close of closers.splice(0)) close();
    },
    show: async (showing) =>
      show(showing, call, {
        ...{ outputs, writtenOutputs },
        locale: settings?.locale ?? (await import('./speaker.ts')).polishIn(dir) ?? 'en',
        withoutColour: parsed.options.color === false,
      }),
    progress: (label, total) =>
      progressOn(quiet ? { ...io.stderr, isTTY: false } : io.stderr, say, label, total, () =>
        io.now().getTime(),
      ),
    note,
    runFirst: (words) => {
      const asked = ['dir', 'today'].flatMap((option) => {
        const given = text(option);
        return given === undefined ? [] : [`--${option}`, given];
      });
      const how = ['quiet', 'verbose'].flatMap((option) => (flag(option) ? [`--${option}`] : []));
      const { stderr } = io;
      return run([...words, ...asked, ...how], {
        ...io,
        stdout: quiet ? { ...UNSEEN, columns: stderr.columns } : stderr,
      });
    },
  };
  return call;
}

type Run = (argv: readonly string[], io: Io) => Promise<ExitStatus>;

const runsNone: Run = () => {
  throw new Error('here one command line is all that is run');
};

const UNSEEN = { write: () => undefined, isTTY: false };

function rootFrom(dir: string): string {
  const root = findWorkspace(dir);
  if (root !== undefined && isAbsolute(root)) return root;
  throw new Failure('no-workspace', said('There is no pipeline.yaml in {dir} or above it.', { dir }), {
    hint: 'pipeline init makes a workspace here; -C FOLDER looks elsewhere.',
  });
}
