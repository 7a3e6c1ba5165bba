// The options that a verb takes: its own, those of its formats, and those of every verb.

import type { OptionSpec, Verb } from './verb.ts';

/** Options that every verb takes. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '-C, --dir <folder>', text: 'look for the workspace from this folder on' },
  { flags: '--today <date>', text: 'the day to take for today (else PIPELINE_TODAY, else the clock)' },
  { flags: '--no-color', text: 'no colours (NO_COLOR does the same)' },
  { flags: '--quiet', text: 'nothing on stderr but errors' },
  { flags: '--verbose', text: 'say where settings come from; show traces' },
];

/** Of every verb that has formats. */
const OUTPUT_OPTION: OptionSpec = {
  flags: '--output <format=file>',
  text: 'write it to a file in a format as well; repeatable',
  repeat: true,
};

/** A verb's own options and those of its formats, in the order of its help. */
export function ownOptions({
  options = [],
  formats = [],
}: Pick<Verb, 'options' | 'formats'>): readonly OptionSpec[] {
  if (formats.length === 0) return options;
  const format = { flags: '--format <format>', text: `one of ${formats.join(', ')}`, choices: formats };
  return [...options, format, OUTPUT_OPTION];
}
