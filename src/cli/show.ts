// The way out of a view: to stdout, and to the files of --output.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Showing } from '../page/showing.ts';
import type { Surface } from '../render/render.ts';
import { languageFor } from '../words/language.ts';
import { colours, isAsciiLocale } from './colours.ts';
import type { Io } from './io.ts';
import type { Output } from './outputs.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

export interface ShowAsked {
  /** What --output asks for. */
  readonly outputs: readonly Output[];
  /** Gets the paths of those written. */
  readonly writtenOutputs: Set<string>;
  readonly locale: string;
  readonly withoutColour: boolean;
}

/** As Call.show. */
export async function show(
  showing: Showing,
  call: Pick<Call, 'io' | 'verb' | 'formats' | 'root' | 'note'>,
  { outputs, writtenOutputs, locale, withoutColour }: ShowAsked,
): Promise<void> {
  const { io, verb: name, note } = call;
  const [format = 'table'] = call.formats;
  if (format === 'xlsx' && io.stdout.isTTY) {
    throw new Failure('usage', 'A spreadsheet is no text for a terminal.', {
      hint: said('Send it to a file: pipeline {name} --format xlsx > {name}.xlsx', { name }),
    });
  }
  const { renderShowing } = await import('../render/render.ts');
  const surface: Surface = {
    paint: await colours(io.stdout, io.env, withoutColour),
    width: widthOf(io),
    isTerminal: io.stdout.isTTY,
    isAscii: isAsciiLocale(io.env),
    locale,
    version: VERSION,
    folder: await folderFor(call, showing),
  };
  const output = await renderShowing(format, showing, surface);
  const files = outputs.length === 0 ? undefined : await import('./outputs.ts');
  const rendered = await files?.renderOutputs(outputs, showing, surface);
  // stdout last: a reader that is gone, or a full disk, costs nobody the files.
  try {
    if (format === 'github' && showing.jobSummary !== undefined) {
      const { addToJobSummary } = await import('./job-summary.ts');
      addToJobSummary(showing.jobSummary(), await languageFor(surface.locale), io.env, note);
    }
    if (rendered !== undefined) files?.writeOutputs(rendered, writtenOutputs);
  } finally {
    io.stdout.write(output);
  }
}

/** Only what CI services read has paths from the repository's root, and only for that is it looked for. */
async function folderFor({ root, io }: Pick<Call, 'root' | 'io'>, { annotations }: Showing): Promise<string> {
  if (annotations === undefined) return '';
  const { folderInRepository } = await import('./repository-folder.ts');
  return folderInRepository(root(), io.env);
}

/** A terminal's width; COLUMNS where a test or a script says so; else unbounded, so that nothing is cut. */
function widthOf(io: Io): number {
  if (!io.stdout.isTTY) return Number.POSITIVE_INFINITY;
  return Math.max(40, io.stdout.columns ?? 80);
}
