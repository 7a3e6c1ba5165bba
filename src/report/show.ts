// pipeline/show/1: all of one deal, with what snapshots saw of it and what is wrong with it.

import { type Day, daysBetween } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { CustomValue, Deal, Outcome } from '../deal/deal.ts';
import { labelOf } from '../deal/process.ts';
import type { Findings } from '../freshness/finding.ts';
import { daysInStage, staysOf } from '../snapshot/stage-days.ts';
import { outcomeOfRow } from './chosen.ts';
import type { FoundDeal } from './find-deal.ts';
import type { Seen } from './seen.ts';

interface ShownDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  /** null where nothing but the id is known. */
  readonly outcome: Outcome | null;
  /** null where it is closed, or the day it entered its stage is not on record. */
  readonly days_in_stage: number | null;
  readonly amount: Decimal | null;
  readonly currency: string;
  /** In the view's currency. */
  readonly value: Decimal | null;
  readonly created: Day | null;
  readonly recorded: Day | null;
  readonly close: Day | null;
  readonly close_first: Day | null;
  readonly close_moves: number;
  readonly last_sign_of_life: { readonly date: Day; readonly event: string; readonly days: number } | null;
  readonly next_step: { readonly what: string; readonly by: Day | null; readonly agreed: Day | null } | null;
  readonly important: string;
  readonly category: string;
  readonly contacts: readonly string[];
  readonly lost_reason: string;
  readonly source: string;
  readonly was: string;
  readonly merged_into: string;
  readonly missing: Day | null;
  readonly custom: Readonly<Record<string, CustomValue>>;
}

export interface ShowView {
  readonly schema: 'pipeline/show/1';
  readonly today: Day;
  readonly as_of: Day | null;
  readonly currency: string;
  /** Where it is written; null for the past. */
  readonly file: string | null;
  /** The folder in archive/; null for a deal of the working set. */
  readonly archived: string | null;
  /** Why its file cannot be read; then all of this is as the last snapshot has it. */
  readonly problem: string;
  readonly deal: ShownDeal;
  readonly stages: readonly {
    readonly stage: string;
    readonly label: string;
    readonly on: Day;
    readonly logged: Day | null;
    /** Until the next entry, or until today; null in an outcome. */
    readonly days: number | null;
  }[];
  /** The newest first; null where only their number is known. */
  readonly activities:
    | readonly {
        readonly on: Day;
        readonly logged: Day | null;
        readonly type: string;
        readonly note: string;
        readonly ref: string;
      }[]
    | null;
  readonly activity_count: number;
  readonly checklist: readonly { readonly id: string; readonly text: string; readonly met: boolean }[];
  readonly waived: readonly { readonly rule: string; readonly until: Day; readonly why: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: Sayable;
    readonly hint: Sayable;
    readonly file: string;
    readonly line: number | null;
    readonly waived_until: Day | null;
  }[];
  /** Where something had changed, the earliest first. */
  readonly snapshots: readonly Seen[];
}

/** What a deal's page is made of. */
export interface ShowFacts {
  readonly book: Book;
  readonly found: FoundDeal;
  readonly findings: Findings;
  readonly seen: readonly Seen[];
  /** The archived deals by id: an archived deal has its file as well. */
  readonly archive: ReadonlyMap<string, Deal>;
}

/** All of the deal; the deal's file, where it can be read, for what rows do not hold. */
export function showView({ book, found, findings, seen, archive }: ShowFacts): ShowView {
  const { row, archived } = found;
  const { state, today } = book;
  const deal = row.problem === '' ? (archived === undefined ? book.deals : archive).get(row.id) : undefined;
  return {
    schema: 'pipeline/show/1',
    today,
    as_of: book.past ? state.on : null,
    currency: state.reportingCurrency,
    file: deal?.path ?? null,
    archived: archived ?? null,
    problem: row.problem,
    deal: shownDeal(found, deal, book),
    stages: staysOf(row, today).map(({ stage, on, logged, days }) => ({
      stage,
      label: labelOf(state.process, stage),
      on,
      logged: logged ?? null,
      days: days ?? null,
    })),
    activities: deal === undefined ? null : activitiesOf(deal),
    activity_count: row.activities.reduce((sum, { count }) => sum + count, 0),
    checklist: checklistOf(found, book),
    waived: row.waived.map(({ rule, until }) => ({ rule, until, why: whyWaived(deal, rule, until) })),
    findings: findings.findings
      .filter(({ id }) => id === row.id)
      .map(({ rule, severity, message, hint, place, waived }) => ({
        rule,
        severity,
        message,
        hint,
        file: place.file,
        line: place.line ?? null,
        waived_until: waived?.until ?? null,
      })),
    snapshots: seen,
  };
}

function shownDeal({ row }: FoundDeal, deal: Deal | undefined, { state, today }: Book): ShownDeal {
  const { lastSignOfLife, nextStep } = row;
  const outcome = outcomeOfRow(row);
  return {
    id: row.id,
    name: row.name,
    account: row.account,
    owner: row.owner,
    stage: row.stage,
    outcome: outcome ?? null,
    days_in_stage: outcome === 'open' ? (daysInStage(row, state.process, today) ?? null) : null,
    amount: row.amount ?? null,
    currency: row.currency,
    value: row.value === undefined ? null : fromMinor(row.value, state.digits),
    created: row.created ?? null,
    recorded: row.recorded ?? null,
    close: row.close ?? null,
    close_first: row.closeFirst ?? null,
    close_moves: row.closeMoves,
    last_sign_of_life:
      lastSignOfLife === undefined
        ? null
        : { date: lastSignOfLife, event: row.lastSignEvent, days: daysBetween(lastSignOfLife, today) },
    next_step:
      nextStep === ''
        ? null
        : { what: nextStep, by: row.nextStepBy ?? null, agreed: row.nextStepAgreed ?? null },
    important: row.important,
    category: row.category,
    contacts: deal?.contacts ?? [],
    lost_reason: row.lostReason,
    source: row.source,
    was: row.was,
    merged_into: row.mergedInto,
    missing: row.missing ?? null,
    custom: deal?.custom ?? row.custom,
  };
}

function activitiesOf({ activities }: Deal): ShowView['activities'] {
  return activities
    .map(({ on, logged, type, note, ref }) => ({
      on,
      logged: logged ?? null,
      type,
      note: note ?? '',
      ref: ref ?? '',
    }))
    .reverse()
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** The exit criteria of the deal's stage, and what else was ticked off. */
function checklistOf({ row }: FoundDeal, { settings }: Book): ShowView['checklist'] {
  const exits = settings.process.stages.flatMap(({ id, exit }) =>
    exit.map((criterion) => ({ ...criterion, stage: id })),
  );
  const asked = exits.filter(({ id, stage }) => stage === row.stage || row.checklist.includes(id));
  const unknown = row.checklist.filter((id) => !exits.some((criterion) => criterion.id === id));
  return [
    ...asked.map(({ id, text }) => ({ id, text, met: row.checklist.includes(id) })),
    ...unknown.map((id) => ({ id, text: '', met: true })),
  ];
}

function whyWaived(deal: Deal | undefined, rule: string, until: Day): string {
  return deal?.waive.find((waiver) => waiver.rule === rule && waiver.until === until)?.why ?? '';
}
