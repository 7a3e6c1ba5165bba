// The page of `pipeline review`: a stratum after the other, each deal with why it was picked and what to know of it.

import type { ReviewView } from '../report/review.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { stratumBlocks } from './review-stratum.ts';
import { unreadableLine } from './unreadable-line.ts';

/**
 * Who was drawn and how, the strata, and what it takes.
 * @param sheet the command that writes the sheet of this sample; undefined where there can be none
 */
export function reviewPage(view: ReviewView, look: Look, sheet: string | undefined): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, sheet)] };
}

function* blocksOf(view: ReviewView, look: Look, sheet: string | undefined): Generator<Block> {
  yield { kind: 'heading', parts: heading(view, look) };
  yield { kind: 'blank' };
  let number = 1;
  for (const stratum of view.strata) {
    yield* stratumBlocks(stratum, number, view, look);
    number += stratum.picked.length;
  }
  yield { kind: 'blank' };
  yield* unreadableLine(view.unreadable);
  for (const { place, message } of view.unread_sheets) {
    const text = `${place}: ${message} Its deals count as not reviewed.`;
    yield { kind: 'paragraph', tone: 'bad', parts: [text] };
  }
  yield* ending(view, sheet);
}

function heading(view: ReviewView, look: Look): (string | Cell)[] {
  const { from, to, period } = view.closed;
  const hasClosed = view.strata.some(({ stratum }) => stratum !== 'open');
  const since: (string | Cell)[] = !hasClosed
    ? []
    : period !== null && to !== null
      ? [` · closed in ${period}`]
      : [' · closed since ', { kind: 'day', day: from }];
  const whose = view.team ? ' · team' : view.owner === null ? '' : ` · ${look.ownerLabel(view.owner)}`;
  return [
    'Review ',
    { kind: 'day', day: view.today },
    whose,
    ...since,
    ` · seed ${view.seed} · sampler ${view.sampler}`,
  ];
}

function* ending(view: ReviewView, sheet: string | undefined): Generator<Block> {
  const [first] = view.strata.flatMap(({ picked }) => picked);
  if (view.cut > 0) {
    yield { kind: 'line', parts: [`Cut to the time: ${view.cut} more would have been picked.`] };
  }
  if (first === undefined) {
    yield { kind: 'next', text: 'Nothing to review', command: 'pipeline status' };
    return;
  }
  const each = view.minutes / view.deals;
  const text = `${plural(view.deals, 'deal')}, about ${view.minutes} minutes at ${each} each`;
  yield { kind: 'next', text, command: sheet ?? `pipeline show ${first.id}` };
}
