// What the words of `pipeline review` ask for.

import { shellWord } from '../base/shell-word.ts';
import type { Book } from '../book/book.ts';
import type { ReviewOptions } from '../report/review-draw.ts';
import { STRATA } from '../review/strata.ts';
import type { Call } from './verb.ts';

const WITH_VALUE = ['largest', 'random', 'seed', 'status', 'since', 'period', 'owner', 'minutes'] as const;
const FLAGS = ['weighted', 'team'] as const;

/** @throws Failure `usage`, `bad-date`, `bad-period` */
export async function reviewAsked(call: Call, book: Book): Promise<ReviewOptions> {
  const status = call.text('status') ?? 'all';
  return {
    largest: call.count('largest'),
    random: call.count('random'),
    seed: call.text('seed'),
    strata: STRATA.filter((stratum) => status === 'all' || status === stratum),
    since: call.day('since'),
    period: await call.period('period', book),
    weighted: call.flag('weighted'),
    owner: call.text('owner'),
    team: call.flag('team'),
    minutes: call.count('minutes'),
  };
}

/** The command that writes the sheet of the sample that was asked for. */
export function sheetCommand(call: Call): string {
  const words = WITH_VALUE.flatMap((option) => {
    const given = call.text(option);
    return given === undefined ? [] : [`--${option} ${shellWord(given)}`];
  });
  const flags = FLAGS.filter((option) => call.flag(option)).map((option) => `--${option}`);
  return ['pipeline review', ...words, ...flags, '--sheet'].join(' ');
}
