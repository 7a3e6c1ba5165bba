// What goes wrong, as text for stderr and an exit status: Failures as sentences, the rest as a bug.

import { isErrno, reasonOf } from '../base/errno.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import type { Speaker } from '../base/said.ts';
import { problemLines } from '../render/problems.ts';
import { safeForTerminal } from '../render/safe.ts';
import { colours } from './colours.ts';
import type { Io } from './io.ts';

/** The text for stderr, with its line end, and the status to exit with. */
export async function describeError(
  error: unknown,
  context: {
    readonly verbose: boolean;
    readonly noColour: boolean;
    readonly io: Pick<Io, 'stderr' | 'env'>;
    readonly say: Speaker;
  },
): Promise<{ text: string; status: ExitStatus }> {
  const { say } = context;
  const paint = await colours(context.io.stderr, context.io.env, context.noColour);
  if (error instanceof Failure) {
    const lines = [`${paint.bad('error')}: ${safeForTerminal(say(error.said.message))}`];
    for (const problem of error.problems) lines.push(...problemLines(problem, paint, say));
    if (error.said.hint !== undefined) lines.push(`  → ${safeForTerminal(say(error.said.hint))}`);
    for (const line of error.paste) lines.push(safeForTerminal(typeof line === 'string' ? line : say(line)));
    if (context.verbose && error.cause instanceof Error) lines.push(String(error.cause.stack));
    return { text: `${lines.join('\n')}\n`, status: error.exitStatus };
  }
  if (isErrno(error)) {
    const place = error.path === undefined ? '' : ` ${safeForTerminal(error.path)}`;
    const trace = context.verbose ? `${error.stack}\n` : '';
    return {
      text: `${paint.bad('error')}: ${error.syscall}${place}: ${reasonOf(error)}.\n${trace}`,
      status: ExitStatus.io,
    };
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  const trace = context.verbose ? `${bug.stack}\n` : '  → run it again with --verbose for the trace\n';
  return {
    text: `${paint.bad('bug')}: ${safeForTerminal(bug.message)}. This is a bug in pipeline, not in your files.\n${trace}`,
    status: ExitStatus.bug,
  };
}
