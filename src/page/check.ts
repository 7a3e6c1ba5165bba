// The page of `pipeline check`: what is at the gate or waived, numbers by rule, and what passed and what did not.

import { ExitStatus } from '../base/exit-status.ts';
import type { CheckFinding, CheckView, Counts } from '../report/check.ts';
import { notEvaluatedLines, plural, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page, Records } from './page.ts';

/**
 * The findings at the gate and the waived ones in full, the rest in numbers; the verdict stands last.
 * @param inFull every finding in full: a person asked for certain rules
 */
export function checkPage(view: CheckView, look: Look, inFull = false): Page {
  const shown = [
    ...view.findings.filter(({ at_gate, waived }) => at_gate || (inFull && waived === null)),
    ...view.findings.filter(({ waived }) => waived !== null),
  ];
  const lines = shown.flatMap((finding) => [...findingLines(finding, look)]);
  return { currency: view.currency, digits: look.digits, blocks: [...checkBlocks(view, lines)] };
}

/** The page with these lines on single findings. */
export function* checkBlocks(view: CheckView, findings: readonly Block[]): Generator<Block> {
  const day: Cell = { kind: 'day', day: view.as_of ?? view.today };
  yield { kind: 'heading', parts: ['Check on ', day, ' · ', ...summary(view)] };
  yield { kind: 'blank' };
  yield* findings;
  if (findings.length > 0) yield { kind: 'blank' };
  if (view.rules.length > 0) {
    yield rulesTable(view);
    yield { kind: 'blank' };
  }
  const leftOut = [
    ...withoutValueLines(view.freshness),
    ...notEvaluatedLines(view.not_evaluated),
    ...unreadableLines(view.unreadable),
  ];
  yield* leftOut;
  if (leftOut.length > 0) yield { kind: 'blank' };
  yield verdict(view);
  yield { kind: 'line', parts: [`exit ${view.exit_status}${exitReason(view)}`] };
  const { warning } = view.counts;
  if (view.gate === 'error' && warning > 0) {
    const text = `${plural(warning, 'warning')} below the gate`;
    yield { kind: 'next', text, command: 'pipeline check --gate warning' };
  }
}

function* findingLines(finding: CheckFinding, look: Look): Generator<Block> {
  const { severity, waived, hint } = finding;
  const value: (string | Cell)[] =
    finding.value === null ? [] : ['  ', { kind: 'money', amount: finding.value }];
  const owner = finding.owner === '' ? '' : `  ${look.ownerLabel(finding.owner)}`;
  const how = waived === null ? severity : `waived ${severity}`;
  const tone = waived !== null || severity === 'info' ? 'muted' : severity === 'error' ? 'bad' : 'warn';
  yield {
    kind: 'line',
    tone,
    parts: [`${placeText(finding)}  ${how}  ${finding.rule}${idText(finding)}${owner}`, ...value],
  };
  yield { kind: 'line', parts: [`  ${finding.message}`] };
  if (waived !== null) {
    const why = waived.why === null ? '' : `: ${waived.why}`;
    const until: Cell = { kind: 'day', day: waived.until };
    yield { kind: 'line', tone: 'muted', parts: ['  Waived until ', until, why] };
  } else if (hint !== '') {
    yield { kind: 'line', tone: 'muted', parts: [`  → ${hint}`] };
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
] as const;

/** Columns that are zero throughout are left out, but for errors and warnings. */
function rulesTable(view: CheckView): Block {
  const shown = SEVERITY_COLUMNS.filter(
    ({ key }) => key === 'error' || key === 'warning' || view.counts[key] > 0,
  );
  const cells = (label: string, counts: Counts): Cell[] => [
    { kind: 'text', text: label },
    ...shown.map(({ key }): Cell => ({ kind: 'count', count: counts[key] })),
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'rule', title: 'Rule' },
      ...shown.map(({ key, title }): Column => ({ key, title, align: 'right' })),
    ],
    rows: view.rules.map((counts) => cells(counts.rule, counts)),
    totals: [cells('All', view.counts)],
  };
}

