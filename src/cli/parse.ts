// Words → a verb with its options, by commander; the same definitions give the help.

import { Command, CommanderError, Option } from 'commander';
import { capital } from '../base/capital.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, inTurn, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { Format } from '../page/showing.ts';
import type { Io } from './io.ts';
import { GLOBAL_OPTIONS, ownOptions } from './options.ts';
import { TOPIC_NAMES, TOPICS } from './topic-names.ts';
import { JOBS, type OptionSpec, type Verb } from './verb.ts';
import { UNLISTED, VERBS } from './verbs.ts';

/** What commander read for one option; absent where it was not given. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface ParsedCall {
  readonly kind: 'call';
  readonly verb: Verb;
  readonly args: readonly string[];
  readonly options: OptionValues;
  /** The command line, to be typed again. */
  readonly line: string;
}

export type Parsed =
  | ParsedCall
  | { readonly kind: 'help'; readonly text: string }
  /** `help WORD`, of a word that no verb begins with. */
  | { readonly kind: 'topic'; readonly name: string };

export const DEFAULT_WIDTH = 80;

/** The words that verbs begin with. */
export const VERB_WORDS: ReadonlySet<string> = new Set(VERBS.map(({ name }) => name.split(' ')[0] ?? name));

/**
 * Parses a command line.
 * @throws Failure `usage` with what was not understood and "did you mean"
 */
export function parse(given: readonly string[], io: Io): Parsed {
  const topic = topicIn(given);
  if (topic !== undefined) return { kind: 'topic', name: topic };
  const argv = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
  let found: Omit<ParsedCall, 'line'> | undefined;
  const output: string[] = [];
  const program = buildProgram(
    io,
    output,
    (call) => {
      found = call;
    },
    isForAll(argv) ? FIRST_WORDS : verbsFor(argv),
  );
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.help' || error.code === 'commander.helpDisplayed') {
      return { kind: 'help', text: output.join('') };
    }
    throw usageFailure(error, argv);
  }
  if (found === undefined) return { kind: 'help', text: program.helpInformation() };
  return { ...found, line: ['pipeline', ...given.map(shellWord)].join(' ') };
}

function topicIn([help, word]: readonly string[]): string | undefined {
  if (help !== 'help' || word === undefined || word.startsWith('-')) return undefined;
  return VERB_WORDS.has(word) ? undefined : word;
}

/** The commander program of some verbs; `onCall` gets the one that a command line names. */
export function buildProgram(
  io: Pick<Io, 'stdout'>,
  output: string[],
  onCall: (call: Omit<ParsedCall, 'line'>) => void,
  verbs: readonly Verb[] = VERBS,
): Command {
  const program = configure(new Command('pipeline'), io, output)
    .description('B2B sales pipelines as text under git: snapshots, movements, freshness, reviews.')
    .usage('<verb> [options]')
    .enablePositionalOptions() // `snapshot list --format csv`: an option belongs to the verb that it stands behind
    .addHelpText('after', topicLines());
  program.addOption(new Option('-V, --version', 'print the version'));
  addOptions(program, GLOBAL_OPTIONS);
  for (const verb of inHelpOrder(verbs)) {
    const words = verb.name.split(' ');
    const parent = words.length === 1 ? program : childOf(program, words[0] ?? '');
    const command = configure(parent.command(words.at(-1) ?? ''), io, output);
    describe(command, verb, io.stdout.columns ?? DEFAULT_WIDTH);
    command.action((...received: unknown[]) => {
      const args = received.slice(0, -2).flatMap((arg) => (arg === undefined ? [] : arg)) as string[];
      onCall({ kind: 'call', verb, args, options: optionsOf(command) });
    });
  }
  return program;
}

function topicLines(): string {
  const longest = Math.max(...TOPIC_NAMES.map((name) => name.length));
  const lines = TOPIC_NAMES.map((name) => `  ${name.padEnd(longest)}  ${TOPICS[name]}`);
  return `\nHelp topics:\n${lines.join('\n')}\n\npipeline help VERB tells more, with examples; so does pipeline help TOPIC.`;
}

function describe(command: Command, verb: Verb, width: number): void {
  command
    .summary(verb.summary)
    .description(`${verb.summary}${verb.description ? `\n\n${verb.description}` : ''}`);
  command.helpGroup(`${verb.job}:`);
  for (const arg of verb.args ?? []) command.argument(arg.name, arg.text);
  addOptions(command, ownOptions(verb));
  command.optionsGroup('Options of every verb:');
  addOptions(command, GLOBAL_OPTIONS);
  command.addHelpText('after', `\nExamples:\n${exampleLines(verb.examples, width)}`);
}

