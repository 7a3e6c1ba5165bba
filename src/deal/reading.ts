// Reads values of a tree as what a key of a deal may hold: a text, a day, a list. All that is wrong is collected;
// what can't be read comes back as missing.

import { type Day, toDay } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
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
  scalar(key: string, value: TreeNode | undefined, what = 'text'): ScalarNode | undefined {
    if (value === undefined || isNothing(value)) return undefined;
    if (value.kind === 'scalar') return value;
    const isText = value.flow && what === 'text';
    this.report(value.from, {
      message: `${key}: ${kindOf(value)} stands where ${what === 'amount' ? 'an' : 'a'} ${what} belongs.`,
      hint: `Write one ${what} behind the colon${isText ? '; quote a text that begins with a bracket' : ''}.`,
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
        this.report(item.at, { message: `${key}: an item is empty.`, hint: 'Write it, or take it out.' });
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
      message: `${key}: ${kindOf(value)} stands where a list belongs.`,
      hint: `Write ${key}: ${example}`,
    });
    return [];
  }
}

/** What a value is, as a person calls it. */
export function kindOf(value: TreeNode): string {
  return { scalar: 'a text', list: 'a list', map: 'a map' }[value.kind];
}
