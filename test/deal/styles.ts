// The text of a deal's file as people and other programs write it: any quotes, block or flow, comments everywhere,
// unknown keys, any order, CRLF, no final line end, a byte order mark.

import type { CustomValue } from '../../src/deal/deal.ts';
import { doubleQuoted, scalarText, singleQuoted } from '../../src/deal/scalar-text.ts';
import { SHAPES, type Shape } from '../../src/deal/shapes.ts';
import { dataText, type NewDeal } from '../../src/deal/write.ts';
import { fc } from '../support/seeded.ts';
import { anyNewDeal } from './deals.ts';

export interface StyledDeal {
  readonly deal: NewDeal;
  readonly text: string;
}

/** Picks by a stream of numbers, so that one seed gives one text and shrinks to the plainest. */
class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** 0 to below `of`; 0 is the plainest. */
  pick(of: number): number {
    const number = this.#numbers[this.#next++ % Math.max(1, this.#numbers.length)] ?? 0;
    return number % of;
  }

  oneIn(of: number): boolean {
    return this.pick(of) === of - 1;
  }
}

/** Any deal in any style. */
export const anyStyledDeal: fc.Arbitrary<StyledDeal> = fc
  .tuple(anyNewDeal, fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 97 }))
  .map(([deal, numbers]) => {
    const choices = new Choices(numbers);
    return { deal, text: choices.oneIn(10) ? inOneMap(deal, choices) : styled(deal, choices) };
  });

/** As JSON, or as YAML that is all in braces. */
function inOneMap(deal: NewDeal, choices: Choices): string {
  const { nextStep, lostReason, mergedInto, ...rest } = deal;
  const keys = {
    ...rest,
    next_step: nextStep,
    lost_reason: lostReason,
    merged_into: mergedInto,
    unknown_key: [1, { a: null }],
  };
  const json = JSON.stringify(keys, null, [0, 2][choices.pick(2)]);
  const ascii = json.replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const isExact = !/\d{16}/.test(json); // longer integers are read as the texts that they are
  const text = isExact && choices.oneIn(2) ? ascii : dataText(JSON.parse(ascii), 'block');
  return text + ['', '\n', ' # all of it\n'][choices.pick(3)];
}

function styled(deal: NewDeal, choices: Choices): string {
  const indent = choices.oneIn(12) ? '  ' : '';
  const blocks = blocksOf(deal, choices, indent);
  if (choices.oneIn(4)) blocks.unshift(`${indent}unknown_key: {kept: [as, it is]} # really`);
  if (choices.oneIn(4))
    blocks.splice(
      choices.pick(blocks.length + 1),
      0,
      `${indent}x-note:\n${indent}    - a # b\n${indent}    - "c"`,
    );
  if (choices.oneIn(3)) blocks.push(...blocks.splice(0, choices.pick(blocks.length))); // another order
  const between = blocks.map(
    (block) =>
      block + ['', '', '', '\n', `\n${indent}# a comment: with {signs}`, '\n\n\n# far left'][choices.pick(6)],
  );
  const head = ['', '# yaml-language-server: $schema=../schema/deal.json\n', '---\n', '\n# head\n---\n'][
    choices.pick(4)
  ];
  const tail = ['', '', '\n...', '\n# the end'][choices.pick(4)];
  const text = `${head}${between.join('\n')}${tail}${choices.oneIn(4) ? '' : '\n'}`;
  const lines = choices.oneIn(3) ? text.replaceAll('\n', '\r\n') : text;
  return choices.oneIn(8) ? `\ufeff${lines}` : lines;
}

function blocksOf(deal: NewDeal, choices: Choices, indent: string): string[] {
  const texts = {
    name: deal.name,
    account: deal.account,
    owner: deal.owner,
    stage: deal.stage,
    currency: deal.currency,
    important: deal.important,
    category: deal.category,
    lost_reason: deal.lostReason,
    was: deal.was,
    merged_into: deal.mergedInto,
  };
  const plain = {
    amount: deal.amount,
    created: deal.created,
    recorded: deal.recorded,
    close: deal.close,
    missing: deal.missing,
  };
  const records = { stages: deal.stages, activities: deal.activities, waive: deal.waive };
  const single = { next_step: deal.nextStep, source: deal.source };
  const lists = { contacts: deal.contacts, checklist: deal.checklist };
  const key = (name: string) => `${indent}${choices.oneIn(9) ? `"${name}"` : name}:`;
  return [
    ...Object.entries(texts).flatMap(([name, text = '']) => textBlock(key(name), text, choices, indent)),
    ...Object.entries(plain).flatMap(([name, text]) => {
      if (text === undefined)
        return choices.oneIn(6) ? [key(name) + ['', ' ~', ' null # none'][choices.pick(3)]] : [];
      return [`${key(name)} ${choices.oneIn(5) ? `"${text}"` : text}${comment(choices)}`];
    }),
    ...Object.entries(single).flatMap(([name, record]) =>
      record === undefined
        ? []
        : [
            key(name) +
              recordAfterColon(record, name === 'source' ? SHAPES.source : SHAPES.next_step, choices, indent),
          ],
    ),
    ...Object.entries(records).flatMap(([name, items = []]) => {
      const shape = name === 'stages' ? SHAPES.stages : name === 'waive' ? SHAPES.waive : SHAPES.activities;
      if (items.length > 0) return [key(name) + recordsAfterColon(items, shape, choices, indent)];
      return choices.oneIn(3)
        ? [key(name) + ['', ' []', ' [ ] # none', ' # none yet', ' ~', ' [ # none\n  ]'][choices.pick(6)]]
        : [];
    }),
    ...Object.entries(lists).flatMap(([name, items = []]) => {
      if (items.length === 0) return [];
      if (choices.oneIn(3))
        return [`${key(name)}${items.map((item) => `\n${indent}  - ${scalarText(item, 'block')}`).join('')}`];
      return [
        `${key(name)} [${items.map((item) => scalarText(item, 'flow')).join(', ')}]${comment(choices)}`,
      ];
    }),
    ...customBlock(key('custom'), deal.custom ?? {}, choices, indent),
  ];
}

