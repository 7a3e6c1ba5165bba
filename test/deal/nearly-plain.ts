// YAML at random that is plain, or nearly: what a reader of the plain form may take for plain and is not. One seed, one text.

import type { Dice } from './dice.ts';
import { BLOCK_TEXTS, PIECES, TEXTS, TRAPS } from './yaml-pieces.ts';

/** Pieces in a row, mostly behind a first key. */
export function soup(dice: Dice): string {
  const length = 1 + dice.roll(12);
  const pieces = Array.from({ length }, () => dice.of(PIECES));
  return `${dice.of(['', 'a: ', 'a:', 'k:\n', 'k:\n  ', 'k:\n  - ', 'k: {', 'k: ['])}${pieces.join('')}`;
}

/** A block map with lists and maps in it, as people write it; with traps, some of them with what is not plain or wrong. */
export function nearlyPlain(dice: Dice, traps: 'plain' | 'with traps'): string {
  const lineEnd = dice.oneIn(6) ? '\r\n' : '\n';
  const writer = new Writer(dice, traps === 'plain' ? 0 : dice.of([12, 40]));
  const text =
    writer.map(dice.oneIn(12) ? 2 : 0, 2).join('\n') +
    dice.of(['', '\n', '\n', '\n', '\n\n', '\n# end', ' ', '\n ']);
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}

class Writer {
  readonly #dice: Dice;
  readonly #trapIn: number;

  /** @param trapIn one place in how many holds a trap; 0 is none */
  constructor(dice: Dice, trapIn: number) {
    this.#dice = dice;
    this.#trapIn = trapIn;
  }

  /** @param behindHyphen the first key stands there, so that nothing may be between */
  map(indent: number, depth: number, behindHyphen = false): string[] {
    const size = 1 + this.#dice.roll(4);
    return Array.from({ length: size }, (_, at) =>
      this.#entry(indent, depth, at, behindHyphen && at === 0),
    ).flat();
  }

  #entry(indent: number, depth: number, at: number, behindHyphen: boolean): string[] {
    const key = `${this.#space(indent)}${this.#key(at)}:`;
    const between = behindHyphen && !this.#isTrap() ? [] : this.#between(indent);
    const kind = depth === 0 ? 0 : this.#dice.roll(6);
    if (kind === 4) {
      const under = indent + this.#dice.of([0, 2, 2, 2, 4]);
      return [...between, key + this.#comment(), ...this.#list(under, depth - 1)];
    }
    if (kind === 5)
      return [...between, key + this.#comment(), ...this.map(indent + this.#dice.of([2, 2, 3]), depth - 1)];
    if (this.#dice.oneIn(8)) return [...between, key + this.#comment()];
    return [...between, `${key}${this.#gap()}${this.#value(2, false)}${this.#comment()}`];
  }

  #list(indent: number, depth: number): string[] {
    const size = 1 + this.#dice.roll(3);
    return Array.from({ length: size }, () => {
      const hyphen = `${this.#space(indent)}-${this.#gap()}`;
      const between = this.#between(indent);
      if (this.#dice.roll(3) > 0) return [...between, `${hyphen}${this.#value(2, false)}${this.#comment()}`];
      const [first = '', ...rest] = this.map(hyphen.length, depth, true);
      return [...between, hyphen + first.trimStart(), ...rest];
    }).flat();
  }

  #value(depth: number, inFlow: boolean): string {
    if (this.#isTrap()) return this.#dice.of(TRAPS);
    const kind = depth === 0 ? 0 : this.#dice.roll(4);
    if (kind === 3) return this.#flowMap(depth - 1);
    if (kind === 2 && this.#dice.oneIn(2)) return this.#flowList(depth - 1);
    return this.#dice.of(inFlow ? TEXTS : BLOCK_TEXTS);
  }

  #flowMap(depth: number): string {
    const parts = Array.from(
      { length: this.#dice.roll(4) },
      (_, at) => `${this.#key(at)}:${this.#gap()}${this.#dice.oneIn(10) ? '' : this.#value(depth, true)}`,
    );
    return this.#bracketed('{', parts, '}');
  }

  #flowList(depth: number): string {
    return this.#bracketed(
      '[',
      Array.from({ length: this.#dice.roll(4) }, () => this.#value(depth, true)),
      ']',
    );
  }

  #bracketed(open: string, parts: readonly string[], close: string): string {
    const [before, comma, after] = this.#dice.of([
      ['', ', ', ''],
      ['', ', ', ''],
      [' ', ', ', ' '],
      ['', ' , ', ''],
      ['', ',', ''],
      ['', ', ', ', '],
    ]);
    const last = parts.length > 0 || this.#isTrap() ? after : before;
    return `${open}${before}${parts.join(comma)}${last}${close}`;
  }

  #key(at: number): string {
    if (this.#isTrap()) return this.#dice.of([...TRAPS, 'a', 'stage']);
    return this.#dice.of([
      `k${at}`,
      `k${at}`,
      `k${at}`,
      `two words ${at}`,
      `"q ${at}"`,
      `'s${at}'`,
      `ł${at}`,
      `${at}`,
      `a-${at}`,
    ]);
  }

  #between(indent: number): string[] {
    if (!this.#dice.oneIn(5)) return [];
    return [
      this.#dice.of([
        '',
        ' ',
        '  ',
        '# c',
        `${' '.repeat(indent)}# c: {d}`,
        '      # c',
        '#',
        '# "',
        '\n',
        '#\n  #',
      ]),
    ];
  }

  #comment(): string {
    return this.#dice.of(['', '', '', '', ' # c', '  # c: "d', ' #', '  ', this.#isTrap() ? '# c' : ' ']);
  }

  #gap(): string {
    return this.#dice.oneIn(8) ? '   ' : this.#isTrap() ? this.#dice.of(['', '\t', '\n', ' \n  ']) : ' ';
  }

  #space(indent: number): string {
    const by = this.#isTrap() ? this.#dice.of([-2, -1, 1, 2]) : 0;
    return ' '.repeat(Math.max(0, indent + by));
  }

  #isTrap(): boolean {
    return this.#trapIn > 0 && this.#dice.oneIn(this.#trapIn);
  }
}
