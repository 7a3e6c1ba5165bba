// Whether a stream gets colours, and which: one colour a meaning, and never the only sign of it.

import { Chalk, type ChalkInstance } from 'chalk';
import type { Paint } from '../render/paint.ts';
import type { OutStream } from './io.ts';

/**
 * The paints for a stream. Order: --no-color, NO_COLOR, FORCE_COLOR, TERM=dumb, whether it is a terminal.
 * @param off whether --no-color was given
 */
export function colours(
  stream: OutStream,
  env: Readonly<Record<string, string | undefined>>,
  off: boolean,
): Paint {
  const chalk: ChalkInstance = new Chalk({ level: levelOf(stream, env, off) });
  return {
    plain: (text) => text,
    strong: (text) => chalk.bold(text),
    muted: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}

function levelOf(stream: OutStream, env: Readonly<Record<string, string | undefined>>, off: boolean): 0 | 1 {
  if (off || (env.NO_COLOR !== undefined && env.NO_COLOR !== '')) return 0;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false' ? 0 : 1;
  if (env.TERM === 'dumb') return 0;
  return stream.isTTY ? 1 : 0;
}
