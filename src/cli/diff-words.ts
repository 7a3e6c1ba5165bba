// The words of `pipeline diff`: what they ask for, and how they are typed again with an option more.

import { shellWord } from '../base/shell-word.ts';
import type { DiffWords } from '../report/diff-asked.ts';
import type { Call } from './verb.ts';

/** What was asked for. */
export function diffWords(call: Call): DiffWords {
  return {
    period: call.text('period'),
    owners: call.list('owner'),
    stages: call.list('stage'),
    only: call.list('only'),
    explain: call.text('explain'),
  };
}

/** What was typed, without the options that only say how it is shown; `ends`: other ones than were typed. */
export function typedDiff(call: Call, ends: readonly string[] = call.args): string {
  const options = ['git', 'period', 'owner', 'stage'].flatMap((option) => {
    const isOne = option === 'git' || option === 'period';
    const values = isOne ? [call.text(option) ?? []].flat() : call.list(option);
    return values.flatMap((value) => [`--${option}`, value]);
  });
  return ['pipeline', 'diff', ...ends, ...options].map(shellWord).join(' ');
}
