// The page of `pipeline feedback digest`: what people say and what was decided, trials before and after, then stage by stage
// the data beside the opinions.

import type { FeedbackDigestView, Section, TrialView } from '../report/feedback-digest.ts';
import { SECTIONS } from '../report/feedback-digest.ts';
import type { Rate } from '../report/rate.ts';
import { type MeasuredSide, VERDICTS } from '../report/trial-measure.ts';
import {
  below,
  type DialogueLook,
  decisionParts,
  mistakeBlocks,
  oneLine,
  saidItems,
  type Told,
  textRecord,
} from './dialogue.ts';
import { FEEDBACK_COLUMNS, nextFor, recordOf } from './feedback.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Page, Records } from './page.ts';

const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** An entry may stand in several sections: each tells what it is there for. */
const TOLD: Readonly<Record<Section, Told>> = {
  works: { why: true },
  change: { why: true },
  decided: { decision: true },
  results: { done: true },
  waiting: { decision: true },
};

export function feedbackDigestPage(view: FeedbackDigestView, look: DialogueLook): Page {
  return { currency: look.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: FeedbackDigestView, look: DialogueLook): Generator<Block> {
  const { sections, trials, stages, between, mistakes } = view;
  yield { kind: 'heading', parts: headingOf(view) };
  for (const name of SECTION_NAMES) {
    const said = sections[name];
    if (said.length === 0) continue;
    yield* title(`${SECTIONS[name]} · ${said.length}`);
    for (const entry of said) yield* saidItems(entry, look, TOLD[name]);
  }
  if (trials.length > 0) {
    yield* title(`Trials, before and after · ${trials.length}`);
    for (const trial of trials) yield* trialItems(trial, look);
  }
  yield* title('What the data says of each stage');
  if (between !== null) {
    yield {
      kind: 'paragraph',
      parts: [
        `Skipped, went back and dropped out: of the deals that were in it at ${between.from}, until ${between.to}.`,
        ' Undocumented: of the steps up out of it. Days: of stays that have ended.',
      ],
    };
  }
  for (const stage of stages) yield* stageItems(stage, look);
  yield { kind: 'blank' };
  yield* mistakeBlocks(mistakes);
  yield next(view);
}

function* title(text: string): Generator<Block> {
  yield { kind: 'blank' };
  yield { kind: 'line', tone: 'strong', parts: [text] };
}

function headingOf({ period, sections }: FeedbackDigestView): string[] {
  const said = sections.works.length + sections.change.length;
  const open = sections.change.filter(({ state }) => state === 'open').length;
  return [
    `Dialogue ${period.name} · ${plural(said, 'thing')} said, ${sections.decided.length} decided, ` +
      `${sections.results.length} done · ${open} of what was said is open`,
  ];
}

function* trialItems({ entry, decision, measure }: TrialView, look: DialogueLook): Generator<Block> {
  yield { kind: 'item', depth: 0, parts: [oneLine(entry.text)] };
  yield below(decisionParts(decision, look));
  if (measure === null) {
    yield below(['no measure: only opinions tell']);
    return;
  }
  const of = measure.stage === '' ? '' : ` of ${look.stageLabel(measure.stage)}`;
  yield below([
    `${measure.metric}${of}: before `,
    ...sideParts(measure.before),
    ', since ',
    ...sideParts(measure.after),
  ]);
  const { difference } = measure;
  const interval: (string | Cell)[] =
    difference === null
      ? []
      : [
          ' (',
          points(difference.share),
          ' points, 90 % interval ',
          points(difference.low),
          ' to ',
          points(difference.high),
          ')',
        ];
  yield below([VERDICTS[measure.verdict], ...interval]);
}

function points(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}

/** `3 of 12 (25 %) in 28 days`. */
function sideParts(side: MeasuredSide | null): (string | Cell)[] {
  if (side === null) return ['–'];
  const { value, days } = side;
  const within = ` in ${plural(days, 'day')}`;
  switch (value?.kind) {
    case 'share':
      return value.share === null
        ? [`– of ${value.of}`, within]
        : [`${value.count} of ${value.of} (`, { kind: 'share', share: value.share }, ')', within];
    case 'money':
      return [{ kind: 'money', amount: value.amount }];
    case 'count':
      return [{ kind: 'count', count: value.count }];
    case 'number':
      return [String(value.number)];
    case 'met':
      return ['target met'];
    default:
      return ['–'];
  }
}

function* stageItems(stage: FeedbackDigestView['stages'][number], look: DialogueLook): Generator<Block> {
  const { label, open, skipped, regressed, dropped_out, days, undocumented, waivers, forced_moves, said } =
    stage;
  const stays: (string | Cell)[] =
    days === null
      ? ['no stay has ended']
      : [`median ${plural(days.median, 'day')} (${plural(days.count, 'stay')})`];
  yield {
    kind: 'item',
    depth: 0,
    parts: [
      `${label}: ${plural(open, 'deal')} · ${stays.join('')} · skipped `,
      ...rateParts(skipped),
      ' · went back ',
      ...rateParts(regressed),
      ' · dropped out ',
      ...rateParts(dropped_out),
      ' · undocumented ',
      ...rateParts(undocumented),
      ` · ${plural(waivers, 'waiver')} · ${plural(forced_moves, 'forced move')}`,
    ],
  };
  for (const { kind, text, by } of said) {
    yield below([`${kind}: ${oneLine(text)}${by === '' ? '' : ` (${look.ownerLabel(by)})`}`]);
  }
}

function rateParts(rate: Rate | null): (string | Cell)[] {
  return rate === null || rate.share === null
    ? ['–']
    : [`${rate.count} of ${rate.of} (`, { kind: 'share', share: rate.share }, ')'];
}

function next({ sections, trials }: FeedbackDigestView): Block {
  const over = trials.find(({ entry }) => entry.state === 'ended');
  if (over !== undefined) {
    const command = `pipeline feedback decide ${over.entry.id} accepted --why "…"`;
    return { kind: 'next', text: 'The trial is over: decide', command };
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
