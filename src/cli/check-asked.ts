// What a person asks of `pipeline check`: the options as values, with pipeline.yaml where they say nothing, and what
// does not go together.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Opened } from '../book/open.ts';
import type { CheckOptions } from '../report/check.ts';
import type { Message } from '../words/message.ts';
import type { Call } from './verb.ts';

export interface CheckAsked {
  readonly book: Book;
  readonly options: CheckOptions;
}

/** @throws Failure `usage`, `baseline-invalid`, and whatever changedDeals and sinceMoment throw */
export async function checkAsked(call: Call): Promise<CheckAsked> {
  refuseTogether(call);
  const minFreshness = shareAsked(call, 'min-freshness');
  const minJudged = shareAsked(call, 'min-judged');
  const maxWarnings = call.count('max-warnings');
  const asOf = call.day('as-of');
  const opened = await call.open(asOf === undefined ? {} : { asOf });
  const staged = call.flag('staged') ? await stagedIn(call, opened) : undefined;
  const book = staged?.book ?? (await withConflicts(opened.book));
  const changed = call.flag('changed')
    ? (await import('./check-changed.ts')).changedDeals(call, book)
    : staged?.changed;
  const rules = call.list('rule');
  const word = call.text('since');
  const since = async (moment: string) => {
    const { rulesNamed } = await import('../report/check-scope.ts');
    const { sinceMoment } = await import('./check-since.ts');
    return sinceMoment(call, moment, opened, rulesNamed(rules, changed));
  };
  const { check } = book.settings;
  return {
    book,
    options: {
      rules,
      owners: call.list('owner'),
      stages: call.list('stage'),
      changed,
      since: word === undefined ? undefined : await since(word),
      baseline: call.flag('no-baseline') ? undefined : await baselineOf(call),
      gate: gateOf(call) ?? check.gate,
      maxWarnings: maxWarnings ?? check.maxWarnings,
      minFreshness: minFreshness ?? check.minFreshness,
      minJudged: minJudged ?? check.minJudged,
    },
  };
}

/** A snapshot keeps no files. */
async function withConflicts(book: Book): Promise<Book> {
  if (book.past) return book;
  const { dialogueConflicts } = await import('../book/dialogue-conflicts.ts');
  return { ...book, problems: [...book.problems, ...dialogueConflicts(book.root)] };
}

async function stagedIn(call: Call, opened: Opened) {
  const { stagedBook } = await import('./check-staged.ts');
  return stagedBook(call, opened);
}

async function baselineOf(call: Call): Promise<CheckOptions['baseline']> {
  const { storedBaseline } = await import('./check-baseline.ts');
  return storedBaseline(call.root())?.entries;
}

const OF_ALL = 'The index is of all open deals: hold it against a limit where all of them are checked.';
const OF_NOW = 'A snapshot does not change any more: leave out --as-of.';

/** Options that do not go together, and why. */
const APART: readonly (readonly [string, string, Message])[] = [
  ['changed', 'min-freshness', OF_ALL],
  ['new-only', 'min-freshness', OF_ALL],
  ['staged', 'min-freshness', OF_ALL],
  ['changed', 'min-judged', OF_ALL],
  ['new-only', 'min-judged', OF_ALL],
  ['staged', 'min-judged', OF_ALL],
  ['staged', 'changed', 'What is staged is held against HEAD: leave out --changed.'],
  ['changed', 'as-of', OF_NOW],
  ['staged', 'as-of', OF_NOW],
  ['new-only', 'as-of', OF_NOW],
];

function refuseTogether(call: Call): void {
  for (const [one, other, hint] of APART) {
    if (!call.flag(one) || !call.flag(other)) continue;
    throw new Failure('usage', said('--{one} and --{other} exclude each other.', { one, other }), { hint });
  }
  if (call.flag('new-only') === call.flag('since')) return;
  throw new Failure(
    'usage',
    call.flag('since')
      ? '--since says since when something is new: it goes with --new-only.'
      : '--new-only needs --since.',
    { hint: 'pipeline check --new-only --since main, or --since latest for the newest snapshot' },
  );
}

/** What a baseline is made of: all findings of all rules, whatever gate, scope and limits a check has. */
const SCOPES = ['gate', 'max-warnings', 'min-freshness', 'min-judged', 'rule', 'owner', 'stage', 'as-of'];
const MOMENTS = ['changed', 'staged', 'new-only', 'since', 'no-baseline'];

/** Whether the call is to write the baseline; undefined: it is a check. @throws Failure `usage` */
export function baselineAsked(call: Call): 'write' | 'shrink' | undefined {
  const kinds = (['write', 'shrink'] as const).filter((kind) => call.flag(`${kind}-baseline`));
  const [kind] = kinds;
  if (kind === undefined) return undefined;
  const [other] = [...SCOPES, ...MOMENTS].filter((option) => call.flag(option));
  if (kinds.length === 1 && other === undefined) return kind;
  throw new Failure(
    'usage',
    said('--{kind}-baseline and --{other} exclude each other.', { kind, other: other ?? 'shrink-baseline' }),
    {
      hint: 'A baseline is of all findings of all deals: give that option alone.',
    },
  );
}

function gateOf(call: Call): 'error' | 'warning' | undefined {
  const asked = call.text('gate');
  return asked === 'error' || asked === 'warning' ? asked : undefined;
}

/** `80%` or `0.8` as a share. @throws Failure `usage` */
function shareAsked(call: Call, option: 'min-freshness' | 'min-judged'): number | undefined {
  const text = call.text(option);
  if (text === undefined) return undefined;
  const match = /^(\d{1,3}(?:\.\d{1,9})?)( ?%)?$/.exec(text.trim());
  const share = match === null ? Number.NaN : Number(match[1]) / (match[2] === undefined ? 1 : 100);
  if (share >= 0 && share <= 1) return share;
  throw new Failure('usage', said('--{option}: "{text}" is not a share from 0% to 100%.', { option, text }), {
    hint: /^\d{1,2}$/.test(text) ? said('Write {text}%.', { text }) : 'Write 80% or 0.8.',
  });
}
