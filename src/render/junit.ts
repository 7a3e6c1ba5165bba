// Annotations as a JUnit report: a suite a rule, a case a finding, and one that passes where a rule found nothing,
// so that a green report is not an empty one.

import { grouped } from '../base/grouped.ts';
import type { Annotation, AnnotationRule, Annotations } from '../page/annotation.ts';
import { safeForXml } from './safe.ts';

interface Case {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** undefined: it passes. */
  readonly outcome?: Outcome | undefined;
}

interface Outcome {
  readonly kind: 'failure' | 'skipped';
  readonly message: string;
  readonly text: string;
}

/**
 * A finding that fails the check is a failure; one that does not is skipped, with the reason. Rules that are off are
 * left out, those not evaluated are skipped.
 * @param folder the workspace's folder within the repository with a slash behind it, '' where it is its root
 */
export function renderJunit(annotations: Annotations, folder: string): string {
  const { ranked, rules, title } = annotations;
  const found = grouped(ranked, ({ rule }) => rule);
  const ofRules = rules
    .map(({ id, ...rule }) => ({ id, title: rule.title, cases: casesOf(found.get(id) ?? [], rule, folder) }))
    .filter(({ cases }) => cases.length > 0);
  const suites = ofRules.length > 0 ? ofRules : [nothingLookedAt(annotations)];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${safeForXml(title)}"${counts(all)}>`,
    ...suites.flatMap(({ id, title: name, cases }) => [
      `  <testsuite name="${attribute(`${id}: ${name}`)}"${counts(cases)}>`,
      ...cases.flatMap((each) => caseLines(id, each)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

/** No rule had anything to look at: a report without any case would be read as a broken one. */
function nothingLookedAt({ title, summary }: Annotations) {
  const text = summary.join('\n');
  const outcome: Outcome = { kind: 'skipped', message: summary[0] ?? '', text };
  return { id: 'check', title, cases: [{ name: 'nothing to look at', outcome }] };
}

function casesOf(
  findings: readonly Annotation[],
  { evaluated, notEvaluated }: Pick<AnnotationRule, 'evaluated' | 'notEvaluated'>,
  folder: string,
): readonly Case[] {
  const skipped = notEvaluated.map(
    (reason): Case => ({
      name: 'not evaluated',
      outcome: { kind: 'skipped', message: reason, text: reason },
    }),
  );
  const subjects = grouped(findings, ({ subject }) => subject);
  const cases = findings.map((finding): Case => {
    const same = subjects.get(finding.subject) ?? [];
    const number = same.length === 1 ? '' : ` (${same.indexOf(finding) + 1})`;
    return { ...placeOf(finding, folder), name: `${finding.subject}${number}`, outcome: outcomeOf(finding) };
  });
  return [...(evaluated && cases.length === 0 ? [{ name: 'nothing found' }] : cases), ...skipped];
}

function placeOf({ file, line }: Annotation, folder: string): Pick<Case, 'file' | 'line'> {
  return { file: file === undefined ? undefined : `${folder}${file}`, line };
}

function outcomeOf({ level, owner, value, passes, file, line, message, hint }: Annotation): Outcome {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}`;
  const text = [
    `${level}${passes === undefined ? '' : `, ${passes}`}`,
    message,
    hint,
    [place, owner, value].filter((part) => part !== undefined && part !== '').join(' · '),
  ];
  return {
    kind: passes === undefined ? 'failure' : 'skipped',
    message: passes === undefined ? message : `${level}, ${passes} · ${message}`,
    text: text.filter((line) => line !== '').join('\n'),
  };
}

function caseLines(rule: string, { name, file, line, outcome }: Case): readonly string[] {
  const place = `${file === undefined ? '' : ` file="${attribute(file)}"`}${line === undefined ? '' : ` line="${line}"`}`;
  const opening = `    <testcase classname="${attribute(rule)}" name="${attribute(name)}"${place} time="0"`;
  if (outcome === undefined) return [`${opening}/>`];
  const { kind, message, text } = outcome;
  return [
    `${opening}>`,
    `      <${kind} message="${attribute(message)}">${safeForXml(text)}</${kind}>`,
    '    </testcase>',
  ];
}

function counts(cases: readonly Case[]): string {
  const of = (kind: string) => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  return ` tests="${cases.length}" failures="${of('failure')}" errors="0" skipped="${of('skipped')}" time="0"`;
}

/** A line end in an attribute would be read as a space. */
function attribute(text: string): string {
  return safeForXml(text.replace(/\s+/g, ' '));
}
