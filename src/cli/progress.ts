// Progress of long work: one line on stderr that redraws itself, only on a terminal and only after a moment.

import { type Sayable, type Speaker, said } from '../base/said.ts';
import type { Progress } from '../index-db/read-through.ts';
import type { OutStream } from './io.ts';

const SILENT: Progress = { at: () => undefined, end: () => undefined };
/** Work that is over before shows nothing. */
const QUIET_MS = 300;
const REDRAW_MS = 80;
const BAR = 24;

/**
 * A progress line for `total` steps of work called `label`.
 * @param now milliseconds of any clock that goes forward
 */
export function progressOn(
  stream: OutStream,
  say: Speaker,
  label: Sayable,
  total: number,
  now: () => number,
): Progress {
  if (!stream.isTTY || total === 0) return SILENT;
  const started = now();
  let drawn = started;
  let shown = false;
  return {
    at(done) {
      const time = now();
      if (time - started < QUIET_MS || time - drawn < REDRAW_MS) return;
      drawn = time;
      shown = true;
      const filled = Math.round((BAR * Math.min(done, total)) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
      stream.write(`\r\u001b[2K${say(label)}  ${bar}  ${say(said('{done} of {total}', { done, total }))}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
