// What forecasts as of past days said, kept between runs: it depends on the snapshots of before that day and on the
// settings, so that the next snapshot takes none of it back.

import { epochDay } from '../base/day.ts';
import type { PastAnswer, PastAnswers } from '../forecast/past-answers.ts';
import { fileSystemClock } from '../index-db/clock.ts';
import type { Index } from '../index-db/index-file.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { Settings } from '../workspace/settings.ts';
import { snapshotInputs } from './snapshot-inputs.ts';
import type { Snapshots } from './snapshots.ts';

/** The first line of a memo's inputs. It goes up with every change of what is kept here. */
const SHAPE = 'answers 1';
/** So many are kept: those asked for last. */
const MOST = 400;

export interface AnswersAsked {
  readonly root: string;
  readonly settings: Settings;
  /** All snapshots that are read, in order. */
  readonly names: readonly string[];
  readonly snapshots: Pick<Snapshots, 'header' | 'inputsOf'>;
  /** The first day at whose start more is known than the snapshots tell: that after the day of the working set. */
  readonly before: number;
}

export interface KeptAnswers extends PastAnswers {
  /** Keeps what was found out, where anything was. */
  keep(): void;
}

type Kept = Pick<Index, 'memo' | 'keep'>;

/** The answers of one scope. @throws Failure `snapshot-damaged`, `newer-format`; IndexUnsure */
export function keptAnswers(scope: string, asked: AnswersAsked, index: Kept): KeptAnswers {
  const { root, names, snapshots, settings } = asked;
  const key = `answers ${scope}`;
  const memo = index.memo(key);
  const told = names.map((name) => ({
    since: epochDay(lastDayOf(snapshots.header(name))) + 1,
    line: snapshots.inputsOf(name).text,
  }));
  const lines = [SHAPE, JSON.stringify(settings), ...told.map(({ since, line }) => `${since} ${line}`)];
  const kept = memo?.inputs.split('\n') ?? [];
  const isSame = kept.length === lines.length && memo?.inputs === lines.join('\n');
  const before = Math.min(asked.before, ...changedSince(kept, lines));
  const answers = new Map<string, PastAnswer>();
  if (memo !== undefined && before > Number.NEGATIVE_INFINITY)
    for (const [question, answer] of JSON.parse(memo.value()) as [string, PastAnswer][])
      if (dayOf(question) < before) answers.set(question, answer);
  const isTrusted =
    isSame ||
    areStill(
      root,
      names,
      told.map(({ line }) => line),
    );
  let hasMore = false;
  return {
    get(question) {
      const answer = answers.get(question);
      if (answer !== undefined) {
        answers.delete(question);
        answers.set(question, answer);
      }
      return answer;
    },
    set(question, answer) {
      answers.delete(question);
      answers.set(question, answer);
      hasMore ||= dayOf(question) < asked.before;
    },
    keep() {
      if (!hasMore || !isTrusted || isLookBack(lines, kept)) return;
      const lasting = [...answers].filter(([question]) => dayOf(question) < asked.before).slice(-MOST);
      index.keep({ key, inputs: lines.join('\n'), value: JSON.stringify(lasting) });
    },
  };
}

/** The days from which on what is kept is of other snapshots than there are; all days, where it is of other settings. */
function changedSince(kept: readonly string[], lines: readonly string[]): number[] {
  const same = lines.findIndex((line, place) => line !== kept[place]);
  const from = same === -1 ? lines.length : same;
  if (from < 2) return [Number.NEGATIVE_INFINITY];
  return [...kept.slice(from), ...lines.slice(from)].map((line) => Number.parseInt(line, 10));
}

/** The files are as they were looked at, and will not change unseen. */
function areStill(root: string, names: readonly string[], lines: readonly string[]): boolean {
  const clock = fileSystemClock(root) ?? 0n;
  return names.every((name, place) => {
    const now = snapshotInputs(root, name);
    return now.text === lines[place] && now.lasting(clock);
  });
}

/** What is kept is of these snapshots and later ones: it is worth more. */
function isLookBack(lines: readonly string[], kept: readonly string[]): boolean {
  return lines.length < kept.length && lines.every((line, place) => line === kept[place]);
}

function dayOf(question: string): number {
  return Number.parseInt(question, 10);
}
