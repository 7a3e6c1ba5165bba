// Says what a command tells beside its page, failures above all, in the language of the workspace that it is about.

import { join, resolve } from 'node:path';
import { tryTo } from '../base/errno.ts';
import { ENGLISH, type Speaker } from '../base/said.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';
import { findWorkspace, SETTINGS_FILE } from '../workspace/find.ts';
import { readRegularFile } from '../workspace/read-file.ts';

/**
 * The speaker of the workspace that a folder is in: English where there is none. It looks for the one line that names
 * the locale, so that it speaks also where the rest of pipeline.yaml cannot be read.
 */
export async function speakerIn(folder: string): Promise<Speaker> {
  const locale = polishIn(folder);
  if (locale === undefined) return ENGLISH;
  const [{ languageFor }, { wordsOf }] = await Promise.all([
    import('../words/language.ts'),
    import('../render/locale.ts'),
  ]);
  const language = await languageFor(locale);
  const words = wordsOf(language);
  return (sayable) => {
    if (typeof sayable !== 'string') return words.cell(sayable, 0);
    return Object.hasOwn(language.translations ?? {}, sayable)
      ? words.cell({ kind: 'said', message: sayable as keyof typeof language.translations, values: {} }, 0)
      : sayable;
  };
}

/** The locale of the workspace that a folder is in, where it is a Polish one. */
export function polishIn(folder: string): string | undefined {
  return /^locale:[ \t]*["']?(pl\b[\w-]*)/im.exec(settingsText(folder))?.[1];
}

/** Empty where it can't be read: whatever is wrong with it, it is said in English then. */
function settingsText(folder: string): string {
  let text = '';
  tryTo(() => {
    const root = findWorkspace(folder);
    if (root === undefined) return;
    const read = readRegularFile(join(root, SETTINGS_FILE), MOST_BYTES);
    if (read.kind === 'read') text = read.bytes.toString('utf8');
  });
  return text;
}

/** The folder that a command line starts from, as far as it can be told without parsing it. */
export function startFolder(argv: readonly string[], cwd: string): string {
  let folder = '.';
  for (const [at, word] of argv.entries()) {
    if (word === '--') break;
    if (word === '-C' || word === '--dir') folder = argv[at + 1] ?? '.';
    else if (word.startsWith('--dir=')) folder = word.slice('--dir='.length);
    else if (word.startsWith('-C')) folder = word.slice('-C'.length);
  }
  return resolve(cwd, folder);
}
