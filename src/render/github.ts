// Annotations as GitHub's workflow commands. GitHub shows ten errors and ten warnings a step, so the most
// important are printed and the rest is counted in a notice.

import type { Annotation, Annotations } from '../page/annotation.ts';
import { safeForTerminal } from './safe.ts';

const MOST_SHOWN = 10;

/**
 * One command a line; the notice comes last. What is set apart or at info is counted alone.
 * @param prefix the workspace's folder within the repository with a slash behind it, '' where it is its root
 */
export function renderGithub({ ranked, title, summary }: Annotations, prefix: string): string {
  const telling = ranked.filter(({ level, apart }) => level !== 'note' && !apart);
  const shown = (['error', 'warning'] as const).flatMap((level) =>
    telling.filter((annotation) => annotation.level === level).slice(0, MOST_SHOWN),
  );
  const left = telling.length - shown.length;
  const rest = left === 0 ? [] : [`${left} more are not shown here: ${title} lists them.`];
  return `${[
    ...shown.map((annotation) => annotationCommand(annotation, prefix)),
    command('notice', { title }, [...summary, ...rest].join('\n')),
  ].join('\n')}\n`;
}

function annotationCommand(annotation: Annotation, prefix: string): string {
  const { level, rule, id, owner, file, line, column, message, hint } = annotation;
  const path = file === undefined ? undefined : `${prefix}${file}`;
  const title = [rule, id, owner].filter((part) => part !== '').join(' · ');
  const text = hint === '' ? message : `${message}\n${hint}`;
  return command(level === 'note' ? 'notice' : level, { file: path, line, col: column, title }, text);
}

function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${safeForGithubProperty(String(value))}`],
  );
  return `::${name} ${written.join(',')}::${safeForGithub(message)}`;
}

/** The message of a command: no line break may end it, and no control character reaches the log. */
function safeForGithub(text: string): string {
  return text
    .replaceAll('%', '%25')
    .split(/(\r|\n)/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : safeForTerminal(part)))
    .join('');
}

/** A property's value: it ends at a comma or a colon as well. */
function safeForGithubProperty(text: string): string {
  return safeForGithub(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
