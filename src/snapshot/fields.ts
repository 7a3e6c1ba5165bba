// The fields of a map that was read, asked for by type.

import { type Day, toDay } from '../base/day.ts';
import { type Decimal, toDecimal } from '../base/money.ts';
import { Damage } from './damage.ts';
import { isMap, type Json, type JsonMap } from './plain-yaml.ts';

/** Each question throws a Damage with the field's line where it is missing or something else. */
export class Fields {
  readonly #map: JsonMap;
  readonly #path: string;
  readonly #lines: ReadonlyMap<string, number>;

  constructor(map: JsonMap, path: string, lines: ReadonlyMap<string, number>) {
    this.#map = map;
    this.#path = path;
    this.#lines = lines;
  }

  keys(): readonly string[] {
    return Object.keys(this.#map);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#map, key);
  }

  text(key: string): string {
    const value = this.#value(key);
    return typeof value === 'string' ? value : this.#fail(key, 'text');
  }

  texts(key: string): readonly string[] {
    const value = this.#value(key);
    if (!Array.isArray(value)) return this.#fail(key, 'a list of text');
    return value.map((item) => (typeof item === 'string' ? item : this.#fail(key, 'a list of text')));
  }

  flag(key: string): boolean {
    const value = this.#value(key);
    return typeof value === 'boolean' ? value : this.#fail(key, 'true or false');
  }

  count(key: string): number {
    const value = this.#value(key);
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.#fail(key, 'a whole number');
  }

  day(key: string): Day {
    return toDay(this.text(key)) ?? this.#fail(key, 'a day');
  }

  dayOrNull(key: string): Day | undefined {
    return this.#value(key) === null ? undefined : this.day(key);
  }

  decimal(key: string): Decimal {
    return toDecimal(this.text(key)) ?? this.#fail(key, 'a plain decimal');
  }

  map(key: string): Fields {
    const value = this.#value(key);
    return isMap(value) ? new Fields(value, `${this.#path}${key}.`, this.#lines) : this.#fail(key, 'a map');
  }

  maps(key: string): readonly Fields[] {
    const value = this.#value(key);
    if (!Array.isArray(value)) return this.#fail(key, 'a list');
    const path = `${this.#path}${key}.`;
    return value.map((item) =>
      isMap(item) ? new Fields(item, path, this.#lines) : this.#fail(key, 'a list of maps'),
    );
  }

  #value(key: string): Json | undefined {
    return this.has(key) ? this.#map[key] : undefined;
  }

  #fail(key: string, expected: string): never {
    const path = this.#path + key;
    const line = this.#lines.get(path) ?? this.#lines.get(this.#path.slice(0, -1)) ?? 1;
    throw new Damage(line, this.has(key) ? `${path} is not ${expected}` : `${path} is missing`);
  }
}
