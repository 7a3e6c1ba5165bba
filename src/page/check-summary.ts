// The page of a check in the summary of a CI job: the verdict, numbers by rule, and every finding: those at the gate
// first, then by severity. The findings stand last, since a summary may be cut.

import type { CheckView } from '../report/check.ts';
import type { CheckFinding } from '../report/check-finding.ts';
import { checkBlocks } from './check.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { spoken } from './say.ts';
import { severityWord } from './severity-words.ts';

export function checkSummary(view: CheckView, look: Look): Page {
  return {
    currency: view.currency,
    digits: look.digits,
    blocks: [...checkBlocks(view, [], true), ...findingsTable(view, look)],
  };
}

function findingsTable({ findings }: CheckView, look: Look): readonly Block[] {
  if (findings.length === 0) return [];
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: [
        { key: 'severity', title: 'Severity' },
        { key: 'rule', title: 'Rule' },
        { key: 'id', title: 'Deal' },
        { key: 'owner', title: 'Owner' },
        { key: 'value', title: 'Value', align: 'right' },
        { key: 'message', title: 'What' },
        { key: 'place', title: 'Where' },
      ],
      rows: byGate(findings).map((finding) => row(finding, look)),
    },
  ];
}

/** Those that fail the check, then the rest; each as ranked, by severity. */
function byGate(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  return [...findings.filter(({ at_gate }) => at_gate), ...findings.filter(({ at_gate }) => !at_gate)];
}

function row(finding: CheckFinding, look: Look): readonly Cell[] {
  const { severity, apart, rule, id, owner, value, message, hint, file, line } = finding;
  const text = (said: string): Cell => ({ kind: 'text', text: said });
  return [
    severityWord(severity, apart),
    text(rule),
    text(id),
    text(owner === '' ? '' : look.ownerLabel(owner)),
    value === null ? { kind: 'none' } : { kind: 'money', amount: value },
    hint === '' ? spoken(message) : { kind: 'phrase', parts: [spoken(message), ' ', spoken(hint)] },
    text(line === null ? file : `${file}:${line}`),
  ];
}
