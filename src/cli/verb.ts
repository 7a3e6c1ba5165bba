// What a verb is: one definition that feeds the parser, the help, the reference page and the tests of examples.

import type { Day } from '../base/day.ts';
import type { ExitStatus } from '../base/exit-status.ts';
import type { Period } from '../base/period.ts';
import type { Sayable, Speaker } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Opened, OpenOptions } from '../book/open.ts';
import type { Snapshots } from '../book/snapshots.ts';
import type { Progress } from '../index-db/read-through.ts';
import type { Format, Showing } from '../page/showing.ts';
import type { Settings } from '../workspace/settings.ts';
import type { CommitOptions } from '../workspace/transaction.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { Io } from './io.ts';
import type { ValueKind } from './value-kinds.ts';

/** The jobs that --help groups the verbs by, in this order. */
export const JOBS = [
  'begin',
  'document',
  'look',
  'snapshot and monitor',
  'keep fresh',
  'clean up',
  'review and talk',
  'plan and foresee',
  'take out',
] as const;

export type Job = (typeof JOBS)[number];

export interface OptionSpec {
  /** commander's notation: `--owner <owner>`, `--bridge`, `--fail [severity]`. */
  readonly flags: string;
  readonly text: string;
  /** May be given several times; all are kept. */
  readonly repeat?: boolean;
  /** Several with commas, also over several times that it is given. */
  readonly list?: boolean;
  readonly choices?: readonly string[];
  /** What a shell completes, where the word in <> (value-kinds.ts) and `choices` do not say it. */
  readonly completes?: ValueKind;
}

export interface ArgumentSpec {
  /** commander's notation: `<id>`, `[from]`, `<file...>`. */
  readonly name: string;
  readonly text: string;
  /** What a shell offers; to refuse others is the verb's. */
  readonly choices?: readonly string[];
  /** As of an option. */
  readonly completes?: ValueKind;
}

export interface Example {
  /** As typed, from `pipeline` on; a test runs each in the demo workspace. */
  readonly command: string;
  readonly text: string;
}

export interface Verb {
  /** `diff`, or `snapshot list` for a verb of a verb. */
  readonly name: string;
  readonly job: Job;
  /** A line, as it stands in `pipeline --help`. */
  readonly summary: string;
  /** Further paragraphs of its own help. */
  readonly description?: string;
  readonly args?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** The formats that it can be shown in; the first is the default. None: it takes no --format. */
  readonly formats?: readonly Format[];
  run(call: Call): Promise<ExitStatus>;
}

/** What a call has written by now. */
export interface Writes {
  /** How many times it has changed the workspace. */
  readonly count: number;
  /** Whether `pipeline undo` takes the last of them back. */
  readonly canUndoLast: boolean;
}

/** One call of a verb: its words, and what it may ask of the outside. */
export interface Call {
  readonly io: Io;
  /** The verb's name: `archive restore`. */
  readonly verb: string;
  /** What the view is shown in: that of stdout first, then those of --output. */
  readonly formats: readonly [Format, ...Format[]];
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** In the workspace's language. */
  readonly say: Speaker;
  /** The folder to start from: -C, else the current one. Absolute. */
  readonly dir: string;
  /** Positional words; a variadic one is spread out. */
  readonly args: readonly string[];
  /** An option's value by its long name without dashes; undefined where it was not given. */
  text(option: string): string | undefined;
  /** A whole number of at least `least`. @throws Failure `usage` */
  count(option: string, least?: number): number | undefined;
  /** Whether it was given; one that says no by its whole name: `no-baseline`. */
  flag(option: string): boolean;
  /** The values of an option that repeats, each whole; those of a list, wherever they were given. */
  list(option: string): readonly string[];
  /** A day, in the forms that `--today` takes. @throws Failure `bad-date` */
  day(option: string): Day | undefined;
  /** A period, against the book's today. @throws Failure `bad-period` */
  period(option: string, book: Pick<Book, 'settings' | 'today'>): Promise<Period | undefined>;
  /** Today for a workspace in that time zone: --today, PIPELINE_TODAY, the clock. */
  today(timeZone: string): Day;
  /** The workspace's root. @throws Failure `no-workspace` */
  root(): string;
  /** The settings. @throws Failure `settings-invalid` with every problem */
  settings(): Promise<Settings>;
  /** The workspace with all that it holds. */
  open(options?: Partial<Pick<OpenOptions, 'today' | 'asOf' | 'without'>>): Promise<Opened>;
  /** The workspace as it stands, or as the newest snapshot of `asOf` or before saw it. @throws Failure `usage` for a day to come */
  book(asOf?: Day): Promise<Book>;
  /** The snapshots, where a verb reads nothing but them. */
  snapshots(): Promise<Snapshots>;
  /**
   * Does the work while no other command writes to the workspace; says what an interrupted one had left. Today is that
   * of before the wait. @throws Failure `locked`
   */
  locked<Result>(work: (today: Day) => Result | Promise<Result>): Promise<Result>;
  /** Writes all of the changes, or none. Whoever calls holds the lock. @throws as commitFiles */
  write(files: readonly FileChange[], options?: CommitOptions): Promise<void>;
  /** Whether it has set about writing: then it must not be done a second time. */
  hasWritten(): boolean;
  /** What it has written, where that is done. */
  writes(): Writes;
  /** Lets go of all that was opened. */
  close(): void;
  /** Prints a view to stdout in the format asked for, and writes it to the files of --output. */
  show(showing: Showing): Promise<void>;
  /** A progress line on stderr for `total` steps; nothing where stderr is no terminal, or with --quiet. */
  progress(label: Sayable, total: number): Progress;
  /** A line for people on stderr; nothing with --quiet. */
  note(text: Sayable): void;
  /** Runs another command line in the same folder and as of the same day; what it shows goes to stderr. */
  runFirst(words: readonly string[]): Promise<ExitStatus>;
}
