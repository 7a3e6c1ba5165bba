import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { checksum, slowChecksum } from '../../src/index-db/checksum.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

test('the checksum of the standard’s check value is the standard’s', () => {
  expect(slowChecksum('123456789')).toBe(0xcbf43926);
  expect(checksum('123456789')).toBe(0xcbf43926);
});

property.prop([fc.string({ unit: 'binary' })])('with and without the built-in one it is the same', (text) => {
  expect(slowChecksum(text)).toBe(crc32(text));
  expect(checksum(text)).toBe(crc32(text));
});
