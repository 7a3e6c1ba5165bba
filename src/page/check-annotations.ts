// A check as annotations: one for each thing that fails it or was found, and the sum of it all.

import { RULES } from '../freshness/registry.ts';
import type { CheckView } from '../report/check.ts';
import type { Apart, CheckFinding } from '../report/check-finding.ts';
import type { Annotation, AnnotationLevel, AnnotationRule, Annotations } from './annotation.ts';
import { changeText, sinceText } from './check-against.ts';
import { fingerprints } from './fingerprint.ts';
import { limitTold, ofTheWhole, unreadableDeals } from './limits-told.ts';
import { isPartlyJudged } from './partly-judged.ts';

/** Too little freshness first, then the findings as the view ranks them. */
export function checkAnnotations(view: CheckView): Annotations {
  const { error, warning, info, waived, baseline, old, untold } = view.counts;
  const counts = [
    `Errors ${error}, warnings ${warning}, info ${info}, waived ${waived}`,
    ...(view.baseline === null ? [] : [`in the baseline ${baseline}`]),
    ...(view.since === null ? [] : [`old ${old}, untold ${untold}`]),
  ].join(', ');
  const printed = fingerprints(view.findings);
  const ranked = view.findings.map((finding) => annotation(finding, printed.get(finding) ?? '', view));
  return {
    ranked: [
      ...tooLittleFreshness(view),
      ...tooLittleJudged(view),
      ...tooManyWarnings(view),
      ...ranked,
      ...unreadable(view),
    ],
    rules: [...rulesTold(view), ...limitsTold(view)],
    title: 'pipeline check',
    summary: [
      ...changeText(view.changed).map(String),
      ...sinceText(view.since).map(String),
      `${counts}; open deals ${view.deals.open}. Freshness ${indexText(view)} by value${judgedText(view)}.`,
      ...view.not_evaluated.map(
        ({ rule, source, reason }) =>
          `Not evaluated: ${rule}${source === '' ? '' : ` for ${source}`} (${reason}).`,
      ),
      ...(view.unreadable.length === 0 ? [] : [`Cannot be read: ${view.unreadable.join(', ')}.`]),
    ],
    exitStatus: view.exit_status,
  };
}

function tooLittleFreshness(view: CheckView): Annotation[] {
  if (view.passed.freshness !== false || view.min_freshness === null) return [];
  const message = `Freshness ${indexText(view)} by value, at least ${percent(view.min_freshness)}.`;
  return [{ ...ofTheWhole('freshness', 'pipeline.yaml', message), id: '', fingerprint: 'freshness' }];
}

function tooLittleJudged({ passed, freshness, min_judged }: CheckView): Annotation[] {
  if (passed.judged !== false || min_judged === null) return [];
  const { share } = freshness.stale_judged;
  const message = `stale judged for ${share === null ? '–' : percent(share)} of open value, at least ${percent(min_judged)}.`;
  return [{ ...ofTheWhole('judged', 'pipeline.yaml', message), id: '', fingerprint: 'judged' }];
}

function tooManyWarnings({ passed, counts, max_warnings }: CheckView): Annotation[] {
  if (passed.warnings !== false) return [];
  const message = `${counts.warning} warnings, at most ${max_warnings}.`;
  return [{ ...ofTheWhole('warnings', 'pipeline.yaml', message), id: '', fingerprint: 'warnings' }];
}

/** Deals that cannot be read fail a check, whatever severity pipeline.yaml gives the finding that says so. */
function unreadable(view: CheckView): Annotation[] {
  const said = new Set(view.findings.flatMap(({ id, at_gate }) => (at_gate ? [id] : [])));
  return unreadableDeals(view.unreadable.filter((id) => !said.has(id)));
}

function limitsTold(view: CheckView): AnnotationRule[] {
  const asked = [
    ...(view.min_freshness === null ? [] : (['freshness'] as const)),
    ...(view.min_judged === null ? [] : (['judged'] as const)),
    ...(view.max_warnings === null ? [] : (['warnings'] as const)),
    ...(unreadable(view).length === 0 ? [] : (['unreadable'] as const)),
  ];
  return asked.map(limitTold);
}

function rulesTold(view: CheckView): AnnotationRule[] {
  const asked = Object.values(RULES).filter(
    ({ id }) => view.scope.rules.length === 0 || view.scope.rules.includes(id),
  );
  return asked.map(({ id, title, severity, what, why, fix }) => ({
    id,
    title,
    level: levelOf(severity),
    what,
    why,
    fix,
    evaluated: view.evaluated.includes(id),
    notEvaluated: view.not_evaluated
      .filter(({ rule }) => rule === id)
      .map(({ source, reason }) => `Not evaluated${source === '' ? '' : ` for ${source}`}: ${reason}.`),
  }));
}

const WHY_APART = {
  waived: ({ waived }) =>
    waived === null
      ? 'waived'
      : `waived until ${waived.until}${waived.why === null ? '' : `: ${waived.why}`}`,
  baseline: () => 'in the baseline',
  old: () => 'it was there before',
  untold: () => 'nobody can say whether it was there before',
} as const satisfies Record<Apart, (finding: CheckFinding) => string>;

function annotation(finding: CheckFinding, fingerprint: string, { gate }: CheckView): Annotation {
  const { severity, waived, apart } = finding;
  return {
    level: levelOf(severity),
    rule: finding.rule,
    id: finding.id,
    subject: finding.id === '' ? finding.file : finding.id,
    owner: finding.owner,
    value: finding.value ?? undefined,
    fingerprint,
    passes: finding.at_gate
      ? undefined
      : apart === null
        ? `below the gate (${gate})`
        : WHY_APART[apart](finding),
    apart: apart !== null,
    waived: waived ?? undefined,
    file: finding.file,
    line: finding.line ?? undefined,
    column: finding.column ?? undefined,
    message: String(finding.message),
    hint: String(finding.hint),
  };
}

function levelOf(severity: CheckFinding['severity']): AnnotationLevel {
  return severity === 'info' ? 'note' : severity;
}

function indexText({ freshness }: CheckView): string {
  return freshness.by_value === null ? '–' : percent(freshness.by_value);
}

function judgedText({ freshness }: CheckView): string {
  if (!isPartlyJudged(freshness)) return '';
  return `, stale judged for ${freshness.stale_judged.count} of ${freshness.open.count} open deals`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
