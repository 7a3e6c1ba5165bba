// The words of a line as each shell hands them over, and the answer as each takes it. zsh and fish quote by themselves;
// bash puts what it gets into the line as it is.

import type { Answer } from './complete-answer.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

export interface Words {
  /** Without quotes. */
  readonly plain: readonly string[];
  /** The quote that the last word is within, or ''. */
  readonly quote: string;
  /** What of the last word stands before the part that the shell takes for the whole word. */
  readonly cut: string;
}

/** Descriptions are cut to it: they stand beside words on one line. */
const LONGEST = 60;

export function isShell(name: string): name is Shell {
  return SHELLS.some((shell) => shell === name);
}

/** The words without quotes. bash parts them at = and : too; they are put together again. */
export function readWords(shell: Shell, raw: readonly string[]): Words {
  const { words, cut } = shell === 'bash' ? rejoined(raw) : { words: raw, cut: '' };
  const quote = shell === 'zsh' ? '' : openQuote(words.at(-1) ?? '');
  const plain =
    shell === 'zsh'
      ? words
      : words.map((word, at) => (shell === 'fish' && at < words.length - 1 ? word : unquoted(word)));
  return { plain, quote, cut: unquoted(cut) };
}

/** `--owner` `=` `an` is `--owner=an`, and `value` `:` `d` is `value:d`. */
function rejoined(raw: readonly string[]): { readonly words: readonly string[]; readonly cut: string } {
  const words: string[] = [];
  let cut = '';
  let isJoining = false;
  for (const part of raw) {
    const isSign = part === '=' || part === ':';
    const last = words.at(-1);
    if (last !== undefined && last !== '' && (isJoining || (isSign && canBeJoined(last, part)))) {
      cut = isSign ? last + part : last;
      words[words.length - 1] = last + part;
    } else {
      cut = '';
      words.push(part);
    }
    isJoining = isSign && last !== undefined;
  }
  return { words, cut };
}

function canBeJoined(before: string, sign: string): boolean {
  return sign === ':' || before.startsWith('--') || /^[\w.-]+$/.test(before);
}

function openQuote(word: string): string {
  let quote = '';
  for (let at = 0; at < word.length; at++) {
    const sign = word[at] ?? '';
    if (sign === '\\' && quote !== "'") at++;
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
  }
  return quote;
}

/** As the shell would read the word, but for $ and `: nothing is run. */
function unquoted(word: string): string {
  let [quote, plain] = ['', ''];
  for (let at = 0; at < word.length; at++) {
    const sign = word[at] ?? '';
    if (sign === '\\' && quote !== "'") plain += word[++at] ?? '';
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
    else plain += sign;
  }
  return plain;
}

/** A first line that says how to go on, then a word a line; for zsh and fish with a tab and what it stands for. */
export function writeAnswer(shell: Shell, { manner, words }: Answer, { quote, cut }: Words): string {
  const lines = words
    .filter(({ value }) => isTypable(value))
    .map(({ value, says = '' }) => {
      if (shell === 'bash') return quoted(value.slice(cut.length), quote);
      return says === '' ? value : `${value}\t${shown(says)}`;
    });
  return `${[manner, ...lines].join('\n')}\n`;
}

/** Most texts are of these alone, Latin letters, and there may be ten thousand of them while a person waits. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u0377–]+$/;

/** What acts on a terminal, or ends a line, can't be offered. */
function isTypable(value: string): boolean {
  return PLAIN.test(value) || (value !== '' && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value));
}

function shown(says: string): string {
  const line = PLAIN.test(says) ? says.trim() : says.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** As bash would have to read it to get the word, within the quote that is open. */
function quoted(word: string, quote: string): string {
  if (quote === "'") return word.replaceAll("'", "'\\''");
  if (quote === '"') return word.replace(/[$`"\\]/g, '\\$&');
  return word.replace(/[^\p{L}\p{N}\p{M}_@%+=:,./-]/gu, '\\$&');
}
