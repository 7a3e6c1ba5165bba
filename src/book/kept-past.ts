// What forecasts make of past snapshots, kept between runs: the lives of deals that snapshots told, and what forecasts as of past
// days said. Both rest on the snapshots of before and on the settings alone, so that the next snapshot takes none of it back.

import { epochDay } from '../base/day.ts';
import type { PastAnswers } from '../forecast/past-answers.ts';
import { fileSystemClock } from '../index-db/clock.ts';
import type { Index } from '../index-db/index-file.ts';
import type { KeptMemo } from '../index-db/rows.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { Settings } from '../workspace/settings.ts';
import { FRAME, KeptAnswers } from './kept-answers.ts';
import { isBeginning, snapshotInputs } from './snapshot-inputs.ts';
import type { Snapshots } from './snapshots.ts';

/** The first line of a memo's inputs. It goes up with every change of what is kept here. */
const SHAPE = 'past 2';

/** Of one scope: all deals, or a part of them that has a name. */
export interface KeptPast {
  /** Answers that still hold, and a place for others. */
  answers(scope: string): PastAnswers;
  /** What was made of so many snapshots, the first of them; undefined: nothing. */
  folded(scope: string): { readonly snapshots: number; readonly value: string } | undefined;
  /** Takes what was made of all of them. */
  fold(scope: string, value: string): void;
}

export interface PastAsked {
  /** All snapshots that are read, in order. */
  readonly names: readonly string[];
  /** The first day at whose start more is known than the snapshots tell: that after the day of the working set. */
  readonly before: number;
}

export interface PastPlace extends PastAsked {
  readonly root: string;
  readonly settings: Settings;
  readonly snapshots: Pick<Snapshots, 'header' | 'inputsOf'>;
}

type Kept = Pick<Index, 'memo' | 'keep'>;

/** @throws Failure `snapshot-damaged`, `newer-format`; IndexUnsure, later too */
export function keptPast(place: PastPlace, index: Kept): KeptPast & { keep(): void } {
  const { root, names, snapshots, settings, before } = place;
  const lines = [
    SHAPE,
    JSON.stringify(settings),
    ...names.map((name) => {
      const since = epochDay(lastDayOf(snapshots.header(name))) + 1;
      return `${since} ${snapshots.inputsOf(name).text}`;
    }),
  ];
  const inputs = lines.join('\n');
  const found: Found[] = [];
  return {
    folded(scope) {
      const memo = index.memo(livesOf(scope));
      const kept = memo?.inputs.split('\n') ?? [];
      const isStart = memo?.inputs === inputs || isBeginning(kept, lines);
      return memo !== undefined && isStart && kept.length > FRAME
        ? { snapshots: kept.length - FRAME, value: memo.value() }
        : undefined;
    },
    fold(scope, value) {
      const key = livesOf(scope);
      found.push({ key, memo: index.memo(key), toKeep: () => value });
    },
    answers(scope) {
      const key = `answers ${scope}`;
      const memo = index.memo(key);
      const answers = new KeptAnswers(memo, lines, before);
      found.push({ key, memo, toKeep: () => answers.toKeep() });
      return answers;
    },
    keep() {
      const memos = found.flatMap(({ key, memo, toKeep }) => {
        const value = isLookBack(root, lines, memo) ? undefined : toKeep();
        return value === undefined ? [] : [{ key, inputs, value }];
      });
      if (memos.length === 0 || !areStill(root, names, snapshots)) return;
      for (const memo of memos) index.keep(memo);
    },
  };
}

/** The name under which the lives of a scope are kept. */
function livesOf(scope: string): string {
  return `lives ${scope}`;
}

/** What may be kept, beside what is. */
interface Found {
  readonly key: string;
  readonly memo: KeptMemo | undefined;
  /** Undefined: nothing is new. */
  toKeep(): string | undefined;
}

/** The files are as they were looked at, and will not change unseen. */
function areStill(root: string, names: readonly string[], snapshots: PastPlace['snapshots']): boolean {
  const clock = fileSystemClock(root) ?? 0n;
  return names.every((name) => {
    const now = snapshotInputs(root, name);
    return now.text === snapshots.inputsOf(name).text && now.lasting(clock);
  });
}

/** What is kept is of these snapshots and of later ones that are still there: it is worth more. */
function isLookBack(root: string, lines: readonly string[], memo: KeptMemo | undefined): boolean {
  const kept = memo?.inputs.split('\n') ?? [];
  const isStill = (line: string) => {
    const [, name = ''] = line.split(' ');
    return line.endsWith(` ${snapshotInputs(root, name).text}`);
  };
  return isBeginning(lines, kept) && kept.slice(lines.length).every(isStill);
}
