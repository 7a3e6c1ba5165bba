// What every question at a terminal has in common: where it is shown, and how it is broken off.

import { Writable } from 'node:stream';
import { Failure } from '../base/failure.ts';
import type { Io } from './io.ts';
import type { Call } from './verb.ts';

/** Whether a person is there to be asked. */
export function canAsk({ io, quiet }: Pick<Call, 'io' | 'quiet'>): boolean {
  return io.stdin.isTTY && io.stderr.isTTY && !quiet;
}

/** stderr as the stream that prompts write to. */
export function screen(io: Io): Writable {
  const stream = new Writable({
    write(chunk, _, done) {
      io.stderr.write(String(chunk));
      done();
    },
  });
  // A terminal that does not know its size says 0.
  return Object.assign(stream, { columns: io.stderr.columns || 80, rows: 24, isTTY: true });
}

/** Where a person breaks off. */
export function brokenOff(): Failure {
  return new Failure('interrupted', 'Broken off. Nothing was changed.');
}
