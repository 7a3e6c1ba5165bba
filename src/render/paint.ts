// How each tone looks: given to a renderer by whoever knows the stream.

import type { Tone } from '../page/page.ts';

export type Paint = Readonly<Record<Tone, (text: string) => string>>;

/** No colour at all: files, pipes, Markdown. */
export const UNPAINTED: Paint = {
  plain: (text) => text,
  strong: (text) => text,
  muted: (text) => text,
  good: (text) => text,
  warn: (text) => text,
  bad: (text) => text,
};
