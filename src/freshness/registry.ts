// The rules that are built: one line each.

import type { RuleId } from '../workspace/rule-ids.ts';
import type { Rule } from './rule.ts';
import { cleanOverdue } from './rules/clean-overdue.ts';
import { closedWithoutReason } from './rules/closed-without-reason.ts';
import { conflictMarkers } from './rules/conflict-markers.ts';
import { dateOrder } from './rules/date-order.ts';
import { duplicate } from './rules/duplicate.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { expiredWaiver } from './rules/expired-waiver.ts';
import { forgotten } from './rules/forgotten.ts';
import { futureDate } from './rules/future-date.ts';
import { importOverdue } from './rules/import-overdue.ts';
import { invalidFile } from './rules/invalid-file.ts';
import { lateEntry } from './rules/late-entry.ts';
import { lateLog } from './rules/late-log.ts';
import { missingField } from './rules/missing-field.ts';
import { missingRate } from './rules/missing-rate.ts';
import { noNextStep } from './rules/no-next-step.ts';
import { overdueNextStep } from './rules/overdue-next-step.ts';
import { pastClose } from './rules/past-close.ts';
import { placeholderClose } from './rules/placeholder-close.ts';
import { planMissing } from './rules/plan-missing.ts';
import { pushed } from './rules/pushed.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { skippedStage } from './rules/skipped-stage.ts';
import { snapshotOverdue } from './rules/snapshot-overdue.ts';
import { stageAge } from './rules/stage-age.ts';
import { stale } from './rules/stale.ts';
import { undocumentedStage } from './rules/undocumented-stage.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unknownOwner } from './rules/unknown-owner.ts';
import { unknownStage } from './rules/unknown-stage.ts';
import { unusedSetting } from './rules/unused-setting.ts';

/** In the order in which tables list them. */
export const RULES = {
  'invalid-file': invalidFile,
  'duplicate-id': duplicateId,
  'conflict-markers': conflictMarkers,
  'unknown-stage': unknownStage,
  'unknown-owner': unknownOwner,
  'future-date': futureDate,
  'date-order': dateOrder,
  'missing-rate': missingRate,
  stale,
  'past-close': pastClose,
  'no-next-step': noNextStep,
  'overdue-next-step': overdueNextStep,
  'missing-field': missingField,
  'closed-without-reason': closedWithoutReason,
  'expired-waiver': expiredWaiver,
  'late-entry': lateEntry,
  'skipped-stage': skippedStage,
  'late-log': lateLog,
  'undocumented-stage': undocumentedStage,
  duplicate,
  'stage-age': stageAge,
  forgotten,
  pushed,
  'placeholder-close': placeholderClose,
  'import-overdue': importOverdue,
  'snapshot-overdue': snapshotOverdue,
  'review-overdue': reviewOverdue,
  'clean-overdue': cleanOverdue,
  'plan-missing': planMissing,
  'unknown-key': unknownKey,
  'unused-setting': unusedSetting,
} as const satisfies { readonly [Id in RuleId]: Rule<Id> };

/** All built rules, in the table's order. */
export const BUILT_RULES: readonly Rule[] = Object.values(RULES);
