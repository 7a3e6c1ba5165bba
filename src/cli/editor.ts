// The person's editor: as VISUAL or EDITOR names it, with its own arguments, and no shell between that could take a
// part of a path for a command.

import { spawn } from 'node:child_process';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Io } from './io.ts';

/**
 * The words of the editor's command.
 * @throws Failure `usage` where none is named, or a quote is not closed
 */
export function editorOf(env: Io['env']): readonly string[] {
  const named = [env.VISUAL, env.EDITOR].find((value) => value !== undefined && value.trim() !== '');
  if (named === undefined) {
    throw new Failure('usage', 'Neither VISUAL nor EDITOR says which editor to open.', {
      hint: 'Say it once, in the shell: export EDITOR=nano',
    });
  }
  const words = wordsOf(named);
  if (words !== undefined && words.length > 0) return words;
  throw new Failure('usage', said('VISUAL or EDITOR is no command: {named}', { named }), {
    hint: 'A path with spaces needs quotes, which are to be closed.',
  });
}

/** As a shell splits them: quotes and backslashes, and nothing else. Undefined where a quote is not closed. */
function wordsOf(text: string): string[] | undefined {
  const words: string[] = [];
  const part = /\s+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/sy;
  let word: string | undefined;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) return undefined;
    const [whole, single, double, escaped, plain] = found;
    const piece = single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain;
    if (piece !== undefined) word = (word ?? '') + piece;
    else if (whole !== '' && word !== undefined) word = void words.push(word);
  }
  if (word !== undefined) words.push(word);
  return words;
}

/**
 * Opens a file in the editor, and waits until the person has closed it.
 * @throws Failure `usage` where it can't be started, `io` where it ends with another status than 0, `interrupted`
 */
export async function edit(path: string, words: readonly string[], io: Io): Promise<void> {
  const [program = '', ...args] = words;
  const ended = await started(program, [...args, path], io);
  if (io.signal.aborted || ended === 'SIGINT')
    throw new Failure('interrupted', 'Broken off. Nothing was changed.');
  if (ended === 0) return;
  const how = typeof ended === 'number' ? `with status ${ended}` : `by ${ended}`;
  throw new Failure('io', said('The editor was ended {how}: {program}', { how, program }), {
    hint: 'Nothing was changed.',
  });
}

/** stdout is for the result: where that goes to no terminal, the editor gets stderr. */
function started(program: string, args: readonly string[], io: Io): Promise<number | string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: io.cwd,
      env: { ...io.env },
      stdio: ['inherit', io.stdout.isTTY ? 'inherit' : 2, 'inherit'],
    });
    // Ctrl-C reaches the editor by itself, and is its own affair; a request to stop reaches only us.
    const stop = () => io.signal.reason === 'SIGTERM' && child.kill('SIGTERM');
    io.signal.addEventListener('abort', stop, { once: true });
    const end = () => io.signal.removeEventListener('abort', stop);
    child.once('error', (error) => {
      end();
      fail(notStarted(program, error));
    });
    child.once('close', (status, signal) => {
      end();
      done(status ?? signal ?? 'a signal');
    });
  });
}

function notStarted(program: string, error: Error): Error {
  if (!isErrno(error)) return error;
  return new Failure(
    'usage',
    said("The editor can't be started: {program}: {reason}.", { program, reason: reasonOf(error) }),
    {
      hint: 'VISUAL and EDITOR say which one: export EDITOR=nano',
      cause: error,
    },
  );
}
