// The review sheet itself, as it is read on a forge, in an editor or on paper; and what a terminal says of it.

import type { ReviewSheetView, SheetStratumView } from '../report/review-sheet.ts';
import type { DrawDifference } from '../review/another-draw.ts';
import { drawLines } from '../review/draw-text.ts';
import type { SheetDraw } from '../review/sheet.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { ranDryLines } from './review-dry.ts';
import { processBlock, yaml } from './review-sheet-block.ts';
import { dealSection } from './review-sheet-deal.ts';
import { cutToTime, reviewSize } from './review-size.ts';
import { JUDGED, STRATUM_LABELS, shareCell } from './review-stratum.ts';
import { type Said, say } from './say.ts';
import { sentences } from './sentences.ts';
import { unreadableLine } from './unreadable-line.ts';

type Part = string | Cell;

/** The sheet: a section a deal, the two questions about the process, and how the deals were drawn. */
export function sheetDocument(
  view: ReviewSheetView,
  draw: SheetDraw,
  look: Look,
  lostReasons: readonly string[],
): Page {
  return {
    currency: view.currency,
    digits: look.digits,
    blocks: [...documentBlocks(view, draw, look, lostReasons)],
  };
}

function* documentBlocks(
  view: ReviewSheetView,
  draw: SheetDraw,
  look: Look,
  lostReasons: readonly string[],
): Generator<Block> {
  const command = `pipeline review --apply ${view.file}`;
  yield { kind: 'heading', parts: title(view, look) };
  yield { kind: 'paragraph', parts: opening(view) };
  yield {
    kind: 'paragraph',
    parts: [
      say(
        'Below each deal stands a block to fill in: what is left empty stays as it is, and what is written around the blocks is yours.',
      ),
    ],
  };
  yield { kind: 'next', text: say('What was filled in becomes edits'), command };
  yield* unreadableLine(view.unreadable);
  const picked = view.strata.flatMap((stratum) => stratum.picked);
  for (const [at, deal] of picked.entries()) yield* dealSection(deal, at + 1, view, look, lostReasons);
  yield { kind: 'blank' };
  yield { kind: 'heading', parts: [say('The process')] };
  yield { kind: 'paragraph', parts: [say('What serves well? What to change, and why?')] };
  yield processBlock();
  yield { kind: 'blank' };
  yield { kind: 'heading', parts: [say('How these deals were drawn')] };
  yield { kind: 'paragraph', parts: proofParts(view) };
  for (const stratum of view.strata) yield { kind: 'item', depth: 0, parts: howDrawn(stratum, view) };
  yield { kind: 'blank' };
  yield { kind: 'next', text: say('Draw them again'), command: `pipeline review verify ${view.file}` };
  yield yaml(drawLines(draw));
}

function title({ today, owner }: ReviewSheetView, look: Look): Part[] {
  const review = say('Review {day}', { day: { kind: 'day', day: today } });
  if (owner === null) return [review];
  return [review, ' · ', owner === '' ? say('deals without an owner') : look.ownerLabel(owner)];
}

function opening(view: ReviewSheetView): Part[] {
  const { from, to } = view.closed;
  const hasClosed = view.strata.some(({ stratum }) => stratum !== 'open');
  const size = reviewSize(view);
  const last = view.last_review;
  const values = {
    size,
    from: { kind: 'day', day: from },
    ...(to === null ? {} : { to: { kind: 'day', day: to } as const }),
    ...(last === null ? {} : { last }),
  } as const;
  const opened = hasClosed
    ? say(CLOSED[to === null ? 'since' : 'between'][last === null ? 'first' : 'further'], values)
    : say('{size}.', { size });
  return sentences(opened, view.cut > 0 ? cutToTime(view.cut) : undefined);
}

const CLOSED = {
  since: {
    first: '{size}; closed deals are those closed since {from}.',
    further: '{size}; closed deals are those closed since {from}, the last review ({last}).',
  },
  between: {
    first: '{size}; closed deals are those closed since {from} until {to}.',
    further: '{size}; closed deals are those closed since {from} until {to}, the last review ({last}).',
  },
} as const;

function proofParts({ snapshot, seed, sampler }: ReviewSheetView): Part[] {
  return [
    say(
      'Drawn from the snapshot {snapshot} by seed {seed} and sampler {sampler}, so that anybody can draw them again. What stands in the block below is the record of it: leave it as it is.',
      { snapshot: snapshot.name, seed, sampler },
    ),
  ];
}

