// What a table of targets changes: what is there already stays, what is another figure is added with the day since when
// it holds. The plan that was keeps its history.

import type { Day } from '../base/day.ts';
import { sameAmount } from '../base/money.ts';
import { type Sayable, said } from '../base/said.ts';
import { targetsInForce } from '../snapshot/targets.ts';
import type { PlanTarget } from '../workspace/settings.ts';
import type { TargetRow } from './target-rows.ts';

export interface TargetOutcome {
  readonly file: string;
  readonly line: number;
  readonly outcome:
    | { readonly kind: 'added'; readonly target: PlanTarget; readonly instead: PlanTarget | undefined }
    | { readonly kind: 'unchanged'; readonly target: PlanTarget }
    | { readonly kind: 'rejected'; readonly why: Sayable };
}

/**
 * What becomes of each row, in their order.
 * @param there the targets of pipeline.yaml, in its order
 * @param trouble why pipeline.yaml can't take a target, as a sentence
 */
export function targetOutcomes(
  rows: readonly TargetRow[],
  there: readonly PlanTarget[],
  today: Day,
  trouble: (target: PlanTarget) => Sayable | undefined,
): TargetOutcome[] {
  const known = [...there];
  return rows.map(({ file, line, read }): TargetOutcome => {
    if ('why' in read) return { file, line, outcome: { kind: 'rejected', why: read.why } };
    const { target } = read;
    const same = known.filter((one) => scopeKey(one) === scopeKey(target));
    const twin = same.find((one) => one.since === target.since && sameAmount(one.target, target.target));
    const held = inForce(same, target.since ?? today);
    const isThere =
      target.since === undefined && held !== undefined && sameAmount(held.target, target.target);
    if (twin !== undefined || isThere) return { file, line, outcome: { kind: 'unchanged', target } };
    const rival = same.find((one) => target.since !== undefined && one.since === target.since);
    if (rival !== undefined) {
      const why = said(
        "A target of {period} since {since} is there, and is {target}: two can't begin on one day.",
        { period: target.period, since: target.since ?? '', target: rival.target },
      );
      return { file, line, outcome: { kind: 'rejected', why } };
    }
    const twice = target.since === undefined && same.some((one) => !there.includes(one));
    if (twice)
      return {
        file,
        line,
        outcome: {
          kind: 'rejected',
          why: said('Another row has a target of {period} for the same deals, and another figure.', {
            period: target.period,
          }),
        },
      };
    const since = target.since ?? (same.length === 0 ? undefined : today);
    const clash = same.find((one) => one.since === since);
    if (clash !== undefined) {
      const why = said('The target of {period} has been changed today already, to {target}.', {
        period: target.period,
        target: clash.target,
      });
      return { file, line, outcome: { kind: 'rejected', why } };
    }
    const added = { ...target, since };
    const wrong = trouble(added);
    if (wrong !== undefined) return { file, line, outcome: { kind: 'rejected', why: wrong } };
    known.push(added);
    return { file, line, outcome: { kind: 'added', target: added, instead: held } };
  });
}

/** Of targets of one thing, the one that holds on that day. */
function inForce(same: readonly PlanTarget[], on: Day): PlanTarget | undefined {
  const [record] = targetsInForce(same, on);
  return record && same.findLast((one) => one.since === record.since && one.target === record.target);
}

function scopeKey({ period, owner, group, stage, segment, currency, custom = {} }: PlanTarget): string {
  const fields = Object.entries(custom).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([period, owner, group, stage, segment, currency, fields]);
}
