import { expect, test } from 'vitest';
import { decodeUtf8 as decode } from '../../src/base/utf8.ts';
import { asTold } from '../support/as-told.ts';

const decodeUtf8 = (bytes: Buffer) => asTold(decode(bytes));

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

test('UTF-8 is decoded, and a byte order mark is kept', () => {
  expect(decodeUtf8(bytes('name: Łódź 👩‍👧\r\n'))).toBe('name: Łódź 👩‍👧\r\n');
  expect(decodeUtf8(bytes('\ufeffname: A'))).toBe('\ufeffname: A');
  expect(decodeUtf8(bytes(''))).toBe('');
  expect(decodeUtf8(bytes('a'))).toBe('a');
});

test('other encodings are named, never guessed', () => {
  expect(decodeUtf8(Buffer.from('\ufeffname: A', 'utf16le'))).toMatchObject({
    message: 'The file is UTF-16, not UTF-8.',
  });
  expect(decodeUtf8(Buffer.from('name: A', 'utf16le'))).toMatchObject({
    message: 'The file is UTF-16, not UTF-8.',
  });
  expect(decodeUtf8(Buffer.from('name: A', 'utf16le').swap16())).toMatchObject({
    message: 'The file is UTF-16, not UTF-8.',
  });
  expect(decodeUtf8(bytes([0xff, 0xfe, 0, 0, 0x6e, 0, 0, 0]))).toMatchObject({
    message: 'The file is UTF-32, not UTF-8.',
  });
});

test('bytes that are no UTF-8 are told with their line', () => {
  expect(decodeUtf8(bytes('name: A\nowner: ', [0xb3], 'ucja\n'))).toMatchObject({
    message: 'The file is not UTF-8.',
    line: 2,
    hint: expect.any(String),
  });
  expect(decodeUtf8(bytes('name: A\n\n', [0xc5]))).toMatchObject({ line: 3 });
  expect(decodeUtf8(bytes([0xed, 0xa0, 0x80]))).toMatchObject({ line: 1 });
});
