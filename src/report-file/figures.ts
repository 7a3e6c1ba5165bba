// Values of a view as cells that know where they stand in it: a page made of them can be held against the JSON of the command.

import { toDay } from '../base/day.ts';
import { type Decimal, toDecimal } from '../base/money.ts';
import type { DayCell } from '../chart/caption.ts';
import type { Cell, Source } from '../page/page.ts';
import { wholeMoney } from '../page/whole-money.ts';

const UNKNOWN: Cell = { kind: 'text', text: '–' };

/** A view, or a part of one, that figures are taken out of. */
export class Figures<Part extends object> {
  readonly of: Part;
  readonly #view: string;
  readonly #path: readonly string[];

  constructor(of: Part, view: string, path: readonly string[] = []) {
    this.of = of;
    this.#view = view;
    this.#path = path;
  }

  count(pick: (part: Part) => number | null | undefined): Cell {
    const { value, source } = this.#source(pick);
    return typeof value === 'number' ? { kind: 'count', count: value, source } : UNKNOWN;
  }

  /** Money as decimal text. */
  money(pick: (part: Part) => Decimal | null | undefined, signed = false): Cell {
    const { value, source } = this.#source(pick);
    const amount = typeof value === 'string' ? toDecimal(value) : undefined;
    return amount === undefined ? UNKNOWN : { kind: 'money', amount, signed, source };
  }

  /** The same in whole units: of means, whose pennies nobody reads. */
  wholeMoney(pick: (part: Part) => Decimal | null | undefined, signed = false): Cell {
    const cell = this.money(pick, signed);
    return cell.kind === 'money' ? { ...cell, ...wholeMoney(cell.amount, signed) } : cell;
  }

  /** A share from 0 to 1. */
  share(pick: (part: Part) => number | null | undefined): Cell {
    const { value, source } = this.#source(pick);
    return typeof value === 'number' ? { kind: 'share', share: value, source } : UNKNOWN;
  }

  /** A factor, with two decimals; a word of the view (`met`) as it is. */
  factor(pick: (part: Part) => number | string | null | undefined): Cell {
    const { value, source } = this.#source(pick);
    if (typeof value === 'number') return { kind: 'number', number: value, decimals: 2, source };
    return typeof value === 'string' ? { kind: 'text', text: value } : UNKNOWN;
  }

  day(pick: (part: Part) => string | null | undefined): Cell {
    return this.knownDay(pick) ?? UNKNOWN;
  }

  /** The same of a day, or of the name of a snapshot, which begins with one; undefined where there is none. */
  knownDay(pick: (part: Part) => string | null | undefined): DayCell | undefined {
    const { value, source } = this.#source(pick);
    const day = typeof value === 'string' ? toDay(value.slice(0, 'YYYY-MM-DD'.length)) : undefined;
    return day === undefined ? undefined : { kind: 'day', day, source };
  }

  /** A part of it. */
  part<Inner extends object>(pick: (part: Part) => Inner): Figures<Inner> {
    const path: string[] = [];
    pick(traced(this.of, path));
    return new Figures(pick(this.of), this.#view, [...this.#path, ...path]);
  }

  /** Each of a list in it. */
  each<Item extends object>(pick: (part: Part) => readonly Item[]): Figures<Item>[] {
    const path: string[] = [];
    pick(traced(this.of, path));
    return pick(this.of).map(
      (item, at) => new Figures(item, this.#view, [...this.#path, ...path, String(at)]),
    );
  }

  #source(pick: (part: Part) => string | number | null | undefined): {
    value: string | number | null | undefined;
    source: Source;
  } {
    const path: string[] = [];
    const value = pick(traced(this.of, path));
    return {
      value,
      source: { view: this.#view, path: [...this.#path, ...path].join('.'), value: value ?? '' },
    };
  }
}

export function figuresOf<View extends { readonly schema: string }>(view: View): Figures<View> {
  return new Figures(view, view.schema);
}

/** The same values; every key that is asked for on the way goes to `path`. */
function traced<Of extends object>(of: Of, path: string[]): Of {
  return new Proxy(of, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'string') path.push(key);
      return typeof value === 'object' && value !== null ? traced(value, path) : value;
    },
  });
}
