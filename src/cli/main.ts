// The process's own edge: makes an Io from it and runs. With streams.ts the only place that touches process, clock and
// randomness.

import { ExitStatus, statusAfter } from '../base/exit-status.ts';
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

listen('on');

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdin: inStream(),
  stdout: outStream('stdout'),
  stderr: outStream('stderr'),
  now: () => new Date(),
  random: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)),
  signal: interruption.signal,
  atRisk,
};

run(process.argv.slice(2), io).then(
  // At once: all is written, and what the engine would tidy up before it ends by itself takes as long as a short command.
  (status) => process.exit(interruptedWith ?? status),
  (bug: unknown) => {
    io.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
    process.exit(ExitStatus.bug);
  },
);
