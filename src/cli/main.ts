// The process's own edge: makes an Io from it and runs. With streams.ts the only place that touches process, clock and
// randomness.

import { isErrno, reasonOf } from '../base/errno.ts';
import { ExitStatus, statusAfter } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { ENGLISH, said } from '../base/said.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';
import { inStream, outStream } from './streams.ts';

const interruption = new AbortController();
let interruptedWith: ExitStatus | undefined;

function interrupted(signal: NodeJS.Signals): void {
  const status = statusAfter(signal);
  if (interruptedWith !== undefined) process.exit(status); // asked twice
  interruptedWith = status;
  process.exitCode = status;
  interruption.abort(signal);
}

function listen(how: 'on' | 'off'): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process[how](signal, interrupted);
}

/** While nobody listens a signal does what it does to any program, and needs no turn of the event loop for that. */
function atRisk<Result>(work: () => Result): Result {
  listen('off');
  try {
    return work();
  } finally {
    listen('on');
  }
}

/** @throws Failure `io` where it is not there any more */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new Failure(
      'io',
      said("The folder that you are in can't be told: {reason}.", { reason: reasonOf(error) }),
      {
        hint: 'It was deleted or moved: go to one that is there, and run the command again.',
        cause: error,
      },
    );
  }
}

listen('on');

const io: Omit<Io, 'cwd'> = {
  env: process.env,
  stdin: inStream(),
  stdout: outStream('stdout'),
  stderr: outStream('stderr'),
  now: () => new Date(),
  random: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)),
  signal: interruption.signal,
  atRisk,
};

/** Runs the command line. Without a current folder no path means anything, and no workspace tells a language. */
async function main(argv: readonly string[]): Promise<ExitStatus> {
  try {
    return await run(argv, { ...io, cwd: currentFolder() });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { describeError } = await import('./errors.ts');
    const asked = { verbose: argv.includes('--verbose'), noColour: argv.includes('--no-color') };
    const { text, status } = await describeError(error, { ...asked, io, say: ENGLISH });
    io.stderr.write(text);
    return status;
  }
}

main(process.argv.slice(2)).then(
  // At once: all is written, and what the engine would tidy up before it ends by itself takes as long as a short command.
  (status) => process.exit(interruptedWith ?? status),
  (bug: unknown) => {
    io.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
    process.exit(ExitStatus.bug);
  },
);
