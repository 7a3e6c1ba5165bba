// What is wrong with a text, written into it as comments for whoever goes on editing; and the text without them. They
// are for that person's eyes alone: what is read, and what is saved, never has them.

import { type Said, said } from '../base/said.ts';

/** Something wrong at a line, from 1; without one, with the text as a whole. */
export interface Remark {
  readonly line?: number;
  readonly message: string;
  readonly hint?: string;
}

/** What the comments say above all of them. @param count how many things are wrong */
export function headOver(count: number): Said {
  return said(
    'Not saved: {count, plural, one {# thing is} other {# things are}} wrong, each said above its line. These comments go by themselves.',
    { count },
  );
}

export interface Commented {
  readonly text: string;
  /** The lines that were put in, as they stand. */
  readonly comments: ReadonlySet<string>;
}

const SIGN = '#!';
const WIDTH = 78;
const MOST_INDENT = 20;
const LINE_END = /\r?\n/;

/** The text with a comment above each line that something is wrong with. @param head what stands above them all */
export function withComments(text: string, head: string, remarks: readonly Remark[]): Commented {
  const sign = freeSign(text);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  const above = new Map<number, string[]>([[0, comment(head, sign, '')]]);
  for (const remark of remarks) {
    const at = Math.min(Math.max(1, remark.line ?? 1), lines.length) - 1;
    const indent = (/^ */.exec(lines[at] ?? '')?.[0] ?? '').slice(0, MOST_INDENT);
    const put = [
      ...comment(remark.message, sign, indent),
      ...(remark.hint === undefined ? [] : comment(`→ ${remark.hint}`, sign, indent)),
    ];
    above.set(at, [...(above.get(at) ?? []), ...put]);
  }
  return {
    text: lines.flatMap((line, at) => [...(above.get(at) ?? []), line]).join(end),
    comments: new Set([...above.values()].flat()),
  };
}

/** The text without those comments, wherever they stand now. What a person made another line of is theirs, and stays. */
export function withoutComments(text: string, comments: ReadonlySet<string>): string {
  if (comments.size === 0) return text;
  const ours = new Set([...comments].map((line) => line.trim()));
  let kept = '';
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline + 1;
    const line = text.slice(from, to);
    if (!ours.has(line.trim())) kept += line;
    from = to;
  }
  return kept;
}

/** One that the text does not have: what is taken out again can't be a person's own. */
function freeSign(text: string): string {
  let sign = SIGN;
  while (text.includes(sign)) sign += '!';
  return sign;
}

function comment(message: string, sign: string, indent: string): string[] {
  const room = WIDTH - indent.length - sign.length - 1;
  const lines: string[] = [];
  for (const word of message.split(LINE_END).join(' ').split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}${sign} ${line}`);
}
