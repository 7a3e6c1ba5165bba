// Bytes → text: which encoding an export is in, by its byte order mark, by what the bytes can be, and by locale.

import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { refuseDamagedUtf8 } from './damaged-utf8.ts';

/** The encodings that an export may be in, as people name them, with TextDecoder's label. */
export const ENCODINGS = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  cp1250: 'windows-1250',
  cp1252: 'windows-1252',
} as const satisfies Record<string, string>;

export type Encoding = keyof typeof ENCODINGS;

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** What decided it, for the report; '' where the bytes leave no doubt. */
  readonly why: Sayable;
}

/** Languages whose Windows code page is 1250. */
const CENTRAL_EUROPE = new Set(['pl', 'cs', 'sk', 'hu', 'ro', 'sl', 'hr', 'bs', 'sq']);

/**
 * The text of an export without its byte order mark.
 * @param options `asked`: an encoding that a person named now; it is taken even against appearances. `usual`: what the
 *   system's exports were in before, `locale` of the workspace: they decide where the bytes do not
 * @throws Failure `export-unreadable` where the bytes are not text, or UTF-8 but for a few of them
 */
export function decodeBytes(
  bytes: Uint8Array,
  file: string,
  options: {
    readonly asked?: Encoding | undefined;
    readonly usual?: Encoding | undefined;
    readonly locale: string;
  },
): Decoded {
  const { encoding, why } =
    options.asked === undefined
      ? encodingOf(bytes, file, options)
      : { encoding: options.asked, why: 'as asked for' as const };
  const decoded = new TextDecoder(ENCODINGS[encoding]).decode(bytes);
  const text = encoding === 'cp1252' ? withSignsOf1252(decoded) : decoded;
  if (text.includes('\u0000')) {
    throw new Failure(
      'export-unreadable',
      said('{file} is not a text file: it contains NUL characters.', { file }),
      {
        hint: 'Give a CSV or XLSX file; --encoding names the encoding of a CSV.',
      },
    );
  }
  return { text, encoding, why };
}

/** What cp1252 has at 0x80 to 0x9f; five places are empty. */
const SIGNS_OF_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Releases of Node since 20.18.3 and 22.13 take windows-1252 for latin1: euro signs, dashes and quotes come as controls. */
function withSignsOf1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => SIGNS_OF_1252[control.charCodeAt(0) - 0x80] ?? control);
}

/** The encoding that a person wrote, or undefined: `UTF8`, `windows-1250`, `CP1252` are understood. */
export function toEncoding(name: string): Encoding | undefined {
  const squeezed = name.toLowerCase().replace(/^(windows|win|cp)?[-_ ]*(?=125)/, 'cp');
  const known = Object.keys(ENCODINGS) as Encoding[];
  return known.find((encoding) => encoding.replaceAll('-', '') === squeezed.replaceAll(/[-_ ]/g, ''));
}

function encodingOf(
  bytes: Uint8Array,
  file: string,
  { usual, locale }: { readonly usual?: Encoding | undefined; readonly locale: string },
): { encoding: Encoding; why: Sayable } {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined && marked !== 'utf-8') return { encoding: marked, why: '' };
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return { encoding: wide, why: 'by the zero bytes in it' };
  if (isUtf8(bytes)) return { encoding: 'utf-8', why: '' };
  refuseDamagedUtf8(bytes, file, marked === 'utf-8');
  if (usual === 'cp1250' || usual === 'cp1252') return { encoding: usual, why: 'as the mapping says' };
  const inWords = centralEuropeanInWords(bytes);
  if (inWords > 0) return { encoding: 'cp1250', why: 'by its letters' };
  const language = locale.split('-')[0] ?? '';
  return {
    encoding: CENTRAL_EUROPE.has(language) ? 'cp1250' : 'cp1252',
    why: said('by the locale {locale}; --encoding says otherwise', { locale }),
  };
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: in mostly Latin text every second byte is zero. */
function wideWithoutMark(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (pairs === 0) return undefined;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Letters in cp1250 that are signs or nothing in cp1252: ą ł ż ş ľ Ą Ł Ż Ş Ľ ť ź Ť Ź. */
const SIGNS_IN_1252 = new Set([0xb9, 0xb3, 0xbf, 0xba, 0xbe, 0xa5, 0xa3, 0xaf, 0xaa, 0xbc, 0x9d, 0x8d, 0x8f]);

/** How often such a byte stands between two letters, where a sign of cp1252 has no business. */
function centralEuropeanInWords(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 1; at + 1 < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (!SIGNS_IN_1252.has(byte)) continue;
    if (isLetter(bytes[at - 1] ?? 0) && isLetter(bytes[at + 1] ?? 0)) count++;
  }
  return count;
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || byte >= 0xc0 || SIGNS_IN_1252.has(byte);
}