/** `Open · 49 deals: 1 important, 5 largest, 5 of 43 at random …`. */
export function howDrawn(stratum: SheetStratumView, view: ReviewSheetView): Part[] {
  const { picked, population, drawn_from, excluded, never_drawn, undated } = stratum;
  const counts = (['important', 'largest'] as const).flatMap((why) => {
    const count = picked.filter((deal) => deal.why === why).length;
    return count === 0 ? [] : [say(JUDGED[why], { count })];
  });
  const random = picked.filter(({ why }) => why === 'random');
  const [first] = random;
  const chance =
    first === undefined
      ? []
      : view.weighted || view.team
        ? [say('each with the chance beside it')]
        : [say('each with a chance of {share}', { share: shareCell(first.probability) })];
  const atRandom = say('{count} of {from} at random', { count: random.length, from: drawn_from });
  const how = picked.length === population ? [say('all')] : [...counts, atRandom, ...chance];
  const further = [
    ...(excluded > 0
      ? [
          say(
            '{excluded} left out, having been in a sheet of the last {days, plural, one {# day} other {# days}}',
            { excluded, days: view.not_again_within },
          ),
        ]
      : []),
    ...(never_drawn > 0
      ? [say("{count} without a value above 0 can't be drawn by value", { count: never_drawn })]
      : []),
    ...(undated > 0 ? [say('{count} without a close date', { count: undated })] : []),
  ];
  return [
    say(STRATUM_LABELS[stratum.stratum]),
    ' · ',
    ...(population === 0
      ? [say('none')]
      : [counted(population, 'deal'), ': ', ...how.flatMap((one, at) => (at === 0 ? [one] : [', ', one]))]),
    ...further.flatMap((one) => ['; ', one]),
  ];
}

/** What a terminal says: where the sheet is, what it holds, and what to do with it. */
export function sheetSummary(view: ReviewSheetView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...summaryBlocks(view, look)] };
}

const DONE = {
  written: '{file} written',
  unchanged: '{file} is there already',
  'dry-run': '{file} would be written',
} as const satisfies Record<ReviewSheetView['outcome'], Message>;

function* summaryBlocks(view: ReviewSheetView, look: Look): Generator<Block> {
  const { file, outcome, snapshot } = view;
  const whose = view.owner === null ? '' : ` · ${look.ownerLabel(view.owner)}`;
  yield {
    kind: 'heading',
    parts: [say(DONE[outcome], { file }), `${whose} · `, reviewSize(view)],
  };
  yield { kind: 'blank' };
  for (const stratum of view.strata) yield { kind: 'paragraph', parts: howDrawn(stratum, view) };
  yield {
    kind: 'paragraph',
    parts: [
      say(TOOK_IT[snapshot.taken ? outcome : 'unchanged'], {
        seed: view.seed,
        sampler: view.sampler,
        snapshot: snapshot.name,
      }),
    ],
  };
  if (outcome === 'unchanged') {
    yield {
      kind: 'paragraph',
      parts: [say('The same deals were drawn: what was written into it is not touched.')],
    };
  }
  if (view.another !== null) yield { kind: 'paragraph', parts: [anotherOne(view.another)] };
  if (view.cut > 0) yield { kind: 'line', parts: [cutToTime(view.cut)] };
  yield* ranDryLines(view);
  yield* unreadableLine(view.unreadable);
  if (outcome === 'dry-run') return;
  yield { kind: 'blank' };
  const next = view.deals === 0 ? 'pipeline status' : `pipeline review --apply ${file} --dry-run`;
  yield {
    kind: 'next',
    text: say(view.deals === 0 ? 'Nothing to review' : 'Go through it, then'),
    command: next,
  };
}

const DIFFERS = {
  seed: 'by another seed',
  sizes: 'in another size',
  options: 'with other options',
  deals: 'before deals changed',
} as const satisfies Record<DrawDifference, Message>;

function anotherOne({ file, differs }: NonNullable<ReviewSheetView['another']>): Said {
  const parts = differs.flatMap((of, at) => (at === 0 ? [say(DIFFERS[of])] : [', ', say(DIFFERS[of])]));
  return say('It is another one of the day: {file} was drawn {how}, and stays.', {
    file,
    how: { kind: 'phrase', parts },
  });
}

const TOOK_IT = {
  unchanged: 'Seed {seed}, sampler {sampler}, snapshot {snapshot}.',
  written: 'Seed {seed}, sampler {sampler}, snapshot {snapshot} (taken for it).',
  'dry-run': 'Seed {seed}, sampler {sampler}, snapshot {snapshot} (would be taken for it).',
} as const satisfies Record<ReviewSheetView['outcome'], Message>;
