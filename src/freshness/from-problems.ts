// Hits from what reading the files found: such a rule only names the problems of its code.

import type { Problem } from '../base/problem.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Hit, Looked } from './rule.ts';

/** The problems of that code as hits; the deal is the one that the file is named after. */
export function hitsFrom(code: Problem['code'] & RuleId, book: Pick<Looked, 'problems'>): Hit[] {
  return book.problems
    .filter((problem) => problem.code === code)
    .map((problem) => ({
      id: dealIdOf(problem.file) ?? '',
      place: { file: problem.file, line: problem.line, column: problem.column },
      message: problem.message,
      hint: problem.hint ?? '',
    }));
}

/** The id of the deal whose file it is, in deals/ or archive/; undefined for any other file. */
export function dealIdOf(file: string): string | undefined {
  return /^(?:deals|archive)\/(?:.*\/)?([^/]+)\.ya?ml$/.exec(file)?.[1];
}
