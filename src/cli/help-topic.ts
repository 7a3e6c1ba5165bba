// `pipeline help TOPIC` on a screen.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { wrap } from '../render/width.ts';
import { HELP_TOPICS } from './help-topics.ts';
import { TOPIC_NAMES } from './topic-names.ts';

const GAP = '  ';

/**
 * The text of a topic, for a screen of that width.
 * @param verbs the words that `help` takes beside topics
 * @throws Failure `usage` with "did you mean" where there is no such topic
 */
export function helpTopic(name: string, width: number, verbs: readonly string[]): string {
  const known = TOPIC_NAMES.find((topic) => topic === name.toLowerCase());
  if (known === undefined) {
    throw new Failure('usage', said('There is no verb and no help topic "{name}".', { name }), {
      hint: didYouMean(name, [...TOPIC_NAMES, ...verbs], 'pipeline help lists both.'),
    });
  }
  const { title, paragraphs, table, after = [] } = HELP_TOPICS[known];
  const parts = [
    [title],
    ...paragraphs.map((paragraph) => wrap(paragraph, width)),
    columns([table.header, ...table.rows], width),
    ...after.map((paragraph) => wrap(paragraph, width)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Side by side; the last column wraps within the screen. */
function columns(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.flatMap((row) => {
    const before = row.slice(0, -1).map((cell, at) => `${GAP}${cell.padEnd(widths[at] ?? 0)}`);
    const start = `${before.join('')}${GAP}`;
    const [first = '', ...rest] = wrap(row.at(-1) ?? '', width - start.length);
    return [`${start}${first}`, ...rest.map((line) => `${' '.repeat(start.length)}${line}`)];
  });
}
