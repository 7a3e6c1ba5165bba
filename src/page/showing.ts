// One view in all the shapes that a format may ask for, so that table, JSON and CSV can't disagree.

import type { Annotations } from './annotation.ts';
import type { Page, Records } from './page.ts';

export const FORMATS = [
  'table',
  'json',
  'csv',
  'markdown',
  'html',
  'github',
  'sarif',
  'junit',
  'xlsx',
] as const;
export type Format = (typeof FORMATS)[number];

export interface Showing {
  /** JSON-ready: what `--format json` prints, `schema` first. */
  readonly view: { readonly schema: string };
  page(): Page;
  /** The text that Markdown and HTML show, where it stands alone as a document: a screen says less. */
  document?(): Page;
  /** The HTML, where it is more than the blocks of a page. */
  html?(): string;
  /** BCP 47, where it is not to be the workspace's. */
  readonly locale?: string;
  records?(): Records;
  /** What CI services read: github, sarif and junit. */
  annotations?(): Annotations;
  /** The whole list for people, in the job summary that a service shows beside `github`; the findings stand last. */
  jobSummary?(): Page;
}
