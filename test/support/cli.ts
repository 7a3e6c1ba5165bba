// Runs the real command in-process, on a real folder, with clock, environment and streams given.

import { run } from '../../src/cli/run.ts';

export interface CliOptions {
  readonly cwd: string;
  /** PIPELINE_TODAY; 2026-11-23 where left out. */
  readonly today?: string;
  /** Whether stdout and stderr are a terminal, of `columns` (80) columns. */
  readonly tty?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** The clock; noon UTC of `today` where left out. */
  readonly now?: Date;
  /** Of a person who presses Ctrl-C. */
  readonly signal?: AbortSignal;
}

export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as bytes, for spreadsheets. */
  readonly bytes: Buffer;
}

type Cli = (words: string | readonly string[], options: CliOptions) => Promise<CliResult>;

/** `cli('diff --bridge', { cwd })` or with the words as a list. */
export const cli = cliOf(run);

/** The same with another build of the program. */
export function cliOf(runIt: typeof run): Cli {
  return async (words, options) => {
    const argv = typeof words === 'string' ? words.split(' ').filter((word) => word !== '') : [...words];
    const today = options.today ?? '2026-11-23';
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const stream = (chunks: Buffer[]) => ({
      write: (output: string | Uint8Array) => void chunks.push(Buffer.from(output)),
      isTTY: options.tty === true,
      columns: options.tty === true ? (options.columns ?? 80) : undefined,
    });
    let draws = 0;
    const status = await runIt(argv, {
      cwd: options.cwd,
      env: { PIPELINE_TODAY: today, NO_COLOR: '1', ...options.env },
      stdin: { isTTY: false, readAll: async () => options.stdin ?? '' },
      stdout: stream(out),
      stderr: stream(err),
      now: () => options.now ?? new Date(`${today}T12:00:00Z`),
      random: (count) => Uint8Array.from({ length: count }, () => (draws++ * 37 + 11) % 256),
      signal: options.signal ?? new AbortController().signal,
      atRisk: (work) => work(),
    });
    const bytes = Buffer.concat(out);
    return { status, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8'), bytes };
  };
}
