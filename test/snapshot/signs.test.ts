import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Deal } from '../../src/deal/deal.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { emptySeries, factsOf, foldSeries } from '../../src/snapshot/series.ts';
import { clockOf } from '../../src/snapshot/signs.ts';
import type { Settings } from '../../src/workspace/settings.ts';
import { deal, decimal, row, settings, snapshot, TODAY } from './build.ts';

interface Given extends Partial<Omit<Deal, 'id'>> {
  /** What the snapshots of these days showed of the deal. */
  readonly seen?: Readonly<Record<string, Partial<DealRow>>>;
  readonly freshness?: Partial<Settings['freshness']>;
}

function clock({ seen = {}, freshness, ...over }: Given): string {
  const facts = Object.entries(seen).reduce(
    (folded, [name, shown]) => foldSeries(folded, snapshot(name, [row({ id: 'x', ...shown })])),
    emptySeries(),
  );
  const sign = clockOf(deal({ id: 'x', ...over }), {
    facts: factsOf(facts, 'x'),
    currency: over.currency === undefined || over.currency === '' ? 'PLN' : over.currency,
    freshness: { ...settings().freshness, ...freshness },
    today: TODAY,
    process: [
      { id: 'lead', was: ['contact'] },
      { id: 'proposal', was: [] },
    ],
  });
  return `${sign.day} ${sign.event}`;
}

const activity = (on: string, type = 'call', line = 1) => ({ on: day(on), type, line });
const stage = (id: string, on: string) => ({ stage: id, on: day(on), line: 1 });
const PLN100 = { amount: decimal('100') };

