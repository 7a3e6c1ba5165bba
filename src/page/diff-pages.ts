// Which page and which records a diff is shown as: the list, the bridge, or the deals behind a bar.

import { labelOf } from '../deal/process.ts';
import { ownerLabel } from '../report/chosen.ts';
import type { DiffView } from '../report/diff.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TeamMember } from '../workspace/settings.ts';
import { diffPage } from './diff.ts';
import { bridgePage } from './diff-bridge.ts';
import { commitsSentence } from './diff-commits.ts';
import { explainPage } from './diff-explain.ts';
import { bridgeRecords, diffRecords, explainRecords } from './diff-records.ts';
import type { Look } from './look.ts';
import type { Page } from './page.ts';
import type { Showing } from './showing.ts';

/** @param command what was typed, without the options that only say how it is shown */
export function showDiff(view: DiffView, look: Look, command: string, isBridge: boolean): Showing {
  const { explain } = view;
  const begun = (page: () => Page) => () => withSentence(view, page());
  if (explain !== null) {
    return {
      view,
      page: begun(() => explainPage(view, explain, look, command)),
      records: () => explainRecords(explain),
    };
  }
  return isBridge
    ? { view, page: begun(() => bridgePage(view, look, command)), records: () => bridgeRecords(view) }
    : { view, page: begun(() => diffPage(view, look, command)), records: () => diffRecords(view) };
}

/** Between commits the page begins with what the change does. */
function withSentence(view: DiffView, page: Page): Page {
  const { commits } = view;
  if (commits === null) return page;
  return { ...page, blocks: [commitsSentence(view, commits), { kind: 'blank' }, ...page.blocks] };
}

/** The labels of B's process; of a stage that B does not have, A's. */
export function diffLook(a: Snapshot, b: Snapshot, team: readonly TeamMember[]): Look {
  return {
    digits: b.digits,
    ownerLabel: (owner) => ownerLabel(team, owner),
    stageLabel: (stage) =>
      labelOf(b.process.stages.some(({ id }) => id === stage) ? b.process : a.process, stage),
  };
}
