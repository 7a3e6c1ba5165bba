// The demo's made-up company as its pipeline.yaml: four sellers, a process that dropped a stage, a euro that rises.

import { addDays, type Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';

/** The day on which the process lost its stage Demo; snapshots before were taken with version 1. */
export const PROCESS_CHANGED = -43;

/**
 * pipeline.yaml as it stood on a day: version 1 of the process before the change, version 2 since.
 * @param locale BCP 47, of the workspace
 */
export function companySettings(today: Day, on: Day, locale: string): string {
  const changed = addDays(today, PROCESS_CHANGED);
  const quarter = periodAround(today, 'quarter', 1).name;
  const isOld = on < changed;
  const stage = (id: string, label: string, more: string) => `    - {id: ${id}, label: ${label}, ${more}}`;
  return [
    '# yaml-language-server: $schema=schema/pipeline.json',
    '# The demo company. `pipeline init` in a folder of your own writes this file with every setting explained.',
    'format: 1',
    'name: demo-sales',
    `locale: ${locale}`,
    'time_zone: Europe/Warsaw',
    'fiscal_year_starts: 1',
    `documented_since: ${addDays(today, -91)}`,
    'currency: PLN',
    'rates:                           # one unit = so much PLN, from that day on',
    `  - {on: ${addDays(today, -400)}, EUR: "4.25"}`,
    `  - {on: ${addDays(today, -40)}, EUR: "4.29"}`,
    `  - {on: ${addDays(today, -5)}, EUR: "4.33"}`,
    'source_of_record: none           # the team writes its own book',
    'team:',
    '  - {id: anna, name: Anna, group: north}',
    '  - {id: ewa, name: Ewa, group: north}',
    '  - {id: marek, name: Marek, group: south}',
    '  - {id: piotr, name: Piotr, group: south}',
    'process:',
    `  version: ${isOld ? 1 : 2}`,
    `  since: ${isOld ? addDays(today, -400) : changed}`,
    '  stages:',
    stage('lead', 'Lead', 'probability: 5%'),
    stage('qualified', 'Qualified', 'probability: 20%'),
    ...(isOld ? [stage('demo', 'Demo', 'probability: 35%')] : []),
    stage('proposal', 'Proposal', 'probability: 50%'),
    stage('negotiation', 'Negotiation', 'probability: 75%, stale: {warn_after: 10, error_after: 20}'),
    ...(isOld
      ? []
      : [
          '  history:',
          `    - {version: 1, since: ${addDays(today, -400)}, stages: [lead, qualified, demo, proposal, negotiation]}`,
        ]),
    'lost_reasons: [price, competitor, no-decision, timing]',
    'activity_types: [call, meeting, email, offer, note]',
    'freshness: {warn_after: 14, error_after: 30, not_activities: [note]}',
    'check: {gate: error}',
    'rhythm: {snapshot: weekly, review: 2 weeks}',
    'snapshot: {custom: [segment]}',
    'review: {largest: 5, random: 5}',
    'plan:',
    '  targets:',
    `    - {period: ${quarter}, target: "2400000"}`,
    '',
  ].join('\n');
}
