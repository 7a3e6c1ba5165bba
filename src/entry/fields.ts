// `key=value` → the change of a deal's field. What has a verb of its own, or is written by the tool, is not set so.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { isCurrency, toDecimal } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { asItIs, said } from '../base/said.ts';
import type { DealChange, ScalarKey } from '../deal/change.ts';
import { isCustomKey } from '../deal/custom.ts';
import type { Deal } from '../deal/deal.ts';
import type { Message } from '../words/message.ts';
import { isToCome } from './activity.ts';
import { isClosed } from './closed.ts';
import type { EntryContext } from './context.ts';
import { ownerCalled } from './owner.ts';
import type { Understood } from './understood.ts';

/** Fields that `set` sets, in the order in which help names them. */
export const SETTABLE = [
  'name',
  'account',
  'owner',
  'amount',
  'currency',
  'close',
  'created',
  'important',
  'category',
  'lost_reason',
  'contacts',
  'checklist',
] as const;
type Settable = (typeof SETTABLE)[number];

/** What sets the others. */
const INSTEAD: Readonly<Record<string, string>> = {
  stage: 'pipeline move ID STAGE, pipeline won ID, pipeline lost ID',
  stages: 'pipeline move ID STAGE --on DAY',
  next_step: 'pipeline next ID "…" --by DAY',
  activities: 'pipeline log ID "…"',
  id: 'pipeline rename-id ID NEW',
};

export interface Assignment {
  readonly key: string;
  readonly sign: '=' | '+=';
  readonly value: string;
}

/**
 * The parts of `key=value` or `key+=value`.
 * @throws Failure `usage`
 */
export function parseAssignment(word: string): Assignment {
  const found = /^([^=+]+)(\+?=)(.*)$/s.exec(word);
  if (found === null) {
    throw new Failure('usage', said('"{word}" is no key=value.', { word }), {
      hint: asItIs('pipeline set ID amount=120k close="end of Q1" custom.segment=mid-market'),
    });
  }
  const [, key = '', sign, value = ''] = found;
  return { key: key.trim(), sign: sign === '+=' ? '+=' : '=', value: value.trim() };
}

/**
 * What an assignment changes in a deal; a value that is empty takes the field away.
 * @throws Failure `usage`, `bad-date`, `bad-amount`
 */
export function fieldChanges(
  deal: Deal,
  { key, sign, value }: Assignment,
  understood: Understood,
  context: EntryContext,
): DealChange[] {
  if (isCustomKey(key)) return [customChange(deal, key, sign, value)];
  const field = settable(key);
  if (field === 'contacts' || field === 'checklist') return listChange(deal, field, sign, value, context);
  if (sign === '+=') {
    throw new Failure('usage', said('{key} holds one value, and += adds to a list.', { key }), {
      hint: asItIs(`pipeline set ${deal.id} ${key}=…`),
    });
  }
  if (value === '') return [{ kind: 'remove', key: field }];
  switch (field) {
    case 'amount':
      return amountChanges(deal, value, understood, context);
    case 'close':
      if (!isClosed(deal)) return [set(field, toCome(understood.day(value, 'future'), context))];
      return [set(field, happened('A deal closed', understood.day(value, 'past'), context))];
    case 'created':
      return [set(field, happened('A deal created', understood.day(value, 'past'), context))];
    case 'currency':
      return [set(field, currencyCode(value))];
    case 'owner':
      return [set(field, ownerCalled(value, context))];
    case 'category':
      return [
        set(
          field,
          oneOfList(value, context.settings.categories, 'There is no category "{given}".', 'categories'),
        ),
      ];
    case 'lost_reason':
      if (deal.stage !== 'lost') throw notLost(deal);
      return [set(field, lostReason(value, context))];
    default:
      return [set(field, value)];
  }
}

/**
 * An amount as people type it, and its currency where that is another one than the deal's.
 * @throws Failure `bad-amount`
 */
export function amountChanges(
  deal: Pick<Deal, 'currency'>,
  given: string,
  understood: Understood,
  { settings }: EntryContext,
): DealChange[] {
  const own = deal.currency || settings.currency;
  const { amount, currency } = understood.amount(given, own);
  if (amount.startsWith('-')) {
    throw new Failure('bad-amount', said('The amount {amount} is below zero.', { amount }), {
      hint: said('Write it without the minus: {amount}.', { amount: amount.slice(1) }),
    });
  }
  return [set('amount', amount), ...(currency === own ? [] : [set('currency', currency)])];
}

/** @throws Failure `usage` where it is not one of the workspace's reasons */
export function lostReason(given: string, { settings }: EntryContext): string {
  return oneOfList(given, settings.lostReasons, 'There is no reason "{given}".', 'lost_reasons');
}

