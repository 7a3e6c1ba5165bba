// One call of a verb: its options as typed values, today, the workspace, and the way out to stdout.

import { isAbsolute, resolve } from 'node:path';
import { type Day, dayIn, toDay } from '../base/day.ts';
import type { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { LAST_YEAR } from '../base/last-year.ts';
import { dayValue, ENGLISH, type Sayable, type Speaker, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Showing } from '../page/showing.ts';
import type { Surface } from '../render/render.ts';
import { languageFor } from '../words/language.ts';
import { findWorkspace } from '../workspace/find.ts';
import type { Settings } from '../workspace/settings.ts';
import { colours, isAsciiLocale } from './colours.ts';
import type { Io } from './io.ts';
import type { Output } from './outputs.ts';
import { formatOf, type ParsedCall } from './parse.ts';
import { progressOn } from './progress.ts';
import type { Call } from './verb.ts';
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
  const { options } = parsed;
  const value = (option: string) => options[camel(option)];
  const text = (option: string): string | undefined => {
    const given = value(option);
    if (given === undefined || given === false) return undefined;
    return given === true ? '' : String(given);
  };
  const quiet = value('quiet') === true;
  const verbose = value('verbose') === true;
  const dir = resolve(io.cwd, text('dir') ?? '.');
  let settings: Settings | undefined;
  const closers: (() => void)[] = [];
  let isLocked = false;
  let written = false;
  /** Who opens a book twice is told of it once. */
  const told = new Set<string>();

  const note = (line: Sayable) => {
    if (!quiet) io.stderr.write(`${say(line)}\n`);
  };
  const call: Call = {
    io,
    verb: parsed.verb.name,
    formats: [formatOf(parsed), ...outputs.map(({ format }) => format)],
    quiet,
    verbose,
    say,
    dir,
    args: parsed.args,
    text,
    flag: (option) => {
      const negated = /^no-(.+)$/.exec(option)?.[1];
      if (negated !== undefined) return value(negated) === false;
      return value(option) !== undefined && value(option) !== false;
    },
    list: (option) => {
      const given = value(option);
      return Array.isArray(given) ? given : [];
    },
    count: (option, least = 0) => wholeNumber(option, text(option), least),
    day: (option) => {
      const given = text(option);
      return given === undefined ? undefined : parseDay(given, `--${option}`);
    },
    period: async (option, { settings: { fiscalYearStarts }, today: day }) => {
      const given = text(option);
      if (given === undefined) return undefined;
      const { parsePeriod } = await import('../base/period.ts');
      return parsePeriod(given, { fiscalYearStarts, today: day });
    },
    today: (timeZone) => today(text('today'), io, timeZone, verbose ? note : undefined),
    root: () => rootFrom(dir),
    settings: async () => {
      const { openSettings } = await import('../book/open.ts');
      const read = settings ?? (await openSettings(call.root()));
      settings = read;
      return read;
    },
    open: async (options = {}) => {
      const { openBook } = await import('../book/open.ts');
      if (options.asOf !== undefined) {
        const { refuseToCome } = await import('./past-day.ts');
        const now = call.today((await call.settings()).timeZone);
        refuseToCome(options.asOf, now, 'Without --as-of it tells what stands today.');
      }
      const opened = await openBook(call.root(), {
        today: call.today,
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
      const { notes } = await commitFiles(call.root(), files, { by, ...commit });
      for (const line of notes) note(line);
    },
    hasWritten: () => written,
    close: () => {
      for (const close of closers.splice(0)) close();
    },
    show: async (showing: Showing) => {
      const [format = 'table'] = call.formats;
      if (format === 'xlsx' && io.stdout.isTTY) {
        throw new Failure('usage', 'A spreadsheet is no text for a terminal.', {
          hint: said('Send it to a file: pipeline {name} --format xlsx > {name}.xlsx', {
            name: parsed.verb.name,
          }),
        });
      }
      const { renderShowing } = await import('../render/render.ts');
      const surface: Surface = {
        paint: colours(io.stdout, io.env, options.color === false),
        width: widthOf(io),
        isTerminal: io.stdout.isTTY,
        isAscii: isAsciiLocale(io.env),
        locale: settings?.locale ?? 'en',
        version: VERSION,
        folder: await folderFor(call, showing),
      };
      const output = await renderShowing(format, showing, surface);
      const files = outputs.length === 0 ? undefined : await import('./outputs.ts');
      const rendered = await files?.renderOutputs(outputs, showing, surface);
      // stdout last: a reader that is gone, or a full disk, costs nobody the files.
      try {
        if (format === 'github' && showing.jobSummary !== undefined) {
          const { addToJobSummary } = await import('./job-summary.ts');
          addToJobSummary(showing.jobSummary(), await languageFor(surface.locale), io.env, note);
        }
        if (rendered !== undefined) files?.writeOutputs(rendered, writtenOutputs);
      } finally {
        io.stdout.write(output);
      }
    },
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
      const how = ['quiet', 'verbose'].flatMap((option) => (value(option) === true ? [`--${option}`] : []));
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

/** Only what CI services read has paths from the repository's root, and only for that is it looked for. */
async function folderFor({ root, io }: Call, { annotations }: Showing): Promise<string> {
  if (annotations === undefined) return '';
  const { folderInRepository } = await import('./repository-folder.ts');
  return folderInRepository(root(), io.env);
}

function camel(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function wholeNumber(option: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given) || Number(given) < least) {
    throw new Failure(
      'usage',
      said('--{option} takes a whole number of at least {least}, not "{given}".', { option, least, given }),
    );
  }
  return Number(given);
}

function parseDay(given: string, where: string): Day {
  const found = toDay(given);
  if (found !== undefined) return found;
  throw new Failure('bad-date', said('{where}: "{given}" is not a date.', { where, given }), {
    hint: 'Write it as 2026-11-23.',
  });
}

function today(
  given: string | undefined,
  io: Io,
  timeZone: string,
  say: ((line: Sayable) => void) | undefined,
): Day {
  const fromEnvironment = io.env.PIPELINE_TODAY;
  const [found, source] =
    given !== undefined
      ? [parseDay(given, '--today'), '--today']
      : fromEnvironment !== undefined && fromEnvironment !== ''
        ? [parseDay(fromEnvironment, 'PIPELINE_TODAY'), 'PIPELINE_TODAY']
        : [dayIn(timeZone, io.now()), said('the clock, in {timeZone}', { timeZone })];
  if (Number(found.slice(0, 4)) > LAST_YEAR) {
    throw new Failure(
      'bad-date',
      said('Today cannot be {found}: the last year is {last_year}.', { found, last_year: LAST_YEAR }),
    );
  }
  say?.(said('today is {found}, by {source}', { found: dayValue(found), source }));
  return found;
}

function rootFrom(dir: string): string {
  const root = findWorkspace(dir);
  if (root !== undefined && isAbsolute(root)) return root;
  throw new Failure('no-workspace', said('There is no pipeline.yaml in {dir} or above it.', { dir }), {
    hint: 'pipeline init makes a workspace here; -C FOLDER looks elsewhere.',
  });
}

/** A terminal's width; COLUMNS where a test or a script says so; else unbounded, so that nothing is cut. */
function widthOf(io: Io): number {
  if (!io.stdout.isTTY) return Number.POSITIVE_INFINITY;
  return Math.max(40, io.stdout.columns ?? 80);
}
