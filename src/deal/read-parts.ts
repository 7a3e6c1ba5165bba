// The maps inside of a deal as values: next step, stages, activities, waivers, source.

import type { Activity, NextStep, Source, StageEntry, Waiver } from './deal.ts';
import type { Reading } from './reading.ts';
import { recordOf, recordsOf } from './record.ts';
import { SHAPES } from './shapes.ts';
import { type Entry, isNothing, type TreeNode } from './tree.ts';

export function nextStepOf(reading: Reading, entry: Entry | undefined): NextStep | undefined {
  if (entry === undefined || isNothing(entry.value)) return undefined;
  const fields = recordOf(reading, 'next_step', entry.value, SHAPES.next_step, entry.from);
  const what = fields?.texts.get('what');
  if (fields === undefined || what === undefined) return undefined;
  const by = fields.days.get('by');
  const agreed = fields.days.get('agreed');
  return { what, ...(by === undefined ? {} : { by }), ...(agreed === undefined ? {} : { agreed }) };
}

export function sourceOf(reading: Reading, entry: Entry | undefined): Source | undefined {
  if (entry === undefined || isNothing(entry.value)) return undefined;
  const fields = recordOf(reading, 'source', entry.value, SHAPES.source, entry.from);
  const system = fields?.texts.get('system');
  const id = fields?.texts.get('id');
  return system === undefined || id === undefined ? undefined : { system, id };
}

export function stagesOf(reading: Reading, value: TreeNode | undefined): readonly StageEntry[] {
  return recordsOf(reading, 'stages', value, SHAPES.stages).flatMap(({ texts, days, line }) => {
    const stage = texts.get('stage');
    const on = days.get('on');
    const logged = days.get('logged');
    if (stage === undefined || on === undefined) return [];
    return [{ stage, on, ...(logged === undefined ? {} : { logged }), line }];
  });
}

export function activitiesOf(reading: Reading, value: TreeNode | undefined): readonly Activity[] {
  return recordsOf(reading, 'activities', value, SHAPES.activities).flatMap(({ texts, days, line }) => {
    const on = days.get('on');
    const type = texts.get('type');
    const [logged, note, ref] = [days.get('logged'), texts.get('note'), texts.get('ref')];
    if (on === undefined || type === undefined) return [];
    return [
      {
        on,
        ...(logged === undefined ? {} : { logged }),
        type,
        ...(note === undefined ? {} : { note }),
        ...(ref === undefined ? {} : { ref }),
        line,
      },
    ];
  });
}

export function waiversOf(reading: Reading, value: TreeNode | undefined): readonly Waiver[] {
  return recordsOf(reading, 'waive', value, SHAPES.waive).flatMap(({ texts, days, line }) => {
    const rule = texts.get('rule');
    const until = days.get('until');
    const why = texts.get('why');
    return rule === undefined || until === undefined || why === undefined ? [] : [{ rule, until, why, line }];
  });
}
