// What past snapshots together tell about each deal: a fold over them in order of their names.
// The facts are plain JSON, so that they can be kept; what a deal is *now* is no part of them (take.ts).

import type { Day } from '../base/day.ts';
import { type Decimal, sameAmount } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import { type ProcessStage, stageCalled } from '../deal/process.ts';
import type { DealFacts } from './deal-facts.ts';
import { mayLack } from './origin.ts';
import type { DealRow } from './row.ts';
import { closeFacts } from './series-close.ts';
import { type Identity, pairIds } from './series-pairs.ts';
import type { Snapshot } from './snapshot.ts';

export interface SeriesFacts {
  /** The name of the last snapshot folded in; '' before the first. */
  readonly last: string;
  /** By id. Ids are words such as `constructor` too: look them up with factsOf or pairFacts. */
  readonly deals: Readonly<Record<string, DealFacts>>;
}

/** What a fold looks at. */
export type FoldedSnapshot = Pick<
  Snapshot,
  'name' | 'on' | 'origin' | 'assumed' | 'process' | 'deals' | 'archived'
>;

/** The facts before the first snapshot. */
export function emptySeries(): SeriesFacts {
  return { last: '', deals: {} };
}

/** The facts of one id, without following renames. */
export function factsOf(facts: SeriesFacts, id: string): DealFacts | undefined {
  return Object.hasOwn(facts.deals, id) ? facts.deals[id] : undefined;
}

/**
 * The facts of each of the deals of one moment, by present id. A deal without facts of its own takes over
 * those of its former id (`was`), else those of the same source where exactly one on each side has it,
 * from a deal that is not there any more: as a diff pairs them (docs/method.md), over all of the series.
 */
export function pairFacts(facts: SeriesFacts, deals: readonly Identity[]): Map<string, DealFacts> {
  const paired = new Map<string, DealFacts>();
  for (const [id, former] of pairIds(facts.deals, deals)) {
    const found = factsOf(facts, former);
    if (found !== undefined) paired.set(id, found);
  }
  return paired;
}

/**
 * The facts with one more snapshot, which must come after all that are folded in. The given facts stay as
 * they are. A row of an unreadable deal tells nothing; neither does what a backfilled snapshot assumed, its
 * stages, or an amount, close date or next step that it leaves empty.
 */
export function foldSeries(facts: SeriesFacts, snapshot: FoldedSnapshot): SeriesFacts {
  const rows = new Map<string, DealRow>();
  for (const row of snapshot.archived) rows.set(row.id, row);
  for (const row of snapshot.deals) rows.set(row.id, row);
  const formers = pairIds(facts.deals, [...rows.values()]);
  const deals: Record<string, DealFacts> = { ...facts.deals };
  const told = toldBy(snapshot);
  for (const [id, row] of rows) {
    const former = formers.get(id);
    const known = former === undefined ? undefined : factsOf(facts, former);
    if (former !== undefined && former !== id) delete deals[former];
    if (row.problem === '' && row.stage !== '') deals[id] = foldRow(known, row, snapshot.on, told);
    else if (known !== undefined) deals[id] = known;
  }
  return { last: snapshot.name, deals };
}

/** Which fields a snapshot is a witness of. */
interface Told {
  readonly stage: boolean;
  readonly amount: boolean;
  readonly close: boolean;
  readonly nextStep: boolean;
  /** Whether an empty field means that there is nothing: not in a backfilled one, where it means not known. */
  readonly empty: boolean;
  /** The same of a close date, which git's past knows as well. */
  readonly noClose: boolean;
  /** The snapshot's process, which knows what its stages were called before. */
  readonly process: Stages;
}

function toldBy(snapshot: FoldedSnapshot): Told {
  return {
    stage: snapshot.origin === 'taken',
    amount: !snapshot.assumed.includes('amount'),
    close: !snapshot.assumed.includes('close'),
    nextStep: !snapshot.assumed.includes('next_step'),
    empty: snapshot.origin === 'taken',
    noClose: !mayLack(snapshot),
    process: snapshot.process.stages,
  };
}

