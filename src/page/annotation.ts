// An annotation: what a CI service shows beside a line of a file.

export interface Annotation {
  readonly level: 'error' | 'warning';
  /** undefined: it is about no file. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly title: string;
  /** May have several lines. */
  readonly message: string;
}

export interface Annotations {
  /** The most important first. */
  readonly ranked: readonly Annotation[];
  /** What all of them come to, in lines. */
  readonly title: string;
  readonly summary: readonly string[];
}
