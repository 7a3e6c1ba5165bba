// What the words after pipeline report ask for, and the file that it goes to.

import { resolve } from 'node:path';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { Showing } from '../page/showing.ts';
import { anewHtml, anewLine } from '../render/anew-line.ts';
import { UNPAINTED } from '../render/paint.ts';
import { renderShowing } from '../render/render.ts';
import { safeForTerminal } from '../render/safe.ts';
import { SECTION_IDS, type SectionId } from '../report-file/views.ts';
import { writeWholeFile } from '../workspace/whole-file.ts';
import { assertOwnFile, type Writer } from './own-file.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

/** A report of Markdown begins with it in a file alone: what goes to stdout is pasted elsewhere. */
const MARKDOWN_BEGINNING = anewLine('pipeline report');
const WRITER: Writer = {
  command: 'pipeline report',
  option: '--out',
  beginnings: [anewHtml('pipeline report'), MARKDOWN_BEGINNING, '{\n  "schema": "pipeline/report/'],
};

/** In the order of a report; all for no words. @throws Failure `usage` */
export function chosenSections(words: readonly string[]): readonly SectionId[] {
  const known: readonly string[] = SECTION_IDS;
  const wrong = words.find((word) => !known.includes(word));
  if (wrong !== undefined) {
    throw new Failure('usage', said('There is no section "{wrong}".', { wrong }), {
      hint: didYouMean(
        wrong,
        SECTION_IDS,
        said('Sections: {section_ids}.', { section_ids: SECTION_IDS.join(', ') }),
      ),
    });
  }
  return words.length === 0 ? SECTION_IDS : SECTION_IDS.filter((id) => words.includes(id));
}

/** @throws Failure `usage` for what is no locale */
export function localeAsked(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const locale = typed.replaceAll('_', '-');
  if (isLocale(locale)) return locale;
  throw new Failure('usage', said('There is no locale "{typed}".', { typed }), {
    hint: 'A language, with a country where wanted: pl, en-GB, de-AT.',
  });
}

function isLocale(text: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([text]).length > 0;
  } catch {
    return false; // not even the form of one
  }
}

/** The file; undefined for stdout. @throws Failure `usage`, `already-exists`, `io` before anything is made */
export function placeAsked(call: Call): string | undefined {
  const typed = call.text('out');
  const [format, ...outputs] = call.formats;
  if (typed === '-' || (typed === undefined && (format !== 'html' || outputs.length > 0))) return undefined;
  if (outputs.length > 0) {
    throw new Failure('usage', '--out and --output both say where to write.', {
      hint: 'Leave out one of them.',
    });
  }
  const file = typed ?? 'report.html';
  if (file.endsWith('/')) {
    throw new Failure('usage', said('{file} is a folder, not a file.', { file }), { hint: 'Name a file.' });
  }
  assertOwnFile(resolve(call.io.cwd, file), file, call.io.cwd, WRITER);
  return file;
}

/** Writes it, and says so. @throws Failure `io` */
export async function writeReport(call: Call, showing: Showing, file: string): Promise<void> {
  const [format] = call.formats;
  const surface = {
    ...{ paint: UNPAINTED, width: Number.POSITIVE_INFINITY, isTerminal: false },
    ...{ locale: showing.locale ?? 'en', version: VERSION, folder: '' },
  };
  const rendered = await renderShowing(format, showing, surface);
  const content = format === 'markdown' ? `${MARKDOWN_BEGINNING}${rendered}` : rendered;
  writeWholeFile(resolve(call.io.cwd, file), file, content);
  const bytes = Buffer.byteLength(content);
  const wrote = said('Wrote {file}: {size} kB.', { file, size: String(Math.ceil(bytes / 1000)) });
  if (!call.quiet) call.io.stdout.write(`${safeForTerminal(call.say(wrote))}\n`);
}
