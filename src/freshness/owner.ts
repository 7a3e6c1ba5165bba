// Which member of the team an owner's name in a deal means.

import { fold } from '../base/fold.ts';
import type { TeamMember } from '../workspace/settings.ts';

/** By id; else by name or one of the other names that exports use, case, accents and spaces aside. */
export function memberOf(team: readonly TeamMember[], owner: string): TeamMember | undefined {
  const byId = team.find(({ id }) => id === owner);
  if (byId !== undefined || owner === '') return byId;
  const folded = fold(owner);
  return team.find(({ name, also }) =>
    [name, ...also].some((known) => known !== '' && fold(known) === folded),
  );
}
