// YAML at random that is plain, or nearly: what a reader of the plain form may take for plain and is not. One seed, one text.

/** A stream of numbers that follows from its seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 to below `sides`. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides) | 0;
  }

  oneIn(sides: number): boolean {
    return this.roll(sides) === 0;
  }

  of<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.roll(items.length)];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  }
}

/** Signs and groups of signs that mean something to YAML somewhere. */
const PIECES: readonly string[] = [
  ...'ab1k.~=/+-?:,[]{}#&*!|>\'"%@`\\ _é€',
  ...[
    '- ',
    ': ',
    ' #',
    ', ',
    ' ',
    '  ',
    '   ',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '\r\n',
    '\na: ',
    '\nb:',
  ],
  ...[
    'a: b',
    'k: ',
    'b: ',
    'a:',
    '{a: b}',
    '[a, b]',
    '{}',
    '[]',
    '""',
    "''",
    '"a"',
    "'b'",
    '-1',
    '# c',
    '\n# c\n',
  ],
  ...[
    '---',
    '...',
    '<<',
    '? ',
    '\u00a0',
    '\ufeff',
    '\u0085',
    '\u2028',
    '\t',
    '\ud83d\ude00',
    '\ud800',
    '\n---\n',
    '\n\n',
    ' \n',
  ],
];

/** Pieces in a row, mostly behind a first key. */
export function soup(dice: Dice): string {
  const length = 1 + dice.roll(12);
  const pieces = Array.from({ length }, () => dice.of(PIECES));
  return `${dice.of(['', 'a: ', 'a:', 'k:\n', 'k:\n  ', 'k:\n  - ', 'k: {', 'k: ['])}${pieces.join('')}`;
}

const WORDS: readonly string[] = [
  'a',
  'b',
  'stage',
  'won',
  '2026-11-20',
  '120000.00',
  'x_1',
  'Łódź',
  'a-b',
  '-5',
  '株',
  '.5',
  '~',
];
const TEXTS: readonly string[] = [
  ...WORDS,
  ...[
    'two words',
    'a:b',
    'http://x.example/a?b=c#d',
    'a#b',
    'jan@acme.example',
    "it's",
    'a "b" c',
    'a - b',
    'x\u00a0y',
    '50 %',
    'a & b',
  ],
  ...[
    '"in, quotes: {#}"',
    "'in #quotes'",
    '""',
    "''",
    '(a)',
    '/a',
    'a/b',
    '+48 1',
    '$5',
    'a ? b',
    'a | b',
    'a > b',
    'a * b!',
    '😀',
  ],
  ...['"a \\"b\\" c\\\\"', '"\\u0142\\n\\/\\ud83d"', "'it''s'", "''''", "'a\\'"],
];
const BLOCK_TEXTS: readonly string[] = [
  ...TEXTS,
  'a, b',
  'a [b]',
  'a {b}',
  'a, {b: c}'.replace(': ', ':'),
  'a ]',
  'a }',
];
const TRAPS: readonly string[] = [
  ...[
    'a: b',
    'a:',
    'a : b',
    'a #b',
    '#a',
    '- a',
    '-',
    '- - a',
    '? a',
    '?',
    ': a',
    ':',
    ':a',
    '&a b',
    '*a',
    '!a b',
    '|',
    '>',
    '|-\n  a',
    '%a',
    '@a',
    '`a',
  ],
  ...[
    '"a" b',
    '"a"b',
    '"a": b',
    "'a''b'",
    '"a\\"b"',
    '"a',
    "'a",
    '"a\n  b"',
    "'a\n\n  b'",
    'a\n  b',
    'a\n\n  b',
    '{a}',
    '[a: b]',
    '{a: b',
    '[a',
    'a]',
  ],
  ...[
    '{a: b}}',
    '{a: b} c',
    '{a: b}: c',
    '[a]: b',
    '{a:b}',
    '{a: b,}',
    '{a: b,, c: d}',
    '[,]',
    '[a,]',
    '[a b, c]',
    '{"a":1}',
    '{a: , b: }',
    '{a: b #c\n}',
  ],
  ...[
    '{a: b}# c',
    '[a]#',
    'a# b',
    'a\t# b',
    '\ta',
    'a\t',
    '{a: - b}',
    '{- a: b}',
    '{? a: b}',
    '[- a]',
    '[a,\n b]',
    '{a: 1, a: 2}',
    '{a: {a: 1}}',
    '---',
    '...',
  ],
  ...[
    '<<<<<<<',
    '======= a',
    '... a',
    '--- a',
    '<a',
    '=a',
    '\ufeffa',
    'a\u2028b',
    '\u0085',
    '\u0007',
    '\ud800',
    '[[[[[[[[[[a]]]]]]]]]]',
    '{<<: a}',
    '{a: b, "a": c}',
    '-a',
    '--',
    '.',
    ' ',
    '\n',
    '',
  ],
  ...['"\\x41"', '"\\u00g1"', '"\\', '"a\\"', '"\\d"', '"\\N"', "'a'''", "'''a'", "'a''"],
];

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

/** The text after a few slips of the hand: characters and lines put in, taken out, put twice, changed with another. */
export function slipped(text: string, dice: Dice): string {
  let so = text;
  for (let times = 1 + dice.roll(3); times > 0; times--)
    so = dice.oneIn(3) ? lineSlip(so, dice) : signSlip(so, dice);
  return so;
}

function signSlip(text: string, dice: Dice): string {
  const at = dice.roll(text.length + 1);
  const [before, sign, behind] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  switch (dice.roll(5)) {
    case 0:
      return before + dice.of(PIECES) + sign + behind;
    case 1:
      return before + behind;
    case 2:
      return before + dice.of(PIECES) + behind;
    case 3:
      return before + sign + sign + behind;
    default:
      return before.slice(0, -1) + sign + before.slice(-1) + behind;
  }
}

function lineSlip(text: string, dice: Dice): string {
  const lines = text.split('\n');
  const at = dice.roll(lines.length);
  const other = dice.roll(lines.length);
  const line = lines[at] ?? '';
  switch (dice.roll(6)) {
    case 0:
      return lines.toSpliced(at, 1).join('\n');
    case 1:
      return lines.toSpliced(other, 0, line).join('\n');
    case 2:
      return lines
        .with(at, lines[other] ?? '')
        .with(other, line)
        .join('\n');
    case 3:
      return lines.with(at, `${' '.repeat(1 + dice.roll(3))}${line}`).join('\n');
    case 4:
      return lines.with(at, line.replace(/^ {1,2}/, '')).join('\n');
    default:
      return lines.with(at, `${line}\r`).join('\n');
  }
}
