// `.pipeline-baseline.yaml`: text ↔ entries. It is YAML of one entry a line, and read line by line: the tool writes
// it, thousands of entries are no reason to wait, and a difference in git is as long as what changed.

import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { type Sayable, said } from '../base/said.ts';
import { scalarText } from '../deal/scalar-text.ts';
import { SourceText, shortened } from '../deal/source-text.ts';
import { RULE_IDS, type RuleId } from '../workspace/rule-ids.ts';
import type { BaselineEntry } from './baseline.ts';

/** At the workspace's root. */
export const BASELINE_FILE = '.pipeline-baseline.yaml';
const BASELINE_FORMAT = 1;

const HEAD = `# Findings that the team began with: pipeline check counts them and lets them pass, unless they have become worse.
# pipeline check --shrink-baseline takes out what no longer occurs; --write-baseline begins anew with all there is.
format: ${BASELINE_FORMAT}
findings:
`;

/** The file's text. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  return HEAD + entries.map((entry) => `  ${entryText(entry)}\n`).join('');
}

/**
 * The text with each of its entries as it is now, its line gone where that is undefined. What stays as it was, and all
 * that people wrote around it, is untouched.
 * @param before what readBaseline gives of the text
 * @param after what becomes of each
 */
export function renewedText(
  text: string,
  before: readonly BaselineEntry[],
  after: readonly (BaselineEntry | undefined)[],
): string {
  let at = -1;
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      const written = writtenIn(line);
      if (!isEntryLine(written)) return line;
      const entry = after[++at];
      if (entry === undefined) return '';
      if (isDeepStrictEqual(entry, before[at])) return line;
      return written.slice(0, written.indexOf('- ')) + entryText(entry) + line.slice(written.length);
    })
    .join('');
}

function entryText(entry: BaselineEntry): string {
  return `- {${fieldsOf(entry).join(', ')}}`;
}

function fieldsOf({ rule, id, about, severity, count }: BaselineEntry): string[] {
  return [
    `rule: ${rule}`,
    ...(id === '' ? [] : [`id: ${scalarText(id, 'flow')}`]),
    ...(about === '' ? [] : [`about: ${scalarText(about, 'flow')}`]),
    ...(severity === 'warning' ? [] : [`severity: ${severity}`]),
    ...(count === 1 ? [] : [`count: ${count}`]),
  ];
}

const MOST_PROBLEMS = 20;
const MEND = 'Mend it, or delete the file and write it anew: pipeline check --write-baseline';

/** @throws Failure `baseline-invalid` with every problem at its line, `newer-format` */
export function readBaseline(text: string): readonly BaselineEntry[] {
  const source = new SourceText(text, BASELINE_FILE, 'invalid-baseline');
  const problems: Problem[] = [];
  const report: Report = (at, message, hint) => problems.push(source.problem(at, { message, hint }));
  const entries: BaselineEntry[] = [];
  let format: string | undefined;
  let isOpen = false;
  for (const { line, at } of linesOf(text)) {
    const written = writtenIn(line);
    if (written === '') continue;
    const key = /^(format|findings): *(.*)$/.exec(written);
    if (key?.[1] === 'format' && format === undefined) format = formatOf(key[2] ?? '', at, report);
    else if (key?.[1] === 'findings' && /^(?:\[ *\])?$/.test(key[2] ?? '')) isOpen = true;
    else if (isOpen && isEntryLine(written)) entries.push(...entryOf(written, at, report));
    else report(at, lineMessage(written), MEND);
  }
  if (format === undefined && problems.length === 0)
    report(
      0,
      'The format is missing.',
      said('Write: format: {baseline_format}', { baseline_format: BASELINE_FORMAT }),
    );
  if (problems.length === 0) return entries;
  throw baselineInvalid(problems);
}

/** The failure of a baseline that can't be used. */
export function baselineInvalid(problems: readonly Problem[]): Failure {
  return new Failure(
    'baseline-invalid',
    said('There {count, plural, one {is a mistake} other {are {count} mistakes}} in {file}.', {
      count: problems.length,
      file: BASELINE_FILE,
    }),
    {
      problems: problems.slice(0, MOST_PROBLEMS),
      hint: 'pipeline check --no-baseline looks past it.',
    },
  );
}

