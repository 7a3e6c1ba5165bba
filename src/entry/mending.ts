// The ways in which a finding is mended: by rule, as far as they fit the deal, each an ordinary edit with its command.

import { type Deal, outcomeOf } from '../deal/deal.ts';
import { fieldCommand, fieldCommands, logCommand, signCommand } from '../freshness/mend-commands.ts';
import type { Message } from '../words/message.ts';
import { RULE_IDS, type RuleId } from '../workspace/rule-ids.ts';
import type { EntryContext } from './context.ts';
import { type Lacking, lackingIn } from './lacking.ts';

/** What is shown of a way to mend: its words, its command where it has one, and the fields that it changes. */
interface MendTexts {
  readonly label: Message;
  readonly command: ((deal: Deal, context: EntryContext) => string) | undefined;
  readonly changes: readonly string[];
  /** Where it needs a deal that is still open. */
  readonly isOfOpen?: true;
}

export const MENDS = {
  close: texts('New close date', ({ id }) => fieldCommand(id, 'close'), ['close']),
  created: texts('Correct the day it was created', ({ id }) => fieldCommand(id, 'created'), ['created']),
  fields: texts(
    'Fill in what is missing',
    (deal, context) => lackingCommands(deal, lackingIn(deal, context)),
    [],
  ),
  'next-step': ofOpen('Next step', ({ id }) => fieldCommand(id, 'next_step'), ['next_step']),
  done: ofOpen('It is done, and what is next', ({ id }) => doneCommand(id), ['next_step', 'activities']),
  log: texts('Log what happened', ({ id }, { settings }) => signCommand(id, settings), ['activities']),
  'log-any': texts('Log what happened', ({ id }) => logCommand(id), ['activities']),
  move: ofOpen('Move it to another stage', ({ id }) => fieldCommand(id, 'stage'), ['stage']),
  won: ofOpen('Close it as won', ({ id }) => `pipeline won ${id}`, ['stage', 'close']),
  lost: ofOpen('Close it as lost', ({ id }) => `pipeline lost ${id} --reason …`, [
    'stage',
    'close',
    'lost_reason',
  ]),
  'lost-reason': texts('Say why it was lost', ({ id }) => fieldCommand(id, 'lost_reason'), ['lost_reason']),
  owner: texts('Give it to another owner', ({ id }) => fieldCommand(id, 'owner'), ['owner']),
  currency: texts('Correct the currency', ({ id }) => fieldCommand(id, 'currency'), ['currency']),
  waive: texts('Accept it for a time', undefined, ['waive']),
  renew: texts('Give the waiver another day', undefined, ['waive']),
  'take-out': texts('Take the waiver out', undefined, ['waive']),
} as const satisfies Record<string, MendTexts>;

export type Mend = keyof typeof MENDS;

/** In the order in which they are offered. A rule without one is mended in an editor, or is about the workspace. */
const BY_RULE = {
  stale: ['log', 'next-step', 'move', 'won', 'lost', 'waive'],
  'past-close': ['close', 'won', 'lost', 'waive'],
  'no-next-step': ['next-step', 'won', 'lost', 'waive'],
  'overdue-next-step': ['done', 'next-step', 'lost', 'waive'],
  'stage-age': ['move', 'log', 'won', 'lost', 'waive'],
  forgotten: ['next-step', 'log', 'lost', 'waive'],
  pushed: ['close', 'won', 'lost', 'waive'],
  'placeholder-close': ['close', 'waive'],
  'missing-field': ['fields', 'move', 'lost', 'waive'],
  'closed-without-reason': ['lost-reason', 'waive'],
  'unknown-owner': ['owner', 'waive'],
  'unknown-stage': ['move', 'won', 'lost', 'waive'],
  'date-order': ['close', 'created', 'waive'],
  'future-date': ['close', 'created', 'waive'],
  'missing-rate': ['currency', 'waive'],
  duplicate: ['lost', 'waive'],
  'undocumented-stage': ['log-any', 'waive'],
  'late-entry': ['waive'],
  'skipped-stage': ['waive'],
  'late-log': ['waive'],
  'expired-waiver': ['renew', 'take-out'],
  'unknown-key': [],
  'invalid-file': [],
  'duplicate-id': [],
  'conflict-markers': [],
  'unused-setting': [],
  'snapshot-overdue': [],
  'import-overdue': [],
  'review-overdue': [],
  'clean-overdue': [],
  'plan-missing': [],
} as const satisfies Record<RuleId, readonly Mend[]>;

/**
 * What a person can choose for a finding of the rule in a deal.
 * @param line where it is found; undefined where it is not known, and then whatever may fit does
 */
export function mendsFor(rule: RuleId, deal: Deal, context: EntryContext, line?: number): readonly Mend[] {
  const isOpen = outcomeOf(deal.stage) === 'open';
  return BY_RULE[rule].filter((mend) => {
    const { isOfOpen }: MendTexts = MENDS[mend];
    return (isOpen || isOfOpen !== true) && fits(mend, rule, deal, context) && isAt(mend, rule, deal, line);
  });
}

/** Of several days that are still to come, the finding is about one. */
function isAt(mend: Mend, rule: RuleId, { lines }: Deal, line: number | undefined): boolean {
  if (rule !== 'future-date' || line === undefined) return true;
  return (mend !== 'close' && mend !== 'created') || lines[mend] === line;
}

/** Whether the day, the field or the waiver is the one that is wrong. */
function fits(mend: Mend, rule: RuleId, deal: Deal, context: EntryContext): boolean {
  const { created, close } = deal;
  const { today } = context;
  if (rule === 'date-order' && (mend === 'close' || mend === 'created'))
    return created !== undefined && close !== undefined && close < created;
  if (rule === 'future-date' && mend === 'created') return created !== undefined && created > today;
  if (rule === 'future-date' && mend === 'close')
    return outcomeOf(deal.stage) !== 'open' && close !== undefined && close > today;
  if (mend === 'take-out') return deal.waive.length === 1;
  if (mend === 'renew') return deal.waive.some(({ rule: of, until }) => until < today && isRule(of));
  if (mend === 'fields') {
    const { fields, activities } = lackingIn(deal, context);
    return fields.length + activities.length > 0;
  }
  return true;
}

function isRule(text: string): boolean {
  return RULE_IDS.some((rule) => rule === text);
}

/** The fields of a deal that a way to mend changes. */
export function fieldsChangedBy(mend: Mend, deal: Deal, context: EntryContext): readonly string[] {
  if (mend !== 'fields') return MENDS[mend].changes;
  const { fields, activities } = lackingIn(deal, context);
  return [...fields, ...(activities.length === 0 ? [] : ['activities'])];
}

function texts(label: Message, command: MendTexts['command'], changes: readonly string[]): MendTexts {
  return { label, command, changes };
}

function ofOpen(label: Message, command: MendTexts['command'], changes: readonly string[]): MendTexts {
  return { label, command, changes, isOfOpen: true };
}

function doneCommand(id: string): string {
  return `pipeline done ${id} --next "…" --by fri`;
}

function lackingCommands({ id }: Deal, { fields, activities }: Lacking): string {
  return [
    ...(fields.length === 0 ? [] : [fieldCommands(id, fields)]),
    ...(activities.length === 0 ? [] : [logCommand(id, activities[0])]),
  ].join('; ');
}
