// The edge of the program as a value: clock, environment, streams, current folder, randomness.
// Only main.ts makes one from the process; tests make their own.

export interface OutStream {
  /** Text, or bytes of a spreadsheet. */
  write(output: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** The terminal's width; undefined where it is none. */
  readonly columns: number | undefined;
}

export interface InStream {
  readonly isTTY: boolean;
  /** Everything up to the end, as text. */
  readAll(): Promise<string>;
}

export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: InStream;
  readonly stdout: OutStream;
  readonly stderr: OutStream;
  now(): Date;
  /** `count` random bytes. */
  random(count: number): Uint8Array;
  /** Aborted when a person interrupts; the reason is the signal's name. */
  readonly signal: AbortSignal;
  /** Does work that holds up everything else and writes nothing: an interruption ends the process at once meanwhile. */
  atRisk<Result>(work: () => Result): Result;
}