/** Of what the workspace lists; any text where it lists nothing. @throws Failure `usage` with "did you mean" */
function oneOfList(given: string, list: readonly string[], none: Message, setting: string): string {
  if (list.length === 0) return given;
  const found = list.find((one) => one.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  throw new Failure('usage', said(none, { given }), {
    hint: didYouMean(
      given,
      list,
      said('pipeline.yaml has {list}: {setting}.', { list: list.join(', '), setting }),
    ),
  });
}

/** @throws Failure `bad-date` for a day to come */
function happened(what: Message, on: Day, { today }: EntryContext): Day {
  if (on > today) throw isToCome(what, on);
  return on;
}

/** @throws Failure `bad-date` for a close date that is over */
function toCome(close: Day, { today }: EntryContext): Day {
  if (close >= today) return close;
  throw new Failure('bad-date', said('The deal is open, and {close} is over.', { close }), {
    hint: said('Give a day to come, or close it: pipeline won ID or pipeline lost ID.'),
  });
}

function set(key: ScalarKey, value: string): DealChange {
  return { kind: 'set', key, value };
}

function settable(key: string): Settable {
  const found = SETTABLE.find((field) => field === key);
  if (found !== undefined) return found;
  if (Object.hasOwn(INSTEAD, key))
    throw new Failure('usage', said('{key} has a verb of its own.', { key }), {
      hint: asItIs(INSTEAD[key] ?? ''),
    });
  throw new Failure('usage', said('There is no field "{key}" to set.', { key }), {
    hint: didYouMean(
      key,
      SETTABLE,
      said('Fields: {settable}, and custom.KEY for your own.', { settable: SETTABLE.join(', ') }),
    ),
  });
}

/** A number where the deal has one there, or where it looks like one that would come out the same. */
function customChange(
  { custom, id }: Deal,
  key: `custom.${string}`,
  sign: Assignment['sign'],
  value: string,
): DealChange {
  const name = key.slice('custom.'.length);
  if (name === '')
    throw new Failure('usage', 'custom.KEY needs a key.', { hint: 'custom.segment=mid-market' });
  if (sign === '+=') {
    throw new Failure('usage', said('{key} is not a list that += adds to.', { key }), {
      hint: asItIs(`pipeline edit ${id}`),
    });
  }
  if (value === '') return { kind: 'remove', key };
  if (/\s/.test(name)) {
    const hint = said('Write {key}=…', { key: key.replaceAll(/\s+/g, '_') });
    throw new Failure('usage', said('A key has no spaces: "{key}".', { key }), { hint });
  }
  const held = Object.hasOwn(custom, name) ? custom[name] : undefined;
  const isNumber =
    typeof held !== 'string' && toDecimal(value) !== undefined && String(Number(value)) === value;
  return { kind: 'set', key, value: isNumber ? Number(value) : value };
}

function listChange(
  deal: Deal,
  key: 'contacts' | 'checklist',
  sign: Assignment['sign'],
  value: string,
  context: EntryContext,
): DealChange[] {
  if (value === '') {
    if (sign === '=') return [{ kind: 'remove', key }];
    throw new Failure('usage', said('{key}+= needs a text.', { key }), {
      hint: asItIs(`pipeline set ${deal.id} ${key}+=…`),
    });
  }
  const texts = [...new Set(value.split(',').map((text) => text.trim()))];
  for (const text of texts) {
    if (key === 'checklist') expectCriterion(text, context);
    else expectWholeAddress(text);
  }
  const added = sign === '+=' ? texts.filter((text) => !deal[key].includes(text)) : texts;
  const appended = added.map((text): DealChange => ({ kind: 'append-text', key, text }));
  return sign === '+=' || deal[key].length === 0 ? appended : [{ kind: 'remove', key }, ...appended];
}

/** A contact may be a name; what has an @ is an address. @throws Failure `usage` */
function expectWholeAddress(contact: string): void {
  if (!contact.includes('@') || /[^\s@]@[^\s@]+\.[^\s@]/u.test(contact)) return;
  throw new Failure('usage', said('"{contact}" is no whole address.', { contact }), {
    hint: said('Write it like jan@acme.example, or the name alone.'),
  });
}

/** @throws Failure `usage` where no stage has the exit criterion */
export function expectCriterion(id: string, { settings }: EntryContext): void {
  const ids = settings.process.stages.flatMap(({ exit }) => exit.map((criterion) => criterion.id));
  if (ids.includes(id)) return;
  const list =
    ids.length === 0 ? 'No stage has exit criteria.' : said('Criteria: {ids}.', { ids: ids.join(', ') });
  throw new Failure('usage', said('There is no exit criterion "{id}".', { id }), {
    hint: didYouMean(id, ids, list),
  });
}

/** @throws Failure `usage` */
export function currencyCode(given: string): string {
  const code = given.toUpperCase();
  if (isCurrency(code)) return code;
  throw new Failure('usage', said('"{given}" is no currency.', { given }), { hint: 'Write its code: EUR' });
}

function notLost({ id, stage }: Deal): Failure {
  return new Failure('usage', said('{id} is not lost: it is in {stage}.', { id, stage }), {
    hint: asItIs(`pipeline lost ${id} --reason …`),
  });
}
