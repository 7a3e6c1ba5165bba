// Every verb that there is, in the order in which --help lists them within their job.

import { actions } from './commands/actions.ts';
import { actionsDone } from './commands/actions-done.ts';
import { actionsDrop } from './commands/actions-drop.ts';
import { add } from './commands/add.ts';
import { agenda } from './commands/agenda.ts';
import { agendaDone } from './commands/agenda-done.ts';
import { archive } from './commands/archive.ts';
import { archiveList } from './commands/archive-list.ts';
import { archiveRestore } from './commands/archive-restore.ts';
import { archiveShow } from './commands/archive-show.ts';
import { backfill } from './commands/backfill.ts';
import { check } from './commands/check.ts';
import { clean } from './commands/clean.ts';
import { completion } from './commands/completion.ts';
import { diff } from './commands/diff.ts';
import { digest } from './commands/digest.ts';
import { discipline } from './commands/discipline.ts';
import { done } from './commands/done.ts';
import { edit } from './commands/edit.ts';
import { exportVerb } from './commands/export.ts';
import { feedback, feedbackList } from './commands/feedback.ts';
import { feedbackAdd } from './commands/feedback-add.ts';
import { feedbackDecide } from './commands/feedback-decide.ts';
import { feedbackDigest } from './commands/feedback-digest.ts';
import { feedbackDone } from './commands/feedback-done.ts';
import { fix } from './commands/fix.ts';
import { forecast } from './commands/forecast.ts';
import { forecastBacktest } from './commands/forecast-backtest.ts';
import { forecastCalibrate } from './commands/forecast-calibrate.ts';
import { forecastCall } from './commands/forecast-call.ts';
import { forecastDrivers } from './commands/forecast-drivers.ts';
import { funnel } from './commands/funnel.ts';
import { git } from './commands/git.ts';
import { gitInstall } from './commands/git-install.ts';
import { gitMergeFile } from './commands/git-merge-file.ts';
import { gitUninstall } from './commands/git-uninstall.ts';
import { history } from './commands/history.ts';
import { importVerb } from './commands/import.ts';
import { init } from './commands/init.ts';
import { list } from './commands/list.ts';
import { log } from './commands/log.ts';
import { lost } from './commands/lost.ts';
import { meeting } from './commands/meeting.ts';
import { merge } from './commands/merge.ts';
import { move } from './commands/move.ts';
import { next } from './commands/next.ts';
import { owner } from './commands/owner.ts';
import { plan } from './commands/plan.ts';
import { planImport } from './commands/plan-import.ts';
import { processVerb } from './commands/process.ts';
import { processAdd } from './commands/process-add.ts';
import { processRemove } from './commands/process-remove.ts';
import { processRename } from './commands/process-rename.ts';
import { processReorder } from './commands/process-reorder.ts';
import { query } from './commands/query.ts';
import { renameId } from './commands/rename-id.ts';
import { reopen } from './commands/reopen.ts';
import { report } from './commands/report.ts';
import { results } from './commands/results.ts';
import { review } from './commands/review.ts';
import { reviewStats } from './commands/review-stats.ts';
import { reviewVerify } from './commands/review-verify.ts';
import { rules } from './commands/rules.ts';
import { set } from './commands/set.ts';
import { show } from './commands/show.ts';
import { snapshot } from './commands/snapshot.ts';
import { snapshotList } from './commands/snapshot-list.ts';
import { snapshotVerify } from './commands/snapshot-verify.ts';
import { stale } from './commands/stale.ts';
import { status } from './commands/status.ts';
import { trend } from './commands/trend.ts';
import { undo } from './commands/undo.ts';
import { week } from './commands/week.ts';
import { won } from './commands/won.ts';
import type { Verb } from './verb.ts';

export const VERBS: readonly Verb[] = [
  init,
  importVerb,
  week,
  backfill,
  add,
  log,
  next,
  done,
  move,
  won,
  lost,
  reopen,
  set,
  owner,
  renameId,
  edit,
  undo,
  processVerb,
  processRename,
  processAdd,
  processRemove,
  processReorder,
  git,
  gitInstall,
  gitUninstall,
  discipline,
  completion,
  status,
  list,
  show,
  history,
  query,
  report,
  snapshot,
  snapshotList,
  snapshotVerify,
  diff,
  trend,
  funnel,
  stale,
  check,
  rules,
  fix,
  digest,
  clean,
  archive,
  archiveList,
  archiveShow,
  archiveRestore,
  merge,
  review,
  reviewVerify,
  reviewStats,
  actions,
  actionsDone,
  actionsDrop,
  feedback,
  feedbackAdd,
  feedbackList,
  feedbackDecide,
  feedbackDone,
  feedbackDigest,
  agenda,
  agendaDone,
  meeting,
  plan,
  planImport,
  results,
  forecast,
  forecastCall,
  forecastBacktest,
  forecastDrivers,
  forecastCalibrate,
  exportVerb,
];

/** Called by programs, and so in no list. */
export const UNLISTED: readonly Verb[] = [gitMergeFile];
