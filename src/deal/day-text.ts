// What a person may have meant by a text that is no day.

import { toDay } from '../base/day.ts';
import { said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import type { Wrong } from './source-text.ts';

const HINT = 'A day is written YYYY-MM-DD; leave the key out while there is none.';

/** What is wrong with a text that toDay does not take, with the fix where it can be told. */
export function notADay(key: string, text: string): Wrong {
  const days = daysMeant(text).filter((meant) => toDay(meant) !== undefined);
  if (days.length > 0) {
    return {
      message: said('{key}: "{text}" is not a day: write {days}.', { key, text, days: anyOf(days) }),
      hint: HINT,
    };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return { message: said('{key}: there is no day {text}.', { key, text }), hint: HINT };
  return { message: said('{key}: "{text}" is not a day.', { key, text }), hint: HINT };
}

function daysMeant(text: string): string[] {
  const iso = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|(\d{2}))(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return [ymd(iso[1], iso[2] ?? iso[3] ?? iso[4] ?? iso[5], iso[6])];
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text);
  if (dotted !== null) return [ymd(dotted[3], dotted[2], dotted[1])];
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (slashed === null) return [];
  const meant = [ymd(slashed[3], slashed[2], slashed[1]), ymd(slashed[3], slashed[1], slashed[2])];
  return [...new Set(meant)];
}

function ymd(year = '', month = '', ofMonth = ''): string {
  const century = year.length === 2 ? '20' : '';
  return `${century}${year}-${month.padStart(2, '0')}-${ofMonth.padStart(2, '0')}`;
}
