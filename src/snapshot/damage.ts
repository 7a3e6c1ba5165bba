// What is wrong within one of a snapshot's files, and where. Whoever knows the file's name makes a Problem of it.

export class Damage extends Error {
  /** From 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
