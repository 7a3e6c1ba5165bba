// The table `findings`: what the rules find now, as `pipeline check` tells it.

import type { CheckFinding } from '../report/check-finding.ts';
import { type ColumnSpecs, columnsOf, type ExportTable, valueReader } from './table.ts';

interface Found {
  readonly finding: CheckFinding;
  readonly currency: string;
}

const COLUMNS = {
  rule: { type: 'text', text: 'its id (rules.md)', read: ({ finding }) => finding.rule },
  severity: { type: 'text', text: '`error`, `warning` or `info`', read: ({ finding }) => finding.severity },
  id: {
    type: 'text',
    text: 'the deal; missing where it is about the workspace',
    read: ({ finding }) => finding.id,
  },
  about: {
    type: 'text',
    text: 'which of several things of the workspace',
    read: ({ finding }) => finding.about,
  },
  owner: { type: 'text', text: 'of the deal', read: ({ finding }) => finding.owner },
  value: {
    type: 'money',
    unit: '`reporting_currency`',
    text: 'of the deal',
    read: ({ finding }) => finding.value ?? undefined,
  },
  reporting_currency: {
    type: 'text',
    unit: 'ISO 4217',
    text: 'of the value',
    read: ({ currency }) => currency,
  },
  days: {
    type: 'integer',
    unit: 'days',
    text: 'for how long',
    read: ({ finding }) => finding.days ?? undefined,
  },
  since: {
    type: 'date',
    text: 'the day that this is counted from',
    read: ({ finding }) => finding.since?.date,
  },
  since_event: { type: 'text', text: 'what happened then', read: ({ finding }) => finding.since?.event },
  message: { type: 'text', text: 'what is wrong', read: ({ finding }) => String(finding.message) },
  hint: { type: 'text', text: 'what to do', read: ({ finding }) => String(finding.hint) },
  file: { type: 'text', text: 'where it is written', read: ({ finding }) => finding.file },
  line: { type: 'integer', text: 'of the file', read: ({ finding }) => finding.line ?? undefined },
  at_gate: {
    type: 'flag',
    text: 'whether it counts against the gate',
    read: ({ finding }) => finding.at_gate,
  },
  apart: {
    type: 'text',
    text: 'what keeps it from the gate: `waived`, `baseline`',
    read: ({ finding }) => finding.apart ?? undefined,
  },
  waived_until: {
    type: 'date',
    text: 'until when it is waived',
    read: ({ finding }) => finding.waived?.until,
  },
  waived_why: { type: 'text', text: 'and why', read: ({ finding }) => finding.waived?.why ?? undefined },
} as const satisfies ColumnSpecs<Found>;

const read = valueReader<Found>(COLUMNS);

export const findings: ExportTable = {
  name: 'findings',
  text: 'What the rules find now, waived ones too; the most severe first.',
  row: 'a finding',
  columns: columnsOf(COLUMNS),
  *rows(facts) {
    const currency = facts.book.state.reportingCurrency;
    for (const finding of facts.findings()) yield read({ finding, currency });
  },
};
