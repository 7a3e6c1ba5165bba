// Which page and which records a diff is shown as: the list, the bridge, or the deals behind a bar.

import { labelOf } from '../deal/process.ts';
import { ownerLabel } from '../report/chosen.ts';
import type { DiffView } from '../report/diff.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TeamMember } from '../workspace/settings.ts';
import { diffPage } from './diff.ts';
import { betweenBlocks } from './diff-between.ts';
import { bridgePage } from './diff-bridge.ts';
import { commitsSentence } from './diff-commits.ts';
import { explainPage } from './diff-explain.ts';
import { betweenRecords, bridgeRecords, diffRecords, explainRecords } from './diff-records.ts';
import type { Look } from './look.ts';
import type { Block, Page } from './page.ts';
import type { Showing } from './showing.ts';

/** @param command what was typed, without the options that only say how it is shown */
export function showDiff(view: DiffView, look: Look, command: string, isBridge: boolean): Showing {
  const { explain } = view;
  const framed = (page: () => Page) => () => inFrame(view, page(), look);
  if (explain !== null) {
    return {
      view,
      page: framed(() => explainPage(view, explain, look, command)),
      records: () => explainRecords(explain),
    };
  }
  return isBridge
    ? { view, page: framed(() => bridgePage(view, look, command)), records: () => bridgeRecords(view) }
    : {
        view,
        page: framed(() => diffPage(view, look, command)),
        records: () => (view.between === null ? diffRecords(view) : betweenRecords(view.between)),
      };
}

/** Between commits the page begins with what the change does; what came and went between the ends stands below it. */
function inFrame(view: DiffView, page: Page, look: Look): Page {
  const { commits, between } = view;
  const begin: Block[] = commits === null ? [] : [commitsSentence(view, commits), { kind: 'blank' }];
  const end = between === null ? [] : betweenBlocks(view, between, look);
  return { ...page, blocks: [...begin, ...page.blocks.slice(0, -1), ...end, ...page.blocks.slice(-1)] };
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
