// What is wrong within one of a snapshot's files, and where. Whoever knows the file's name makes a Problem of it.

/** A message quotes what it found, which may be a whole file. */
const LONGEST = 300;

export class Damage extends Error {
  /** From 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);
    this.line = line;
  }
}
