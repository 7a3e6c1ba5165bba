// Polish, message by message. The English one is the key, so that code reads as what it says.

import { AGENDA } from './polish-agenda.ts';
import { ANSWERS } from './polish-answers.ts';
import { ASKED } from './polish-asked.ts';
import { BACKTEST } from './polish-backtest.ts';
import { BRIDGES } from './polish-bridges.ts';
import { CHANGE_REQUEST } from './polish-change-request.ts';
import { CHECK } from './polish-check.ts';
import { CLEAN } from './polish-clean.ts';
import { COMMANDS } from './polish-commands.ts';
import { COUNTS } from './polish-counts.ts';
import { DEAL_FILES } from './polish-deal-files.ts';
import { DEALS } from './polish-deals.ts';
import { DIALOGUE } from './polish-dialogue.ts';
import { DIFF } from './polish-diff.ts';
import { DISCIPLINE } from './polish-discipline.ts';
import { ENTERING } from './polish-entering.ts';
import { ENTRY } from './polish-entry.ts';
import { FAILURES } from './polish-failures.ts';
import { FINDINGS } from './polish-findings.ts';
import { FIX } from './polish-fix.ts';
import { FORECAST_MORE } from './polish-forecast-more.ts';
import { FORECAST_PAGES } from './polish-forecast-pages.ts';
import { HINTS } from './polish-hints.ts';
import { IMPORT } from './polish-import.ts';
import { IMPORT_ROWS } from './polish-import-rows.ts';
import { IMPORTS } from './polish-imports.ts';
import { LISTS } from './polish-lists.ts';
import { LOG_BATCH } from './polish-log-batch.ts';
import { MOVEMENTS } from './polish-movements.ts';
import { PAST } from './polish-past.ts';
import { PIECES } from './polish-pieces.ts';
import { PLAN } from './polish-plan.ts';
import { PROCESS } from './polish-process.ts';
import { PROMPTS } from './polish-prompts.ts';
import { REMARKS } from './polish-remarks.ts';
import { REPORT } from './polish-report.ts';
import { RESULTS } from './polish-results.ts';
import { REVIEW_RESULTS } from './polish-review-results.ts';
import { REVIEW_SHEETS } from './polish-review-sheets.ts';
import { REVIEWS } from './polish-reviews.ts';
import { RULE_PAGES } from './polish-rule-pages.ts';
import { RULES } from './polish-rules.ts';
import { SETTINGS } from './polish-settings.ts';
import { SNAPSHOTS } from './polish-snapshots.ts';
import { STAGE_GATE } from './polish-stage-gate.ts';
import { STALE } from './polish-stale.ts';
import { TABLES } from './polish-tables.ts';
import { TITLES } from './polish-titles.ts';
import { TREND } from './polish-trend.ts';
import { UNDO } from './polish-undo.ts';
import { USAGE } from './polish-usage.ts';
import { WORKSPACE } from './polish-workspace.ts';
import { WRITES } from './polish-writes.ts';

export const POLISH = {
  ...AGENDA,
  ...ANSWERS,
  ...ASKED,
  ...BACKTEST,
  ...BRIDGES,
  ...CHANGE_REQUEST,
  ...CHECK,
  ...CLEAN,
  ...COMMANDS,
  ...COUNTS,
  ...DEAL_FILES,
  ...DEALS,
  ...DIALOGUE,
  ...DIFF,
  ...DISCIPLINE,
  ...ENTERING,
  ...ENTRY,
  ...FAILURES,
  ...FINDINGS,
  ...FIX,
  ...FORECAST_MORE,
  ...FORECAST_PAGES,
  ...HINTS,
  ...IMPORT,
  ...IMPORT_ROWS,
  ...IMPORTS,
  ...LISTS,
  ...LOG_BATCH,
  ...MOVEMENTS,
  ...PAST,
  ...PIECES,
  ...PLAN,
  ...PROCESS,
  ...PROMPTS,
  ...REMARKS,
  ...REPORT,
  ...RESULTS,
  ...REVIEW_RESULTS,
  ...REVIEW_SHEETS,
  ...REVIEWS,
  ...RULE_PAGES,
  ...RULES,
  ...SETTINGS,
  ...SNAPSHOTS,
  ...STAGE_GATE,
  ...STALE,
  ...TABLES,
  ...TITLES,
  ...TREND,
  ...UNDO,
  ...USAGE,
  ...WORKSPACE,
  ...WRITES,
} as const;