function summary({ counts, deals }: CheckView): (string | Cell)[] {
  const total = counts.error + counts.warning + counts.info + counts.waived;
  const counted = (count: number, noun: string): (string | Cell)[] => [
    { kind: 'count', count },
    ` ${noun}${count === 1 ? '' : 's'}`,
  ];
  return [
    ...(total === 0 ? ['no findings'] : counted(total, 'finding')),
    ...(deals.with_findings === 0 ? [] : [' on ', ...counted(deals.with_findings, 'deal')]),
    ' · ',
    ...counted(deals.open, 'open deal'),
    ...(deals.closed === 0 ? [] : [', ', { kind: 'count', count: deals.closed } satisfies Cell, ' closed']),
  ];
}

/** What is held against a limit, and how it stands. */
function verdict(view: CheckView): Block {
  const { counts, passed, gate } = view;
  const row = (label: string, parts: readonly (string | Cell)[], outcome: boolean | null): Cell[] => [
    { kind: 'text', text: label },
    { kind: 'phrase', parts },
    outcome === null
      ? { kind: 'none' }
      : { kind: 'text', text: outcome ? 'pass' : 'FAIL', tone: outcome ? 'good' : 'bad' },
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'what', title: '' },
      { key: 'how', title: '', shrinkTo: 30 },
      { key: 'outcome', title: '' },
    ],
    rows: [
      row('Freshness', freshnessParts(view), passed.freshness),
      row(
        gate === 'error' ? 'Errors' : 'Errors and warnings',
        [{ kind: 'count', count: counts.at_gate }, ', at most 0'],
        passed.gate,
      ),
      row('Waived', [{ kind: 'count', count: counts.waived }], null),
    ],
  };
}

function freshnessParts({ freshness, min_freshness }: CheckView): (string | Cell)[] {
  const { by_value, fresh, open } = freshness;
  const decimals = decimalsToTell(by_value, min_freshness);
  const index: (string | Cell)[] =
    by_value === null
      ? ['–']
      : [
          { kind: 'share', share: by_value, decimals },
          ' by value (',
          { kind: 'money', amount: fresh.value },
          ' of ',
          { kind: 'money', amount: open.value },
          ')',
        ];
  if (min_freshness === null) return index;
  return [...index, ', at least ', { kind: 'share', share: min_freshness, decimals }];
}

/** As many as it takes for 79.96 % not to be shown as the 80 % that it misses. */
function decimalsToTell(share: number | null, least: number | null): number {
  if (share === null || least === null || share >= least) return isWholePerCent(least) ? 0 : 1;
  for (const decimals of [0, 1, 2]) {
    if ((share * 100).toFixed(decimals) !== (least * 100).toFixed(decimals)) return decimals;
  }
  return 3;
}

function isWholePerCent(share: number | null): boolean {
  return share === null || Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
}

function exitReason({ exit_status }: CheckView): string {
  if (exit_status === ExitStatus.rejected) return ': deals cannot be read';
  return exit_status === ExitStatus.usage ? ': there is no freshness index' : '';
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
    ],
    rows: view.findings.map((finding) => [
      { kind: 'text', text: finding.rule },
      { kind: 'text', text: finding.severity },
      { kind: 'text', text: finding.id },
      { kind: 'text', text: finding.owner },
      { kind: 'text', text: finding.file },
      number(finding.line),
      number(finding.column),
      { kind: 'text', text: finding.message },
      { kind: 'text', text: finding.hint },
      finding.value === null ? { kind: 'none' } : { kind: 'decimal', decimal: finding.value },
      number(finding.days),
      finding.since === null ? { kind: 'none' } : { kind: 'day', day: finding.since.date },
      { kind: 'text', text: finding.since?.event ?? '' },
      finding.waived === null ? { kind: 'none' } : { kind: 'day', day: finding.waived.until },
    ]),
  };
}
