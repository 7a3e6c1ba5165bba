// Problems as lines of text: place, severity, message, the source line with a mark, and what to do.

import { type Problem, placeOf, type Severity } from '../base/problem.ts';
import { ENGLISH, type Speaker } from '../base/said.ts';
import type { Tone } from '../page/page.ts';
import type { Paint } from './paint.ts';
import { safeForTerminal } from './safe.ts';

const TONES = { error: 'bad', warning: 'warn', info: 'muted' } as const satisfies Record<Severity, Tone>;
const LONGEST_EXCERPT = 100;

/** The lines of one problem as `say` has it, made safe for a terminal. */
export function problemLines(problem: Problem, paint: Paint, say: Speaker = ENGLISH): string[] {
  const severity = paint[TONES[problem.severity]](problem.severity);
  const lines = [
    `${safeForTerminal(placeOf(problem))}  ${severity}  ${safeForTerminal(say(problem.message))}`,
  ];
  if (problem.excerpt !== undefined && problem.excerpt.trim() !== '') {
    const column = problem.column ?? 1;
    const start = column > LONGEST_EXCERPT ? column - 20 : 0;
    const shown = safeForTerminal(problem.excerpt.slice(start, start + LONGEST_EXCERPT)).trimEnd();
    lines.push(paint.muted(`  | ${shown}`)); // what a file says must not begin a line: `::error` is a command to GitHub
    if (problem.column !== undefined) lines.push(`    ${' '.repeat(column - 1 - start)}^`);
  }
  if (problem.hint !== undefined) lines.push(`  → ${safeForTerminal(say(problem.hint))}`);
  return lines;
}
