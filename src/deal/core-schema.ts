// What a plain YAML text means by the core schema of YAML 1.2, as far as JSON can hold it without loss.

import Big from 'big.js';

export type Plain = string | number | boolean | null;

const NULL = /^(?:~|null|Null|NULL)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^[-+]?\d+$/;
const CANONICAL_INTEGER = /^(?:0|[-+]?[1-9]\d*)$/;
const OCTAL_OR_HEX = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** A float's digits never need more. */
const LONGEST = 400;

/**
 * Null, boolean or number where the core schema says so and the number is just the one that was written; else the
 * text itself: 0012, integers beyond 2^53, more digits than a float holds, infinity.
 */
export function plainValue(text: string): Plain {
  if (text.length > LONGEST) return text;
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true';
  if (INTEGER.test(text)) {
    const whole = Number(text);
    return CANONICAL_INTEGER.test(text) && Number.isSafeInteger(whole) ? whole : text;
  }
  if (OCTAL_OR_HEX.test(text)) {
    const whole = Number(text);
    return Number.isSafeInteger(whole) ? whole : text;
  }
  if (FLOAT.test(text)) return floatOf(text);
  return text;
}

function floatOf(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const written = text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=[eE]|$)/, '');
  return new Big(written).eq(String(value)) ? value : text;
}

/** Texts that YAML 1.1 or 1.2 take for something other than a text. */
const NUMBER_LIKE = /^[-+]?(?:\.?\d[\d_.:]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|\.(?:inf|nan))$/i;
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n)?$/i;

/** Whether some reader of YAML would take the plain text for a number, boolean or nothing. */
export function looksTyped(text: string): boolean {
  return WORDS.test(text) || NUMBER_LIKE.test(text);
}
