// A checksum, so that a damaged row of the index is never taken for what was kept. Against accidents only.

import * as zlib from 'node:zlib';

/** CRC-32 of text as UTF-8, or of bytes, 0 to 2^32 − 1; `before` is that of what stands before it. */
export const checksum: (content: string | Uint8Array, before?: number) => number =
  typeof zlib.crc32 === 'function'
    ? (content, before = 0) => (content.length === 0 ? before : zlib.crc32(content as string, before)) // zlib takes nothing for a new beginning
    : slowChecksum;

let table: Uint32Array | undefined;

/** The same for a Node before 20.15, which has none built in. */
export function slowChecksum(content: string | Uint8Array, before = 0): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
    return remainder;
  });
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  let crc = before ^ 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
