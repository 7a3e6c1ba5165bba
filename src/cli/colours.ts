// How a stream shows things. Colours: one a meaning, and never the only sign of it. Letters: Unicode, or ASCII alone.

import { type Paint, UNPAINTED } from '../render/paint.ts';
import type { OutStream } from './io.ts';

/**
 * The paints for a stream. Order: --no-color, NO_COLOR, FORCE_COLOR, TERM=dumb, whether it is a terminal.
 * @param off whether --no-color was given
 */
export async function colours(
  stream: OutStream,
  env: Readonly<Record<string, string | undefined>>,
  off: boolean,
): Promise<Paint> {
  const level = levelOf(stream, env, off);
  if (level === 0) return UNPAINTED;
  const { Chalk } = await import('chalk'); // takes a tenth of a start-up
  const chalk = new Chalk({ level });
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

/**
 * Whether a terminal's letters are ASCII alone: where the locale's encoding is named, and is not UTF-8, by the first of LC_ALL, LC_CTYPE and
 * LANG that says something (POSIX.1-2017, 8.2). Where none does, as in many containers, UTF-8 is taken for granted.
 */
export function isAsciiLocale(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== '');
  return locale !== undefined && !/utf-?8/i.test(locale);
}
