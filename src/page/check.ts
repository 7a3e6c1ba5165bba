// The page of `pipeline check`: what is at the gate or waived, numbers by rule, and what passed and what did not.

import type { CheckView } from '../report/check.ts';
import type { CheckFinding, Counts } from '../report/check-finding.ts';
import { baselineLines, changeLines, sinceLines, untoldLines } from './check-against.ts';
import { exitLine, verdict } from './check-verdict.ts';
import { notEvaluatedLines, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Column, Page, Records } from './page.ts';
import { atFirst, count, say, spoken } from './say.ts';
import { severityWord } from './severity-words.ts';

/**
 * The findings at the gate and the waived ones in full, the rest in numbers; the verdict stands last.
 * @param inFull every finding in full: a person asked for certain rules
 * @param fix the command that walks through them; undefined where there is none
 */
export function checkPage(view: CheckView, look: Look, inFull = false, fix?: string): Page {
  const shown = [
    ...view.findings.filter(({ at_gate, apart }) => at_gate || (inFull && apart !== 'waived')),
    ...view.findings.filter(({ apart }) => apart === 'waived'),
  ];
  const lines = shown.flatMap((finding) => [...findingLines(finding, look)]);
  return {
    currency: view.currency,
    digits: look.digits,
    blocks: [...checkBlocks(view, lines, inFull), ...fixLines(view, fix)],
  };
}

/** What a change is held against, and the workspace, is mended elsewhere. */
function fixLines({ findings, changed, since }: CheckView, fix: string | undefined): Block[] {
  const isOfDeal = ({ id, apart, severity }: CheckFinding) =>
    id !== '' && apart !== 'waived' && severity !== 'info';
  if (fix === undefined || changed !== null || since !== null || !findings.some(isOfDeal)) return [];
  return [{ kind: 'next', text: say('Mend them one by one'), command: fix }];
}

/** The page with these lines on single findings; `inFull`: they are all of them. */
export function* checkBlocks(view: CheckView, findings: readonly Block[], inFull: boolean): Generator<Block> {
  const day: Cell = { kind: 'day', day: view.as_of ?? view.today };
  yield { kind: 'heading', parts: dotted([say('Check on {day}', { day }), ...summary(view)]) };
  yield* changeLines(view);
  yield* sinceLines(view);
  yield { kind: 'blank' };
  yield* findings;
  if (findings.length > 0) yield { kind: 'blank' };
  if (view.rules.length > 0) {
    yield rulesTable(view);
    yield { kind: 'blank' };
  }
  const leftOut = [
    ...withoutValueLines(view.freshness, view),
    ...notEvaluatedLines(view.not_evaluated),
    ...unreadableLines(view.unreadable),
    ...untoldLines(view),
    ...baselineLines(view),
  ];
  yield* leftOut;
  if (leftOut.length > 0) yield { kind: 'blank' };
  yield verdict(view);
  yield exitLine(view);
  const { warning } = view.counts;
  if (view.gate === 'error' && warning > 0 && view.changed === null && view.since === null) {
    const text = say('{warnings, plural, one {# warning} other {# warnings}} below the gate', {
      warnings: warning,
    });
    yield { kind: 'next', text, command: 'pipeline check --gate warning' };
  }
  if (!inFull) yield* infoLines(view);
}

/** At info nothing stands at any gate: those of a rule are shown where a person asks for it. The rule with the most. */
function infoLines({ counts, rules }: CheckView): Block[] {
  const [most] = [...rules].sort((a, b) => b.info - a.info);
  if (counts.info === 0 || most === undefined) return [];
  const text = say('{findings, plural, one {# finding} other {# findings}} at info', {
    findings: counts.info,
  });
  return [{ kind: 'next', text, command: `pipeline check --rule ${most.rule}` }];
}

