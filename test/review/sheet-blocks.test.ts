// Which blocks of a sheet are ours: what a person took out by a comment is not, and nothing else goes unseen.

import { expect, test } from 'vitest';
import { blocksOf } from '../../src/review/sheet-blocks.ts';

const block = (id: string) => `\`\`\`yaml\ndeal: ${id}\nverdict: dead\n\`\`\`\n`;
const linesOf = (text: string) => blocksOf(text, 'reviews/2026-11-23.md').map(({ line }) => line);

test('a block in a comment is none, those before and behind it are', () => {
  expect(linesOf(`${block('a')}\n<!-- not now\n${block('b')}-->\n\n${block('c')}`)).toEqual([1, 13]);
  expect(linesOf(`<!-- a word -->\n${block('a')}`)).toEqual([2]);
});

test('a comment that nobody ended hides no answers', () => {
  expect(linesOf(`<!-- not now\n${block('a')}`)).toEqual([2]);
});

test('what looks like a comment in a block is an answer', () => {
  expect(linesOf(`\`\`\`yaml\ndeal: a\nlesson: |\n<!-- x\n\`\`\`\n${block('b')}-->\n`)).toEqual([1, 6]);
});
