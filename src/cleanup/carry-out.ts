// Decisions → the changes of files that carry them out, and what could not be. Reads the files, writes nothing.

import { asValue, inTurn, Said, said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';
import { dealVersion } from '../deal/version.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import {
  archivedFile,
  type ChangeContext,
  type ChangedDeal,
  dealAfter,
  isRefused,
  patchedFile,
} from '../workspace/deal-changes.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { changesFor, KEPT_FROM } from './changes.ts';
import type { Archive, Decision, Distinct, Merge, Subject } from './decision.ts';
import { objectionTo } from './merge.ts';
import { mergedFiles } from './merged-files.ts';
import { heldChoices } from './mirror.ts';

export interface Done {
  readonly decision: Decision;
  /** The deal before; of a pair the one that changes or leaves. */
  readonly deal: Deal;
}

export interface NotDone {
  readonly decision: Decision;
  /** Continues "it is not done: …". */
  readonly reason: Said;
}

export interface CarriedOut {
  readonly files: readonly FileChange[];
  readonly done: readonly Done[];
  readonly refused: readonly NotDone[];
  /** Nothing is left to do: an earlier run has done it. */
  readonly doneBefore: readonly Decision[];
  /** The deals as their files will say them, at their new paths. */
  readonly after: readonly Deal[];
}

/** What one decision comes to. */
type Outcome =
  | {
      readonly kind: 'done';
      readonly deal: Deal;
      readonly files: readonly FileChange[];
      readonly after: readonly ChangedDeal[];
    }
  | { readonly kind: 'done-before' }
  | { readonly kind: 'refused'; readonly reason: Said };

/**
 * Each decision by itself: one that cannot be carried out leaves the others as they are.
 * @param quarter the folder in archive/
 * @throws Failure `changed-meanwhile` where a file was saved while we looked
 */
export function carryOut(decided: readonly Decision[], opened: Opened, quarter: string): CarriedOut {
  const files: FileChange[] = [];
  const done: Done[] = [];
  const refused: NotDone[] = [];
  const doneBefore: Decision[] = [];
  const after: Deal[] = [];
  const clerk = new Clerk(opened, quarter);
  for (const decision of withoutRepeats(decided)) {
    const outcome = clerk.carryOut(decision);
    if (outcome.kind === 'refused') refused.push({ decision, reason: outcome.reason });
    else if (outcome.kind === 'done-before') doneBefore.push(decision);
    else {
      done.push({ decision, deal: outcome.deal });
      files.push(...outcome.files);
      after.push(...outcome.after.map((changed) => dealAfter(changed, clerk.currency)));
    }
  }
  return { files, done, refused, doneBefore, after };
}

/** What is decided about open deals alone. */
const IN_OPEN: readonly Decision['do'][] = ['revive', 'lost', 'keep'];

/** That a deal is distinct from two others is one waiver, the longer one. */
function withoutRepeats(decided: readonly Decision[]): readonly Decision[] {
  const longest = new Map<string, Distinct>();
  for (const decision of decided) {
    if (decision.do !== 'distinct') continue;
    const before = longest.get(decision.other.id);
    if (before === undefined || before.until < decision.until) longest.set(decision.other.id, decision);
  }
  return decided.filter(
    (decision) => decision.do !== 'distinct' || longest.get(decision.other.id) === decision,
  );
}

class Clerk {
  readonly currency: string;
  readonly #opened: Opened;
  readonly #quarter: string;
  readonly #context: ChangeContext;
  readonly #held: ReturnType<typeof heldChoices>;

  constructor(opened: Opened, quarter: string) {
    const { root, settings } = opened.book;
    this.currency = settings.currency;
    this.#opened = opened;
    this.#quarter = quarter;
    this.#context = { root, currency: settings.currency };
    this.#held = heldChoices(opened.book);
  }

