// What is kept turns out not to be as it was, after the index was opened: begin again without it.

/** What is said of it where it was damaged. */
export const INDEX_DAMAGED = 'The index was damaged; it is built anew.';

export class IndexUnsure extends Error {
  /** The workspace's. */
  readonly root: string;
  /** `changed`: another command has kept something else meanwhile, which is nothing to tell anybody. */
  readonly what: 'damaged' | 'changed';

  constructor(root: string, what: 'damaged' | 'changed', options: ErrorOptions = {}) {
    super(INDEX_DAMAGED, options);
    this.root = root;
    this.what = what;
  }
}
