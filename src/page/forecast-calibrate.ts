// The page of `pipeline forecast calibrate`: each stage's probability beside what happened, then the diff that would fit.

import type { CalibrateStage, ForecastCalibrateView } from '../report/forecast-calibrate.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { say } from './say.ts';

export function calibratePage(view: ForecastCalibrateView): Page {
  return { currency: '', digits: 0, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: ForecastCalibrateView): Generator<Block> {
  const off = view.stages.filter(({ verdict }) => verdict === 'off');
  const few = view.stages.filter(({ verdict }) => verdict === 'too-few');
  yield { kind: 'heading', parts: heading(view, off.length) };
  yield { kind: 'blank' };
  yield table(view.stages);
  yield { kind: 'blank' };
  if (few.length > 0) {
    const which = few.map(({ label, decided }) => `${label} ${decided}`).join(', ');
    yield {
      kind: 'paragraph',
      tone: 'warn',
      parts: [
        say('Too few decided deals to propose anything ({fewest} are needed): {stages}.', {
          fewest: { kind: 'count', count: view.fewest },
          stages: which,
        }),
      ],
    };
  }
  if (view.stages.some(({ verdict: said }) => said === 'undecided')) {
    yield {
      kind: 'paragraph',
      tone: 'muted',
      parts: [
        say(
          'Open deals decide: what is configured lies outside of the interval, and could still fit once they have ended. Deals that end late are lost more often.',
        ),
      ],
    };
  }
  if (view.without_stage > 0) {
    const without = say(
      '{deals, plural, one {# decided deal} other {# decided deals}} without a stage on record: in no rate.',
      { deals: view.without_stage },
    );
    yield { kind: 'paragraph', tone: 'warn', parts: [without] };
  }
  if (view.diff !== '') yield { kind: 'code', language: 'diff', lines: view.diff.trimEnd().split('\n') };
  yield next(view, off.length);
}

function heading({ period, is_written: isWritten }: ForecastCalibrateView, off: number): (string | Cell)[] {
  const of = period === null ? [] : [' · ', say('deals closed in {period}', { period })];
  if (off === 0) return [say('No probability needs another value'), ...of];
  const what = isWritten
    ? '{stages, plural, one {# stage} other {# stages}} changed in pipeline.yaml'
    : '{stages, plural, one {# probability does} other {# probabilities do}} not fit what happened';
  return [say(what, { stages: off }), ...of];
}

function table(stages: readonly CalibrateStage[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'stage', title: 'Stage', shrinkTo: 10 },
      { key: 'configured', title: 'Configured', align: 'right' },
      { key: 'won', title: 'Won of decided', align: 'right' },
      { key: 'interval', title: '90 % interval', align: 'right' },
      { key: 'open', title: 'Open', align: 'right', dropRank: 1 },
      { key: 'verdict', title: '' },
    ],
    rows: stages.map((one): Cell[] => [
      { kind: 'text', text: one.label },
      one.configured === null
        ? say('none, so {share}', { share: { kind: 'share', share: one.assumed } })
        : { kind: 'share', share: one.configured },
      rateCell({ count: one.won, of: one.decided, share: one.share }),
      one.low === null || one.high === null
        ? { kind: 'text', text: '–' }
        : {
            kind: 'phrase',
            parts: [{ kind: 'share', share: one.low }, '–', { kind: 'share', share: one.high }],
          },
      { kind: 'count', count: one.open },
      verdict(one),
    ]),
  };
}

function verdict({ verdict: said, proposed, decided }: CalibrateStage): Cell {
  if (proposed !== null)
    return { kind: 'phrase', parts: ['→ ', { kind: 'share', share: proposed }], tone: 'warn' };
  if (said === 'too-few')
    return say('too few: {decided}', { decided: { kind: 'count', count: decided } }, 'muted');
  if (said === 'undecided') return say('open deals decide', {}, 'muted');
  return say('fits', {}, 'good');
}

function next({ is_written: isWritten, period }: ForecastCalibrateView, off: number): Block {
  if (off > 0 && !isWritten) {
    const of = period === null ? '' : ` --period ${period}`;
    return { kind: 'next', text: say('Write it down'), command: `pipeline forecast calibrate${of} --write` };
  }
  return isWritten
    ? { kind: 'next', text: say('To take it back'), command: 'pipeline undo' }
    : { kind: 'next', text: say('How the forecast did before'), command: 'pipeline forecast backtest' };
}

/** A row a stage. */
export function calibrateRecords({ stages }: ForecastCalibrateView): Records {
  const number = (of: number | null): RecordCell =>
    of === null ? { kind: 'none' } : { kind: 'number', number: of };
  return {
    columns: [
      ...['stage', 'configured', 'assumed', 'won', 'decided', 'open'],
      ...['share', 'low', 'high', 'verdict', 'proposed'],
    ],
    rows: stages.map((one) => [
      { kind: 'text', text: one.stage },
      ...[one.configured, one.assumed, one.won, one.decided, one.open].map(number),
      ...[one.share, one.low, one.high].map(number),
      { kind: 'text', text: one.verdict },
      number(one.proposed),
    ]),
  };
}