  carryOut(decision: Decision): Outcome {
    if (this.#isDoneAlready(decision)) return { kind: 'done-before' };
    const deal = this.#find(decision);
    if (deal instanceof Said) return refused(deal);
    const isOpen = outcomeOf(deal.stage) === 'open';
    if (decision.do === 'archive' && isOpen) return refused(said('it is open: close it first'));
    if (IN_OPEN.includes(decision.do) && !isOpen)
      return refused(said(deal.stage === 'won' ? 'it is won already' : 'it is lost already'));
    if (decision.do === 'archive') return done(deal, archivedFile(deal, this.#quarter, this.#context));
    if (decision.do !== 'merge' && decision.do !== 'distinct') return this.#patched(deal, decision);
    const other = this.#find(decision.other);
    if (other instanceof Said)
      return refused(said('the other one, {id}: {reason}', { id: decision.other.id, reason: other }));
    return decision.do === 'merge' ? this.#merged(deal, other) : this.#patched(other, decision);
  }

  #merged(keep: Deal, other: Deal): Outcome {
    const objection = objectionTo(keep, other, this.#opened.book.settings.sourceOfRecord);
    if (objection !== undefined) return refused(asValue(inTurn(objection.reason, objection.hint)));
    const merged = mergedFiles(keep, [other], this.#quarter, this.#context);
    if (isRefused(merged)) return refused(merged.reason);
    const { files, kept, archived } = merged;
    return {
      kind: 'done',
      deal: other,
      files,
      after: [kept, ...archived],
    };
  }

  /** The deal as it was decided on, or why it can't be done. */
  #find({ id, version }: Subject): Deal | Said {
    const { book, archive } = this.#opened;
    const deal = book.deals.get(id);
    if (deal !== undefined) {
      return dealVersion(deal) === version ? deal : said('it has changed since it was decided on');
    }
    if (unreadableDeals(book).includes(id)) return said("its file can't be read: mend it first");
    return said(archive.has(id) ? 'it is in the archive by now' : 'there is no such deal any more');
  }

  #patched(deal: Deal, decision: Exclude<Decision, Archive | Merge>): Outcome {
    const { book } = this.#opened;
    if (this.#held(deal).has(decision.do)) {
      const { sourceOfRecord } = book.settings;
      const record = deal.source?.id ?? '';
      return refused(
        said('{crm} holds it: change record {record} there and import it again', {
          crm: sourceOfRecord,
          record,
        }),
      );
    }
    return done(deal, patchedFile(deal, changesFor(decision, deal, book.today), this.#context));
  }

  /** Whether an earlier run has done it: the deals say already what the decision would make them say. */
  #isDoneAlready(decision: Decision): boolean {
    const { book, archive } = this.#opened;
    const { id } = decision;
    const isWaived = (deal: string, rule: string, until: string) =>
      book.deals.get(deal)?.waive.some((waiver) => waiver.rule === rule && waiver.until === until) === true;
    switch (decision.do) {
      case 'archive':
        return !book.deals.has(id) && archive.has(id);
      case 'revive': {
        const step = book.deals.get(id)?.nextStep;
        return step?.what === decision.nextStep && step.by === decision.by;
      }
      case 'lost': {
        const deal = book.deals.get(id);
        return deal?.stage === 'lost' && deal.lostReason === decision.reason;
      }
      case 'keep':
        return KEPT_FROM.every((rule) => isWaived(id, rule, decision.until));
      case 'merge':
        return !book.deals.has(decision.other.id) && archive.get(decision.other.id)?.mergedInto === id;
      case 'distinct':
        return isWaived(decision.other.id, 'duplicate', decision.until);
    }
  }
}

function refused(reason: Said): Outcome {
  return { kind: 'refused', reason };
}

function done(deal: Deal, changed: ReturnType<typeof patchedFile>): Outcome {
  return isRefused(changed)
    ? refused(changed.reason)
    : { kind: 'done', deal, files: changed.files, after: [changed] };
}
