// What a rule is: its texts, its default severity and a pure function over a deal's row or over the book.
// Each rule is one file in rules/, one line in registry.ts and one folder in fixtures/rules/.

import type { Day } from '../base/day.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Written } from '../snapshot/written.ts';
import type { Message } from '../words/message.ts';
import type { RuleId } from '../workspace/rule-ids.ts';
import type { Settings } from '../workspace/settings.ts';

/** A place in a file, as far as it is known. Line and column count from 1. */
export interface Place {
  /** From the workspace's root, with forward slashes. */
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** The event that a finding's days are counted from. */
export interface Since {
  readonly date: Day;
  /** As DealRow.lastSignEvent has it: `activity:call`, `stage:proposal`, `amount`, … */
  readonly event: string;
  readonly place: Place;
}

/** What a rule says about one deal, or one thing of the workspace, before severity and owner are known. */
export interface Hit {
  /** The deal; a rule over deals leaves it out. */
  readonly id?: string;
  /** Which of several things of the workspace, by a name that stays when lines move. */
  readonly about?: string;
  /** Where a rule knows more than one; else the rule's own. */
  readonly severity?: Severity;
  readonly place: Place;
  /** Sentences: what is wrong. */
  readonly message: Sayable;
  /** A sentence: what to do, and where. '' where the message says it. */
  readonly hint: Sayable;
  readonly days?: number;
  readonly since?: Since;
}

/** What the rules look at. */
export type Looked = Omit<Book, 'root' | 'snapshots'>;

/** One deal as a rule sees it. */
export interface DealContext {
  readonly book: Looked;
  /** Its file's content, with lines; undefined where the book is a snapshot. Costs a look into the index. */
  readonly deal: Deal | undefined;
  /** Where in its file the things that a row tells are written; undefined likewise. */
  readonly written: Written | undefined;
  /** The row, where it is of a deal in the archive. */
  readonly archived: ArchivedRow | undefined;
  /** Whether the rule looks at a deal in this run: not where only some owners, stages or changed deals are asked for. */
  isLookedAt(id: string): boolean;
}

interface RuleTexts<Id extends RuleId> {
  readonly id: Id;
  /** A few words, as a heading. */
  readonly title: Message;
  /** Where pipeline.yaml says nothing and the hit neither. */
  readonly severity: Severity;
  /** The one that its gravest hits have instead, where it graduates by itself. */
  readonly gravest?: Severity;
  /** A sentence each: what it finds, why that matters, how it is put right. */
  readonly what: Message;
  readonly why: Message;
  readonly fix: Message;
  /** Why a snapshot does not tell it; undefined: it does. */
  readonly notInSnapshots?: Message;
  /** Why this one does not, where others do. */
  untoldBy?(snapshot: Snapshot): Message | undefined;
  /** Whether there is nothing to look at in a workspace of such settings: then the rule is as good as off. */
  isMoot?(settings: Settings): boolean;
}

/** What a source has to deliver at least once before its deals can be blamed for lacking it (docs/method.md). */
export interface Evidence {
  readonly among: 'deals' | 'open deals';
  has(row: DealRow): boolean;
  /** `no activity data`. */
  readonly missing: Message;
}

export interface DealRule<Id extends RuleId = RuleId> extends RuleTexts<Id> {
  readonly over: 'deals' | 'open deals';
  /** Whether it looks at deals in the archive too. */
  readonly inArchive?: true;
  readonly evidence?: Evidence;
  /** Why this deal alone is not judged; undefined: it is. Deals of one reason are told of once. */
  unjudged?(row: DealRow, book: Looked): Sayable | undefined;
  check(row: DealRow, context: DealContext): readonly Hit[];
}

export interface BookRule<Id extends RuleId = RuleId> extends RuleTexts<Id> {
  readonly over: 'book';
  /** Whether what it finds is about deals, so that a check of some deals asks it too. */
  readonly ofDeals?: true;
  check(book: Looked): readonly Hit[];
}

export type Rule<Id extends RuleId = RuleId> = DealRule<Id> | BookRule<Id>;
