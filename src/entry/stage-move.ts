// A deal that enters another stage, ends, or begins anew: its stage, its record of stages, and what goes with them.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { asItIs, dayValue, said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';
import { EXCEPTION } from '../deal/own-activities.ts';
import { stageCalled, stageMeant } from '../deal/process.ts';
import { inOrder } from '../snapshot/stage-record.ts';
import type { StageSettings } from '../workspace/settings.ts';
import { activityChange, isToCome } from './activity.ts';
import { isClosed } from './closed.ts';
import type { EntryContext } from './context.ts';
import { type Unmet, unmetBy } from './stage-gate.ts';

/** What the process does not allow as things stand, with the commands that mend it. */
function notAllowed({ id }: Deal, to: StageSettings | 'won', unmet: readonly Unmet[]): Failure {
  const count = unmet.length;
  return new Failure(
    'not-allowed',
    to === 'won'
      ? said(
          "{id} can't go to Won yet: {count, plural, one {one thing is} other {# things are}} in the way.",
          { id, count },
        )
      : said(
          "{id} can't go to {label} yet: {count, plural, one {one thing is} other {# things are}} in the way.",
          { id, label: to.label, count },
        ),
    {
      hint: said('Mend {count, plural, one {it} other {them}}, or go on and say why: --force --why "…"', {
        count,
      }),
      paste: unmet.flatMap(({ text, command }) => [said('    {text}', { text }), `        ${command}`]),
    },
  );
}

export interface AskedMove {
  readonly on: Day;
  /** Exit criteria that are met now. */
  readonly met: readonly string[];
  /** Why the move is made though the process does not allow it; undefined: then it is not made. */
  readonly exception: string | undefined;
}

/**
 * The deal goes to a stage. One that is there under a former id of it has not moved.
 * @throws Failure `not-allowed` with the commands that mend it, `usage` for a closed deal, `bad-date` for a day that does not fit its record
 */
export function moveChanges(
  deal: Deal,
  to: StageSettings,
  asked: AskedMove,
  context: EntryContext,
): DealChange[] {
  if (isClosed(deal)) throw isOver(deal);
  const isThere = stageCalled(context.settings.process.stages, deal.stage)?.id === to.id;
  if (isThere) return deal.stage === to.id ? [] : [{ kind: 'set', key: 'stage', value: to.id }];
  return [...gated(deal, to, asked, context), ...enters(deal, to.id, asked.on, context)];
}

/**
 * The deal is won, for an amount where one is given.
 * @throws as moveChanges
 */
export function wonChanges(
  deal: Deal,
  asked: AskedMove & { readonly amount: readonly DealChange[] },
  context: EntryContext,
): DealChange[] {
  if (isClosed(deal)) throw isOver(deal);
  return [
    ...gated(deal, 'won', asked, context),
    ...asked.amount,
    { kind: 'set', key: 'close', value: asked.on },
    ...enters(deal, 'won', asked.on, context),
  ];
}

/**
 * The deal is lost. The process asks nothing of it but the reason.
 * @throws Failure `usage` for a closed deal, `bad-date` for a day that does not fit its record
 */
export function lostChanges(
  deal: Deal,
  { on, reason }: { readonly on: Day; readonly reason: string },
  context: EntryContext,
): DealChange[] {
  if (isClosed(deal)) throw isOver(deal);
  return [
    { kind: 'set', key: 'lost_reason', value: reason },
    { kind: 'set', key: 'close', value: on },
    ...enters(deal, 'lost', on, context),
  ];
}

/**
 * A closed deal goes on, in the stage that it was in before it ended where none is named. Its close date was the day
 * on which it ended, so it has none until somebody expects one.
 * @throws Failure `usage` for an open deal, or one whose record tells no stage of before
 */
