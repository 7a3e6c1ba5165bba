// Standard output of a command that may have to begin again, without the index: what it has printed by then is not printed twice.

import type { OutStream } from './io.ts';

/** Passes on what is written, but for as much as was printed before it began again: the index changes no answer. */
export class PrintedOnce implements OutStream {
  readonly #stream: OutStream;
  #printed = 0;
  #toSkip = 0;

  constructor(stream: OutStream) {
    this.#stream = stream;
  }

  beginAgain(): void {
    this.#toSkip = this.#printed;
  }

  write(output: string | Uint8Array): void {
    const bytes = typeof output === 'string' ? Buffer.from(output) : output;
    const rest = bytes.subarray(this.#toSkip);
    this.#toSkip -= bytes.length - rest.length;
    if (rest.length === 0) return;
    this.#printed += rest.length;
    this.#stream.write(rest);
  }

  get isTTY(): boolean {
    return this.#stream.isTTY;
  }

  get columns(): number | undefined {
    return this.#stream.columns;
  }
}
