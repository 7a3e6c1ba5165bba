// What a table of targets changes: what is there already stays, what is another figure is added with the day since when
// it holds. The plan that was keeps its history.

import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
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
  const contested = contestedRows(rows);
  return rows.map(({ file, line, read }): TargetOutcome => {
    const rejected = (why: Sayable): TargetOutcome => ({ file, line, outcome: { kind: 'rejected', why } });
    if ('why' in read) return rejected(read.why);
    const { target } = read;
    const other = contested(target);
    if (other !== undefined) return rejected(other);
    const same = known.filter((one) => scopeKey(one) === scopeKey(target));
    const twin = same.find((one) => one.since === target.since && sameAmount(one.target, target.target));
    const held = inForce(same, target.since ?? today);
    const isThere =
      target.since === undefined && held !== undefined && sameAmount(held.target, target.target);
    if (twin !== undefined || isThere) return { file, line, outcome: { kind: 'unchanged', target } };
    const rival = same.find((one) => target.since !== undefined && one.since === target.since);
    if (rival !== undefined)
      return rejected(
        said("A target of {period} since {since} is there, and is {target}: two can't begin on one day.", {
          period: target.period,
          since: target.since ?? '',
          target: rival.target,
        }),
      );
    const isPlanned = there.some((one) => scopeKey(one) === scopeKey(target));
    const since = target.since ?? (isPlanned ? today : undefined);
    const clash = same.find((one) => one.since === since);
    if (clash !== undefined)
      return rejected(
        said('The target of {period} has been changed today already, to {target}.', {
          period: target.period,
          target: clash.target,
        }),
      );
    const added = { ...target, since };
    const wrong = trouble(added);
    if (wrong !== undefined) return rejected(wrong);
    known.push(added);
    return { file, line, outcome: { kind: 'added', target: added, instead: held } };
  });
}

/** Of a row's target, why nothing decides between it and another row's; undefined where no other row has another figure. */
function contestedRows(rows: readonly TargetRow[]): (target: PlanTarget) => Sayable | undefined {
  const read = rows.flatMap((row) => ('why' in row.read ? [] : [{ ...row, target: row.read.target }]));
  const bySlot = grouped(read, ({ target }) => slotKey(target));
  return (target) => {
    const other = bySlot.get(slotKey(target))?.find((one) => !sameAmount(one.target.target, target.target));
    return (
      other &&
      said('{place} has the target of {period} too, as {target}: leave one of the two in the table.', {
        place: `${other.file}:${other.line}`,
        period: target.period,
        target: other.target.target,
      })
    );
  };
}

function slotKey(target: PlanTarget): string {
  return JSON.stringify([scopeKey(target), target.since]);
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
