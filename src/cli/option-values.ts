// What a command line says under its options, as typed values.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { ParsedCall } from './parse.ts';
import type { Call } from './verb.ts';

export function optionValues(
  options: ParsedCall['options'],
): Pick<Call, 'text' | 'flag' | 'list' | 'count' | 'day'> {
  const value = (option: string) => options[camel(option)];
  const text = (option: string): string | undefined => {
    const given = value(option);
    if (given === undefined || given === false) return undefined;
    return given === true ? '' : String(given);
  };
  return {
    text,
    flag: (option) => {
      const negated = /^no-(.+)$/.exec(option)?.[1];
      if (negated !== undefined) return value(negated) === false;
      return value(option) !== undefined && value(option) !== false;
    },
    list: (option) => {
      const given = value(option);
      return Array.isArray(given) ? given : [];
    },
    count: (option, least = 0) => wholeNumber(option, text(option), least),
    day: (option) => {
      const given = text(option);
      return given === undefined ? undefined : parseDay(given, `--${option}`);
    },
  };
}

function camel(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function wholeNumber(option: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given) || Number(given) < least) {
    throw new Failure(
      'usage',
      said('--{option} takes a whole number of at least {least}, not "{given}".', { option, least, given }),
    );
  }
  return Number(given);
}

/** @param where what it was given as. @throws Failure `bad-date` */
export function parseDay(given: string, where: string): Day {
  const found = toDay(given);
  if (found !== undefined) return found;
  throw new Failure('bad-date', said('{where}: "{given}" is not a date.', { where, given }), {
    hint: 'Write it as 2026-11-23.',
  });
}