function textBlock(key: string, text: string, choices: Choices, indent: string): string[] {
  if (text === '')
    return choices.oneIn(6) ? [key + ['', ' ~ # nobody', ' ""', " ''", ' # left out'][choices.pick(5)]] : [];
  const literal = blockScalar(text, `${indent}  `);
  if (literal !== undefined && choices.oneIn(6)) return [`${key} ${literal}`];
  const gap = choices.oneIn(9) ? '   ' : choices.oneIn(9) ? `\n${indent}    ` : ' ';
  return [`${key}${gap}${inSomeQuotes(text, choices, 'block')}${comment(choices)}`];
}

/** As `|` or `|-`, where the text allows it. */
function blockScalar(text: string, indent: string): string | undefined {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const fits = body
    .split('\n')
    .every((line) => /^[\p{L}\p{N}:#,'"-](?:[\p{L}\p{N}:#,'" -]*[\p{L}\p{N}:#,'"-])?$/u.test(line));
  if (!fits) return undefined;
  return `|${text.endsWith('\n') ? '' : '- # as it is'}\n${body
    .split('\n')
    .map((line) => indent + line)
    .join('\n')}`;
}

function inSomeQuotes(text: string, choices: Choices, context: 'block' | 'flow'): string {
  const style = choices.pick(4);
  if (style === 2) return singleQuoted(text) ?? doubleQuoted(text);
  return style === 3 ? doubleQuoted(text) : scalarText(text, context);
}

function comment(choices: Choices): string {
  return ['', '', '', ' # a comment', '\t#tab, "and" {signs}: yes'][choices.pick(5)] ?? '';
}

function fieldsOf(record: object, shape: Shape, choices: Choices, context: 'block' | 'flow'): string[] {
  const held = new Map<string, unknown>(Object.entries(record));
  const fields = Object.entries(shape.fields).flatMap(([key, kind]) => {
    const value = held.get(key);
    if (typeof value !== 'string') return [];
    return [`${key}: ${kind === 'day' ? value : inSomeQuotes(value, choices, context)}`];
  });
  return choices.oneIn(5) ? fields.reverse() : fields;
}

function inBraces(record: object, shape: Shape, choices: Choices): string {
  const [open, close] = choices.oneIn(4) ? ['{ ', ' }'] : ['{', '}'];
  return `${open}${fieldsOf(record, shape, choices, 'flow').join(choices.oneIn(5) ? ' , ' : ', ')}${choices.oneIn(9) ? ',' : ''}${close}`;
}

function recordAfterColon(record: object, shape: Shape, choices: Choices, indent: string): string {
  if (choices.oneIn(3)) {
    return `${comment(choices)}${fieldsOf(record, shape, choices, 'block')
      .map((field) => `\n${indent}   ${field}${comment(choices)}`)
      .join('')}`;
  }
  if (choices.oneIn(5)) {
    return ` {${comment(choices)}\n${indent}    ${fieldsOf(record, shape, choices, 'flow').join(`, # then\n${indent}    `)} # last\n${indent}  }`;
  }
  return ` ${inBraces(record, shape, choices)}${comment(choices)}`;
}

function recordsAfterColon(
  records: readonly object[],
  shape: Shape,
  choices: Choices,
  indent: string,
): string {
  const style = choices.pick(4);
  if (style === 1)
    return ` [${records.map((record) => inBraces(record, shape, choices)).join(', ')}]${comment(choices)}`;
  if (style === 2) {
    return ` [\n${records.map((record) => `${indent}  ${inBraces(record, shape, choices)}`).join(`, # one\n`)}${choices.oneIn(2) ? ',' : ''} # two\n${indent}  ]`;
  }
  const dash = `\n${indent}${['  ', '', '      '][choices.pick(3)]}- `;
  const within = choices.oneIn(4) ? `\n${indent}   # inside of the list` : '';
  const items = records.map((record) => {
    if (style === 0) return `${dash}${inBraces(record, shape, choices)}${comment(choices)}${within}`;
    const gap = dash.replace('-', ' ');
    return `${dash}${fieldsOf(record, shape, choices, 'block').join(`${comment(choices)}${gap}`)}${within}`;
  });
  return `${comment(choices)}${items.join('')}`;
}

function customBlock(
  key: string,
  custom: Readonly<Record<string, CustomValue>>,
  choices: Choices,
  indent: string,
): string[] {
  const pairs = Object.entries(custom).map(([name, value]) => [scalarText(name, 'flow'), value] as const);
  if (pairs.length === 0)
    return choices.oneIn(4) ? [key + ['', ' {}', ' { }', ' ~ # none'][choices.pick(4)]] : [];
  const isShort = pairs.every(([name]) => name.length < 900);
  if (isShort && choices.oneIn(2)) {
    const lines = pairs.map(
      ([name, value]) => `\n${indent}  ${name}: ${dataText(value, 'block')}${comment(choices)}`,
    );
    return [`${key}${comment(choices)}${lines.join('')}`];
  }
  return [
    `${key} {${pairs.map(([name, value]) => `${name}: ${dataText(value, 'flow')}`).join(', ')}}${comment(choices)}`,
  ];
}
