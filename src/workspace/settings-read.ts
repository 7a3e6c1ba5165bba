// pipeline.yaml: text → Settings, with every problem at its place, all at once. Imports yaml and zod, so
// whoever calls it loads it lazily: a warm read takes the settings from the cache.

import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import type { TreeNode } from '../deal/tree.ts';
import type { Settings } from './settings.ts';
import { checkSettings } from './settings-check.ts';
import { withDefaults } from './settings-defaults.ts';
import { reportIssue } from './settings-issues.ts';
import { collectorFor } from './settings-report.ts';
import { SETTINGS_FORMAT, settingsSchema } from './settings-schema.ts';
import { plainOf, under, wholeOf } from './settings-tree.ts';
import { unusedIn } from './settings-unused.ts';

export interface SettingsReading {
  /** Absent where there is any problem. */
  readonly settings: Settings | undefined;
  /** All errors, by place. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the text of a pipeline.yaml.
 * @param file as problems name it: the path from the workspace's root
 */
export function readSettings(text: string, file: string): SettingsReading {
  const source = new SourceText(text, file, 'invalid-settings');
  const { root: tree, problems: broken } = compose(source);
  if (tree === undefined) {
    const hint = 'pipeline init in an empty folder shows what stands here.';
    return refused(broken.length > 0 ? broken : [source.problem(0, { message: 'The file is empty.', hint })]);
  }
  const newer = newerFormat(tree);
  if (newer !== undefined) {
    const message = said('The file has format {format}; this program reads format {known}.', {
      format: newer.format,
      known: SETTINGS_FORMAT,
    });
    const hint = said(
      'Install pipeline {format}.0 or newer: a format is numbered as the version that brings it.',
      { format: newer.format },
    );
    return refused([source.problem(newer.at, { message, hint })]);
  }
  const collector = collectorFor(source);
  const checked = settingsSchema.safeParse(plainOf(tree));
  for (const issue of checked.error?.issues ?? []) reportIssue(issue, tree, collector.report);
  checkSettings(tree, collector.report);
  const problems = collector.problems();
  if (problems.length > 0 || !checked.success) return refused(problems);
  const unused = unusedIn(tree).map(({ key, at }) => ({ key, line: source.lineAt(at) }));
  return { settings: { ...withDefaults(checked.data), unused }, problems: [] };
}

function refused(problems: readonly Problem[]): SettingsReading {
  return { settings: undefined, problems };
}

function newerFormat(tree: TreeNode): { format: number; at: number } | undefined {
  const node = under(tree, 'format');
  const format = wholeOf(node);
  return node === undefined || format === undefined || format <= SETTINGS_FORMAT
    ? undefined
    : { format, at: node.from };
}
