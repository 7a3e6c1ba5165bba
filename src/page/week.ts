// The page of `pipeline week`: the import, then the snapshot, then what changed since the one before.

import type { WeekView } from '../report/week.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TeamMember } from '../workspace/settings.ts';
import { dealsHeld } from './deals-held.ts';
import { diffPage } from './diff.ts';
import { diffLook } from './diff-pages.ts';
import { importBlocks } from './import.ts';
import type { Block, Page } from './page.ts';
import { say } from './say.ts';

export interface WeekSnapshots {
  readonly planned: { readonly snapshot: Snapshot; readonly files: readonly string[] };
  readonly previous: Snapshot | undefined;
  /** Whether dates in the deals tell of a time before it. */
  readonly hasPast: boolean;
  readonly outcome: { readonly after: { readonly settings: { readonly team: readonly TeamMember[] } } };
}

export function weekPage(view: WeekView, snapshots: WeekSnapshots): Page {
  const { snapshot } = snapshots.planned;
  return {
    currency: snapshot.reportingCurrency,
    digits: snapshot.digits,
    blocks: [...blocksOf(view, snapshots)],
  };
}

function* blocksOf(view: WeekView, { planned, previous, outcome, hasPast }: WeekSnapshots): Generator<Block> {
  const { snapshot } = planned;
  const look = diffLook(previous ?? snapshot, snapshot, outcome.after.settings.team);
  yield* importBlocks(view.import, look);
  yield { kind: 'blank' };
  const { name } = snapshot;
  yield {
    kind: 'heading',
    parts: [
      view.import.dry_run
        ? say('Snapshot {name} would be taken', { name })
        : say('Snapshot {name} taken', { name }),
      ' · ',
      dealsHeld(view.snapshot),
    ],
  };
  yield { kind: 'blank' };
  const { since } = view.snapshot;
  if (since === null) {
    yield {
      kind: 'paragraph',
      parts: [say('It is the first one that can be compared; the next one shows what moved.')],
    };
    yield { kind: 'next', text: say('What is there'), command: 'pipeline status' };
    if (!hasPast) return;
    yield {
      kind: 'next',
      text: say('The weeks before it, by dates in the deals'),
      command: 'pipeline backfill --from dates',
    };
    return;
  }
  yield* diffPage(since, look, `pipeline diff ${since.from_snapshot} ${since.to_snapshot}`).blocks;
}
