// Who a person means by an owner.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { memberOf } from '../freshness/owner.ts';
import type { EntryContext } from './context.ts';

/**
 * The owner as deals have it: the team's id, by id, name, another name or address; any text where there is no team.
 * @throws Failure `usage` with "did you mean", or for one who has left
 */
export function ownerCalled(word: string, { settings, today }: EntryContext): string {
  const { team } = settings;
  const text = word.trim();
  if (text === '') throw new Failure('usage', 'Whose is it?', { hint: "Nobody's: pipeline set ID owner=" });
  if (team.length === 0) return text;
  const member = memberOf(team, text) ?? team.find(({ email }) => email !== '' && fold(email) === fold(text));
  if (member === undefined) {
    const ids = team.map(({ id }) => id);
    throw new Failure('usage', said('There is no "{word}" in the team.', { word }), {
      hint: didYouMean(text, ids, said('The team: {ids} (pipeline.yaml: team).', { ids: ids.join(', ') })),
    });
  }
  if (member.until !== undefined && member.until < today) {
    throw new Failure('usage', said('{name} left on {until}.', { name: member.name, until: member.until }), {
      hint: 'Name somebody who is there, or mend `until` in pipeline.yaml: team.',
    });
  }
  return member.id;
}
