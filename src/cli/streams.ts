// The process's streams as the program needs them. Output goes straight to the file descriptor, and process.stdout
// and process.stdin are made only where a terminal is asked about: to look at them costs start-up.

import { fstatSync, writeSync } from 'node:fs';
import { isErrno } from '../base/errno.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { once } from '../base/once.ts';
import type { InStream, OutStream } from './io.ts';
import { OutputLost } from './output-lost.ts';

const FDS = { stdin: 0, stdout: 1, stderr: 2 } as const;
const PAUSE_MS = 2;

/**
 * A closed pipe (`| head`) is no error: the reader has had enough. It ends the output, and changes no exit status. What
 * else goes wrong is an OutputLost of stdout, and of stderr, where nobody can be told of it, the end of the process.
 */
export function outStream(name: 'stdout' | 'stderr'): OutStream {
  const isTTY = once(() => isTerminal(name));
  let isClosed = false;
  return {
    write: (output) => {
      if (isClosed) return;
      try {
        writeAll(FDS[name], typeof output === 'string' ? Buffer.from(output) : output);
      } catch (error) {
        if (!isErrno(error, 'EPIPE')) giveUp(name, error);
        isClosed = true;
      }
    },
    get isTTY() {
      return isTTY();
    },
    get columns() {
      return isTTY() ? process[name].columns : undefined;
    },
  };
}

/** Standard input, read when it is asked for. */
export function inStream(): InStream {
  const isTTY = once(() => isTerminal('stdin'));
  return {
    get isTTY() {
      return isTTY();
    },
    async readAll() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

/** /dev/null is a character device too, and no terminal. */
function isTerminal(name: keyof typeof FDS): boolean {
  try {
    return fstatSync(FDS[name]).isCharacterDevice() && process[name].isTTY === true;
  } catch {
    return false;
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      if (!isErrno(error, 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS); // the reader is slower
    }
  }
}

function giveUp(name: 'stdout' | 'stderr', error: unknown): never {
  if (!isErrno(error)) throw error;
  if (name === 'stdout') throw new OutputLost(error);
  process.exit(ExitStatus.io);
}
