// The review sheet itself, as it is read on a forge, in an editor or on paper; and what a terminal says of it.

import type { ReviewSheetView, SheetStratumView } from '../report/review-sheet.ts';
import type { DrawDifference } from '../review/another-draw.ts';
import { drawLines } from '../review/draw-text.ts';
import type { SheetDraw } from '../review/sheet.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { processBlock, yaml } from './review-sheet-block.ts';
import { dealSection } from './review-sheet-deal.ts';
import { STRATUM_LABELS, shareCell } from './review-stratum.ts';
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
  yield { kind: 'heading', parts: [title(view, look)] };
  yield { kind: 'paragraph', parts: opening(view) };
  yield {
    kind: 'paragraph',
    parts: [
      'Below each deal stands a block to fill in: what is left empty stays as it is, and what is written around the ',
      'blocks is yours.',
    ],
  };
  yield { kind: 'next', text: 'What was filled in becomes edits', command };
  yield* unreadableLine(view.unreadable);
  const picked = view.strata.flatMap((stratum) => stratum.picked);
  for (const [at, deal] of picked.entries()) yield* dealSection(deal, at + 1, view, look, lostReasons);
  yield { kind: 'blank' };
  yield { kind: 'heading', parts: ['The process'] };
  yield { kind: 'paragraph', parts: ['What serves well? What to change, and why?'] };
  yield processBlock();
  yield { kind: 'blank' };
  yield { kind: 'heading', parts: ['How these deals were drawn'] };
  yield { kind: 'paragraph', parts: proofParts(view) };
  for (const stratum of view.strata) yield { kind: 'item', depth: 0, parts: howDrawn(stratum, view) };
  yield { kind: 'blank' };
  yield { kind: 'next', text: 'Draw them again', command: `pipeline review verify ${view.file}` };
  yield yaml(drawLines(draw));
}

function title({ today, owner }: ReviewSheetView, look: Look): string {
  return `Review ${today}${owner === null ? '' : ` · ${owner === '' ? 'deals without an owner' : look.ownerLabel(owner)}`}`;
}

function opening(view: ReviewSheetView): Part[] {
  const { from, to } = view.closed;
  const hasClosed = view.strata.some(({ stratum }) => stratum !== 'open');
  const closed: Part[] = !hasClosed
    ? []
    : ['; closed deals are those closed since ', { kind: 'day', day: from }, ...until(to)];
  const last = view.last_review === null ? '' : `, the last review (${view.last_review})`;
  return [
    `${plural(view.deals, 'deal')}, about ${view.minutes} minutes`,
    ...closed,
    hasClosed ? last : '',
    '.',
    ...(view.cut > 0 ? [` Cut to the time: ${view.cut} more would have been picked.`] : []),
  ];
}

function until(to: ReviewSheetView['closed']['to']): Part[] {
  return to === null ? [] : [' until ', { kind: 'day', day: to }];
}

function proofParts({ snapshot, seed, sampler }: ReviewSheetView): Part[] {
  return [
    `Drawn from the snapshot ${snapshot.name} by seed ${seed} and sampler ${sampler}, so that anybody can draw them `,
    'again. What stands in the block below is the record of it: leave it as it is.',
  ];
}

/** `Open · 49 deals: 1 important, 5 largest, 5 of 43 at random …`. */
export function howDrawn(stratum: SheetStratumView, view: ReviewSheetView): Part[] {
  const { picked, population, drawn_from, excluded, never_drawn, undated } = stratum;
  const counts = (['important', 'largest'] as const).flatMap((why) => {
    const count = picked.filter((deal) => deal.why === why).length;
    return count === 0 ? [] : [`${count} ${why}`];
  });
  const random = picked.filter(({ why }) => why === 'random');
  const [first] = random;
  const chance: Part[] =
    first === undefined
      ? []
      : view.weighted || view.team
        ? [', each with the chance beside it']
        : [', each with a chance of ', shareCell(first.probability)];
  return [
    `${STRATUM_LABELS[stratum.stratum]} · `,
    population === 0 ? 'none' : plural(population, 'deal'),
    ...(population === 0 ? [] : [': ']),
    ...(picked.length === population
      ? [population === 0 ? '' : 'all']
      : [[...counts, `${random.length} of ${drawn_from} at random`].join(', '), ...chance]),
    excluded > 0
      ? `; ${excluded} left out, having been in a sheet of the last ${plural(view.not_again_within, 'day')}`
      : '',
    never_drawn > 0 ? `; ${never_drawn} without a value above 0 can't be drawn by value` : '',
    undated > 0 ? `; ${undated} without a close date` : '',
  ];
}

/** What a terminal says: where the sheet is, what it holds, and what to do with it. */
export function sheetSummary(view: ReviewSheetView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...summaryBlocks(view, look)] };
}

const DONE = { written: 'written', unchanged: 'is there already', 'dry-run': 'would be written' } as const;

function* summaryBlocks(view: ReviewSheetView, look: Look): Generator<Block> {
  const { file, outcome, snapshot } = view;
  const whose = view.owner === null ? '' : ` · ${look.ownerLabel(view.owner)}`;
  yield {
    kind: 'heading',
    parts: [
      `${file} ${DONE[outcome]}${whose} · ${plural(view.deals, 'deal')}, about ${view.minutes} minutes`,
    ],
  };
  yield { kind: 'blank' };
  for (const stratum of view.strata) yield { kind: 'paragraph', parts: howDrawn(stratum, view) };
  yield {
    kind: 'paragraph',
    parts: [`Seed ${view.seed}, sampler ${view.sampler}, snapshot ${snapshot.name}${tookIt(view)}`],
  };
  if (outcome === 'unchanged') {
    yield {
      kind: 'paragraph',
      parts: ['The same deals were drawn: what was written into it is not touched.'],
    };
  }
  if (view.another !== null) yield { kind: 'paragraph', parts: [anotherOne(view.another)] };
  if (view.cut > 0)
    yield { kind: 'line', parts: [`Cut to the time: ${view.cut} more would have been picked.`] };
  yield* unreadableLine(view.unreadable);
  yield { kind: 'blank' };
  if (outcome === 'dry-run') return;
  const next = view.deals === 0 ? 'pipeline status' : `pipeline review --apply ${file} --dry-run`;
  yield { kind: 'next', text: view.deals === 0 ? 'Nothing to review' : 'Go through it, then', command: next };
}

const DIFFERS = {
  seed: 'by another seed',
  sizes: 'in another size',
  options: 'with other options',
  deals: 'before deals changed',
} as const satisfies Record<DrawDifference, string>;

function anotherOne({ file, differs }: NonNullable<ReviewSheetView['another']>): string {
  const how = differs.map((of) => DIFFERS[of]).join(', ');
  return `It is another one of the day: ${file} was drawn ${how}, and stays.`;
}

function tookIt({ snapshot, outcome }: ReviewSheetView): string {
  if (!snapshot.taken) return '.';
  return outcome === 'dry-run' ? ' (would be taken for it).' : ' (taken for it).';
}
