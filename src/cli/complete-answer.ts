// What completion answers to a shell.

/** A word that can be typed, and what it stands for where that is known. */
export interface Candidate {
  readonly value: string;
  readonly says?: string;
}

/** How the shell is to go on: with the words, with them and no space behind, or with its own files or folders. */
export type Manner = 'words' | 'nospace' | 'files' | 'folders';

export interface Answer {
  readonly manner: Manner;
  /** Whole words, as they are to stand in the line before the shell quotes them. */
  readonly words: readonly Candidate[];
}
