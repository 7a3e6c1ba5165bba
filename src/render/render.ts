// A view in the format asked for: the one place that knows which renderer prints what.

import { Failure } from '../base/failure.ts';
import type { Page } from '../page/page.ts';
import type { Format, Showing } from '../page/showing.ts';
import { languageFor } from '../words/language.ts';
import type { Language } from '../words/speak.ts';
import type { Paint } from './paint.ts';
import { linesSafeForTerminal } from './safe.ts';

export interface Surface {
  readonly paint: Paint;
  /** Columns; infinite where nothing is to be cut. */
  readonly width: number;
  /** Whether a person's terminal gets the output, not a file or a program. */
  readonly isTerminal: boolean;
  /** Whether it shows no letters but ASCII. Formats other than the table are UTF-8 always. */
  readonly isAscii?: boolean;
  /** BCP 47, of the workspace. */
  readonly locale: string;
  /** The workspace's folder within the repository with a slash behind it, '' where it is its root. */
  readonly folder: string;
  /** Of the program. */
  readonly version: string;
}

/** The output for stdout, ending in a line end; bytes for a spreadsheet. */
export async function renderShowing(
  format: Format,
  showing: Showing,
  surface: Surface,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'table':
      return inTerminal(showing.page(), surface);
    case 'markdown':
      return inMarkdown(showing, await languageFor(showing.locale ?? surface.locale));
    case 'html':
      if (showing.html !== undefined) return showing.html();
      return (await import('./html.ts')).renderHtml(
        (showing.document ?? showing.page)(),
        await languageFor(surface.locale),
      );
    case 'json':
      return (await import('./json.ts')).renderJson(showing.view);
    case 'csv': {
      const text = (await import('./csv.ts')).renderCsv(records(showing));
      return surface.isTerminal ? linesSafeForTerminal(text) : text;
    }
    case 'xlsx':
      return (await import('./xlsx.ts')).renderXlsx(records(showing));
    case 'github':
      return (await import('./github.ts')).renderGithub(annotations(showing), surface.folder);
    case 'sarif':
      return (await import('./sarif.ts')).renderSarif(annotations(showing), surface);
    case 'junit':
      return (await import('./junit.ts')).renderJunit(annotations(showing), surface.folder);
  }
}

async function inMarkdown({ page, document }: Showing, language: Language): Promise<string> {
  const { renderDocument, renderMarkdown } = await import('./markdown.ts');
  return document === undefined ? renderMarkdown(page(), language) : renderDocument(document(), language);
}

async function inTerminal(page: Page, surface: Surface): Promise<string> {
  const { renderTerminal } = await import('./terminal.ts');
  const { loadWidths, WidthUnknown } = await import('./width.ts');
  const inLanguage = { ...surface, language: await languageFor(surface.locale) };
  try {
    return renderTerminal(page, inLanguage);
  } catch (error) {
    if (!(error instanceof WidthUnknown)) throw error;
    await loadWidths();
    return renderTerminal(page, inLanguage);
  }
}

function records(showing: Showing) {
  if (showing.records === undefined) throw new Failure('usage', 'This view has no rows for a spreadsheet.');
  return showing.records();
}

function annotations(showing: Showing) {
  if (showing.annotations === undefined)
    throw new Failure('usage', 'This view has no findings for a CI service.');
  return showing.annotations();
}
