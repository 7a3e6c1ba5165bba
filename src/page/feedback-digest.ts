// The page of `pipeline feedback digest`: what people say and what was decided, trials before and after, then stage by stage
// the data beside the opinions.

import type { FeedbackDigestView, Section, TrialView } from '../report/feedback-digest.ts';
import { SECTIONS } from '../report/feedback-digest.ts';
import type { Rate } from '../report/rate.ts';
import { FEWEST, type MeasuredSide, VERDICTS } from '../report/trial-measure.ts';
import { NOW } from '../snapshot/names.ts';
import type { Message } from '../words/message.ts';
import {
  below,
  type DialogueLook,
  mistakeBlocks,
  oneLine,
  saidItems,
  sayDecision,
  type Told,
  textRecord,
} from './dialogue.ts';
import { FEEDBACK_COLUMNS, nextFor, recordOf } from './feedback.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { count, type Said, say } from './say.ts';

const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** An entry may stand in several sections: each tells what it is there for. */
const TOLD: Readonly<Record<Section, Told>> = {
  works: { why: true },
  change: { why: true },
  asked: { why: true },
  decided: { decision: true },
  results: { done: true },
  waiting: { decision: true },
};

export function feedbackDigestPage(view: FeedbackDigestView, look: DialogueLook): Page {
  return { currency: look.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: FeedbackDigestView, look: DialogueLook): Generator<Block> {
  const { sections, trials, stages, between, mistakes } = view;
  yield { kind: 'heading', parts: dotted(headingOf(view)) };
  for (const name of SECTION_NAMES) {
    const said = sections[name];
    if (said.length === 0) continue;
    yield* title(say(SECTIONS[name]), ` · ${said.length}`);
    for (const entry of said) yield* saidItems(entry, look, TOLD[name]);
  }
  if (trials.length > 0) {
    yield* title(say('Trials, before and after'), ` · ${trials.length}`);
    for (const trial of trials) yield* trialItems(trial, look);
  }
  yield* title(say('What the data says of each stage'));
  if (between !== null) {
    yield {
      kind: 'paragraph',
      parts: [
        say(WHAT_RATES_ARE_OF, {
          from: between.from,
          to: between.to === NOW ? say('now') : between.to,
        }),
      ],
    };
  }
  for (const stage of stages) yield* stageItems(stage, look);
  yield { kind: 'blank' };
  yield* mistakeBlocks(mistakes);
  yield next(view);
}

const WHAT_RATES_ARE_OF =
  'Skipped, went back and dropped out: of the deals that were in it at {from}, until {to}. Undocumented: of the steps up out of it. Days: of stays that have ended.' satisfies Message;

function* title(...parts: readonly (string | Cell)[]): Generator<Block> {
  yield { kind: 'blank' };
  yield { kind: 'line', tone: 'strong', parts };
}

function headingOf({ period, sections }: FeedbackDigestView): Cell[] {
  const things = sections.works.length + sections.change.length + sections.asked.length;
  const open = [...sections.change, ...sections.asked].filter(({ state }) => state === 'open').length;
  return [
    say('Dialogue {period}', { period: period.name }),
    say('{things, plural, one {# thing} other {# things}} said, {decided} decided, {done} done', {
      things,
      decided: count(sections.decided.length),
      done: count(sections.results.length),
    }),
    say('{open} of what was said is open', { open: count(open) }),
  ];
}

function* trialItems({ entry, decision, measure }: TrialView, look: DialogueLook): Generator<Block> {
  yield { kind: 'item', depth: 0, parts: [oneLine(entry.text)] };
  yield below([sayDecision(decision, look)]);
  if (measure === null) {
    yield below([say('no measure: only opinions tell')]);
    return;
  }
  const { metric, stage, before, after } = measure;
  const sides = { metric, before: side(before), after: side(after) };
  yield below([
    stage === ''
      ? say('{metric}: before {before}, since {after}', sides)
      : say('{metric} of {stage}: before {before}, since {after}', {
          ...sides,
          stage: look.stageLabel(stage),
        }),
  ]);
  yield below([verdictOf(measure)]);
}

function verdictOf({ verdict, difference }: NonNullable<TrialView['measure']>): Said {
  const said = say(VERDICTS[verdict], { fewest: count(FEWEST) });
  if (difference === null) return said;
  const { share, low, high } = difference;
  return say('{verdict} ({share} points, 90 % interval {low} to {high})', {
    verdict: said,
    share: points(share),
    low: points(low),
    high: points(high),
  });
}

function points(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}

/** `3 of 12 (25 %) in 28 days`. */
function side(of: MeasuredSide | null): string | Cell {
  if (of === null) return '–';
  const { value, days } = of;
  switch (value?.kind) {
    case 'share':
      return say('{days, plural, one {{rate} in # day} other {{rate} in # days}}', {
        rate: value.share === null ? say('– of {of}', { of: count(value.of) }) : rate(value),
        days,
      });
    case 'money':
      return { kind: 'money', amount: value.amount };
    case 'count':
      return count(value.count);
    case 'number':
      return String(value.number);
    case 'met':
      return say('target met');
    default:
      return '–';
  }
}

function* stageItems(stage: FeedbackDigestView['stages'][number], look: DialogueLook): Generator<Block> {
  const { days, said } = stage;
  yield {
    kind: 'item',
    depth: 0,
    parts: dotted([
      say('{stage}: {deals, plural, one {# deal} other {# deals}}', {
        stage: stage.label,
        deals: stage.open,
      }),
      days === null
        ? say('no stay has ended')
        : say(MEDIAN, { days: days.median, stays: stayed(days.count) }),
      say('skipped {rate}', { rate: rate(stage.skipped) }),
      say('went back {rate}', { rate: rate(stage.regressed) }),
      say('dropped out {rate}', { rate: rate(stage.dropped_out) }),
      say('undocumented {rate}', { rate: rate(stage.undocumented) }),
      say('{waivers, plural, one {# waiver} other {# waivers}}', { waivers: stage.waivers }),
      say('{moves, plural, one {# forced move} other {# forced moves}}', { moves: stage.forced_moves }),
    ]),
  };
  for (const { kind, text, by } of said) {
    yield below([say(kind), `: ${oneLine(text)}${by === '' ? '' : ` (${look.ownerLabel(by)})`}`]);
  }
}

const MEDIAN = 'median {days, plural, one {# day} other {# days}} ({stays})' satisfies Message;

function stayed(stays: number): Said {
  return say('{stays, plural, one {# stay} other {# stays}}', { stays });
}

function rate(of: Rate | null): string | Said {
  if (of === null || of.share === null) return '–';
  return say('{count} of {of} ({share})', {
    count: count(of.count),
    of: count(of.of),
    share: { kind: 'share', share: of.share },
  });
}

function next({ sections, trials }: FeedbackDigestView): Block {
  const over = trials.find(({ entry }) => entry.state === 'ended');
  if (over !== undefined) {
    const command = `pipeline feedback decide ${over.entry.id} accepted --why "…"`;
    return { kind: 'next', text: say('The trial is over: decide'), command };
  }
  return nextFor(sections.change.find(({ state }) => state === 'open'));
}

/** A record an entry and section. */
export function feedbackDigestRecords({ sections }: FeedbackDigestView): Records {
  return {
    columns: ['section', ...FEEDBACK_COLUMNS],
    rows: SECTION_NAMES.flatMap((name) =>
      sections[name].map((entry) => [textRecord(name), ...recordOf(entry)]),
    ),
  };
}
