// Decisions → the changes of files that carry them out, and what could not be. Reads the files, writes nothing.

import type { Opened } from '../book/open.ts';
import { mirroredFields } from '../crm-import/mirrored.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { dealVersion } from '../deal/version.ts';
import {
  archivedFile,
  type ChangeContext,
  type ChangedDeal,
  dealAfter,
  isRefused,
  patchedFile,
} from '../workspace/deal-changes.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { CHANGED_FIELDS, changesFor } from './changes.ts';
import type { Decision, Distinct, Subject } from './decision.ts';
import { objectionTo } from './merge.ts';
import { mergedFiles } from './merged-files.ts';

export interface Done {
  readonly decision: Decision;
  /** The deal before; of a pair the one that changes or leaves. */
  readonly deal: Deal;
}

export interface NotDone {
  readonly decision: Decision;
  /** Continues "it is not done: …". */
  readonly reason: string;
}

export interface CarriedOut {
  readonly files: readonly FileChange[];
  readonly done: readonly Done[];
  readonly refused: readonly NotDone[];
  /** Nothing is left to do: an earlier run has done it. */
  readonly doneBefore: readonly Decision[];
  /** The deals as their files will say them, at their new paths. */
  readonly after: { readonly deals: readonly Deal[]; readonly archived: readonly Deal[] };
}

/** What one decision comes to. */
type Outcome =
  | {
      readonly kind: 'done';
      readonly deal: Deal;
      readonly files: readonly FileChange[];
      readonly after: readonly Change[];
    }
  | { readonly kind: 'done-before' }
  | { readonly kind: 'refused'; readonly reason: string };

interface Change {
  readonly to: 'deals' | 'archive';
  readonly changed: ChangedDeal;
}

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
  const deals: Deal[] = [];
  const archived: Deal[] = [];
  const clerk = new Clerk(opened, quarter);
  for (const decision of withoutRepeats(decided)) {
    const outcome = clerk.carryOut(decision);
    if (outcome.kind === 'refused') refused.push({ decision, reason: outcome.reason });
    else if (outcome.kind === 'done-before') doneBefore.push(decision);
    else {
      done.push({ decision, deal: outcome.deal });
      files.push(...outcome.files);
      for (const { to, changed } of outcome.after) {
        (to === 'archive' ? archived : deals).push(dealAfter(changed, clerk.currency));
      }
    }
  }
  return { files, done, refused, doneBefore, after: { deals, archived } };
}

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
  readonly #mirrored: ReturnType<typeof mirroredFields>;

  constructor(opened: Opened, quarter: string) {
    const { root, settings } = opened.book;
    this.currency = settings.currency;
    this.#opened = opened;
    this.#quarter = quarter;
    this.#context = { root, currency: settings.currency };
    this.#mirrored = mirroredFields(opened.book);
  }

  carryOut(decision: Decision): Outcome {
    const found = this.#find(decision);
    if ('kind' in found) return found;
    const { deal } = found;
    switch (decision.do) {
      case 'archive':
        return done(deal, 'archive', archivedFile(deal, this.#quarter, this.#context));
      case 'merge': {
        const other = this.#find(decision.other);
        if ('kind' in other) return other;
        return this.#merged(deal, other.deal);
      }
      case 'distinct': {
        const other = this.#find(decision.other);
        return 'kind' in other
          ? other
          : this.#patched(other.deal, decision, changesFor(decision, other.deal, this.#today));
      }
      default:
        return this.#patched(deal, decision, changesFor(decision, deal, this.#today));
    }
  }

  #merged(keep: Deal, other: Deal): Outcome {
    const objection = objectionTo(keep, other, this.#opened.book.settings.sourceOfRecord);
    if (objection !== undefined) return { kind: 'refused', reason: objection.reason };
    const merged = mergedFiles(keep, [other], this.#quarter, this.#context);
    if (isRefused(merged)) return { kind: 'refused', reason: merged.reason };
    const { files, kept, archived } = merged;
    return {
      kind: 'done',
      deal: other,
      files,
      after: [
        { to: 'deals', changed: kept },
        ...archived.map((changed) => ({ to: 'archive' as const, changed })),
      ],
    };
  }

  get #today() {
    return this.#opened.book.today;
  }

  /** The deal as it was decided on, or why it is not done. */
  #find(subject: Subject & Partial<Decision>): { deal: Deal } | Outcome {
    const { book, archive } = this.#opened;
    const deal = book.deals.get(subject.id);
    if (deal === undefined) {
      if (!archive.has(subject.id)) return { kind: 'refused', reason: 'there is no such deal any more' };
      return subject.do === 'archive'
        ? { kind: 'done-before' }
        : { kind: 'refused', reason: 'it is in the archive by now' };
    }
    if (dealVersion(deal) === subject.version) return { deal };
    return isDoneAlready(subject, deal)
      ? { kind: 'done-before' }
      : { kind: 'refused', reason: 'it has changed since it was decided on' };
  }

  #patched(deal: Deal, { do: choice }: Decision, changes: readonly DealChange[]): Outcome {
    const fields: readonly string[] =
      choice === 'archive' || choice === 'merge' ? [] : CHANGED_FIELDS[choice];
    const held = this.#mirrored(deal);
    if (fields.some((field) => held.has(field))) {
      const { sourceOfRecord } = this.#opened.book.settings;
      const record = deal.source?.id ?? '';
      return {
        kind: 'refused',
        reason: `${sourceOfRecord} holds it: change record ${record} there and import it again`,
      };
    }
    return done(deal, 'deals', patchedFile(deal, changes, this.#context));
  }
}

function done(deal: Deal, to: Change['to'], changed: ReturnType<typeof patchedFile>): Outcome {
  return isRefused(changed)
    ? { kind: 'refused', reason: changed.reason }
    : { kind: 'done', deal, files: changed.files, after: [{ to, changed }] };
}

/** Whether the deal says already what the decision would make it say. */
function isDoneAlready(decision: Partial<Decision>, deal: Deal): boolean {
  const isWaived = (rule: string, until: string | undefined) =>
    deal.waive.some((waiver) => waiver.rule === rule && waiver.until === until);
  switch (decision.do) {
    case 'revive':
      return deal.nextStep?.what === decision.nextStep && deal.nextStep?.by === decision.by;
    case 'lost':
      return deal.stage === 'lost' && deal.lostReason === decision.reason;
    case 'keep':
      return isWaived('forgotten', decision.until);
    default:
      return false;
  }
}