function* findingLines(finding: CheckFinding, look: Look): Generator<Block> {
  const { severity, apart, waived, hint } = finding;
  const value: (string | Cell)[] =
    finding.value === null ? [] : ['  ', { kind: 'money', amount: finding.value }];
  const owner = finding.owner === '' ? '' : `  ${look.ownerLabel(finding.owner)}`;
  const tone = apart !== null || severity === 'info' ? 'muted' : severity === 'error' ? 'bad' : 'warn';
  yield {
    kind: 'line',
    tone,
    parts: [
      `${placeText(finding)}  `,
      severityWord(severity, apart),
      `  ${finding.rule}${idText(finding)}${owner}`,
      ...value,
    ],
  };
  yield { kind: 'line', parts: ['  ', spoken(finding.message)] };
  if (waived !== null) {
    const why = waived.why === null ? '' : `: ${waived.why}`;
    const until = atFirst(say('waived until {day}', { day: { kind: 'day', day: waived.until } }));
    yield { kind: 'line', tone: 'muted', parts: ['  ', until, why] };
  } else if (hint !== '') {
    yield { kind: 'line', tone: 'muted', parts: ['  → ', spoken(hint)] };
  }
}

/** The deal, where the place is not in its own file. */
function idText({ id, file }: CheckFinding): string {
  return id === '' || file.includes(`/${id}.`) ? '' : `  ${id}`;
}

function placeText({ file, line }: CheckFinding): string {
  return line === null ? file : `${file}:${line}`;
}

const SEVERITY_COLUMNS = [
  { key: 'error', title: 'Error' },
  { key: 'warning', title: 'Warning' },
  { key: 'info', title: 'Info' },
  { key: 'waived', title: 'Waived' },
  { key: 'baseline', title: 'Baseline' },
  { key: 'old', title: 'Old' },
  { key: 'untold', title: 'Untold' },
] as const;

/** Columns that are zero throughout are left out, but for errors and warnings. */
function rulesTable(view: CheckView): Block {
  const shown = SEVERITY_COLUMNS.filter(
    ({ key }) => key === 'error' || key === 'warning' || view.counts[key] > 0,
  );
  const cells = (label: Cell, counts: Counts): Cell[] => [
    label,
    ...shown.map(({ key }) => count(counts[key])),
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'rule', title: 'Rule' },
      ...shown.map(({ key, title }): Column => ({ key, title, align: 'right' })),
    ],
    rows: view.rules.map((counts) => cells({ kind: 'text', text: counts.rule }, counts)),
    totals: [cells(say('All'), view.counts)],
  };
}

/** How many findings on how many deals, and of how many. */
function summary({ counts, deals }: CheckView): Cell[] {
  const findings = SEVERITY_COLUMNS.reduce((sum, { key }) => sum + counts[key], 0);
  const { open, closed, with_findings: on } = deals;
  const found =
    findings === 0
      ? say('no findings')
      : on === 0
        ? say('{findings, plural, one {# finding} other {# findings}}', { findings })
        : say(
            '{findings, plural, one {# finding} other {# findings}} on {deals, plural, one {# deal} other {# deals}}',
            { findings, deals: on },
          );
  const looked =
    closed === 0
      ? say('{count, plural, one {# open deal} other {# open deals}}', { count: open })
      : say('{open, plural, one {# open deal} other {# open deals}}, {closed} closed', {
          open,
          closed: count(closed),
        });
  return [found, looked];
}

/** A record a finding, waived ones and those below the gate too. */
export function checkRecords(view: CheckView): Records {
  const number = (of: number | null) =>
    of === null ? ({ kind: 'none' } as const) : ({ kind: 'number', number: of } as const);
  return {
    columns: [
      'rule',
      'severity',
      'id',
      'owner',
      'file',
      'line',
      'column',
      'message',
      'hint',
      'value',
      'days',
      'since',
      'event',
      'waived_until',
      'apart',
    ],
    rows: view.findings.map((finding) => [
      { kind: 'text', text: finding.rule },
      { kind: 'text', text: finding.severity },
      { kind: 'text', text: finding.id },
      { kind: 'text', text: finding.owner },
      { kind: 'text', text: finding.file },
      number(finding.line),
      number(finding.column),
      { kind: 'text', text: String(finding.message) },
      { kind: 'text', text: String(finding.hint) },
      finding.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: finding.value },
      number(finding.days),
      finding.since === null ? { kind: 'none' } : { kind: 'day', day: finding.since.date },
      { kind: 'text', text: finding.since?.event ?? '' },
      finding.waived === null ? { kind: 'none' } : { kind: 'day', day: finding.waived.until },
      { kind: 'text', text: finding.apart ?? '' },
    ]),
  };
}
