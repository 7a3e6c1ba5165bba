// One stratum of a review's page: how it was picked, and the deals.

import type { Outcome } from '../deal/deal.ts';
import type { ReviewedStratum, ReviewView } from '../report/review.ts';
import type { ReviewedDeal } from '../report/review-deal.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column } from './page.ts';
import { notesOf } from './review-notes.ts';
import { say } from './say.ts';
import { whyPicked } from './why-picked.ts';

type Part = string | Cell;

export const STRATUM_LABELS = { open: 'Open', won: 'Won', lost: 'Lost' } as const satisfies Record<
  Outcome,
  Message
>;
/** A closed stratum that is picked whole, and has no more deals than this, stands in a paragraph. */
const MOST_IN_PARAGRAPH = 12;

const INDENT = ' '.repeat(5);

const COLUMNS: readonly Column[] = [
  { key: 'number', title: '', align: 'right' },
  { key: 'id', title: '', shrinkTo: 24 },
  { key: 'name', title: '', shrinkTo: 12, dropRank: 2 },
  { key: 'owner', title: '', shrinkTo: 8, dropRank: 1 },
  { key: 'value', title: '', align: 'right' },
  { key: 'why', title: '' },
  { key: 'notes', title: '', shrinkTo: 20 },
];

/** Nothing more than a line for a stratum without deals. */
export function* stratumBlocks(
  stratum: ReviewedStratum,
  firstNumber: number,
  view: ReviewView,
  look: Look,
): Generator<Block> {
  const { picked, population } = stratum;
  const isWhole = picked.length === population;
  const name = say(STRATUM_LABELS[stratum.stratum]);
  const label: Part[] = [name, ' · ', counted(population, 'deal')];
  if (population === 0) {
    yield { kind: 'line', parts: [name, ' · ', say('none'), ...undated(stratum)] };
    return;
  }
  const isShort = picked.length <= MOST_IN_PARAGRAPH && picked.every(({ why }) => why !== 'important');
  if (stratum.stratum !== 'open' && isWhole && isShort) {
    yield {
      kind: 'paragraph',
      parts: [
        ...label,
        ' · ',
        say('all: {deals}', {
          deals: { kind: 'phrase', parts: byValue(picked).flatMap(inParagraph) },
        }),
        ...undated(stratum),
      ],
    };
    return;
  }
  yield {
    kind: 'line',
    parts: [...label, ' · ', ...(isWhole ? [say('all')] : howPicked(stratum, view)), ...undated(stratum)],
  };
  yield {
    kind: 'table',
    columns: COLUMNS,
    rows: picked.flatMap((deal, at) => rowsOf(deal, firstNumber + at, view, look)),
  };
  if (!isWhole) yield* chance(stratum, view);
}

const UNDATED = {
  open: '{count} open without a close date: in no period',
  won: '{count} won without a close date: in no period',
  lost: '{count} lost without a close date: in no period',
} as const satisfies Record<Outcome, Message>;

function undated({ undated: count, stratum }: ReviewedStratum): Part[] {
  if (count === 0) return [];
  return [' (', say(UNDATED[stratum], { count }), ')'];
}

/** `1 important, 3 largest, 5 of the other 45 at random (1 seen lately)`. */
function howPicked(stratum: ReviewedStratum, { weighted }: ReviewView): Part[] {
  const { picked, drawn_from, excluded } = stratum;
  const count = (why: ReviewedDeal['why']) => picked.filter((deal) => deal.why === why).length;
  const judged = (['important', 'largest'] as const).filter((why) => count(why) > 0);
  const random: Part[] = [
    say(RANDOM[judged.length === 0 ? 'all' : 'others'][weighted ? 'byValue' : 'alike'], {
      count: count('random'),
      from: { kind: 'count', count: drawn_from },
    }),
    ...(excluded > 0 ? [' (', say('{count} seen lately', { count: excluded }), ')'] : []),
  ];
  if (picked.length === 0) return [say('none picked')];
  const words = judged.map((why): Part[] => [say(JUDGED[why], { count: count(why) })]);
  const all = count('random') === 0 ? words : [...words, random];
  return all.flatMap((parts, at) => (at === 0 ? parts : [', ', ...parts]));
}

/** How many were picked for what. */
export const JUDGED = { important: '{count} important', largest: '{count} largest' } as const;

const RANDOM = {
  all: {
    alike: '{count} of {from} at random',
    byValue: '{count} of {from} at random by value',
  },
  others: {
    alike: '{count} of the other {from} at random',
    byValue: '{count} of the other {from} at random by value',
  },
} as const;

/** Where all are picked, it does not matter for what. */
function byValue(picked: readonly ReviewedDeal[]): ReviewedDeal[] {
  return [...picked].sort((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0));
}

function inParagraph({ id, value }: ReviewedDeal, at: number): Part[] {
  const name = `${at === 0 ? '' : ' · '}${id}`;
  return value === null ? [name] : [`${name}\u00a0`, { kind: 'money', amount: value }];
}

/** A row, and one more for each further line of notes. */
function rowsOf(deal: ReviewedDeal, number: number, view: ReviewView, look: Look): Cell[][] {
  const [first, ...further] = notesOf(deal, look);
  const row: Cell[] = [
    { kind: 'count', count: number },
    { kind: 'text', text: deal.id, tone: 'strong' },
    { kind: 'text', text: deal.name },
    { kind: 'text', text: look.ownerLabel(deal.owner) },
    deal.value === null ? { kind: 'text', text: '–' } : { kind: 'money', amount: deal.value },
    whyCell(deal, view),
    first === undefined ? { kind: 'none' } : { kind: 'phrase', parts: first },
  ];
  const blanks = row.slice(1).map((): Cell => ({ kind: 'none' }));
  return [row, ...further.map((parts): Cell[] => [...blanks, { kind: 'phrase', parts }])];
}

function whyCell({ why, rank, probability }: ReviewedDeal, { weighted, team }: ReviewView): Cell {
  return why === 'random' && (weighted || team)
    ? { kind: 'phrase', parts: [whyPicked(why, rank), ' ', shareCell(probability)] }
    : whyPicked(why, rank);
}

function* chance(stratum: ReviewedStratum, { weighted, team }: ReviewView): Generator<Block> {
  const { picked, drawn_from, never_drawn } = stratum;
  const random = picked.filter(({ why }) => why === 'random');
  const [first] = random;
  if (weighted && never_drawn > 0) {
    const never = say(
      '{deals, plural, one {# without a value above 0 is} other {# without a value above 0 are}} never drawn by value',
      { deals: never_drawn },
    );
    yield { kind: 'line', tone: 'muted', parts: [INDENT, never] };
  }
  if (first === undefined) return;
  const each =
    weighted || team
      ? say(
          weighted && team
            ? "each random one had the chance beside it, by its value among its owner's deals"
            : weighted
              ? 'each random one had the chance beside it, by its value'
              : "each random one had the chance beside it, among its owner's deals",
        )
      : say('each random one had a chance of {random} in {from} ({share})', {
          random: random.length,
          from: { kind: 'count', count: drawn_from },
          share: shareCell(first.probability),
        });
  yield { kind: 'line', tone: 'muted', parts: [INDENT, each] };
}

/** Small chances with as many decimals as tell them from none. */
export function shareCell(share: number): Cell {
  return { kind: 'share', share, decimals: share < 0.01 ? 2 : share < 0.1 ? 1 : 0 };
}
