// The process's own edge: makes an Io from it and runs. The only place that touches process, clock and randomness.

import { randomBytes } from 'node:crypto';
import { isatty, type WriteStream } from 'node:tty';
import { ExitStatus } from '../base/exit-status.ts';
import type { InStream, Io, OutStream } from './io.ts';
import { run } from './run.ts';

const interruption = new AbortController();
let interruptedWith: ExitStatus | undefined;

for (const [signal, status] of [
  ['SIGINT', ExitStatus.interrupted],
  ['SIGTERM', ExitStatus.terminated],
] as const) {
  process.on(signal, () => {
    if (interruptedWith !== undefined) process.exit(status); // asked twice
    interruptedWith = status;
    process.exitCode = status;
    interruption.abort(signal);
  });
}

/** process.stdin is made on first use: to look at it costs start-up. */
const stdin: InStream = {
  isTTY: isatty(0),
  async readAll() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  },
};

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdin,
  stdout: outStream(process.stdout),
  stderr: outStream(process.stderr),
  now: () => new Date(),
  random: (count) => randomBytes(count),
  signal: interruption.signal,
};

run(process.argv.slice(2), io).then(
  (status) => {
    process.exitCode = interruptedWith ?? status;
  },
  (bug: unknown) => {
    process.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
    process.exitCode = ExitStatus.bug;
  },
);

/** A closed pipe (`| head`) is no error: the reader has had enough. */
function outStream(stream: NodeJS.WriteStream | WriteStream): OutStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ExitStatus.done);
    process.stderr.write(`error: the output could not be written: ${error.code ?? error.message}.\n`);
    process.exit(ExitStatus.io);
  });
  return {
    write: (output) => void stream.write(output),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns : undefined;
    },
  };
}
