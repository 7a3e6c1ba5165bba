// What a series warns of, for people: a paragraph each with the numbers behind it, and what to look at next.

import type { Decimal } from '../base/money.ts';
import type { Rate } from '../report/rate.ts';
import type {
  ConversionWarning,
  PushedWarning,
  SeriesWarning,
  ShrinksWarning,
  WarningsView,
} from '../report/series-warnings.ts';
import type { Message } from '../words/message.ts';
import type { Part } from './diff-words.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Cell } from './page.ts';
import { type Said, say } from './say.ts';
import { sentences } from './sentences.ts';

export interface WarningLook extends Look {
  /** The command that lists an owner's deals. */
  dealsOf(owner: string): string;
}

/** Of a kind so many are shown; JSON has them all. */
const MOST = 5;

/** Nothing where there is nothing to say. */
export function* warningBlocks({ warnings, not_judged }: WarningsView, look: WarningLook): Generator<Block> {
  if (warnings.length + not_judged.length === 0) return;
  if (warnings.length > 0) yield { kind: 'line', tone: 'strong', parts: [say('Worth a look')] };
  for (const kind of KINDS) {
    const own = warnings.filter((warning) => warning.kind === kind);
    for (const warning of own.slice(0, MOST)) {
      yield { kind: 'blank' };
      yield* blocksOf(warning, look);
    }
    if (own.length > MOST) {
      yield {
        kind: 'line',
        parts: [say('And {more} more like it: pipeline trend --format json', { more: own.length - MOST })],
      };
    }
  }
  if (not_judged.length > 0) {
    if (warnings.length > 0) yield { kind: 'blank' };
    const needs = not_judged.flatMap((kind, at): Part[] => [at === 0 ? '' : '; ', say(NEEDS[kind])]);
    const parts = [say('Not judged: {needs}.', { needs: phrase(...needs) })];
    yield { kind: 'paragraph', tone: 'muted', parts };
  }
  yield { kind: 'blank' };
}

const KINDS = ['pushed-at-quarter-ends', 'shrinks-at-quarter-end', 'conversion-fell'] as const;

const NEEDS = {
  'pushed-at-quarter-ends':
    'who is pushed at quarter ends, which needs close dates around two of the last three',
  'shrinks-at-quarter-end':
    'who shrinks at quarter ends, which needs amounts every two weeks or more often, at a quarter end and otherwise',
  'conversion-fell': 'which stage deals leave less for a later one, which needs deals decided in both halves',
} as const satisfies Record<SeriesWarning['kind'], Message>;

function blocksOf(warning: SeriesWarning, look: WarningLook): Block[] {
  if (warning.kind === 'pushed-at-quarter-ends') return pushed(warning, look);
  return warning.kind === 'shrinks-at-quarter-end' ? shrinks(warning, look) : conversion(warning, look);
}

function told(tooFew: boolean, parts: readonly Part[], text: Message, command: string): Block[] {
  return [
    { kind: 'paragraph', tone: tooFew ? 'muted' : 'warn', parts },
    { kind: 'next', text: say(text), command },
  ];
}

function pushed(warning: PushedWarning, look: Look): Block[] {
  const { deal, owner, value, pushes, days, needed, too_few: tooFew } = warning;
  const whose = look.ownerLabel(owner);
  const each = pushes.flatMap(({ quarter, from, to }, at): Part[] => [
    at === 0 ? '' : ', ',
    `${quarter} `,
    { kind: 'day', day: from },
    ' → ',
    to === null ? say('no date') : { kind: 'day', day: to },
  ]);
  const values = {
    deal: value === null ? `${deal} (${whose})` : phrase(`${deal} (${whose}, `, money(value), ')'),
    quarters: pushes.length,
    days,
    each: phrase(...each),
  };
  const parts = sentences(
    say(
      '{deal} was pushed at each of the last {quarters} quarter ends, {days, plural, one {# day} other {# days}} in all: {each}.',
      values,
    ),
    tooFew ? say('Too few to judge: {needed} quarter ends are needed.', { needed }) : undefined,
  );
  return told(tooFew, parts, 'What was promised, and when', `pipeline history ${deal} --field close`);
}

function shrinks(warning: ShrinksWarning, look: WarningLook): Block[] {
  const { owner, late, otherwise, quarters, chance } = warning;
  const { needed, needed_quarters: ends, too_few: tooFew } = warning;
  const parts = sentences(
    say(
      'Deals of {owner} shrink in the last two weeks of a quarter: {late} times there, {otherwise} otherwise; {value} in {quarters}: {deals}.',
      {
        owner: look.ownerLabel(owner),
        late: rate(late.rate),
        otherwise: rate(otherwise.rate),
        value: { kind: 'money', amount: late.value, signed: true },
        quarters: sayNames(quarters),
        deals: sayNames(late.deals),
      },
    ),
    tooFew
      ? say('Too few to judge: {needed} times at {ends} quarter ends are needed.', { needed, ends })
      : byChance(chance),
  );
  return told(tooFew, parts, 'Their deals', look.dealsOf(owner));
}

function conversion(warning: ConversionWarning, look: Look): Block[] {
  const { stage, before, after, lost, chance, needed, too_few: tooFew } = warning;
  const parts = sentences(
    say('Fewer deals go on from {stage}: {after} since {day}, {before} from {from} until then.', {
      stage: look.stageLabel(stage),
      after: rate(after.conversion),
      day: { kind: 'day', day: after.from },
      before: rate(before.conversion),
      from: { kind: 'day', day: before.from },
    }),
    lost.length === 0 ? undefined : say('Dropped out since: {names}.', { names: sayNames(lost) }),
    tooFew ? say('Too few to judge: {needed} decided in each are needed.', { needed }) : byChance(chance),
  );
  return told(tooFew, parts, 'From stage to stage', 'pipeline funnel');
}

/** `4 of 15 (27 %)`. */
function rate({ count, of, share }: Rate): Cell {
  return say('{count} of {of} ({share})', {
    ...{ count, of },
    share: share === null ? '–' : { kind: 'share', share },
  });
}

function byChance(chance: number): Said {
  const times = Math.floor(1 / chance);
  return times > 1000
    ? say('Chance alone would show it in less than 1 of 1000 such series.')
    : say('Chance alone would show it in 1 of {times} such series.', { times });
}

function phrase(...parts: readonly Part[]): Cell {
  return { kind: 'phrase', parts };
}

function money(amount: Decimal): Cell {
  return { kind: 'money', amount };
}
