// What a change is meant to make of a deal: the value that the patched file must read back as.

import { isDeepStrictEqual } from 'node:util';
import { type Decimal, isCurrency, sameAmount, toDecimal } from '../base/money.ts';
import { said } from '../base/said.ts';
import { amountTrouble } from './amount-text.ts';
import { bareData } from './bare-data.ts';
import type { DealChange, Scalar, ScalarKey } from './change.ts';
import { currencyTrouble } from './currency-text.ts';
import { customKeyOf, isCustomKey } from './custom.ts';
import type { CustomValue, Deal, DealKey, NextStep } from './deal.ts';
import { withItem } from './intent-items.ts';
import { dayFor, refused } from './refusal.ts';

/**
 * The deal after a change.
 * @throws Failure `usage` for a value that the key can't hold
 */
export function intended(deal: Deal, change: DealChange): Deal {
  switch (change.kind) {
    case 'set':
      return isCustomKey(change.key)
        ? { ...deal, custom: withKey(deal.custom, customKeyOf(change.key), change.value) }
        : withScalar(deal, change.key, change.value);
    case 'set-custom':
      return { ...deal, custom: withKey(deal.custom, customKeyOf(change.key), bareData(change.value)) };
    case 'set-next-step':
      return { ...deal, nextStep: nextStepOf(change.step) };
    case 'remove':
      return isCustomKey(change.key)
        ? { ...deal, custom: withoutKey(deal.custom, customKeyOf(change.key)) }
        : without(deal, change.key);
    case 'append-text':
      if (change.text.trim() === '')
        throw refused({ message: said('{key}: a text is missing.', { key: change.key }) });
      return { ...deal, [change.key]: [...deal[change.key], change.text] };
    case 'append':
    case 'replace':
      return withItem(deal, change);
  }
}

/** Whether two deals say the same, wherever in the file they say it. */
export function saysTheSame(a: Deal, b: Deal): boolean {
  return isDeepStrictEqual(bare(a), bare(b));
}

function bare(deal: Deal): unknown {
  const { lines: _lines, ...said } = deal;
  const withoutLine = <Item extends { readonly line: number }>({ line: _line, ...item }: Item) => item;
  return {
    ...said,
    stages: deal.stages.map(withoutLine),
    activities: deal.activities.map(withoutLine),
    waive: deal.waive.map(withoutLine),
  };
}

function withScalar(deal: Deal, key: ScalarKey, value: Scalar): Deal {
  const text = String(value);
  switch (key) {
    case 'amount':
      return { ...deal, amount: amountFor(text, deal.amount) };
    case 'created':
    case 'recorded':
    case 'close':
    case 'missing':
      return { ...deal, [key]: dayFor(key, text) };
    case 'currency':
      if (text !== '' && !isCurrency(text)) throw refused(currencyTrouble(text));
      return { ...deal, currency: text };
    case 'name':
    case 'stage':
      if (text.trim() === '')
        throw refused({
          message: said('{key}: a deal needs one.', { key }),
          hint: said('Give the {key} a text.', { key }),
        });
      return { ...deal, [key]: text };
    case 'lost_reason':
      return { ...deal, lostReason: text };
    case 'merged_into':
      return { ...deal, mergedInto: text };
    default:
      return { ...deal, [key]: text };
  }
}

/** The amount that stands, where it is the same number. How many decimals it may have depends on the currency. */
function amountFor(text: string, before: Decimal | undefined): Decimal {
  const trouble = amountTrouble(text, '', undefined);
  const amount = toDecimal(text);
  if (trouble !== undefined || amount === undefined)
    throw refused(trouble ?? { message: 'amount: not a number.' });
  return before !== undefined && sameAmount(before, amount) ? before : amount;
}

function nextStepOf(
  step: Readonly<Record<'by' | 'what' | 'agreed', string | undefined>>,
): NextStep | undefined {
  const { by = '', what = '', agreed = '' } = step;
  if (by === '' && what === '' && agreed === '') return undefined;
  if (what.trim() === '') {
    throw refused({
      message: 'next_step: what is to be done is missing.',
      hint: 'Say what, not only by when.',
    });
  }
  return {
    what,
    ...(by === '' ? {} : { by: dayFor('by', by) }),
    ...(agreed === '' ? {} : { agreed: dayFor('agreed', agreed) }),
  };
}

function without(deal: Deal, key: DealKey): Deal {
  switch (key) {
    case 'name':
    case 'stage':
      throw refused({
        message: said("{key}: a deal can't be without one.", { key }),
        hint: 'Set another one.',
      });
    case 'amount':
    case 'created':
    case 'recorded':
    case 'close':
    case 'source':
    case 'missing':
      return { ...deal, [key]: undefined };
    case 'next_step':
      return { ...deal, nextStep: undefined };
    case 'contacts':
    case 'stages':
    case 'activities':
    case 'checklist':
    case 'waive':
      return { ...deal, [key]: [] };
    case 'custom':
      return { ...deal, custom: Object.create(null) };
    case 'lost_reason':
      return { ...deal, lostReason: '' };
    case 'merged_into':
      return { ...deal, mergedInto: '' };
    default:
      return { ...deal, [key]: '' };
  }
}

type Custom = Deal['custom'];

/** Without a prototype, as the reader makes them. */
function copyOf(custom: Custom): Record<string, CustomValue> {
  return Object.assign(Object.create(null), custom);
}

function withKey(custom: Custom, key: string, value: CustomValue): Custom {
  const copy = copyOf(custom);
  copy[key] = value;
  return copy;
}

function withoutKey(custom: Custom, key: string): Custom {
  const copy = copyOf(custom);
  delete copy[key];
  return copy;
}
