// A checksum of text, so that a damaged row of the index is never taken for what was kept. Against accidents only.

import * as zlib from 'node:zlib';

/** CRC-32 of the text as UTF-8, 0 to 2^32 − 1. */
export const checksum: (text: string) => number =
  typeof zlib.crc32 === 'function' ? (text) => zlib.crc32(text) : slowChecksum;

let table: Uint32Array | undefined;

/** The same for a Node before 20.15, which has none built in. */
export function slowChecksum(text: string): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
    return remainder;
  });
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text, 'utf8')) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
