// What is said to a person, before it is known in which language: a message with its values. Machines get it in English.

import type { Message, MessageValues } from '../words/message.ts';
import type { Day } from './day.ts';
import { inEnglish } from './english.ts';

/** A day is shown as the reader writes days; what is said may stand in what is said. */
export type SaidValue = Said | { readonly kind: 'day'; readonly day: Day };

export type SaidValues = MessageValues<SaidValue>;

/** A message as it stands, or one with values; nothing is said by an empty one. */
export type Sayable = Message | Said | '';

/** What is said as a person reads it. */
export type Speaker = (sayable: Sayable) => string;

export const ENGLISH: Speaker = String;

/** A cell of a page as well. As text and as JSON it is English. */
export class Said {
  readonly kind = 'said';
  readonly message: Message;
  readonly values: SaidValues;

  constructor(message: Message, values: SaidValues) {
    this.message = message;
    this.values = values;
  }

  toString(): string {
    const shown = Object.entries(this.values).map(([name, value]) => [name, shownInEnglish(value)]);
    return inEnglish(this.message, Object.fromEntries(shown));
  }

  toJSON(): string {
    return this.toString();
  }
}

function shownInEnglish(value: SaidValues[string] | undefined): string | number {
  if (typeof value !== 'object') return value ?? '';
  return value instanceof Said ? value.toString() : value.day;
}

/** A message with its values, for whoever shows it. */
export function said(message: Message, values: SaidValues = {}): Said {
  return new Said(message, values);
}

/** A text that has no other language: of the system, of a package, of data. */
export function asItIs(text: string): Said {
  return new Said('{text}', { text });
}

/** A day as a value of what is said. */
export function dayValue(day: Day): SaidValue {
  return { kind: 'day', day };
}

/** Sentences, one behind the other. */
export function inTurn(first: Sayable, ...others: readonly Sayable[]): Sayable {
  return others.reduce<Sayable>(
    (before, next) => new Said('{before} {next}', { before: asValue(before), next: asValue(next) }),
    first,
  );
}

/** As a value of something else that is said. */
export function asValue(sayable: Sayable): Said {
  return typeof sayable === 'string' ? new Said(sayable as Message, {}) : sayable;
}

/** What is said as plain JSON, in no language. */
export type KeptSaid = string | readonly [message: string, values: Readonly<Record<string, unknown>>];

/** The plain JSON to keep. */
export function toKept(sayable: Sayable): KeptSaid {
  if (typeof sayable === 'string') return sayable;
  const values = Object.entries(sayable.values).map(([name, value]) => [
    name,
    value instanceof Said ? { said: toKept(value) } : value,
  ]);
  return [sayable.message, Object.fromEntries(values)];
}

/** What was kept so. */
export function fromKept(kept: KeptSaid): Sayable {
  if (typeof kept === 'string') return kept as Message;
  const [message, values] = kept;
  const read = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null && 'said' in value
      ? asValue(fromKept(value.said as KeptSaid))
      : value,
  ]);
  return new Said(message as Message, Object.fromEntries(read));
}
