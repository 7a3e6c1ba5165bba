// What a snapshot that is asked for will be called, and whether there may be one of that day.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { dayOfName } from './names.ts';

export interface NameAsked {
  /** All that there are, ascending. */
  readonly names: readonly string[];
  readonly today: Day;
  /** `1430`, for a further one of the day. */
  readonly time: string;
  /** What to do where there is one of the day. */
  readonly second: 'refuse' | 'replace' | 'again';
  /** What was typed, and takes --again and --replace. */
  readonly command: 'pipeline snapshot' | 'pipeline week EXPORT';
}

export interface NameGiven {
  readonly name: string;
  /** Whether a snapshot of that name gives way to it. */
  readonly replaces: boolean;
}

/**
 * The name of the snapshot that is asked for.
 * @param isTaken whether the snapshot of a name was taken, not backfilled
 * @throws Failure `snapshot-in-past` where a taken one is of a later day, `snapshot-exists` where there is one of
 *   that day, or with `again` of that minute
 */
export function nameSnapshot(
  { names, today, time, second, command }: NameAsked,
  isTaken: (name: string) => boolean,
): NameGiven {
  const later = names.filter((name) => dayOfName(name) > today).findLast(isTaken);
  if (later !== undefined) {
    throw new Failure(
      'snapshot-in-past',
      said('A snapshot of {today} would lie before that of {later}, which is taken.', { today, later }),
      {
        hint: 'A snapshot is of the day that it is taken on. Leave out --today, or set the clock right.',
      },
    );
  }
  const newest = names.findLast((name) => dayOfName(name) === today);
  if (newest === undefined) return { name: today, replaces: false };
  if (second === 'replace') return { name: newest, replaces: true };
  if (second === 'refuse') {
    throw new Failure('snapshot-exists', said('There is a snapshot of {today} already.', { today }), {
      hint: said('{command} --again adds another one of the day; --replace takes its place.', { command }),
    });
  }
  const name = `${today}T${time}`;
  if (name > newest) return { name, replaces: false };
  throw new Failure('snapshot-exists', said('There is a snapshot {newest} already.', { newest }), {
    hint: said('Wait a minute, or take its place: {command} --replace', { command }),
  });
}
