// The page of `pipeline fix`: what it would ask, deal by deal; what is mended elsewhere; and how far a walk came.

import type { FixElsewhere, FixFinding, FixView } from '../report/fix.ts';
import { plural, unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, Records } from './page.ts';

/** What it would ask. @param again the command that asks it */
export function fixPage(view: FixView, look: Look, again: string): Page {
  return pageOf(view, look, [
    { kind: 'heading', parts: headingOf(view) },
    { kind: 'blank' },
    ...findingBlocks(view, look),
    ...besideLines(view),
    ...(view.findings.length === 0
      ? [{ kind: 'next', text: 'All findings by rule', command: 'pipeline check' } as const]
      : [{ kind: 'next', text: 'Walk through them', command: again } as const]),
  ]);
}

/** What came of a walk. */
export interface Walked {
  readonly mended: number;
  readonly skipped: number;
  /** Findings that there were to ask about. */
  readonly of: number;
  /** Lines in crm-todo/, and the file. */
  readonly todo: { readonly lines: number; readonly file: string } | undefined;
}

export function walkedPage(view: FixView, walked: Walked, look: Look, again: string): Page {
  const { mended, skipped, of, todo } = walked;
  const left = view.findings.length;
  const how = [
    `${mended} of ${plural(of, 'finding')} mended`,
    ...(todo === undefined ? [] : [`${plural(todo.lines, 'line')} in ${todo.file}`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ];
  return pageOf(view, look, [
    { kind: 'heading', parts: [how.join(' · ')] },
    ...besideLines(view),
    left === 0
      ? { kind: 'next', text: 'Nothing is left to ask', command: 'pipeline check' }
      : { kind: 'next', text: `${plural(left, 'finding')} left`, command: again },
  ]);
}

function pageOf({ currency }: FixView, { digits }: Look, blocks: readonly Block[]): Page {
  return { currency, digits, blocks };
}

function headingOf({ findings, deals, today }: FixView): (string | Cell)[] {
  const day: Cell = { kind: 'day', day: today };
  if (findings.length === 0) return ['Nothing to ask · ', day];
  return [`${plural(findings.length, 'finding')} to mend on ${plural(deals, 'deal')} · `, day];
}

function findingBlocks({ findings }: FixView, look: Look): Block[] {
  const blocks: Block[] = [];
  let before = '';
  for (const finding of findings) {
    if (finding.id !== before) {
      if (before !== '') blocks.push({ kind: 'blank' });
      blocks.push({ kind: 'line', tone: 'strong', parts: dealParts(finding, look) });
    }
    before = finding.id;
    const { severity } = finding;
    const tone = severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'muted';
    blocks.push({ kind: 'line', tone, parts: [`  ${severity} · ${finding.rule} · ${finding.message}`] });
    for (const text of choiceTexts(finding))
      blocks.push({ kind: 'line', tone: 'muted', parts: [`    ${text}`] });
  }
  if (blocks.length > 0) blocks.push({ kind: 'blank' });
  return blocks;
}

function dealParts({ id, name, account, owner, stage, value }: FixFinding, look: Look): (string | Cell)[] {
  const called = [account, name].filter((text) => text !== '').join(', ');
  const text = [id, called, look.ownerLabel(owner), look.stageLabel(stage)].filter((part) => part !== '');
  const money: Cell[] = value === null ? [] : [{ kind: 'money', amount: value }];
  return [text.join(' · '), ...money.flatMap((cell) => [' · ', cell])];
}

/** The first one with its command, the others by name; where that only ends or accepts it, what the rule says. */
function choiceTexts({ choices, hint }: FixFinding): string[] {
  const [first, ...others] = choices;
  const isMended = first !== undefined && first.choice !== 'waive' && first.choice !== 'lost';
  const named = (isMended ? others : choices).map(({ choice, in_crm }) =>
    in_crm ? `${choice} (CRM)` : choice,
  );
  const or = named.length === 0 ? [] : [`${isMended ? 'or ' : ''}${named.join(', ')}`];
  if (!isMended) return [...(hint === '' ? [] : [String(hint)]), ...or];
  const how = first.in_crm ? ': to crm-todo/' : first.command === null ? '' : `: ${first.command}`;
  return [`${first.label}${how}`, ...or];
}

function besideLines({ elsewhere, unreadable, waiting, at_info }: FixView): Block[] {
  const beside = [
    ...elsewhere.map((one): Block => ({ kind: 'paragraph', parts: [elsewhereText(one)] })),
    ...unreadableLines(unreadable),
    ...(waiting === 0
      ? []
      : [line(`${plural(waiting, 'finding')} wait for the CRM: crm-todo/ has what to change there.`)]),
    ...(at_info === 0 ? [] : [line(`${plural(at_info, 'finding')} at info: --rule asks about those.`)]),
  ];
  return beside.length === 0 ? [] : [...beside, { kind: 'blank' }];
}

/** A deal that can't be read is opened; what is about the workspace says itself how. */
export function elsewhereText({ rule, id, file, message, hint }: FixElsewhere): string {
  const how = id === '' ? hint : `pipeline edit ${id}`;
  const where = id === '' ? '' : `${file}: `;
  return `${rule} · ${where}${message}${how === '' ? '' : ` → ${how}`}`;
}

function line(text: string): Block {
  return { kind: 'line', tone: 'muted', parts: [text] };
}

/** A record a choice of a finding; one without where none fits. */
export function fixRecords(view: FixView): Records {
  return {
    columns: [
      ...['id', 'name', 'account', 'owner', 'stage', 'value', 'rule', 'severity', 'message', 'file', 'line'],
      ...['record', 'choice', 'command', 'in_crm'],
    ],
    rows: view.findings.flatMap((finding) => {
      const { id, name, account, owner, stage, value, rule, severity, message, file } = finding;
      const text = (of: string) => ({ kind: 'text', text: of }) as const;
      const head = [
        ...[id, name, account, owner, stage].map(text),
        value === null ? ({ kind: 'none' } as const) : ({ kind: 'decimal', decimal: value } as const),
        ...[rule, severity, String(message), file].map(text),
        finding.line === null
          ? ({ kind: 'none' } as const)
          : ({ kind: 'number', number: finding.line } as const),
        text(finding.record ?? ''),
      ];
      const choices = finding.choices.map(({ choice, command, in_crm }) => [
        ...head,
        ...[choice, command ?? '', in_crm ? 'yes' : ''].map(text),
      ]);
      return choices.length === 0 ? [[...head, ...['', '', ''].map(text)]] : choices;
    }),
  };
}
