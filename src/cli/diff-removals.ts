// Asks git who took the files of a diff's removed deals away; where nothing was removed, git is not asked.

import { calendarIn } from '../base/calendar.ts';
import type { DiffView } from '../report/diff.ts';
import { isRemoved, withRemovals } from '../report/diff-removed.ts';
import { wasOverBy } from '../snapshot/moment.ts';
import { NOW } from '../snapshot/names.ts';
import type { DiffEnds } from './diff-ends.ts';
import type { Call } from './verb.ts';

export async function diffWithRemovals(
  call: Call,
  view: DiffView,
  { a, b, commits }: DiffEnds,
  timeZone: string,
): Promise<DiffView> {
  const ids = view.deals.filter(isRemoved).map(({ id }) => id);
  if (ids.length === 0) return view;
  const { removalViews } = await import('./removals.ts');
  const asked = {
    until: commits?.head ?? 'HEAD',
    ...(a.commit === '' ? {} : { after: a.commit }),
    ...(commits !== undefined || b.name === NOW ? {} : { wasBy: wasOverBy(b, calendarIn(timeZone)) }),
  };
  return withRemovals(view, removalViews(call, ids, { ...asked, timeZone }));
}
