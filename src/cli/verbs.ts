// Every verb that there is, in the order in which --help lists them within their job.

import { archive } from './commands/archive.ts';
import { archiveList } from './commands/archive-list.ts';
import { archiveRestore } from './commands/archive-restore.ts';
import { archiveShow } from './commands/archive-show.ts';
import { backfill } from './commands/backfill.ts';
import { check } from './commands/check.ts';
import { clean } from './commands/clean.ts';
import { diff } from './commands/diff.ts';
import { digest } from './commands/digest.ts';
import { funnel } from './commands/funnel.ts';
import { history } from './commands/history.ts';
import { importVerb } from './commands/import.ts';
import { init } from './commands/init.ts';
import { list } from './commands/list.ts';
import { merge } from './commands/merge.ts';
import { review } from './commands/review.ts';
import { rules } from './commands/rules.ts';
import { show } from './commands/show.ts';
import { snapshot } from './commands/snapshot.ts';
import { snapshotList } from './commands/snapshot-list.ts';
import { snapshotVerify } from './commands/snapshot-verify.ts';
import { stale } from './commands/stale.ts';
import { status } from './commands/status.ts';
import { trend } from './commands/trend.ts';
import { week } from './commands/week.ts';
import type { Verb } from './verb.ts';

export const VERBS: readonly Verb[] = [
  init,
  importVerb,
  week,
  backfill,
  status,
  list,
  show,
  history,
  snapshot,
  snapshotList,
  snapshotVerify,
  diff,
  trend,
  funnel,
  stale,
  check,
  rules,
  digest,
  clean,
  archive,
  archiveList,
  archiveShow,
  archiveRestore,
  merge,
  review,
];
