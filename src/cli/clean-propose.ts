// The proposal of a clean-up, and the two ways in which a person decides on it: in a plan file, or asked at a terminal.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Period, periodAround } from '../base/period.ts';
import { said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { Book } from '../book/book.ts';
import type { Decision, Decisions } from '../cleanup/decision.ts';
import { heldChoices } from '../cleanup/mirror.ts';
import { type Proposal, proposalFor } from '../cleanup/proposal.ts';
import { dealVersion } from '../deal/version.ts';
import { type Look, lookOf } from '../page/look.ts';
import { wordsOf } from '../render/locale.ts';
import { type CleanDeal, type CleanView, cleanView } from '../report/clean.ts';
import { languageFor } from '../words/language.ts';
import { writeNewFile } from '../workspace/whole-file.ts';
import { toldOf } from './clean-told.ts';
import { assertFileToWrite } from './file-to-write.ts';
import { canAsk } from './prompts.ts';
import type { Call } from './verb.ts';

export interface Proposed {
  readonly book: Book;
  readonly proposal: Proposal;
  readonly view: CleanView;
  readonly look: Look;
}

/** @throws Failure `bad-period`, `usage` for a quarter that is none or to come, `sum-too-large` */
export async function propose(call: Call): Promise<Proposed> {
  const book = await call.book();
  const quarter = await quarterAsked(call, book);
  const proposal = proposalFor(book.state, book.settings, quarter, book.today);
  return { book, proposal, view: cleanView(proposal, book), look: lookOf(book) };
}

async function quarterAsked(call: Call, book: Book): Promise<Period> {
  const now = periodAround(book.today, 'quarter', book.settings.fiscalYearStarts);
  const asked = await call.period('quarter', book);
  if (asked === undefined) return now;
  if (!/-Q[1-4]$/.test(asked.name)) {
    throw new Failure('usage', said('--quarter: "{name}" is no quarter.', { name: asked.name }), {
      hint: said('Write it as {name}, or last-quarter.', { name: now.name }),
    });
  }
  if (asked.from <= book.today) return asked;
  throw new Failure('usage', said('--quarter: {name} has not begun yet.', { name: asked.name }), {
    hint: said("Today's is {name}.", { name: now.name }),
  });
}

/** Whether a person is there to be asked, and has not said that nothing is to happen. */
export function asksNow(call: Call): boolean {
  return call.formats.join() === 'table' && !call.flag('dry-run') && call.io.stdout.isTTY && canAsk(call);
}

/** What the person at the terminal decides; undefined where they do not want it done. @throws Failure `interrupted` */
export async function decisionsAsked(
  call: Call,
  { book, proposal, view, look }: Proposed,
): Promise<Decisions | undefined> {
  const versions = versionsOf(book, proposal);
  const choices = heldChoices(book);
  const held = new Map(
    [...versions.keys()].map((id) => {
      const deal = book.deals.get(id);
      return [id, deal && choices(deal)] as const;
    }),
  );
  const words = wordsOf(await languageFor(book.settings.locale));
  const { askDecisions } = await import('./clean-ask.ts');
  const context = {
    io: call.io,
    say: call.say,
    lostReasons: book.settings.lostReasons,
    versionOf: (id: string) => versions.get(id) ?? '',
    isHeld: (choice: Decision['do'], id: string) => held.get(id)?.has(choice) === true,
    told: (deal: CleanDeal) => toldOf(deal, look, words),
  };
  const decided = await askDecisions(view, context, await import('@clack/prompts'));
  return decided === undefined || decided.length === 0
    ? undefined
    : { quarter: proposal.quarter.name, decided, undecided: 0 };
}

/**
 * Writes the proposal down as a plan to decide in.
 * @throws Failure `already-exists`: what a person decided there must not be lost; `io`
 */
export async function writePlan(call: Call, file: string, { book, proposal, look }: Proposed): Promise<void> {
  const { planText } = await import('../cleanup/plan-text.ts');
  const rows = new Map(book.state.deals.map((row) => [row.id, row]));
  const versions = versionsOf(book, proposal);
  const text = planText(proposal, {
    settings: book.settings,
    file: shellWord(file),
    currency: book.state.reportingCurrency,
    digits: book.state.digits,
    row: (id) => rows.get(id),
    mirror: book.settings.sourceOfRecord,
    versionOf: (id) => versions.get(id) ?? '',
    ownerLabel: look.ownerLabel,
    stageLabel: look.stageLabel,
  });
  const path = resolve(call.io.cwd, file);
  assertFileToWrite(path, file, call.dir);
  writeNewFile(path, file, text);
}

/** What was decided in a plan file. @throws Failure `plan-invalid`, `newer-format`, `usage` where there is no such file */
export async function readPlanFile(call: Call, file: string): Promise<Decisions> {
  const settings = await call.settings();
  const { readPlan } = await import('../cleanup/plan-read.ts');
  const today = call.today(settings.timeZone);
  return readPlan(textOf(resolve(call.io.cwd, file), file), file, {
    today,
    quarter: periodAround(today, 'quarter', settings.fiscalYearStarts).name,
    lostReasons: settings.lostReasons,
  });
}

function textOf(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new Failure('usage', said("{file} can't be read: {reason}.", { file, reason: reasonOf(error) }), {
      hint: 'pipeline clean --plan clean.yaml writes such a file.',
    });
  }
}

/** Of every deal that the proposal names. */
function versionsOf({ deals }: Book, { finished, forgotten, duplicates }: Proposal): Map<string, string> {
  const ids = [
    ...finished.map(({ row }) => row.id),
    ...forgotten.map(({ row }) => row.id),
    ...duplicates.flatMap(({ a, b }) => [a, b]),
  ];
  return new Map(
    ids.flatMap((id) => {
      const deal = deals.get(id);
      return deal === undefined ? [] : [[id, dealVersion(deal)] as const];
    }),
  );
}
