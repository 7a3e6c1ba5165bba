// Text in UTF-8 with a few bytes that are none: damaged on its way, and in no other encoding.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { lineBreaksIn } from './swallowed-rows.ts';

/**
 * Refuses bytes that are no UTF-8 as a whole, where more of their characters beyond ASCII are whole than broken: as
 * another encoding every one of them would be read as two or three.
 * @param isMarked whether a byte order mark says that they are UTF-8, so that nothing is weighed
 * @throws Failure `export-unreadable` with the line of the first byte that is none
 */
export function refuseDamagedUtf8(bytes: Uint8Array, file: string, isMarked: boolean): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes, { stream: true });
  const isCutOff = decoder.decode() !== '';
  const own = replacementsIn(bytes);
  const broken = (text.match(/\ufffd/g)?.length ?? 0) - own;
  const whole = (text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0) + own;
  if (!isMarked && whole <= broken) return;
  const at = firstDifference(bytes, Buffer.from(text));
  const line = 1 + lineBreaksIn(latin1(bytes.subarray(0, at)));
  throw new Failure(
    'export-unreadable',
    isCutOff && broken === 0
      ? said('{file}:{line}: the file ends in the middle of a character: it is cut off.', { file, line })
      : said('{file}:{line}: a byte in this line is no UTF-8, which the rest of the file is.', {
          file,
          line,
        }),
    { hint: 'Export it again. As it is, with a � in such places: --encoding utf-8' },
  );
}

/** How often the text itself holds the character that stands for what can't be read: somebody else's damage. */
function replacementsIn(bytes: Uint8Array): number {
  return latin1(bytes).split('\xef\xbf\xbd').length - 1;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < b.length && a[at] === b[at]) at++;
  return at;
}

/** A character for each byte. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