export function reopenChanges(
  deal: Deal,
  asked: { readonly stage: StageSettings | undefined; readonly close: Day | undefined; readonly why: string },
  context: EntryContext,
): DealChange[] {
  if (!isClosed(deal)) {
    throw new Failure('usage', said('{id} is open: it is in {stage}.', { id: deal.id, stage: deal.stage }), {
      hint: asItIs(`pipeline move ${deal.id} STAGE`),
    });
  }
  const { today, settings } = context;
  const before = inOrder(deal.stages).findLast(({ stage }) => outcomeOf(stage) === 'open')?.stage;
  const stage = asked.stage ?? stageCalled(settings.process.stages, before ?? '');
  if (stage === undefined) {
    throw new Failure('usage', said('Nothing tells which stage {id} was in before.', { id: deal.id }), {
      hint: said('Name it: --stage {id}', { id: settings.process.stages[0]?.id ?? '' }),
    });
  }
  const note = `reopened: ${asked.why}`;
  return [
    ...(deal.lostReason === '' ? [] : [{ kind: 'remove', key: 'lost_reason' } as const]),
    asked.close === undefined
      ? { kind: 'remove', key: 'close' }
      : { kind: 'set', key: 'close', value: asked.close },
    ...enters(deal, stage.id, today, context),
    activityChange(deal, { on: today, type: EXCEPTION, note }, context),
  ];
}

/**
 * The stage that a word names, by id, label or former id.
 * @throws Failure `usage` with "did you mean", or with the verb for an outcome
 */
export function stageNamed(word: string, { settings }: Pick<EntryContext, 'settings'>): StageSettings {
  const { stages } = settings.process;
  const found = stageMeant(stages, word);
  if (found !== undefined) return found;
  const folded = fold(word);
  if (folded === 'won' || folded === 'lost') {
    throw new Failure('usage', said('{folded} is no stage: it ends a deal.', { folded }), {
      hint: asItIs(`pipeline ${folded} ID`),
    });
  }
  const ids = stages.map(({ id }) => id);
  throw new Failure('usage', said('There is no stage "{word}".', { word }), {
    hint: didYouMean(
      word,
      [...ids, ...stages.map(({ label }) => label)],
      said('Stages: {ids}.', { ids: ids.join(', ') }),
    ),
  });
}

/** Marks criteria as met, and holds the deal against the process. */
function gated(deal: Deal, to: StageSettings | 'won', asked: AskedMove, context: EntryContext): DealChange[] {
  const { met, exception, on } = asked;
  const marked = [...new Set(met)].filter((id) => !deal.checklist.includes(id));
  const checked = { ...deal, checklist: [...deal.checklist, ...marked] };
  const unmet = unmetBy(checked, to, on, context.settings);
  const marks = marked.map((text): DealChange => ({ kind: 'append-text', key: 'checklist', text }));
  if (unmet.length === 0) return marks;
  if (exception === undefined) throw notAllowed(deal, to, unmet);
  const label = to === 'won' ? 'Won' : to.label;
  const note = `to ${label}, against: ${unmet.map(({ text }) => String(text)).join('; ')}. Why: ${exception}`;
  return [...marks, activityChange(deal, { on, type: EXCEPTION, note }, context)];
}

/**
 * The stage, and its line in the record. A deal without a record was in its present stage at least, since it ended or
 * began: without that line it would look as if it had begun in the new one.
 * @throws Failure `bad-date` for a day to come, or before the last one on record
 */
function enters(deal: Deal, stage: string, on: Day, { today }: EntryContext): DealChange[] {
  if (on > today) throw isToCome('A stage entered', on);
  const last = inOrder(deal.stages).at(-1);
  if (last !== undefined && on < last.on) {
    throw new Failure(
      'bad-date',
      said('{id} entered {stage} on {on}, after {on_2}.', {
        id: deal.id,
        stage: last.stage,
        on: last.on,
        on_2: on,
      }),
      {
        hint: said('Where that is wrong, mend it first: pipeline edit {id}', { id: deal.id }),
      },
    );
  }
  const since = (isClosed(deal) ? deal.close : (deal.created ?? deal.recorded)) ?? on;
  const present = { stage: deal.stage, on: since < on ? since : on };
  return [
    { kind: 'set', key: 'stage', value: stage },
    ...(last === undefined ? [{ kind: 'append', key: 'stages', item: present } as const] : []),
    { kind: 'append', key: 'stages', item: { stage, on, logged: today } },
  ];
}

function isOver({ id, stage, close }: Deal): Failure {
  return new Failure(
    'usage',
    close === undefined
      ? said('{id} was {stage}.', { id, stage })
      : said('{id} was {stage} on {close}.', { id, stage, close: dayValue(close) }),
    {
      hint: asItIs(`pipeline reopen ${id} --why "…"`),
    },
  );
}
