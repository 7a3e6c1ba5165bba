// The answers of a sheet, deal by deal → changes of files, lines for a CRM's users, promises, and what stands in the way.

import type { Problem } from '../base/problem.ts';
import { type Said, type Sayable, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { Opened } from '../book/open.ts';
import type { TodoItem } from '../crm-import/todo.ts';
import type { Deal } from '../deal/deal.ts';
import { SourceText } from '../deal/source-text.ts';
import type { DialogueEntry } from '../feedback/entry.ts';
import type { NewAction } from '../feedback/write.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { dealDifferences } from '../report/deal-differences.ts';
import type { AnsweredDeal } from '../report/review-applied.ts';
import { type AnswerChanges, answerChanges, editsFields } from '../review/answer-changes.ts';
import { actionsTakenOut, promisedEntries, saidOtherwise } from '../review/answer-entries.ts';
import type { AnswerKey } from '../review/answer-keys.ts';
import { drawnDeal } from '../review/drawn-deal.ts';
import { type DealAnswer, NOTHING_SAID, type ReviewSheet, type SheetPick } from '../review/sheet.ts';
import type { SheetRead } from '../review/sheet-read.ts';
import type { DealRow } from '../snapshot/row.ts';
import { dealAfter, isRefused, patchedFile } from '../workspace/deal-changes.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { heldFields, splitEdit } from './fix-mirror.ts';
import { fieldOf } from './held-fields.ts';

export interface AnswerSources {
  readonly sheet: ReviewSheet;
  readonly read: SheetRead;
  readonly text: string;
  readonly ref: string;
  readonly opened: Opened;
  /** What stands in feedback/. */
  readonly entries: readonly DialogueEntry[];
}

export interface Carried {
  readonly files: readonly FileChange[];
  readonly answered: readonly AnsweredDeal[];
  /** What the CRM's users are asked for. */
  readonly asked: readonly TodoItem[];
  readonly promised: readonly NewAction[];
  /** What can't be carried out, by its place in the sheet. */
  readonly problems: readonly Problem[];
  readonly remarks: readonly Said[];
}

/** @throws Failure `changed-meanwhile` where a deal's file was saved while we looked */
export function carryAnswers(sources: AnswerSources): Carried {
  const clerk = new Clerk(sources);
  const { answers, draw } = sources.sheet;
  for (const answer of answers) clerk.carry(answer);
  const answered = new Set(answers.map(({ id }) => id));
  for (const pick of draw.strata.flatMap(({ picked }) => picked)) {
    if (!answered.has(pick.id)) clerk.tellEmptied(pick);
  }
  return clerk;
}

class Clerk implements Carried {
  readonly files: FileChange[] = [];
  readonly answered: AnsweredDeal[] = [];
  readonly asked: TodoItem[] = [];
  readonly promised: NewAction[] = [];
  readonly problems: Problem[] = [];
  readonly remarks: Said[] = [];
  readonly #sources: AnswerSources;
  readonly #source: SourceText;
  readonly #picks: ReadonlyMap<string, SheetPick>;
  readonly #rows: ReadonlyMap<string, DealRow>;
  readonly #isHeld: ReturnType<typeof heldFields>;

  constructor(sources: AnswerSources) {
    const { draw, file } = sources.sheet;
    const { book } = sources.opened;
    this.#sources = sources;
    this.#source = new SourceText(sources.text, file, 'invalid-sheet');
    this.#picks = new Map(draw.strata.flatMap(({ picked }) => picked.map((pick) => [pick.id, pick])));
    const isThere = book.snapshotNames.includes(draw.snapshot.name);
    const rows =
      isThere && sources.sheet.answers.length > 0 ? book.snapshots.read(draw.snapshot.name).deals : [];
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.#isHeld = heldFields(book);
  }

  carry(answer: DealAnswer): void {
    const pick = this.#picks.get(answer.id);
    if (pick === undefined) return;
    const deal = drawnDeal(this.#sources.opened.book.deals, answer.id);
    if (deal === undefined) this.#carryWithout(answer, pick);
    else this.#carryInto(answer, pick, deal);
  }

  /** A deal in the archive keeps its bytes: what was said of it stays in the sheet. */
  #carryWithout(answer: DealAnswer, pick: SheetPick): void {
    const { opened, sheet, ref, entries } = this.#sources;
    const { id } = answer;
    const archived = opened.archive.get(id);
    if (unreadableDeals(opened.book).includes(id)) {
      this.#reportAt(
        answer.line,
        said("The file of {id} can't be read.", { id }),
        'Mend it first: pipeline check',
      );
    } else if (archived === undefined) {
      this.#reportAt(
        answer.line,
        said('There is no deal {id} any more.', { id }),
        'Take its answers out of the block.',
      );
    } else if (editsFields(answer, pick)) {
      const hint = said('Bring it back: {command}; or take those answers out.', {
        command: `pipeline archive restore ${shellWord(id)}`,
      });
      this.#reportAt(
        answer.line,
        said('{id} is in the archive by now, and what was answered would change it.', { id }),
        hint,
      );
    } else {
      this.#promise(promisedEntries(answer, id, sheet.draw, ref, entries), id);
      this.answered.push({ answer, deal: archived, state: 'archived', note: '', changes: [], asked: [] });
    }
  }

  #carryInto(answer: DealAnswer, pick: SheetPick, deal: Deal): void {
    const { sheet, ref, entries } = this.#sources;
    const made = this.#changes(answer, pick, deal);
    if (made.clashes.length > 0) {
      for (const { key, message, hint } of made.clashes) this.#report(answer.id, key, message, hint);
      return;
    }
    if (made.activity === undefined) {
      const same = { state: 'applied-before', note: made.note, changes: [], asked: [] } as const;
      this.answered.push({ answer, deal, ...same });
    } else this.#write(answer, deal, made);
    this.#promise(promisedEntries(answer, deal.id, sheet.draw, ref, entries), deal.id);
    this.#tellWithdrawn(deal, made);
    for (const { key, is, given } of made.overtaken) {
      this.remarks.push(
        is === ''
          ? said("{id}: {key} has changed since, to nothing; the sheet's {given} changes nothing", {
              id: deal.id,
              key,
              given,
            })
          : said("{id}: {key} has changed since, to {is}; the sheet's {given} changes nothing", {
              id: deal.id,
              key,
              is,
              given,
            }),
      );
    }
  }

  /** What was carried out of a block in which nothing stands any more. */
  tellEmptied(pick: SheetPick): void {
    const deal = drawnDeal(this.#sources.opened.book.deals, pick.id);
    if (deal !== undefined)
      this.#tellWithdrawn(deal, this.#changes({ ...NOTHING_SAID, id: pick.id }, pick, deal));
    this.#tellTakenOut(deal?.id ?? pick.id, []);
  }

  #changes(answer: DealAnswer, pick: SheetPick, deal: Deal): AnswerChanges {
    const { sheet, ref, opened } = this.#sources;
    const { today, settings } = opened.book;
    return answerChanges({
      ...{ answer, pick, deal, ref, today },
      on: sheet.draw.on,
      row: this.#rows.get(answer.id),
      currency: settings.currency,
    });
  }

  #tellWithdrawn({ id }: Deal, { withdrawn }: AnswerChanges): void {
    for (const key of withdrawn) {
      const command = key === 'next_step' ? `pipeline next ${id} …` : `pipeline set ${id} …`;
      this.remarks.push(
        said('{id}: {key} was applied and is empty now; the deal keeps it: {command}', { id, key, command }),
      );
    }
  }

  /** In a mirror what a CRM holds is asked of its users. What the review said is ours. */
  #write(answer: DealAnswer, deal: Deal, { fields, activity, note }: AnswerChanges): void {
    const { root, settings } = this.#sources.opened.book;
    const context = { root, currency: settings.currency };
    const whole = patchedFile(deal, fields, context);
    if (isRefused(whole)) {
      this.#reportAt(
        answer.line,
        said("{id} can't be changed: {reason}.", { id: deal.id, reason: whole.reason }),
        'Mend that first.',
      );
      return;
    }
    const differences = dealDifferences(deal, dealAfter(whole, settings.currency));
    const { items, isOurs } = splitEdit(deal, differences, this.#isHeld(deal));
    const ours = fields.filter((change) => isOurs(fieldOf(change)));
    const changed = patchedFile(deal, [...ours, ...(activity === undefined ? [] : [activity])], context);
    if (isRefused(changed)) {
      this.#reportAt(
        answer.line,
        said("{id} can't be changed: {reason}.", { id: deal.id, reason: changed.reason }),
        'Shorten what is said.',
      );
      return;
    }
    this.files.push(...changed.files);
    this.asked.push(...items);
    const changes = differences.filter(({ field }) => isOurs(field));
    this.answered.push({ answer, deal, state: 'applied', note, changes, asked: items });
  }

  #promise(promised: readonly NewAction[], id: string): void {
    this.promised.push(...promised);
    this.remarks.push(...saidOtherwise(promised, this.#sources.entries));
    this.#tellTakenOut(id, promised);
  }

  #tellTakenOut(id: string, promised: readonly NewAction[]): void {
    const { entries, ref } = this.#sources;
    for (const { text, id: action } of actionsTakenOut(entries, id, ref, promised)) {
      this.remarks.push(
        said('“{text}” is no longer in the sheet, and stays promised: {command}', {
          text,
          command: `pipeline actions drop ${action} --why "…"`,
        }),
      );
    }
  }

  #report(id: string, key: AnswerKey, message: Sayable, hint: Sayable): void {
    this.#reportAt(this.#sources.read.lines.get(id)?.[key] ?? 1, message, hint);
  }

  #reportAt(line: number, message: Sayable, hint: Sayable): void {
    this.problems.push(this.#source.problem(this.#source.offsetOf(line), { message, hint }));
  }
}
