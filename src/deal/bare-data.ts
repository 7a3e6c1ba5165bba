// Plain data in the form in which the reader gives it.

import type { CustomValue } from './deal.ts';

/** Maps without a prototype: a key like `constructor` is there or it is not. */
export function bareMap(map: Readonly<Record<string, CustomValue>>): Record<string, CustomValue> {
  const bare: Record<string, CustomValue> = Object.create(null);
  for (const [key, value] of Object.entries(map)) bare[key] = bareData(value);
  return bare;
}

export function bareData(value: CustomValue): CustomValue {
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(bareData) : bareMap(value);
}

export function isList(value: CustomValue): value is readonly CustomValue[] {
  return Array.isArray(value);
}
