// What concerns several settings of the process at once: its stages among each other, and its history.

import { said } from '../base/said.ts';
import type { TreeNode } from '../deal/tree.ts';
import { STALE_DEFAULTS } from './settings-defaults.ts';
import { checkActivityTypes, type Names } from './settings-names.ts';
import type { Report } from './settings-report.ts';
import { inQuotes } from './settings-report.ts';
import { idsOf, itemsOf, repeated, textAt, textsOf, under, wholeOf } from './settings-tree.ts';

/** Reports what is wrong between the settings under `process`. */
export function checkProcess(tree: TreeNode, names: Names, report: Report): void {
  const stages = itemsOf(under(tree, 'process', 'stages'));
  checkIds(stages, report);
  checkFormerIds(stages, names, report);
  for (const stage of stages) {
    const stale = under(stage, 'stale');
    if (stale !== undefined) checkLimits(stale, under(tree, 'freshness'), report);
    checkActivityTypes(textsOf(under(stage, 'requires', 'activities')), names, report);
    for (const { text, at } of repeated(idsOf(itemsOf(under(stage, 'exit'))))) {
      report(
        at,
        said('The exit criterion {text} is there twice.', { text: inQuotes(text) }),
        'Give each an id of its own.',
      );
    }
  }
  checkHistory(under(tree, 'process'), report);
}

function checkIds(stages: readonly TreeNode[], report: Report): void {
  const ids = idsOf(stages);
  for (const { text, at } of repeated(ids)) {
    report(
      at,
      said('The stage {text} is there twice.', { text: inQuotes(text) }),
      'Give each stage an id of its own.',
    );
  }
  for (const { text, at } of ids) checkNoOutcome(text, at, report);
}

function checkNoOutcome(stage: string, at: number, report: Report): void {
  if (!/^(?:closed-)?(?:won|lost)$/.test(stage)) return;
  report(
    at,
    said('{stage} is an outcome, not a stage.', { stage: inQuotes(stage) }),
    'Take it out: every deal ends as won or lost.',
  );
}

function checkFormerIds(stages: readonly TreeNode[], names: Names, report: Report): void {
  const former = stages.flatMap((stage) => textsOf(under(stage, 'was')));
  const hint = 'A former id leads to one stage: take one of the two out.';
  for (const { text, at } of former) {
    if (names.stages.has(text))
      report(at, said('{text} is the id of a present stage.', { text: inQuotes(text) }), hint);
  }
  for (const { text, at } of repeated(former))
    report(at, said('Two stages were {text}.', { text: inQuotes(text) }), hint);
}

/** Reports limits in which the error comes before the warning; what `own` leaves out is the workspace's. */
export function checkLimits(own: TreeNode, workspace: TreeNode | undefined, report: Report): void {
  const warn = under(own, 'warn_after');
  const error = under(own, 'error_after');
  if (warn === undefined && error === undefined) return;
  const warnAfter = wholeOf(warn ?? under(workspace, 'warn_after')) ?? STALE_DEFAULTS.warnAfter;
  const errorAfter = wholeOf(error ?? under(workspace, 'error_after')) ?? STALE_DEFAULTS.errorAfter;
  if (warnAfter <= errorAfter) return;
  const message = said('warn_after ({warnAfter}) is more than error_after ({errorAfter}).', {
    warnAfter,
    errorAfter,
  });
  report((warn ?? error ?? own).from, message, 'A warning comes first: make error_after the larger one.');
}

function checkHistory(process: TreeNode | undefined, report: Report): void {
  const present = wholeOf(under(process, 'version')) ?? 1;
  const former = itemsOf(under(process, 'history'));
  const versions = former.flatMap((one) => textAt(under(one, 'version')));
  for (const { text, at } of versions) {
    if (Number(text) < present) continue;
    const message = said('Version {text} is not before the present one, {present}.', {
      text: inQuotes(text),
      present,
    });
    report(at, message, 'Raise process.version with each change.');
  }
  for (const { text, at } of repeated(versions)) {
    report(
      at,
      said('Version {text} is in the history twice.', { text: inQuotes(text) }),
      'Number the versions 1, 2, 3, …',
    );
  }
  for (const one of former) {
    const stages = textsOf(under(one, 'stages'));
    for (const { text, at } of repeated(stages)) {
      report(at, said('The stage {text} is there twice.', { text: inQuotes(text) }), 'Take one out.');
    }
    for (const { text, at } of stages) checkNoOutcome(text, at, report);
  }
  if (process !== undefined) checkDays([...former, process], report);
}

/** A later version holds from a later day. */
function checkDays(processes: readonly TreeNode[], report: Report): void {
  const dated = processes
    .flatMap((one) => {
      const version = wholeOf(under(one, 'version')) ?? 1;
      return textAt(under(one, 'since')).map((since) => ({ version, ...since }));
    })
    .sort((a, b) => a.version - b.version);
  dated.forEach(({ version, text, at }, place) => {
    const before = dated[place - 1];
    if (before === undefined || before.version === version || before.text < text) return;
    const message = said('Version {version} holds since {since}, version {before} since {before_since}.', {
      version,
      since: inQuotes(text),
      before: before.version,
      before_since: inQuotes(before.text),
    });
    report(at, message, 'A later version begins on a later day.');
  });
}
