// `pipeline --complete SHELL -- WORDS…`, which the scripts of `pipeline completion` call at every TAB: what may stand
// where the cursor is. It reads the index and writes nothing; whatever goes wrong, nothing is offered.

import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { findWorkspace } from '../workspace/find.ts';
import type { Answer, Candidate } from './complete-answer.ts';
import { longName, type Place, placeIn } from './complete-place.ts';
import { isShell, readWords, type Shell, writeAnswer } from './complete-shell.ts';
import { valuesOf } from './complete-values.ts';
import type { Io } from './io.ts';
import { TOPIC_NAMES, TOPICS } from './topic-names.ts';
import { kindOf } from './value-kinds.ts';
import type { Verb } from './verb.ts';
import { VERBS } from './verbs.ts';

type Outside = Pick<Io, 'cwd' | 'now' | 'env'>;

/** What to print for a shell that asks. @param argv behind --complete: the shell, `--`, and the words */
export async function complete(argv: readonly string[], io: Outside): Promise<string> {
  const [shell = '', , ...raw] = argv;
  if (!isShell(shell)) return '';
  const words = readWords(shell as Shell, raw);
  return writeAnswer(shell, await answerTo(words.plain, io), words);
}

/** What may stand in place of the last word. */
export async function answerTo(words: readonly string[], io: Outside): Promise<Answer> {
  const place = placeIn(words, VERBS);
  const { typed, before } = place;
  if (typed.startsWith('-') && !place.isValue) return answer(flagsAt(place), typed, before);
  const verbs = place.mayBeVerb ? verbsAt(place) : [];
  const spec = place.of;
  if (spec === undefined) return answer(verbs, typed, before);
  if (spec.choices !== undefined)
    return answer([...verbs, ...spec.choices.map((value) => ({ value }))], typed, before);
  const kind = kindOf('flags' in spec ? spec.flags : spec.name, spec.completes) ?? 'nothing';
  if (kind === 'file') return { manner: 'files', words: [] };
  if (kind === 'folder') return { manner: 'folders', words: [] };
  if (kind === 'format-file') {
    if (typed.includes('=')) return { manner: 'files', words: [] };
    const formats = (place.verb?.formats ?? []).map((format) => ({ value: `${format}=` }));
    return { ...answer(formats, typed, before), manner: 'nospace' };
  }
  const desk = { root: findWorkspace(folderOf(place.dir, io)), io, typed };
  const found = answer([...verbs, ...(await valuesOf(kind, desk))], typed, before);
  return kind === 'assignment' && !typed.includes('=') ? { ...found, manner: 'nospace' } : found;
}

function folderOf(dir: string | undefined, { cwd }: Outside): string {
  return resolve(cwd, dir?.replace(/^~(?=\/|$)/, homedir()) ?? '.');
}

/** What begins as typed; of a list nothing that it has already. */
function answer(candidates: readonly Candidate[], typed: string, before: string): Answer {
  const begun = candidates.filter(({ value }) => value.startsWith(typed));
  if (before === '') return { manner: 'words', words: begun };
  const had = before.split(/[,=]/);
  const words = begun
    .filter(({ value }) => !had.includes(value))
    .map((candidate) => ({ ...candidate, value: before + candidate.value }));
  return { manner: 'words', words };
}

/** Those that were not given yet, or may be given again. */
function flagsAt({ options, given, verb }: Place): readonly Candidate[] {
  const flags = options
    .filter((option) => option.repeat === true || option.list === true || !given.has(longName(option)))
    .map((option) => ({ value: longName(option), says: option.text }));
  const own = verb === undefined ? [{ value: '--version', says: 'print the version' }] : [];
  return [...flags, ...own, { value: '--help', says: 'show help' }];
}

function verbsAt({ verb, isHelp }: Place): readonly Candidate[] {
  const below = VERBS.flatMap((candidate) => wordsBelow(candidate, verb));
  if (verb !== undefined || !isHelp) return verb === undefined ? [...below, HELP] : below;
  return [...below, ...TOPIC_NAMES.map((name) => ({ value: name, says: TOPICS[name] }))];
}

const HELP: Candidate = { value: 'help', says: 'what a verb does, or how a day or an amount is written' };

/** The word by which a verb is called behind another one, or at the start. */
function wordsBelow({ name, summary }: Verb, parent: Verb | undefined): readonly Candidate[] {
  const start = parent === undefined ? '' : `${parent.name} `;
  const rest = name.startsWith(start) ? name.slice(start.length) : ' ';
  return rest.includes(' ') || rest === '' ? [] : [{ value: rest, says: summary }];
}
