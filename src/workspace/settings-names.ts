// The names that one part of pipeline.yaml defines and others use: stages, people, groups, activity types.

import { didYouMean } from '../base/nearest.ts';
import { type Sayable, said } from '../base/said.ts';
import { isWithCustomer } from '../deal/own-activities.ts';
import type { TreeNode } from '../deal/tree.ts';
import type { Report } from './settings-report.ts';
import { inQuotes } from './settings-report.ts';
import { idsOf, itemsOf, type Texts, textAt, textsOf, under } from './settings-tree.ts';

export interface Names {
  readonly stages: ReadonlySet<string>;
  /** What a former stage is called now. */
  readonly successors: ReadonlyMap<string, string>;
  readonly team: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly activityTypes: ReadonlySet<string>;
}

/** The names that the file defines, right or wrong. */
export function namesIn(tree: TreeNode): Names {
  const stages = itemsOf(under(tree, 'process', 'stages'));
  const team = itemsOf(under(tree, 'team'));
  return {
    stages: setOf(idsOf(stages)),
    successors: new Map(
      stages.flatMap((stage) => {
        const now = idsOf([stage])[0]?.text;
        return now === undefined ? [] : textsOf(under(stage, 'was')).map(({ text }) => [text, now] as const);
      }),
    ),
    team: setOf(idsOf(team)),
    groups: setOf(team.flatMap((member) => textAt(under(member, 'group')))),
    activityTypes: setOf(textsOf(under(tree, 'activity_types'))),
  };
}

function setOf(texts: Texts): Set<string> {
  return new Set(texts.map(({ text }) => text));
}

/** Reports stages that the process does not have. */
export function checkStages(used: Texts, names: Names, report: Report): void {
  for (const { text, at } of used) {
    if (names.stages.has(text)) continue;
    const now = names.successors.get(text);
    report(at, said('There is no stage {text}.', { text: inQuotes(text) }), () =>
      now === undefined
        ? suggest(text, names.stages, 'The stages are')
        : said('It is called {now} now.', { now }),
    );
  }
}

/** Reports owners that the team does not have; with an empty team any owner is right. */
export function checkOwners(used: Texts, names: Names, report: Report): void {
  if (names.team.size === 0) return;
  for (const { text, at } of used) {
    if (names.team.has(text)) continue;
    report(at, said('{text} is not in the team.', { text: inQuotes(text) }), () =>
      suggest(text, names.team, 'The team is'),
    );
  }
}

/** Reports groups that nobody in the team is in. */
export function checkGroups(used: Texts, names: Names, report: Report): void {
  for (const { text, at } of used) {
    if (names.groups.has(text)) continue;
    report(at, said('Nobody in the team is in the group {text}.', { text: inQuotes(text) }), () =>
      names.groups.size === 0
        ? 'Give the members of the team a group.'
        : suggest(text, names.groups, 'The groups are'),
    );
  }
}

/** Reports types that `activity_types` does not have; where it is not set any type is right. */
export function checkActivityTypes(used: Texts, names: Names, report: Report): void {
  if (names.activityTypes.size === 0) return;
  for (const { text, at } of used) {
    if (names.activityTypes.has(text)) continue;
    report(at, said('There is no activity type {text}.', { text: inQuotes(text) }), () =>
      suggest(text, names.activityTypes, 'activity_types has'),
    );
  }
}

const MOST_LISTED = 12;

function suggest(text: string, known: ReadonlySet<string>, all: string): Sayable {
  const listed = [...known].slice(0, MOST_LISTED).join(', ');
  return didYouMean(
    text,
    known,
    said('{all} {listed}{what}.', { all, listed, what: known.size > MOST_LISTED ? ', …' : '' }),
  );
}

/** Reports types of activities that the tool writes itself: nobody could tell them from what happened with a customer. */
export function checkOwnTypes(types: Texts, report: Report): void {
  for (const { text, at } of types) {
    if (isWithCustomer({ type: text })) continue;
    report(
      at,
      said('Activities of the type {text} are written by pipeline itself.', { text: inQuotes(text) }),
      'Call yours otherwise.',
    );
  }
}
