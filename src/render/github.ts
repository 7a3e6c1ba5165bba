// A check as GitHub's workflow commands: annotations at the lines, the worst first. GitHub shows ten errors
// and ten warnings a step, so the rest is counted in a notice.

import type { Severity } from '../base/problem.ts';
import type { CheckFinding, CheckView } from '../report/check.ts';
import { safeForTerminal } from './safe.ts';

const MOST_SHOWN = 10;

/**
 * One command a line.
 * @param prefix the workspace's folder within the repository, '' where it is its root
 */
export function renderGithub(view: CheckView, prefix: string): string {
  const unwaived = view.findings.filter(({ waived }) => waived === null);
  const errors = [...verdictErrors(view), ...annotations(unwaived, 'error', prefix)];
  const warnings = annotations(unwaived, 'warning', prefix);
  const shown = [...errors.slice(0, MOST_SHOWN), ...warnings.slice(0, MOST_SHOWN)];
  const left = Math.max(0, errors.length - MOST_SHOWN) + Math.max(0, warnings.length - MOST_SHOWN);
  return `${[...shown, notice(view, left)].join('\n')}\n`;
}

/** What fails the check without being at a line. */
function verdictErrors(view: CheckView): string[] {
  const { passed, freshness, min_freshness } = view;
  if (passed.freshness !== false || min_freshness === null) return [];
  const index = freshness.by_value === null ? '–' : percent(freshness.by_value);
  return [
    command(
      'error',
      { title: 'freshness' },
      `Freshness ${index} by value, at least ${percent(min_freshness)}.`,
    ),
  ];
}

function annotations(findings: readonly CheckFinding[], severity: Severity, prefix: string): string[] {
  return findings
    .filter((finding) => finding.severity === severity)
    .map((finding) =>
      command(
        severity === 'error' ? 'error' : 'warning',
        {
          file: `${prefix}${finding.file}`,
          line: finding.line,
          col: finding.column,
          title: [finding.rule, finding.owner].filter((part) => part !== '').join(' · '),
        },
        finding.hint === '' ? finding.message : `${finding.message}\n${finding.hint}`,
      ),
    );
}

function notice(view: CheckView, left: number): string {
  const { error, warning, info, waived } = view.counts;
  const counts = `Errors ${error}, warnings ${warning}, info ${info}, waived ${waived}`;
  const index = view.freshness.by_value === null ? '–' : percent(view.freshness.by_value);
  const lines = [
    `${counts}; open deals ${view.deals.open}. Freshness ${index} by value.`,
    ...(left === 0 ? [] : [`${left} more are not shown here: pipeline check lists them.`]),
    ...view.not_evaluated.map(
      ({ rule, source, reason }) =>
        `Not evaluated: ${rule}${source === '' ? '' : ` for ${source}`} (${reason}).`,
    ),
    ...(view.unreadable.length === 0 ? [] : [`Cannot be read: ${view.unreadable.join(', ')}.`]),
  ];
  return command('notice', { title: 'pipeline check' }, lines.join('\n'));
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | null>>,
  message: string,
): string {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${safeForGithubProperty(String(value))}`],
  );
  return `::${name} ${written.join(',')}::${safeForGithub(message)}`;
}

/** The message of a workflow command: no line break may end it, no control character reach the log. */
export function safeForGithub(text: string): string {
  return text
    .replaceAll('%', '%25')
    .split(/(\r|\n)/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : safeForTerminal(part)))
    .join('');
}

/** A property's value: it ends at a comma or a colon as well. */
export function safeForGithubProperty(text: string): string {
  return safeForGithub(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
