// The page of `pipeline review`: a stratum after the other, each deal with why it was picked and what to know of it.

import type { Outcome } from '../deal/deal.ts';
import type { ReviewedStratum, ReviewView } from '../report/review.ts';
import type { ReviewedDeal } from '../report/review-deal.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { notesOf } from './review-notes.ts';
import { unreadableLine } from './unreadable-line.ts';

const LABELS = { open: 'Open', won: 'Won', lost: 'Lost' } as const satisfies Record<Outcome, string>;
/** A closed stratum that is picked whole, and has no more deals than this, stands in a paragraph. */
const MOST_IN_PARAGRAPH = 12;

const INDENT = ' '.repeat(5);

const COLUMNS: readonly Column[] = [
  { key: 'number', title: '', align: 'right' },
  { key: 'id', title: '', shrinkTo: 16 },
  { key: 'name', title: '', shrinkTo: 12, dropRank: 2 },
  { key: 'owner', title: '', shrinkTo: 8, dropRank: 1 },
  { key: 'value', title: '', align: 'right' },
  { key: 'why', title: '' },
  { key: 'notes', title: '', shrinkTo: 20 },
];

/** Who was drawn and how, the strata, and what it takes. */
export function reviewPage(view: ReviewView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ReviewView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: heading(view, look) };
  yield { kind: 'blank' };
  let number = 1;
  for (const stratum of view.strata) {
    yield* stratumBlocks(stratum, number, view, look);
    number += stratum.picked.length;
  }
  yield { kind: 'blank' };
  yield* unreadableLine(view.unreadable);
  yield* ending(view);
}

function heading(view: ReviewView, look: Look): (string | Cell)[] {
  const { from, to, period } = view.closed;
  const hasClosed = view.strata.some(({ stratum }) => stratum !== 'open');
  const since: (string | Cell)[] = !hasClosed
    ? []
    : period !== null && to !== null
      ? [` · closed in ${period}`]
      : [' · closed since ', { kind: 'day', day: from }];
  const whose = view.owner === null ? '' : ` · ${look.ownerLabel(view.owner)}`;
  return [
    'Review ',
    { kind: 'day', day: view.today },
    whose,
    ...since,
    ` · seed ${view.seed} · sampler ${view.sampler}`,
  ];
}

function* stratumBlocks(
  stratum: ReviewedStratum,
  firstNumber: number,
  view: ReviewView,
  look: Look,
): Generator<Block> {
  const { picked, population } = stratum;
  const isWhole = picked.length === population;
  const label = `${LABELS[stratum.stratum]} · ${counted(population)}`;
  if (population === 0) {
    yield { kind: 'line', parts: [`${LABELS[stratum.stratum]} · none`, ...undated(stratum)] };
    return;
  }
  const isShort = picked.length <= MOST_IN_PARAGRAPH && picked.every(({ why }) => why !== 'important');
  if (stratum.stratum !== 'open' && isWhole && isShort) {
    yield {
      kind: 'paragraph',
      parts: [`${label} · all: `, ...picked.flatMap(inParagraph), ...undated(stratum)],
    };
    return;
  }
  yield {
    kind: 'line',
    parts: [`${label} · ${isWhole ? 'all' : howPicked(stratum, view)}`, ...undated(stratum)],
  };
  yield {
    kind: 'table',
    columns: COLUMNS,
    rows: picked.map((deal, at) => rowOf(deal, firstNumber + at, view, look)),
  };
  if (!isWhole) yield* chance(stratum, view);
}

function undated({ undated: count, stratum }: ReviewedStratum): string[] {
  if (count === 0) return [];
  return [` (${count} ${stratum} without a close date: in no period)`];
}

function howPicked(stratum: ReviewedStratum, { weighted }: ReviewView): string {
  const { picked, drawn_from, excluded } = stratum;
  const count = (why: ReviewedDeal['why']) => picked.filter((deal) => deal.why === why).length;
  const judged = [
    ...(count('important') > 0 ? [`${count('important')} important`] : []),
    ...(count('largest') > 0 ? [`${count('largest')} largest`] : []),
  ];
  const others = judged.length === 0 ? `${drawn_from}` : `the other ${drawn_from}`;
  const random = `${count('random')} of ${others} at random${weighted ? ' by value' : ''}`;
  const seen = excluded > 0 ? ` (${excluded} seen lately)` : '';
  return `${[...judged, ...(count('random') > 0 ? [random] : [])].join(', ')}${seen}`;
}

function inParagraph({ id, value }: ReviewedDeal, at: number): (string | Cell)[] {
  const name = `${at === 0 ? '' : ' · '}${id}`;
  return value === null ? [name] : [`${name}\u00a0`, { kind: 'money', amount: value }];
}

function rowOf(deal: ReviewedDeal, number: number, view: ReviewView, look: Look): Cell[] {
  const notes = notesOf(deal, look);
  return [
    { kind: 'count', count: number },
    { kind: 'text', text: deal.id, tone: 'strong' },
    { kind: 'text', text: deal.name },
    { kind: 'text', text: look.ownerLabel(deal.owner) },
    deal.value === null ? { kind: 'text', text: '–' } : { kind: 'money', amount: deal.value },
    whyCell(deal, view),
    notes.length === 0 ? { kind: 'none' } : { kind: 'phrase', parts: notes },
  ];
}

function whyCell({ why, rank, probability }: ReviewedDeal, { weighted }: ReviewView): Cell {
  switch (why) {
    case 'important':
      return { kind: 'text', text: 'important' };
    case 'largest':
      return { kind: 'text', text: `largest ${rank}` };
    case 'random':
      if (!weighted) return { kind: 'text', text: 'random' };
      return { kind: 'phrase', parts: ['random ', { kind: 'share', share: probability }] };
  }
}

function* chance(stratum: ReviewedStratum, { weighted }: ReviewView): Generator<Block> {
  const { picked, drawn_from, never_drawn } = stratum;
  const random = picked.filter(({ why }) => why === 'random');
  const [first] = random;
  if (weighted && never_drawn > 0) {
    const text = `${never_drawn} without a value above 0 ${never_drawn === 1 ? 'is' : 'are'} never drawn by value`;
    yield { kind: 'line', tone: 'muted', parts: [INDENT, text] };
  }
  if (first === undefined) return;
  const parts: (string | Cell)[] = weighted
    ? ['each random one had the chance beside it, by its value']
    : [
        `each random one had a chance of ${random.length} in ${drawn_from} (`,
        { kind: 'share', share: first.probability },
        ')',
      ];
  yield { kind: 'line', tone: 'muted', parts: [INDENT, ...parts] };
}

function* ending(view: ReviewView): Generator<Block> {
  const [first] = view.strata.flatMap(({ picked }) => picked);
  if (view.cut > 0) {
    yield { kind: 'line', parts: [`Cut to the time: ${view.cut} more would have been picked.`] };
  }
  if (first === undefined) {
    yield { kind: 'next', text: 'Nothing to review', command: 'pipeline status' };
    return;
  }
  const each = view.minutes / view.deals;
  const text = `${counted(view.deals)}, about ${view.minutes} minutes at ${each} each`;
  yield { kind: 'next', text, command: `pipeline show ${first.id}` };
}

function counted(deals: number): string {
  return `${deals} ${deals === 1 ? 'deal' : 'deals'}`;
}
