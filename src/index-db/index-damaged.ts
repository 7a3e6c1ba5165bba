// What is kept turns out to be damaged after the index was opened: drop the index, and begin again without it.

export class IndexDamaged extends Error {
  /** The workspace's. */
  readonly root: string;

  constructor(root: string, options: ErrorOptions = {}) {
    super('The index was damaged; it is built anew.', options);
    this.root = root;
  }
}
