// Where questions at a terminal are shown.

import { Writable } from 'node:stream';
import type { Io } from './io.ts';

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
