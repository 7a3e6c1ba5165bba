// What every verb that changes deals does: which deals, the changes, all files or none, and what came of it.

import type { Day } from '../base/day.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, asValue, type Sayable, said } from '../base/said.ts';
import { listed } from '../base/said-lists.ts';
import type { Opened } from '../book/open.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { isClosed } from '../entry/closed.ts';
import type { EntryContext } from '../entry/context.ts';
import type { Understood } from '../entry/understood.ts';
import type { ChangeFacts, ChangeView } from '../report/change.ts';
import type { ChangedDeal } from '../workspace/deal-changes.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Call } from './verb.ts';
import { askWhich, type Chosen, chosenDeals } from './which-deals.ts';

/** What a verb may use to say what changes. */
export interface Entering extends EntryContext {
  readonly understood: Understood;
}

export interface Entry {
  readonly chosen: Chosen;
  /** What changes in a deal. @throws Failure where it can't */
  changes(deal: Deal, entering: Entering): readonly DealChange[];
  /** What is worth knowing of the deals as they then are. */
  remarks?(deals: readonly Deal[], entering: Entering): readonly Sayable[];
}

interface Done {
  readonly before: Deal;
  readonly changed: ChangedDeal;
  readonly after: Deal;
}

/** Changes the deals, or with --dry-run says what would change. @throws Failure as the changes do, and as a write does */
export async function changeDeals(call: Call, entry: Entry): Promise<ExitStatus> {
  const chosen = await askWhich(call, entry.chosen);
  return call.locked(async (today) => {
    const opened = await call.open({ today: () => today });
    const deals = await chosenDeals(call, chosen, opened);
    const entering = await enteringOn(today, opened.book.settings);
    const done = await changesOf(deals, entry, entering, opened);
    const written = done.filter(({ changed }) => changed.files.length > 0);
    const dryRun = call.flag('dry-run');
    if (!dryRun) {
      await call.write(
        written.flatMap(({ changed }) => changed.files),
        { signal: call.io.signal },
      );
    }
    const after = written.map((one) => one.after);
    await showChange(call, opened, {
      ...{ on: today, dryRun, readings: entering.understood.readings },
      changed: written,
      unchanged: done.filter(({ changed }) => changed.files.length === 0).map(({ before }) => before.id),
      remarks: entry.remarks?.(after, entering) ?? [],
      next: nextOf(after),
    });
    return ExitStatus.done;
  });
}

/** The context of an entry. */
export async function enteringOn(today: Day, settings: Settings): Promise<Entering> {
  const { Understood: Words } = await import('../entry/understood.ts');
  const context = { today, settings };
  return { ...context, understood: new Words(context) };
}

/** Prints what came of an entry. */
export async function showChange(
  call: Call,
  { book }: Pick<Opened, 'book'>,
  facts: Omit<ChangeFacts, 'verb' | 'rates'>,
): Promise<void> {
  const { changeView } = await import('../report/change.ts');
  const { changePage, changeRecords } = await import('../page/change.ts');
  const { lookOf } = await import('../page/look.ts');
  const view = changeView({ ...facts, verb: call.verb, rates: book.state.rates });
  await call.show({
    view,
    page: () => changePage(view, lookOf(book), book.state.reportingCurrency),
    records: () => changeRecords(view),
  });
}

/** One at a time says why it can't be; of many, none is changed where one can't be, and all those are named. */
async function changesOf(
  deals: readonly Deal[],
  entry: Entry,
  entering: Entering,
  { book }: Opened,
): Promise<Done[]> {
  const { refuseHeld } = await import('./held-fields.ts');
  const { dealAfter, expectPatched } = await import('../workspace/deal-changes.ts');
  const context = { root: book.root, currency: book.settings.currency };
  const refuse = await refuseHeld(book);
  const refused: Failure[] = [];
  const done: Done[] = [];
  for (const before of deals) {
    try {
      const changes = entry.changes(before, entering);
      refuse(before, changes);
      const changed = expectPatched(before, changes, context);
      const isSame = changed.text === undefined || changes.length === 0 || changed.isSame;
      done.push({
        before,
        changed: isSame ? { ...changed, files: [] } : changed,
        after: dealAfter(changed, context.currency),
      });
    } catch (error) {
      if (!(error instanceof Failure) || deals.length === 1 || error.code === 'changed-meanwhile')
        throw error;
      refused.push(error);
    }
  }
  if (refused.length === 0) return done;
  throw refusedTogether(refused, deals.length);
}

/** A sentence that is so of several deals is said once, with how many; what mends them is named deal by deal. */
function refusedTogether(refused: readonly Failure[], of: number): Failure {
  const sentences = [...new Set(refused.map(({ message }) => message))];
  const alike = sentences.map((sentence) => refused.filter(({ message }) => message === sentence));
  const [first = asItIs(''), ...others] = alike.flatMap((same) => {
    const [one] = same;
    if (one === undefined) return [];
    const sentence = asValue(one.said.message);
    return same.length === 1 || alike.length === 1
      ? sentence
      : said('{sentence} ({deals, plural, one {# deal} other {# deals}})', { sentence, deals: same.length });
  });
  const values = { refused: refused.length, of, first };
  const [one] = refused;
  return new Failure(
    one?.code ?? 'usage',
    others.length === 0
      ? said("{refused} of {of} deals can't be changed, so none was. {first}", values)
      : said("{refused} of {of} deals can't be changed, so none was. {first} And: {others}", {
          ...values,
          others: listed(others),
        }),
    { hint: one?.said.hint, paste: refused.flatMap(({ paste }) => paste) },
  );
}

/** What a hand that slipped looks for. */
export const UNDO = { text: 'Not what you meant?', command: 'pipeline undo' } as const;

/** An open deal without a next step waits for the customer. */
function nextOf(deals: readonly Deal[]): ChangeView['next'] {
  const [only, another] = deals;
  if (only === undefined) return null;
  if (another !== undefined) return UNDO;
  if (!isClosed(only) && only.nextStep === undefined)
    return { text: 'No next step yet', command: `pipeline next ${only.id} "…" --by fri` };
  return UNDO;
}