describe('the clock runs from', () => {
  const table: readonly (readonly [promise: string, given: Given, expected: string])[] = [
    [
      'an activity, by the day it happened',
      { activities: [{ ...activity('2026-11-02'), logged: day('2026-11-20') }] },
      '2026-11-02 activity:call',
    ],
    [
      'the newest activity, wherever it stands',
      { activities: [activity('2026-11-20', 'email'), activity('2026-11-02')] },
      '2026-11-20 activity:email',
    ],
    [
      'the last written of two activities of a day',
      { activities: [activity('2026-11-20', 'email'), activity('2026-11-20', 'call')] },
      '2026-11-20 activity:call',
    ],
    ['an activity of today', { activities: [activity('2026-11-23')] }, '2026-11-23 activity:call'],
    [
      'no activity that is only planned',
      { created: day('2026-11-01'), activities: [activity('2026-11-24')] },
      '2026-11-01 created',
    ],
    [
      'no note, which is no sign of life',
      { created: day('2026-11-01'), activities: [activity('2026-11-20', 'note')] },
      '2026-11-01 created',
    ],
    [
      'a note where the workspace counts notes',
      { freshness: { notActivities: [] }, activities: [activity('2026-11-20', 'note')] },
      '2026-11-20 activity:note',
    ],
    [
      'a stage entered',
      {
        activities: [activity('2026-11-02')],
        stages: [stage('lead', '2026-10-01'), stage('proposal', '2026-11-05')],
      },
      '2026-11-05 stage:proposal',
    ],
    [
      'no stage of tomorrow',
      { stages: [stage('lead', '2026-10-01'), stage('proposal', '2026-11-24')] },
      '2026-10-01 stage:lead',
    ],
    [
      'a stage that another one became since the last snapshot, without a record of it: today',
      { stage: 'proposal', stages: [stage('lead', '2026-10-01')], seen: { '2026-11-02': {} } },
      '2026-11-23 stage:proposal',
    ],
    [
      'a stage without a record, by the snapshot that first shows it',
      {
        stage: 'proposal',
        seen: { '2026-11-02': {}, '2026-11-09': { stage: 'proposal' }, '2026-11-16': { stage: 'proposal' } },
      },
      '2026-11-09 stage:proposal',
    ],
    [
      'a stage with a record, by its record alone',
      {
        stage: 'proposal',
        stages: [stage('lead', '2026-10-01'), stage('proposal', '2026-11-05')],
        seen: { '2026-11-02': {}, '2026-11-09': { stage: 'proposal' } },
      },
      '2026-11-05 stage:proposal',
    ],
    [
      'a stage gone back to without a record of it',
      {
        stages: [stage('lead', '2026-10-01'), stage('proposal', '2026-11-05')],
        seen: { '2026-11-09': { stage: 'proposal' }, '2026-11-16': {} },
      },
      '2026-11-16 stage:lead',
    ],
    [
      'no stage that the first snapshot already showed',
      { stage: 'proposal', created: day('2026-10-01'), seen: { '2026-11-02': { stage: 'proposal' } } },
      '2026-10-01 created',
    ],
    [
      'no stage that only has another name',
      { stage: 'lead', created: day('2026-10-01'), seen: { '2026-11-02': { stage: 'contact' } } },
      '2026-10-01 created',
    ],
    [
      'the record of a stage, also where it only has another name by now',
      {
        stage: 'lead',
        stages: [stage('contact', '2026-10-01')],
        seen: { '2026-09-28': { stage: 'proposal' }, '2026-10-05': { stage: 'contact' } },
      },
      '2026-10-01 stage:contact',
    ],
    [
      'the record of a stage that is gone from the process, not the one that the deal was put into',
      {
        stage: 'proposal',
        stages: [stage('lead', '2026-09-01'), stage('demo', '2026-10-01')],
        seen: { '2026-09-28': {}, '2026-10-05': { stage: 'demo' } },
      },
      '2026-10-01 stage:demo',
    ],
    [
      'the same once a snapshot has shown where it was put',
      {
        stage: 'proposal',
        stages: [stage('lead', '2026-09-01'), stage('demo', '2026-10-01')],
        seen: { '2026-09-28': {}, '2026-10-05': { stage: 'demo' }, '2026-11-16': { stage: 'proposal' } },
      },
      '2026-10-01 stage:demo',
    ],
    [
      'without a record, by the snapshot that first showed the stage that is gone',
      {
        stage: 'proposal',
        seen: { '2026-09-28': {}, '2026-10-05': { stage: 'demo' }, '2026-11-16': { stage: 'proposal' } },
      },
      '2026-10-05 stage:demo',
    ],
    [
      'a stage entered after the deal was put into another one',
      {
        stage: 'lead',
        stages: [stage('demo', '2026-10-01')],
        seen: {
          '2026-10-05': { stage: 'demo' },
          '2026-11-09': { stage: 'proposal' },
          '2026-11-16': { stage: 'lead' },
        },
      },
      '2026-11-16 stage:lead',
    ],
    [
      'the activity, of an activity and a stage of one day',
      { activities: [activity('2026-11-05')], stages: [stage('lead', '2026-11-05')] },
      '2026-11-05 activity:call',
    ],
    [
      'no sign that the workspace does not count',
      {
        freshness: { signs: ['stage'] },
        activities: [activity('2026-11-20')],
        stages: [stage('lead', '2026-10-01')],
      },
      '2026-10-01 stage:lead',
    ],
    [
      'an amount changed, by the snapshot that first shows it',
      {
        ...PLN100,
        seen: { '2026-11-02': { amount: decimal('90') }, '2026-11-09': PLN100, '2026-11-16': PLN100 },
      },
      '2026-11-09 amount',
    ],
    [
      'an amount changed since the last snapshot: today',
      { ...PLN100, seen: { '2026-11-02': { amount: decimal('90') } } },
      '2026-11-23 amount',
    ],
    [
      'no amount that is only written otherwise',
      { ...PLN100, created: day('2026-10-01'), seen: { '2026-11-02': { amount: decimal('100.00') } } },
      '2026-10-01 created',
    ],
    [
      'no amount that no snapshot has shown otherwise',
      { ...PLN100, created: day('2026-10-01') },
      '2026-10-01 created',
    ],
    [
      'another currency of the same figure: today',
      { ...PLN100, currency: 'EUR', seen: { '2026-11-02': PLN100 } },
      '2026-11-23 amount',
    ],
    ['an amount taken away: today', { seen: { '2026-11-02': PLN100 } }, '2026-11-23 amount'],
    [
      'a next step, by its agreed day',
      { nextStep: { what: 'send offer', agreed: day('2026-11-10') } },
      '2026-11-10 next-step',
    ],
    [
      'a next step without one, by the snapshot that first shows it',
      {
        nextStep: { what: 'send offer' },
        seen: { '2026-11-02': { nextStep: 'call' }, '2026-11-09': { nextStep: 'send offer' } },
      },
      '2026-11-09 next-step',
    ],
    [
      'a next step that no snapshot has: today',
      { nextStep: { what: 'send offer' }, seen: { '2026-11-02': { nextStep: 'call' } } },
      '2026-11-23 next-step',
    ],
    [
      'the old day where only `by` or `agreed` of a next step moved',
      {
        nextStep: { what: 'call', by: day('2026-12-01'), agreed: day('2026-11-20') },
        seen: { '2026-11-02': { nextStep: 'call' } },
      },
      '2026-11-02 next-step',
    ],
    [
      'no next step agreed tomorrow',
      { created: day('2026-11-01'), nextStep: { what: 'call', agreed: day('2026-11-24') } },
      '2026-11-01 created',
    ],
    [
      'no close date that was pushed',
      {
        created: day('2026-11-01'),
        close: day('2027-01-31'),
        seen: { '2026-11-09': { close: day('2026-12-31') } },
      },
      '2026-11-01 created',
    ],
    [
      'no other owner or name',
      { created: day('2026-11-01'), owner: 'piotr', name: 'Other', seen: { '2026-11-09': {} } },
      '2026-11-01 created',
    ],
    [
      'else the day it was created',
      { created: day('2026-11-01'), recorded: day('2026-11-03') },
      '2026-11-01 created',
    ],
    [
      'else the day it was recorded',
      { recorded: day('2026-11-03'), seen: { '2026-11-02': {} } },
      '2026-11-03 recorded',
    ],
    [
      'else the first snapshot that has it',
      { seen: { '2026-11-02': {}, '2026-11-09': {} } },
      '2026-11-02 first-snapshot',
    ],
    ['else today', {}, '2026-11-23 now'],
    [
      'no day of creation that is still to come',
      { created: day('2027-11-01'), recorded: day('2026-11-03') },
      '2026-11-03 recorded',
    ],
  ];
  test.each(table)('%s', (_, given, expected) => {
    expect(clock(given)).toBe(expected);
  });
});
