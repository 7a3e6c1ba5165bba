// Which member of the team an owner's name in a deal means.

import { fold } from '../base/fold.ts';
import type { TeamMember } from '../workspace/settings.ts';

/** By id; else by name or one of the other names that exports use, case, accents and spaces aside. */
export function memberOf(team: readonly TeamMember[], owner: string): TeamMember | undefined {
  if (team.length === 0 || owner === '') return undefined;
  const known = namesOf(team);
  return known.byId.get(owner) ?? known.byName.get(fold(owner));
}

/** One owner under all the names that deals have for them: the team's id, else the name in the deal. */
export function ownerKey(team: readonly TeamMember[], owner: string): string {
  return memberOf(team, owner)?.id ?? owner;
}

interface Names {
  readonly byId: ReadonlyMap<string, TeamMember>;
  /** Folded. Where two members share a name, the first has it. */
  readonly byName: ReadonlyMap<string, TeamMember>;
}

/** Asked once a deal and rule: folding every name of the team each time is what a large book would wait for. */
const namesByTeam = new WeakMap<readonly TeamMember[], Names>();

function namesOf(team: readonly TeamMember[]): Names {
  const kept = namesByTeam.get(team);
  if (kept !== undefined) return kept;
  const byName = new Map<string, TeamMember>();
  for (const member of team) {
    for (const name of [member.name, ...member.also].map(fold)) {
      if (name !== '' && !byName.has(name)) byName.set(name, member);
    }
  }
  const names = { byId: new Map(team.map((member) => [member.id, member])), byName };
  namesByTeam.set(team, names);
  return names;
}
