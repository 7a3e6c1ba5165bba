// --output FORMAT=FILE: a view written to files beside what is printed.

import { lstatSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { Format, Showing } from '../page/showing.ts';
import { UNPAINTED } from '../render/paint.ts';
import { renderShowing, type Surface } from '../render/render.ts';
import { writeWholeFile } from '../workspace/whole-file.ts';
import { assertFileToWrite } from './file-to-write.ts';
import type { Io } from './io.ts';
import type { ParsedCall } from './parse.ts';

export interface Output {
  readonly format: Format;
  /** As it was typed. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
}

/**
 * The files that --output asks for, before anything is done.
 * @throws Failure `usage` for what is no format of the verb or no place for a file, `io` where there is no folder
 */
export function outputsOf({ verb, args, options }: ParsedCall, io: Pick<Io, 'cwd'>): readonly Output[] {
  const asked: readonly string[] = Array.isArray(options.output) ? options.output : [];
  const given = asked.filter((text) => text !== ''); // that is refused for every option alike
  const outputs = given.map((text) => outputOf(text, verb.formats ?? [], io.cwd));
  const words = [...args, options.map, options.plan, options.apply];
  const read = new Set(words.flatMap((word) => (typeof word === 'string' ? resolve(io.cwd, word) : [])));
  const paths = new Set<string>();
  for (const { file, path } of outputs) {
    if (paths.has(path))
      throw new Failure('usage', said('--output: {file} is named twice.', { file }), {
        hint: 'One format a file.',
      });
    paths.add(path);
    if (read.has(path)) {
      throw new Failure('usage', said("{file} is read: the output can't take its place.", { file }), {
        hint: 'Name another file.',
      });
    }
    assertFileToWrite(path, file, io.cwd);
  }
  return outputs;
}

function outputOf(text: string, formats: readonly Format[], cwd: string): Output {
  const [, word = '', file = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const format = formats.find((known) => known === word);
  if (word === '' || file === '') {
    const [first = 'json'] = formats.filter((known) => known !== 'table');
    const named = text.includes('=') ? `out.${format ?? first}` : text;
    throw new Failure('usage', said('--output takes FORMAT=FILE, not "{text}".', { text }), {
      hint: said('For example --output {format}={named}', { format: format ?? first, named }),
    });
  }
  if (format === undefined) {
    throw new Failure('usage', said('--output: there is no format "{word}" here.', { word }), {
      hint: didYouMean(word, formats, said('Formats: {formats}.', { formats: formats.join(', ') })),
    });
  }
  if (file === '-') {
    throw new Failure('usage', '--output writes files; "-" is none.', {
      hint: said('What goes to stdout is said by --format {format}.', { format }),
    });
  }
  if (file.endsWith('/'))
    throw new Failure('usage', said('{file} is a folder, not a file.', { file }), { hint: 'Name a file.' });
  return { format, file, path: resolve(cwd, file) };
}

/** Takes away the files of earlier runs that this one has not written: who sends them on must not send yesterday's. */
export function removeUnwritten(outputs: readonly Output[], written: ReadonlySet<string>): void {
  for (const { path } of outputs) {
    if (written.has(path)) continue;
    tryTo(() => {
      if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) rmSync(path);
    });
  }
}

export interface RenderedOutput extends Output {
  readonly content: string | Uint8Array;
}

/** The content of each file: as for a pipe, without colours, and cut nowhere. */
export async function renderOutputs(
  outputs: readonly Output[],
  showing: Showing,
  surface: Surface,
): Promise<readonly RenderedOutput[]> {
  const whole = {
    ...surface,
    ...{ paint: UNPAINTED, width: Number.POSITIVE_INFINITY, isTerminal: false, isAscii: false },
  };
  const rendered: RenderedOutput[] = [];
  for (const output of outputs) {
    rendered.push({ ...output, content: await renderShowing(output.format, showing, whole) });
  }
  return rendered;
}

/** Each whole, or not at all. @param written gets the paths of those that are there now. @throws Failure `io` */
export function writeOutputs(rendered: readonly RenderedOutput[], written: Set<string>): void {
  for (const { path, file, content } of rendered) {
    writeWholeFile(path, file, content);
    written.add(path);
  }
}
