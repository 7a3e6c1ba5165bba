// What a series warns of, for people: a paragraph each with the numbers behind it, and what to look at next.

import { named } from '../base/named.ts';
import type { Rate } from '../report/rate.ts';
import type {
  ConversionWarning,
  PushedWarning,
  SeriesWarning,
  ShrinksWarning,
  WarningsView,
} from '../report/series-warnings.ts';
import type { Part } from './diff-words.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block } from './page.ts';

export interface WarningLook extends Look {
  /** The command that lists an owner's deals. */
  dealsOf(owner: string): string;
}

/** Of a kind so many are shown; JSON has them all. */
const MOST = 5;

/** Nothing where there is nothing to say. */
export function* warningBlocks({ warnings, not_judged }: WarningsView, look: WarningLook): Generator<Block> {
  if (warnings.length + not_judged.length === 0) return;
  if (warnings.length > 0) yield { kind: 'line', tone: 'strong', parts: ['Worth a look'] };
  for (const kind of KINDS) {
    const own = warnings.filter((warning) => warning.kind === kind);
    for (const warning of own.slice(0, MOST)) {
      yield { kind: 'blank' };
      yield* blocksOf(warning, look);
    }
    if (own.length > MOST) {
      yield { kind: 'line', parts: [`And ${own.length - MOST} more like it: pipeline trend --format json`] };
    }
  }
  if (not_judged.length > 0) {
    if (warnings.length > 0) yield { kind: 'blank' };
    const needs = not_judged.map((kind) => NEEDS[kind]).join('; ');
    yield { kind: 'paragraph', tone: 'muted', parts: [`Not judged: ${needs}.`] };
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
} as const satisfies Record<SeriesWarning['kind'], string>;

function blocksOf(warning: SeriesWarning, look: WarningLook): Block[] {
  if (warning.kind === 'pushed-at-quarter-ends') return pushed(warning, look);
  return warning.kind === 'shrinks-at-quarter-end' ? shrinks(warning, look) : conversion(warning, look);
}

function told(tooFew: boolean, parts: readonly Part[], text: string, command: string): Block[] {
  return [
    { kind: 'paragraph', tone: tooFew ? 'muted' : 'warn', parts },
    { kind: 'next', text, command },
  ];
}

function pushed(warning: PushedWarning, look: Look): Block[] {
  const { deal, owner, value, pushes, days, needed, too_few: tooFew } = warning;
  const parts: Part[] = [`${deal} (${look.ownerLabel(owner)}`];
  if (value !== null) parts.push(', ', { kind: 'money', amount: value });
  parts.push(
    `) was pushed at each of the last ${pushes.length} quarter ends, ${plural(days, 'day')} in all: `,
  );
  for (const [at, { quarter, from, to }] of pushes.entries()) {
    const then: Part = to === null ? 'no date' : { kind: 'day', day: to };
    parts.push(at === 0 ? '' : ', ', `${quarter} `, { kind: 'day', day: from }, ' → ', then);
  }
  parts.push('.', tooFew ? ` Too few to judge: ${needed} quarter ends are needed.` : '');
  return told(tooFew, parts, 'What was promised, and when', `pipeline history ${deal} --field close`);
}

function shrinks(warning: ShrinksWarning, look: WarningLook): Block[] {
  const {
    owner,
    late,
    otherwise,
    quarters,
    chance,
    needed,
    needed_quarters: ends,
    too_few: tooFew,
  } = warning;
  const parts: Part[] = [
    `Deals of ${look.ownerLabel(owner)} shrink in the last two weeks of a quarter: `,
    ...rate(late.rate),
    ' times there, ',
    ...rate(otherwise.rate),
    ' otherwise; ',
    { kind: 'money', amount: late.value, signed: true },
    ` in ${named(quarters)}: ${named(late.deals)}.`,
    tooFew
      ? ` Too few to judge: ${needed} times at ${ends} quarter ends are needed.`
      : ` ${byChance(chance)}`,
  ];
  return told(tooFew, parts, 'Their deals', look.dealsOf(owner));
}

function conversion(warning: ConversionWarning, look: Look): Block[] {
  const { stage, before, after, lost, chance, needed, too_few: tooFew } = warning;
  const parts: Part[] = [
    `Fewer deals go on from ${look.stageLabel(stage)}: `,
    ...rate(after.conversion),
    ' since ',
    { kind: 'day', day: after.from },
    ', ',
    ...rate(before.conversion),
    ' from ',
    { kind: 'day', day: before.from },
    ' until then.',
    lost.length === 0 ? '' : ` Dropped out since: ${named(lost)}.`,
    tooFew ? ` Too few to judge: ${needed} decided in each are needed.` : ` ${byChance(chance)}`,
  ];
  return told(tooFew, parts, 'From stage to stage', 'pipeline funnel');
}

/** `4 of 15 (27 %)`. */
function rate({ count, of, share }: Rate): Part[] {
  return [`${count} of ${of} (`, share === null ? '–' : { kind: 'share', share }, ')'];
}

function byChance(chance: number): string {
  const times = Math.floor(1 / chance);
  return `Chance alone would show it in ${times > 1000 ? 'less than 1 of 1000' : `1 of ${times}`} such series.`;
}
