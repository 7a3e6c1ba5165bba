// Reads values of a tree as what a key of a deal may hold: a text, a day, a list. All that is wrong is collected;
// what can't be read comes back as missing.

import { type Day, toDay } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
import { type Said, said } from '../base/said.ts';
import { notADay } from './day-text.ts';
import { type SourceText, shortened, type Wrong } from './source-text.ts';
import { isNothing, type ListItem, type ScalarNode, type TreeNode } from './tree.ts';

export class Reading {
  readonly problems: Problem[] = [];
  readonly source: SourceText;

  constructor(source: SourceText) {
    this.source = source;
  }

  report(at: number | undefined, wrong: Wrong): void {
    this.problems.push(this.source.problem(at, wrong));
  }

  /** The text of a scalar as the file has it; '' where there is none. */
  text(key: string, value: TreeNode | undefined): string {
    return this.scalar(key, value)?.text ?? '';
  }

  /** The scalar of a key that holds one; undefined where there is none. `what` is what it should be. */
  scalar(
    key: string,
    value: TreeNode | undefined,
    what: 'text' | 'amount' | 'day' = 'text',
  ): ScalarNode | undefined {
    if (value === undefined || isNothing(value)) return undefined;
    if (value.kind === 'scalar') return value;
    const values = { key, kind: kindOf(value) };
    this.report(value.from, {
      message:
        what === 'amount'
          ? said('{key}: {kind} stands where an amount belongs.', values)
          : what === 'day'
            ? said('{key}: {kind} stands where a day belongs.', values)
            : said('{key}: {kind} stands where a text belongs.', values),
      hint:
        what === 'text'
          ? value.flow
            ? 'Write one text behind the colon; quote a text that begins with a bracket.'
            : 'Write one text behind the colon.'
          : what === 'day'
            ? 'Write one day behind the colon.'
            : 'Write one amount behind the colon.',
    });
    return undefined;
  }

  day(key: string, value: TreeNode | undefined): Day | undefined {
    const scalar = this.scalar(key, value, 'day');
    if (scalar === undefined || scalar.text === '') return undefined;
    const found = toDay(scalar.text);
    if (found === undefined) this.report(scalar.from, notADay(key, shortened(scalar.text)));
    return found;
  }

  texts(key: string, value: TreeNode | undefined): readonly string[] {
    return this.items(key, value, '[one, two]').flatMap((item) => {
      if (isNothing(item.value) || (item.value.kind === 'scalar' && item.value.text === '')) {
        this.report(item.at, {
          message: said('{key}: an item is empty.', { key }),
          hint: 'Write it, or take it out.',
        });
        return [];
      }
      const scalar = this.scalar(key, item.value);
      return scalar === undefined ? [] : [scalar.text];
    });
  }

  /** @param example how such a list is written */
  items(key: string, value: TreeNode | undefined, example: string): readonly ListItem[] {
    if (value === undefined || isNothing(value)) return [];
    if (value.kind === 'list') return value.items;
    this.report(value.from, {
      message: said('{key}: {kind} stands where a list belongs.', { key, kind: kindOf(value) }),
      hint: said('Write {key}: {example}', { key, example }),
    });
    return [];
  }
}

/** What a value is, as a person calls it. */
export function kindOf(value: TreeNode): Said {
  return said(({ scalar: 'a text', list: 'a list', map: 'a map' } as const)[value.kind]);
}
