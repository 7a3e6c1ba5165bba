// A check as annotations: a line each for what is not waived, and the sum of it all.

import type { CheckFinding, CheckView } from '../report/check.ts';
import type { Annotation, Annotations } from './annotation.ts';

/** Too little freshness first, then the findings as the view ranks them. Those at info are counted alone. */
export function checkAnnotations(view: CheckView): Annotations {
  const { error, warning, info, waived } = view.counts;
  const counts = `Errors ${error}, warnings ${warning}, info ${info}, waived ${waived}`;
  return {
    ranked: [...tooLittleFreshness(view), ...view.findings.flatMap(annotation)],
    title: 'pipeline check',
    summary: [
      `${counts}; open deals ${view.deals.open}. Freshness ${indexText(view)} by value.`,
      ...view.not_evaluated.map(
        ({ rule, source, reason }) =>
          `Not evaluated: ${rule}${source === '' ? '' : ` for ${source}`} (${reason}).`,
      ),
      ...(view.unreadable.length === 0 ? [] : [`Cannot be read: ${view.unreadable.join(', ')}.`]),
    ],
  };
}

/** What fails a check without standing at a line. */
function tooLittleFreshness(view: CheckView): Annotation[] {
  if (view.passed.freshness !== false || view.min_freshness === null) return [];
  return [
    {
      level: 'error',
      file: undefined,
      line: undefined,
      column: undefined,
      title: 'freshness',
      message: `Freshness ${indexText(view)} by value, at least ${percent(view.min_freshness)}.`,
    },
  ];
}

function annotation(finding: CheckFinding): Annotation[] {
  const { severity, message, hint } = finding;
  if (severity === 'info' || finding.waived !== null) return [];
  return [
    {
      level: severity,
      file: finding.file,
      line: finding.line ?? undefined,
      column: finding.column ?? undefined,
      title: [finding.rule, finding.id, finding.owner].filter((part) => part !== '').join(' · '),
      message: hint === '' ? message : `${message}\n${hint}`,
    },
  ];
}

function indexText({ freshness }: CheckView): string {
  return freshness.by_value === null ? '–' : percent(freshness.by_value);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
