// What a person may have meant by a text that is no currency code.

import { isCurrency } from '../base/money.ts';
import { said } from '../base/said.ts';
import type { Wrong } from './source-text.ts';

const SIGNS: Readonly<Record<string, string>> = {
  zł: 'PLN',
  zl: 'PLN',
  '€': 'EUR',
  euro: 'EUR',
  $: 'USD',
  us$: 'USD',
  dollar: 'USD',
  '£': 'GBP',
  kč: 'CZK',
  '¥': 'JPY',
};

/** What is wrong with a text that isCurrency does not take, with the fix where it can be told. */
export function currencyTrouble(text: string): Wrong {
  const folded = text.trim().toLowerCase();
  const meant = SIGNS[folded] ?? folded.toUpperCase();
  const fix = isCurrency(meant) ? `: write ${meant}` : '';
  return {
    message: said('currency: "{text}" is no currency code{fix}.', { text, fix }),
    hint: 'Write the three capitals of ISO 4217, like PLN or EUR; leave the key out for the currency of the workspace.',
  };
}
