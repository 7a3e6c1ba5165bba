// The page of `pipeline fix`: what it would ask, deal by deal; what is mended elsewhere; and how far a walk came.

import { asValue, type Sayable, said } from '../base/said.ts';
import type { FixChoice, FixElsewhere, FixFinding, FixView } from '../report/fix.ts';
import { unreadableLines } from './freshness-lines.ts';
import type { Look } from './look.ts';
import { dotted, listed } from './names.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';
import { severityWord } from './severity-words.ts';

/** What it would ask. @param again the command that asks it */
export function fixPage(view: FixView, look: Look, again: string): Page {
  return pageOf(view, look, [
    { kind: 'heading', parts: [headingOf(view)] },
    { kind: 'blank' },
    ...findingBlocks(view, look),
    ...besideLines(view),
    ...(view.findings.length === 0
      ? [{ kind: 'next', text: say('All findings by rule'), command: 'pipeline check' } as const]
      : [{ kind: 'next', text: say('Walk through them'), command: again } as const]),
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
    say('{mended} of {findings, plural, one {# finding} other {# findings}} mended', {
      mended: count(mended),
      findings: of,
    }),
    ...(todo === undefined
      ? []
      : [
          say('{lines, plural, one {# line} other {# lines}} in {file}', {
            lines: todo.lines,
            file: todo.file,
          }),
        ]),
    ...(skipped === 0 ? [] : [say('{skipped} skipped', { skipped: count(skipped) })]),
  ];
  return pageOf(view, look, [
    { kind: 'heading', parts: dotted(how) },
    ...besideLines(view),
    left === 0
      ? { kind: 'next', text: say('Nothing is left to ask'), command: 'pipeline check' }
      : {
          kind: 'next',
          text: say('{findings, plural, one {# finding} other {# findings}} left', { findings: left }),
          command: again,
        },
  ]);
}

function pageOf({ currency }: FixView, { digits }: Look, blocks: readonly Block[]): Page {
  return { currency, digits, blocks };
}

function headingOf({ findings, deals, today }: FixView): Said {
  const day: Cell = { kind: 'day', day: today };
  if (findings.length === 0) return say('Nothing to ask · {day}', { day });
  return say(
    '{findings, plural, one {# finding} other {# findings}} to mend on {deals, plural, one {# deal} other {# deals}} · {day}',
    { findings: findings.length, deals, day },
  );
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
    blocks.push({
      kind: 'line',
      tone,
      parts: ['  ', ...dotted([severityWord(severity, null), finding.rule, spoken(finding.message)])],
    });
    for (const choice of choiceCells(finding)) {
      blocks.push({ kind: 'line', tone: 'muted', parts: ['    ', choice] });
    }
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
function choiceCells({ choices, hint }: FixFinding): Cell[] {
  const [first, ...others] = choices;
  const isMended = first !== undefined && first.choice !== 'waive' && first.choice !== 'lost';
  const names = (isMended ? others : choices).map(({ choice, in_crm }) =>
    in_crm ? `${choice} (CRM)` : choice,
  );
  const named = names.length === 0 ? [] : [listed(names)];
  if (!isMended) return [...(hint === '' ? [] : [spoken(hint)]), ...named];
  return [choiceCell(first), ...named.map((others) => say('or {others}', { others }))];
}

function choiceCell({ label, command, in_crm }: FixChoice): Cell {
  const choice = spoken(label);
  if (in_crm) return say('{choice}: to crm-todo/', { choice });
  return command === null ? choice : say('{choice}: {command}', { choice, command });
}

function besideLines({ elsewhere, unreadable, waiting, at_info }: FixView): Block[] {
  const beside = [
    ...elsewhere.map((one): Block => ({ kind: 'paragraph', parts: [spoken(elsewhereSaid(one))] })),
    ...unreadableLines(unreadable),
    ...(waiting === 0
      ? []
      : [
          line(
            say(
              '{findings, plural, one {# finding} other {# findings}} wait for the CRM: crm-todo/ has what to change there.',
              { findings: waiting },
            ),
          ),
        ]),
    ...(at_info === 0
      ? []
      : [
          line(
            say('{findings, plural, one {# finding} other {# findings}} at info: --rule asks about those.', {
              findings: at_info,
            }),
          ),
        ]),
  ];
  return beside.length === 0 ? [] : [...beside, { kind: 'blank' }];
}

/** A deal that can't be read is opened; what is about the workspace says itself how. */
export function elsewhereSaid({ rule, id, file, message, hint }: FixElsewhere): Sayable {
  const what = asValue(message);
  if (id !== '')
    return said('{rule} · {file}: {what} → {how}', { rule, file, what, how: `pipeline edit ${id}` });
  return hint === ''
    ? said('{rule} · {what}', { rule, what })
    : said('{rule} · {what} → {how}', { rule, what, how: asValue(hint) });
}

function line(told: Cell): Block {
  return { kind: 'line', tone: 'muted', parts: [told] };
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