/** Command and text side by side where all of them fit, else one below the other. */
function exampleLines(examples: Verb['examples'], width: number): string {
  const longest = Math.max(...examples.map(({ command }) => command.length));
  const beside = examples.map(({ command, text }) => `  ${command.padEnd(longest)}  ${text}`);
  if (beside.every((line) => line.length <= width)) return beside.join('\n');
  return examples.map(({ command, text }) => `  ${text}:\n    ${command}`).join('\n');
}

function configure(command: Command, io: Pick<Io, 'stdout'>, output: string[]): Command {
  const width = io.stdout.columns ?? DEFAULT_WIDTH;
  return command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.push(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
    })
    .configureHelp({ subcommandTerm: (sub) => sub.name() })
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .allowExcessArguments(false);
}

function addOptions(command: Command, specs: readonly OptionSpec[]): void {
  for (const spec of specs) {
    const option = new Option(spec.flags, spec.text);
    if (spec.choices !== undefined) {
      option.choices([...spec.choices]);
      const oneOfThem = option.parseArg;
      option.argParser(
        (value: string, before: string | undefined) => (value === '' ? value : oneOfThem?.(value, before)), // an empty value is refused for every option alike
      );
    }
    if (spec.repeat === true) {
      option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    }
    if (spec.list === true) {
      option.argParser((value: string, before: string[] | undefined) => [
        ...(before ?? []),
        ...wordsOf(value),
      ]);
    }
    command.addOption(option);
  }
}

/** What stands between the commas; '' where nothing does: that is an empty value, and no list of none. */
function wordsOf(value: string): readonly string[] {
  const words = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 0 ? [''] : words;
}

/** A verb's own options win; what stood before the verb (`pipeline -C dir diff`) counts where it says nothing. */
function optionsOf(command: Command): OptionValues {
  const values: Record<string, OptionValues[string]> = {};
  const chain: Command[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) chain.unshift(at);
  for (const link of chain) {
    for (const [key, value] of Object.entries(link.opts<Record<string, OptionValues[string]>>())) {
      if (link.getOptionValueSource(key) !== 'default') values[key] = value;
    }
  }
  return values;
}

function childOf(program: Command, name: string): Command {
  const child = program.commands.find((command) => command.name() === name);
  if (child === undefined) throw new Error(`the verb ${name} must stand before its own verbs`);
  return child.enablePositionalOptions();
}

/** Whether the line asks for nothing but the list of verbs. */
function isForAll(argv: readonly string[]): boolean {
  return argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h');
}

/** The verbs of one word, with what the list of them shows. */
const FIRST_WORDS: readonly Verb[] = VERBS.filter(({ name }) => !name.includes(' ')).map(
  ({ name, job, summary, run }) => ({ name, job, summary, run, examples: [] }),
);

/** Where a command line begins with a verb, that one with its own verbs: to define all of them costs start-up. */
function verbsFor([first, second]: readonly string[]): readonly Verb[] {
  const named = VERBS.filter(({ name }) => name.split(' ')[0] === first);
  const unlisted = UNLISTED.filter(({ name }) => name === `${first} ${second}`);
  return named.length > 0 ? [...named, ...unlisted] : VERBS;
}

function inHelpOrder(verbs: readonly Verb[]): Verb[] {
  return [...verbs].sort((a, b) => JOBS.indexOf(a.job) - JOBS.indexOf(b.job));
}

function usageFailure(error: CommanderError, argv: readonly string[]): Failure {
  const [text = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message = asItIs(capital(text).replace(/\.?$/, '.'));
  const meant = /Did you mean (.*)\?/.exec(suggestion ?? '')?.[1];
  const named = [argv.slice(0, 2).join(' '), argv[0]];
  const verb = named.flatMap((name) => VERBS.find((candidate) => candidate.name === name) ?? [])[0];
  const help = asItIs(verb === undefined ? 'pipeline --help' : `pipeline ${verb.name} --help`);
  const isTooMany = error.code === 'commander.excessArguments';
  const missing = /^Missing required argument '(.*)'/i.exec(text)?.[1];
  const argument = verb?.args?.find(({ name }) => name.slice(1, -1) === missing);
  const explained = argument === undefined ? help : inTurn(asItIs(`${missing}: ${argument.text}.`), help);
  const hint = isTooMany ? inTurn('A text of several words stands in quotes.', help) : explained;
  return new Failure('usage', message, {
    hint: meant === undefined ? hint : said('Did you mean {meant}?', { meant }),
  });
}

/** The format asked for, or the verb's own. */
export function formatOf(call: ParsedCall): Format {
  const { formats = [] } = call.verb;
  return formats.find((format) => format === call.options.format) ?? formats[0] ?? 'table';
}