function foldRow(known: DealFacts | undefined, row: DealRow, on: Day, told: Told): DealFacts {
  const next: DealFacts = {
    firstDay: known?.firstDay ?? on,
    outcome: outcomeOf(row.stage),
    ...stageFacts(known, told.stage ? row : undefined, on, told.process),
    ...closeFacts(known, told.close && (told.noClose || row.close !== undefined) ? row : undefined),
    ...amountFacts(known, told.amount && (told.empty || row.amount !== undefined) ? row : undefined, on),
    ...nextStepFacts(known, told.nextStep && (told.empty || row.nextStep !== '') ? row : undefined, on),
    source: row.source === '' ? (known?.source ?? '') : row.source,
  };
  return known !== undefined && sameFacts(known, next) ? known : next;
}

type Stages = readonly Pick<ProcessStage, 'id' | 'was'>[];

/**
 * Whether it has entered another stage than was last shown; never where none was, where it only has another name, or
 * where the process has it no more: then the deal was put into one that is left.
 */
export function stageDiffers(known: DealFacts | undefined, stage: string, process: Stages): boolean {
  if (known === undefined || known.stage === '' || known.stage === stage) return false;
  const isHeir = (heir: string, former: string) =>
    process.some(({ id, was }) => id === heir && was.includes(former));
  return !isHeir(stage, known.stage) && !isHeir(known.stage, stage) && !isRestaged(known, stage, process);
}

function isRestaged(known: DealFacts, stage: string, process: Stages): boolean {
  const areOpen = outcomeOf(known.stage) === 'open' && outcomeOf(stage) === 'open';
  return areOpen && known.stage !== stage && stageCalled(process, known.stage) === undefined;
}

function stageFacts(
  known: DealFacts | undefined,
  row: DealRow | undefined,
  on: Day,
  process: Stages,
): Pick<DealFacts, 'stage' | 'stageEntered' | 'stageChanged'> {
  const { stage = '', stageEntered = '', stageChanged } = known ?? {};
  if (row === undefined) return { stage, stageEntered, stageChanged };
  return {
    stage: row.stage,
    stageEntered: stageEnteredBy(known, row.stage, process),
    stageChanged: stageDiffers(known, row.stage, process) ? on : stageChanged,
  };
}

/** The stage that a deal which is in one has entered last: that one, but where it was put into it. */
export function stageEnteredBy(known: DealFacts | undefined, stage: string, process: Stages): string {
  if (known === undefined || known.stage === '' || stageDiffers(known, stage, process)) return stage;
  const isStill = known.stageEntered === known.stage && !isRestaged(known, stage, process);
  return isStill ? stage : known.stageEntered;
}

/** Whether the amount is another one than was last shown; never where none was told before. */
export function amountDiffers(
  known: DealFacts | undefined,
  amount: Decimal | undefined,
  currency: string,
): boolean {
  if (known?.amount === undefined) return false;
  if (amount === undefined || known.amount === '') return (amount ?? '') !== known.amount;
  return known.currency !== currency || !sameAmount(known.amount, amount);
}

function amountFacts(
  known: DealFacts | undefined,
  row: DealRow | undefined,
  on: Day,
): Pick<DealFacts, 'amount' | 'currency' | 'amountChanged'> {
  const { amount, currency = '', amountChanged } = known ?? {};
  if (row === undefined) return { amount, currency, amountChanged };
  const changed = amountDiffers(known, row.amount, row.currency);
  return {
    amount: row.amount ?? '',
    currency: row.currency,
    amountChanged: changed ? on : amountChanged,
  };
}

function nextStepFacts(
  known: DealFacts | undefined,
  row: DealRow | undefined,
  on: Day,
): Pick<DealFacts, 'nextStep' | 'nextStepSince'> {
  const { nextStep = '', nextStepSince } = known ?? {};
  if (row === undefined) return { nextStep, nextStepSince };
  if (row.nextStep === '') return { nextStep: '', nextStepSince: undefined };
  if (row.nextStep === nextStep)
    return { nextStep, nextStepSince: earlier(nextStepSince, row.nextStepAgreed) };
  return { nextStep: row.nextStep, nextStepSince: row.nextStepAgreed ?? on };
}

/** The earlier of two days, either of which may be unknown. */
export function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function sameFacts(a: DealFacts, b: DealFacts): boolean {
  return (Object.keys(b) as (keyof DealFacts)[]).every((key) => a[key] === b[key]);
}