/** A comment begins at the start of the line or behind a space; `#` in quotes is none. */
const BEFORE_COMMENT = /^(?:"(?:[^"\\]|\\.)*"|[^"#]+|(?<!^|\s)#|")*/;

/** A line without its comment. */
function writtenIn(line: string): string {
  return (BEFORE_COMMENT.exec(line)?.[0] ?? '').trimEnd();
}

function isEntryLine(written: string): boolean {
  return written.trimStart().startsWith('- ');
}

type Report = (at: number, message: Sayable, hint: Sayable) => void;

function* linesOf(text: string): Generator<{ line: string; at: number }> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (const line of text.slice(at).split('\n')) {
    yield { line: line.replace(/\r$/, ''), at };
    at += line.length + 1;
  }
}

/** @throws Failure `newer-format` */
function formatOf(written: string, at: number, report: Report): string {
  if (/^\d{1,6}$/.test(written) && Number(written) > BASELINE_FORMAT) {
    throw new Failure(
      'newer-format',
      said('{baseline_file} is of format {written}; this program reads format {baseline_format}.', {
        baseline_file: BASELINE_FILE,
        written,
        baseline_format: BASELINE_FORMAT,
      }),
      {
        hint: said('Install pipeline {written}.0 or newer, or look past it: pipeline check --no-baseline', {
          written,
        }),
      },
    );
  }
  if (written !== String(BASELINE_FORMAT))
    report(
      at,
      said('There is no format {written}.', { written: shortened(written) }),
      said('Write: format: {baseline_format}', { baseline_format: BASELINE_FORMAT }),
    );
  return written;
}

function lineMessage(written: string): Sayable {
  return /^(?:<{7}|={7}|>{7}|\|{7})/.test(written)
    ? 'A merge left its marks here.'
    : said('This is no line of a baseline: {written}', { written: shortened(written.trim()) });
}

const SCALAR = String.raw`"(?:[^"\\]|\\.)*"|[^\s,{}"][^,{}"]*`;
const FIELD = new RegExp(`^([a-z]+): *(${SCALAR}) *(?:,|$) *`);

function entryOf(written: string, at: number, report: Report): BaselineEntry[] {
  const start = written.indexOf('- ');
  const whole = /^\{ *(.*?) *\}$/.exec(written.slice(start + 2).trim());
  const fields = whole === null ? undefined : fieldsIn(whole[1] ?? '');
  const [rule, id = '', about = '', severity = 'warning', count = '1'] = KEYS.map((key) => fields?.get(key));
  const isSevere = severity === 'warning' || severity === 'error';
  if (fields === undefined || rule === undefined || !isSevere || !/^[1-9]\d{0,6}$/.test(count)) {
    report(
      at + start,
      said('This is no entry: {written}', { written: shortened(written.trim()) }),
      said('Write: - {example}', { example: '{rule: stale, id: acme-erp}' }),
    );
    return [];
  }
  if (!isRule(rule)) {
    report(
      at + start,
      said('There is no rule "{rule}".', { rule: shortened(rule) }),
      didYouMean(rule, RULE_IDS, 'docs/reference/rules.md lists the rules.'),
    );
    return [];
  }
  return [{ rule, id, about, severity, count: Number(count) }];
}

const KEYS: readonly string[] = ['rule', 'id', 'about', 'severity', 'count'];

/** Undefined where the text is anything else than known keys, each once. */
function fieldsIn(text: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (let rest = text; rest !== ''; ) {
    const [field, key = '', value = ''] = FIELD.exec(rest) ?? [];
    if (field === undefined || !KEYS.includes(key) || fields.has(key)) return undefined;
    const plain = unquoted(value.trim());
    if (plain === undefined) return undefined;
    fields.set(key, plain);
    rest = rest.slice(field.length);
  }
  return fields;
}

function unquoted(value: string): string | undefined {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return undefined;
  }
}

function isRule(text: string): text is RuleId {
  return RULE_IDS.some((rule) => rule === text);
}
