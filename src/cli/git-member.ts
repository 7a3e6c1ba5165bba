// Who sits at this clone, as far as git and the team tell.

import { gitSays } from '../workspace/git-plumbing.ts';
import type { Settings, TeamMember } from '../workspace/settings.ts';
import type { Call } from './verb.ts';

/** The member of the team whose address git's user.email is; undefined where there is none. */
export function memberByGit(
  call: Pick<Call, 'root' | 'io'>,
  { team }: Pick<Settings, 'team'>,
): TeamMember | undefined {
  if (team.every(({ email }) => email === '')) return undefined;
  const said = gitSays(call.root(), call.io.env, ['config', 'user.email'])?.toString('utf8').trim();
  return team.find(({ email }) => email !== '' && email.toLowerCase() === said?.toLowerCase());
}
