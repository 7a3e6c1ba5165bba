// How wide text is in a terminal, and where it may be cut.

import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cutTo, loadWidths, widthOf } from '../../src/render/width.ts';

await loadWidths();

test('every character has the width that string-width gives it, alone and between letters', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0x3000; code++) {
    const char = String.fromCharCode(code);
    for (const text of [char, `a${char}b`])
      if (widthOf(text) !== stringWidth(text)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('letters of Polish, dashes, arrows and blocks take a column each; CJK two, combining marks none', () => {
  expect(widthOf('zażółć – „gęślą” → jaźń ███')).toBe(27);
  expect(widthOf('日本')).toBe(4);
  expect(widthOf('e\u0301')).toBe(1);
});

test('a cut never falls inside a grapheme, and shows', () => {
  expect(cutTo('👩‍👩‍👧 family', 4)).toBe('👩‍👩‍👧…');
  expect(widthOf(cutTo('日本語の名前', 5))).toBeLessThanOrEqual(5);
});
