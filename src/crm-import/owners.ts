// Owners as exports call them → members of the team.

import { fold } from '../base/fold.ts';
import type { TeamMember } from '../workspace/settings.ts';

/** A member's id for any of their names; a name that is nobody's stays as it is. */
export function ownerReader(team: readonly TeamMember[]): (name: string) => string {
  const ids = new Map<string, string>();
  for (const { id, name, email, also } of team) {
    for (const called of [...also, email, name, id]) if (called !== '') ids.set(fold(called), id);
  }
  return (name) => (name === '' ? '' : (ids.get(fold(name)) ?? name));
}
