// One view in all the shapes that a format may ask for, so that table, JSON and CSV can't disagree.

import type { Page, Records } from './page.ts';

export const FORMATS = ['table', 'json', 'csv', 'markdown', 'github', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export interface Showing {
  /** JSON-ready: what `--format json` prints, `schema` first. */
  readonly view: { readonly schema: string };
  page(): Page;
  records?(): Records;
  /** GitHub's annotation commands, one a line. */
  github?(): string;
}
