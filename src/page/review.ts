// The page of `pipeline review`: a stratum after the other, each deal with why it was picked and what to know of it.

import type { ReviewView } from '../report/review.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { ranDryLines } from './review-dry.ts';
import { cutToTime, reviewSize } from './review-size.ts';
import { stratumBlocks } from './review-stratum.ts';
import { say } from './say.ts';
import { unreadSheetLines } from './unread-sheets.ts';
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
  yield* ranDryLines(view);
  yield* unreadableLine(view.unreadable);
  yield* unreadSheetLines(view.unread_sheets);
  yield* ending(view, sheet);
}

function heading(view: ReviewView, look: Look): (string | Cell)[] {
  const { from, to, period } = view.closed;
  const hasClosed = view.strata.some(({ stratum }) => stratum !== 'open');
  const since: (string | Cell)[] = !hasClosed
    ? []
    : period !== null && to !== null
      ? [' · ', say('closed in {period}', { period })]
      : [' · ', say('closed since {day}', { day: { kind: 'day', day: from } })];
  const whose = view.owner === null ? [] : [` · ${look.ownerLabel(view.owner)}`];
  return [
    say('Review {day}', { day: { kind: 'day', day: view.today } }),
    ...(view.team ? [' · ', say('team')] : whose),
    ...since,
    ' · ',
    say('seed {seed} · sampler {sampler}', { seed: view.seed, sampler: view.sampler }),
  ];
}

function* ending(view: ReviewView, sheet: string | undefined): Generator<Block> {
  const [first] = view.strata.flatMap(({ picked }) => picked);
  if (view.cut > 0) {
    yield { kind: 'line', parts: [cutToTime(view.cut)] };
  }
  if (first === undefined) {
    yield { kind: 'next', text: say('Nothing to review'), command: 'pipeline status' };
    return;
  }
  const each = view.minutes / view.deals;
  const text = say('{size} at {each} each', { size: reviewSize(view), each });
  yield { kind: 'next', text, command: sheet ?? `pipeline show ${first.id}` };
}
