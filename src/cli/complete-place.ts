// Where the cursor stands in a command line: which verb, and what the word that is being typed is of.

import { GLOBAL_OPTIONS, ownOptions } from './options.ts';
import { placeholderOf } from './value-kinds.ts';
import type { ArgumentSpec, OptionSpec, Verb } from './verb.ts';

export interface Place {
  /** The verb so far; undefined before there is one. */
  readonly verb: Verb | undefined;
  /** Whether a verb, or a verb of the verb, may stand here. */
  readonly mayBeVerb: boolean;
  /** Whether the line begins with `help`. */
  readonly isHelp: boolean;
  /** What the word is the value of; undefined where nothing takes one. */
  readonly of: OptionSpec | ArgumentSpec | undefined;
  /** What stands before the value in the same word: `--owner=`, or `anna,` in a list. */
  readonly before: string;
  /** As much of the value as is typed. */
  readonly typed: string;
  /** Whether it must be the value of an option: no flag may stand here. */
  readonly isValue: boolean;
  readonly options: readonly OptionSpec[];
  /** The long names that were given before. */
  readonly given: ReadonlySet<string>;
  /** The folder that -C names. */
  readonly dir: string | undefined;
}

/**
 * @param words those behind `pipeline`, the last one being typed
 * @param verbs all that there are
 */
export function placeIn(words: readonly string[], verbs: readonly Verb[]): Place {
  const walk = new Walk(verbs);
  for (const word of words.slice(0, -1)) walk.pass(word);
  return walk.placeOf(words.at(-1) ?? '');
}

class Walk {
  readonly #verbs: readonly Verb[];
  #verb: Verb | undefined;
  #isHelp = false;
  #isUnknown = false;
  #arguments = 0;
  #pending: OptionSpec | undefined;
  #onlyArguments = false;
  readonly #given = new Set<string>();
  #dir: string | undefined;

  constructor(verbs: readonly Verb[]) {
    this.#verbs = verbs;
  }

  pass(word: string): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined && (takesValue(pending) === 'always' || !word.startsWith('-'))) {
      if (pending.flags.includes('--dir')) this.#dir = word;
      return;
    }
    if (!this.#onlyArguments && word.startsWith('-') && word !== '-') this.#passFlag(word);
    else this.#passArgument(word);
  }

  #passFlag(word: string): void {
    if (word === '--') {
      this.#onlyArguments = true;
      return;
    }
    const [name = '', value] = word.split(/=(.*)/s, 2);
    const option = this.#options().find(({ flags }) => namesOf(flags).includes(name));
    if (option === undefined) return;
    this.#given.add(longName(option));
    if (value === undefined && takesValue(option) !== 'never') this.#pending = option;
    else if (option.flags.includes('--dir')) this.#dir = value;
  }

  #passArgument(word: string): void {
    if (this.#verb === undefined && !this.#isHelp && word === 'help') {
      this.#isHelp = true;
      return;
    }
    const name = this.#verb === undefined ? word : `${this.#verb.name} ${word}`;
    const verb = this.#arguments === 0 ? this.#verbs.find((candidate) => candidate.name === name) : undefined;
    if (verb !== undefined) this.#verb = verb;
    else if (this.#verb === undefined) this.#isUnknown = true;
    else this.#arguments++;
  }

  #options(): readonly OptionSpec[] {
    return [...(this.#verb === undefined ? [] : ownOptions(this.#verb)), ...GLOBAL_OPTIONS];
  }

  placeOf(word: string): Place {
    const options = this.#isHelp || this.#isUnknown ? [] : this.#options();
    const common = {
      verb: this.#verb,
      isHelp: this.#isHelp,
      options,
      given: this.#given,
      dir: this.#dir,
      mayBeVerb: false,
    };
    const [flag = '', inline] = word.split(/=(.*)/s, 2);
    const isInline = inline !== undefined && flag.startsWith('--') && this.#pending === undefined;
    const named = isInline ? options.find(({ flags }) => namesOf(flags).includes(flag)) : undefined;
    if (named !== undefined) {
      return { ...common, ...inList(named, `${flag}=`, inline ?? ''), of: named, isValue: true };
    }
    if (this.#pending !== undefined) {
      const isValue = takesValue(this.#pending) === 'always';
      return { ...common, ...inList(this.#pending, '', word), of: this.#pending, isValue };
    }
    const args = this.#isHelp || this.#isUnknown ? [] : (this.#verb?.args ?? []);
    const last = args.at(-1);
    const of = args[this.#arguments] ?? (last?.name.includes('...') === true ? last : undefined);
    const mayBeVerb = this.#arguments === 0 && !this.#isUnknown;
    return { ...common, of, mayBeVerb, before: '', typed: word, isValue: this.#onlyArguments };
  }
}

function inList({ list }: OptionSpec, before: string, value: string): { before: string; typed: string } {
  const start = list === true ? value.lastIndexOf(',') + 1 : 0;
  return { before: before + value.slice(0, start), typed: value.slice(start) };
}

/** `-C` and `--dir` of `-C, --dir <folder>`. */
export function namesOf(flags: string): readonly string[] {
  return flags.match(/(?<![\w<[])--?[\w-]+/g) ?? [];
}

export function longName({ flags }: OptionSpec): string {
  return namesOf(flags).find((name) => name.startsWith('--')) ?? '';
}

function takesValue({ flags }: OptionSpec): 'always' | 'maybe' | 'never' {
  if (placeholderOf(flags) === '') return 'never';
  return flags.endsWith(']') ? 'maybe' : 'always';
}
