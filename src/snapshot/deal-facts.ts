// What past snapshots together tell about one deal. Plain JSON, so that it can be kept (series.ts folds it).

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Outcome } from '../deal/deal.ts';

/** What the snapshots up to one of them tell about a deal. */
export interface DealFacts {
  /** The day of the first snapshot that has it, among its deals or in its archive. */
  readonly firstDay: Day;
  /** How it stood in the last one that has it. */
  readonly outcome: Outcome;
  /** The stage, won or lost that a taken snapshot last showed; '' where none did. */
  readonly stage: string;
  /**
   * The stage that it entered last, by what they showed: another one than `stage` where the process no longer has it and
   * the deal was put into one that is left (docs/method.md, `restaged`), which is no entry.
   */
  readonly stageEntered: string;
  /** The day of the snapshot that first showed that it had entered it, after another one; undefined: it never did. */
  readonly stageChanged: Day | undefined;
  /** The first close date that it had while it was open. */
  readonly closeFirst: Day | undefined;
  /** The close date that it had when it was last open; undefined for none. */
  readonly close: Day | undefined;
  /** How often the close date moved while the deal was open, later or earlier. The first date is no move. */
  readonly closeMoves: number;
  /** How often it moved later; no date counts as later than any (docs/method.md, `slipped`). */
  readonly slips: number;
  /** Whether every close date that it had while it was open was the last day of a month; true for none. */
  readonly monthEndsOnly: boolean;
  /** The amount that was last shown with its currency, '' for none; undefined where none was ever told. */
  readonly amount: Decimal | '' | undefined;
  readonly currency: string;
  /** The day of the snapshot that first showed that amount after another one; undefined: it never changed. */
  readonly amountChanged: Day | undefined;
  /** The text of the next step that was last shown; '' for none. */
  readonly nextStep: string;
  /** What that text is dated by: its `agreed` when it was first shown, else the day of that snapshot. */
  readonly nextStepSince: Day | undefined;
  /** `system:id`, or ''. */
  readonly source: string;
}
