// What a change is meant to make of a deal's lists of maps: an item more, or another in the place of one.

import { said } from '../base/said.ts';
import type { DealChange } from './change.ts';
import type { Activity, Deal, StageEntry, Waiver } from './deal.ts';
import { dayFor, refused } from './refusal.ts';
import { SHAPES } from './shapes.ts';

type ItemChange = Extract<DealChange, { readonly kind: 'append' | 'replace' }>;
type Item = ItemChange['item'];

/** @throws Failure `usage` for an item that the list can't hold; RangeError for a place that it does not have */
export function withItem(deal: Deal, change: ItemChange): Deal {
  switch (change.key) {
    case 'stages':
      return { ...deal, stages: placed(deal.stages, change, stageOf(change.item)) };
    case 'activities':
      return { ...deal, activities: placed(deal.activities, change, activityOf(change.item)) };
    case 'waive':
      return { ...deal, waive: placed(deal.waive, change, waiverOf(change.item)) };
  }
}

function placed<Value>(list: readonly Value[], change: ItemChange, item: Value): readonly Value[] {
  const place = change.kind === 'append' ? change.before : change.index;
  if (place === undefined) return [...list, item];
  if (place < 0 || place >= list.length) throw new RangeError(`${change.key} has no item ${place}`);
  return change.kind === 'append' ? list.toSpliced(place, 0, item) : list.with(place, item);
}

function stageOf(item: Item): StageEntry {
  const { logged = '' } = item;
  return {
    stage: textFor('stages', item, 'stage'),
    on: dayFor('on', textFor('stages', item, 'on')),
    ...(logged === '' ? {} : { logged: dayFor('logged', logged) }),
    line: 0,
  };
}

function activityOf(item: Item): Activity {
  const { logged = '', note = '', ref = '' } = item;
  return {
    on: dayFor('on', textFor('activities', item, 'on')),
    ...(logged === '' ? {} : { logged: dayFor('logged', logged) }),
    type: textFor('activities', item, 'type'),
    ...(note === '' ? {} : { note }),
    ...(ref === '' ? {} : { ref }),
    line: 0,
  };
}

function waiverOf(item: Item): Waiver {
  return {
    rule: textFor('waive', item, 'rule'),
    until: dayFor('until', textFor('waive', item, 'until')),
    why: textFor('waive', item, 'why'),
    line: 0,
  };
}

function textFor(list: ItemChange['key'], item: Item, key: string): string {
  const text = item[key] ?? '';
  if (text.trim() === '') {
    throw refused({
      message: said('{list}: "{key}" is missing.', { list, key }),
      hint: said('An item is like {example}', { example: SHAPES[list].example }),
    });
  }
  return text;
}
